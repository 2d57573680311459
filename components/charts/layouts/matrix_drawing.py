"""A matrix as SVG: names of rows at the left, of columns over them, a mark where they meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from components import svg
from components.charts.layouts.marks import mark
from components.charts.layouts.matrix_spec import Cell, MatrixSpec, Row
from components.charts.layouts.surface import Surface
from components.text_width import lines, width

_LEADING, _TALL, _TALL_ROOM = 1.08, 1.75, 1.15
_MOST = 0.42
Point = tuple[float, float]


def drawing(plot: MatrixSpec, on: Surface) -> svg.Drawing:
    """Return the grid with its key; in the room, rows that say the same stand as one."""
    grid = _Grid(plot, on, tuple(plot.gathered if on.staged else plot.rows))
    parts = [*grid.rules(), *grid.names(), *grid.marks()]
    return plot.key.closing(on, parts, grid.bottom + on.letter * 0.3)


@dataclass(frozen=True)
class _Grid:
    """Where rows and columns stand on a surface."""

    plot: MatrixSpec
    on: Surface
    rows: tuple[Row, ...]

    @cached_property
    def left(self) -> float:
        """Return the room of the names of the rows: what they need, up to a part of the drawing."""
        longest = max(width(row.label, self.on.letter) for row in self.rows)
        return min(longest + self.on.letter, self.on.width * _MOST)

    @cached_property
    def heads(self) -> list[list[str]]:
        """Return the name of each column; in the room, in two lines where it has two words."""
        return [_halves(name) if self.on.staged else [name] for name in self.plot.columns]

    @cached_property
    def edges(self) -> list[float]:
        """Return the left edge of each column, and where the last ends."""
        wanted = [self.on.letter * (_LEADING * len(head) + 0.5) for head in self.heads]
        if not self.on.staged:
            wanted = [self.on.letter * _TALL] * len(self.heads)
        part = min(1, (self.on.width - self.left - 2) / sum(wanted))
        return [self.left + x for x in accumulate((wide * part for wide in wanted), initial=0)]

    @cached_property
    def labels(self) -> list[list[str]]:
        """Return the lines of the names of each row."""
        return [
            lines(row.label, self.left - self.on.letter * 0.6, self.on.letter) for row in self.rows
        ]

    @cached_property
    def tops(self) -> list[float]:
        """Return the top of each row, and where the last ends."""
        letter, tall = self.on.letter, _TALL_ROOM if self.on.staged else _TALL
        head = max(width(line, letter) for head in self.heads for line in head) + letter * 0.8
        high = (letter * (_LEADING * (len(label) - 1) + tall) for label in self.labels)
        return list(accumulate(high, initial=head))

    @property
    def bottom(self) -> float:
        return self.tops[-1]

    def rules(self) -> Iterator[svg.Element]:
        for y in self.tops:
            yield _rule((0, y), (self.edges[-1], y))
        for x in self.edges[:-1]:
            yield _rule((x, self.tops[0]), (x, self.bottom))

    def names(self) -> Iterator[svg.Element]:
        """Write the names of the rows, then of the columns, which stand upright."""
        letter, ink = self.on.letter, svg.paint("ink")
        shared: dict[str, object] = {"font_size": letter, "fill": ink}
        for label, (top, bottom) in zip(self.labels, pairwise(self.tops), strict=True):
            first = (top + bottom) / 2 + letter * (0.35 - _LEADING / 2 * (len(label) - 1))
            for index, line in enumerate(label):
                yield svg.text(self.left - letter * 0.5, first + letter * _LEADING * index, line,
                               text_anchor="end", **shared)  # fmt: skip
        for head, (left, right) in zip(self.heads, pairwise(self.edges), strict=True):
            first = (left + right) / 2 + letter * (0.33 - _LEADING / 2 * (len(head) - 1))
            for index, line in enumerate(head):
                x, y = first + letter * _LEADING * index, self.tops[0] - letter * 0.4
                yield svg.text(x, y, line, transform=f"rotate(-90 {x:.1f} {y:.1f})", **shared)

    def marks(self) -> Iterator[svg.Element]:
        columns = self.plot.columns
        for row, (top, bottom) in zip(self.rows, pairwise(self.tops), strict=True):
            for cell in row.cells:
                left, right = list(pairwise(self.edges))[columns.index(cell.column)]
                yield self._mark(row, cell, (left, top), (right - left, bottom - top))

    def _mark(self, row: Row, cell: Cell, corner: Point, size: Point) -> svg.Element:
        """Return the mark of a cell, which can be touched anywhere in it; pale if not chosen."""
        kind = self.plot.kinds[cell.kind]
        x, y = corner[0] + size[0] / 2, corner[1] + size[1] / 2
        radius = min(b - a for a, b in pairwise(self.edges)) * 0.3
        colour = svg.paint("band-2") if cell.faint else kind.ink
        return mark(row.title(cell, kind), svg.glyph(kind.symbol, colour, x, y, radius),
                    hit=(*corner, *size))  # fmt: skip


def _halves(name: str) -> list[str]:
    words = name.split(" ")
    half = -(-len(words) // 2)
    return [" ".join(words[:half]), " ".join(words[half:])] if len(words) > 1 else [name]


def _rule(start: Point, end: Point) -> svg.Element:
    return svg.element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1],
                       stroke=svg.paint("rule"))  # fmt: skip
