"""What the reader sees: pure functions of the store and the filters."""
