"""Open data: every table with its dictionary."""
