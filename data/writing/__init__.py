"""Changing a folder of tables: all of them together, or none."""
