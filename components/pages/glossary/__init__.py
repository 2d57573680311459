"""The glossary: every acronym and term."""
