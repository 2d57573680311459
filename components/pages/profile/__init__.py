"""Victims and accused as they are recorded."""
