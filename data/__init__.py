"""What is known, and who says so: tables, their rules and their filters."""
