"""A copy of a folder of tables, into which the rows of a cut are written and nothing else moves."""

from collections.abc import Mapping
from pathlib import Path

from data.model import TABLES
from data.raw_csv import Line, RawCsv
from data.registro.publication.rows import Cells


class Tables:
    """The tables of a folder that were opened, cell by cell."""

    def __init__(self, folder: Path) -> None:
        """Point at a folder; nothing is read yet."""
        self._folder = folder
        self._opened: dict[str, RawCsv] = {}

    def _raw(self, table: str) -> RawCsv:
        if table not in self._opened:
            text = (self._folder / f"{table}.csv").read_bytes().decode()
            self._opened[table] = RawCsv(text)
        return self._opened[table]

    def find(self, table: str, key: tuple[str, ...]) -> Cells | None:
        """Return the row of a key; None if there is none."""
        return next((row for _, row in self._raw(table).rows() if _key(table, row) == key), None)

    def having(self, table: str, cells: Cells) -> list[Cells]:
        """Return the rows that have some cells."""
        rows = (row for _, row in self._raw(table).rows())
        return [row for row in rows if all(row[name] == word for name, word in cells.items())]

    def put(self, table: str, cells: Cells) -> None:
        """Write the cells of a row, which is added if its key is not there."""
        raw, key = self._raw(table), _key(table, cells)
        line = next((line for line, row in raw.rows() if _key(table, row) == key), None)
        if line is None:
            raw.add(self._after(table, key), [cells.get(name, "") for name in raw.head])
            return
        for name, word in cells.items():
            raw.put(line, name, word)

    def drop(self, table: str, key: tuple[str, ...]) -> bool:
        """Take a row away; say whether it was there."""
        held = self.find(table, key) is not None
        self.clear(table, key)
        return held

    def clear(self, table: str, begun: tuple[str, ...]) -> None:
        """Take away every row whose key begins so."""
        raw, most = self._raw(table), len(begun)
        gone = [line for line, row in raw.rows() if _key(table, row)[:most] == begun]
        raw.lines = [line for line in raw.lines if line not in gone]

    def save(self) -> None:
        """Write what was opened to the folder."""
        for name, raw in self._opened.items():
            (self._folder / f"{name}.csv").write_bytes(raw.text().encode())

    def _after(self, table: str, key: tuple[str, ...]) -> Line:
        """Return the record after which a new one stands: the last of its code before its key."""
        raw = self._raw(table)
        rows = ((line, _key(table, row)) for line, row in raw.rows())
        before = [(other, line) for line, other in rows if other[0] == key[0] and other < key]
        if len(key) > 1 and before:
            return max(before, key=lambda one: one[0])[1]
        return raw.lines[-1]


def _key(table: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(cells[name] for name in TABLES[table].key)
