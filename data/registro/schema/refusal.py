"""A write that the database refuses, said once for both."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A write that a table refuses: before which operation, on what condition, with what words.

    since: the migration that brings it, if it is not the one that brings its table.
    """

    name: str
    table: str
    operation: str
    condition: str
    words: str
    since: str = ""
