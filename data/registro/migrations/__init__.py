"""The schema, step by step: each migration is a script per database that never changes again."""
