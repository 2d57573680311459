"""The map of the recorded cases and its lists."""
