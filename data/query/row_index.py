"""Where in a table the rows are that hold a value: found once, and looked up ever after."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from data.model import Row
from data.query.table_index import Rows

_Some = TypeVar("_Some", bound=Row)
Wanted = Mapping[str, frozenset[str]]
Index = Mapping[str, Sequence[int]]


class Places:
    """The places of the rows of each table, by what they hold in a column or reach through it."""

    def __init__(self, tables: Rows, reached: Callable[[Row, str], frozenset[str]]) -> None:
        """Look into the tables; `reached` says what a row reaches of a column."""
        self._tables, self._reached = tables, reached

    def rows(self, kind: type[_Some], own: Wanted, reached: Wanted) -> Sequence[_Some]:
        """Return the rows that hold one of the values wanted of each column, in order."""
        every = self._tables.rows(kind)
        found = [self._places(kind, name, values, held) for name, values in own.items() if values]
        found += [
            self._places(kind, name, values, self._reached)
            for name, values in reached.items()
            if values
        ]
        return [every[place] for place in sorted(set.intersection(*found))] if found else every

    def _places(
        self,
        kind: type[Row],
        name: str,
        wanted: frozenset[str],
        values: Callable[[Row, str], frozenset[str]],
    ) -> set[int]:
        index = self._tables.remember(
            ("places", kind, name, values is held), lambda: self._index(kind, name, values)
        )
        return {place for value in wanted for place in index.get(value, ())}

    def _index(
        self, kind: type[Row], name: str, values: Callable[[Row, str], frozenset[str]]
    ) -> Index:
        index: dict[str, list[int]] = {}
        for place, row in enumerate(self._tables.rows(kind)):
            for value in values(row, name):
                index.setdefault(value, []).append(place)
        return index


def held(row: Row, name: str) -> frozenset[str]:
    """Return what a row holds in a column, as the address writes it."""
    return frozenset(map(str, row.values(name)))
