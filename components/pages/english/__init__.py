"""The board in one page of English."""
