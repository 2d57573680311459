"""The charts of the board inside other people's pages."""
