"""The known routes: map, matrix and lists."""
