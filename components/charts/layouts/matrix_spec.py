"""What a matrix says: rows, columns, and the cells where something is stated."""

from dataclasses import dataclass

from components.charts.grouping import grouped
from components.charts.layouts.key import Key
from components.charts.layouts.key_entry import Entry
from components.charts.layouts.kinds import Kind, counted
from components.format import joined


@dataclass(frozen=True, slots=True)
class Cell:
    """What is stated where a row and a column meet: its kind, and its whole line."""

    row: str
    column: str
    kind: str
    title: str
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Rows of the matrix that say the same, drawn as one: their names, and a cell per column."""

    names: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def label(self) -> str:
        """Return their names."""
        return joined(list(self.names))

    def title(self, cell: Cell, kind: Kind) -> str:
        """Return the line of a cell, which speaks of every row."""
        return cell.title if len(self.names) == 1 else f"{self.label} → {cell.column}: {kind.word}"


@dataclass(frozen=True, slots=True)
class MatrixSpec:
    """Cells by the names of their row and column, which stand in the order in which they appear."""

    cells: tuple[Cell, ...]
    kinds: dict[str, Kind]

    @property
    def columns(self) -> list[str]:
        """Return the names of the columns."""
        return list(dict.fromkeys(cell.column for cell in self.cells))

    @property
    def rows(self) -> list[Row]:
        """Return the rows, one by one."""
        named = grouped(self.cells, lambda cell: cell.row)
        return [Row((name,), tuple(cells)) for name, cells in named.items()]

    @property
    def gathered(self) -> list[Row]:
        """Return the rows, those of the same cells as one."""
        alike = grouped(self.rows, lambda row: tuple(
            (cell.column, cell.kind, cell.faint) for cell in row.cells))  # fmt: skip
        return [Row(tuple(row.names[0] for row in rows), rows[-1].cells)
                for rows in alike.values()]  # fmt: skip

    @property
    def entries(self) -> dict[str, Entry]:
        """Return what every kind that occurs means."""
        return counted(self.kinds, (cell.kind for cell in self.cells))

    @property
    def key(self) -> Key:
        """Return the kinds of its cells."""
        return Key(tuple(self.entries.values()))
