"""What anything that reads rows may ask of the store."""

from typing import Protocol, TypeVar

from data.model import Row

Some = TypeVar("Some", bound=Row)


class Tables(Protocol):
    """Rows by their model; the store is one."""

    def rows(self, kind: type[Some]) -> tuple[Some, ...]:
        """Return the rows of the table of a model."""
