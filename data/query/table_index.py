"""Rows found by their model, by their code, or by what some columns hold."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from data.model import TABLES, Row

_Some = TypeVar("_Some", bound=Row)
_Answer = TypeVar("_Answer")
_NAMES = {model: name for name, model in TABLES.items()}


class Rows:
    """Every table with its indexes, each made when it is first asked for."""

    def __init__(self, tables: Mapping[str, tuple[Row, ...]]) -> None:
        """Keep the tables; a table that is not given is empty."""
        self.tables = {name: tables.get(name, ()) for name in TABLES}
        self._remembered: dict[object, Any] = {}

    def rows(self, kind: type[_Some]) -> tuple[_Some, ...]:
        """Return the rows of the table of a model."""
        return cast("tuple[_Some, ...]", self.tables[_NAMES[kind]])

    def remember(self, key: object, make: Callable[[], _Answer]) -> _Answer:
        """Return what was made for a key, for as long as the rows are."""
        if key not in self._remembered:
            self._remembered[key] = make()
        return cast(_Answer, self._remembered[key])

    def keyed(self, kind: type[_Some]) -> Mapping[Any, _Some]:
        """Return the rows of a model by the first column of their key; the last of several."""
        return self.remember(
            ("keyed", kind), lambda: {row.identity[0]: row for row in self.rows(kind)}
        )

    def exact(self, kind: type[_Some]) -> Mapping[tuple[Any, ...], _Some]:
        """Return the rows of a model by their whole key."""
        return self.remember(("exact", kind), lambda: {r.identity: r for r in self.rows(kind)})

    def by(self, kind: type[_Some], *columns: str) -> Mapping[tuple[Any, ...], tuple[_Some, ...]]:
        """Return the rows of a model, in order, by the values of some columns."""

        def grouped() -> dict[tuple[Any, ...], tuple[_Some, ...]]:
            found: dict[tuple[Any, ...], list[_Some]] = {}
            for row in self.rows(kind):
                key = tuple(getattr(row, name) for name in columns)
                found.setdefault(key, []).append(row)
            return {key: tuple(rows) for key, rows in found.items()}

        return self.remember(("by", kind, columns), grouped)
