"""What an operator types: a session or every picture written to disk."""
