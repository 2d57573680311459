"""The Registro: what the entities report, how it is checked, and a record nobody can rewrite.

A second application with its own packages; the board imports none of it.
"""
