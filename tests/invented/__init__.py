"""A year that never was: every figure here is invented, to see how the board turns the year."""
