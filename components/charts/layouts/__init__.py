"""Layouts: each draws a declaration on any surface, and writes it as an interactive figure."""
