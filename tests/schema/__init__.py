"""The published description of the tables, held against the tables by the rules of the standard."""
