"""Full-text search over the plans."""
