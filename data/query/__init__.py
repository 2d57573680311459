"""Which rows a state of the address leaves, and the indexes that find them."""
