"""The search over everything that the board holds."""
