"""Names on a drawing: each where it covers no other, no mark and no line, or nowhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import NamedTuple

from components import svg
from components.charts.layouts.boxes import (
    Box,
    Grid,
    Point,
    between,
    holds,
    nearest,
    put,
    square,
    touched,
)  # fmt: skip
from components.text_width import width

LEADING = 1.08
_RISE, _EDGE = 0.78, 2
_LINE = 1.5


class Spot(NamedTuple):
    """Where the first line of a name may stand: its baseline, and the side of it that is fixed.

    led: the point from which a line that crosses no name must lead to it, if one must.
    """

    x: float
    y: float
    anchor: str = "middle"
    led: Point | None = None


@dataclass(slots=True)
class Names:
    """The names written so far inside a drawing of some size, and what they may not cover.

    left: where names may begin; pad: letters of room at their sides.
    """

    wide: float
    high: float
    size: float
    left: float = 0
    pad: float = 0
    boxes: list[Box] = field(default_factory=list)
    written: list[svg.Element] = field(default_factory=list)
    _taken: Grid = field(default_factory=dict)
    _lines: Grid = field(default_factory=dict)

    def keep_line(self, *points: Point) -> None:
        """Keep a line of some points free of names."""
        for start, end in pairwise(points):
            for point in between(start, end):
                put(self._lines, square(point, _LINE))

    def take(self, box: Box) -> None:
        """Keep a box, as that of a mark, free of names and of the lines that lead to them."""
        self.boxes.append(box)
        put(self._taken, box)

    def write(
        self, lines: Sequence[str], spots: Iterable[Spot], *, always: bool = False, **drawn: object
    ) -> Box | None:
        """Write some lines, the first in bold, at the first spot that is free; return their box."""
        wide = max(width(line, self.size) for line in lines)
        inside = (self._inside(spot, wide, len(lines)) for spot in spots)
        # What stands `always` asks for all its places; any other, place by place until one is free.
        tried = [*inside] if always else []
        free = (one for one in tried or inside if self._free(*one))
        # What stands `always` may cover lines, or else is at the first spot whatever it covers.
        bare = (one for one in tried if not touched(self._taken, one[1]))
        found = next(free, None) or next(bare, tried[0] if always else None)
        if found is None:
            return None
        spot, box = found
        self.take(box)
        self.written += [
            svg.text(spot.x, spot.y + self.size * LEADING * index, line, font_size=self.size,
                     text_anchor=spot.anchor,
                     **({"font_weight": None if index or len(lines) == 1 else 600} | drawn))
            for index, line in enumerate(lines)
        ]  # fmt: skip
        return box

    def _free(self, spot: Spot, box: Box) -> bool:
        """Say whether a box covers nothing, and the line that leads to it no name."""
        if touched(self._taken, box) or touched(self._lines, box):
            return False
        way = between(spot.led, nearest(spot.led, box)) if spot.led else []
        others = [other for other in self.boxes if way and not holds(other, way[0])]
        return not any(holds(other, point) for point in way for other in others)

    def around(self, spot: Point, lines: Sequence[str], gap: float) -> list[Spot]:
        """Return the places beside a mark: right, left, over, under, and between those."""
        (x, y), rise = spot, (len(lines) - 1) * self.size * LEADING
        level, sides = y + self.size * 0.35 - rise / 2, ((gap, "start"), (-gap, "end"))
        return [
            *(Spot(x + side, level, anchor) for side, anchor in sides),
            Spot(x, y - gap - rise), Spot(x, y + gap + self.size * _RISE),
            *(Spot(x + side * 0.7, level + down, anchor)
              for down in (-gap - rise / 2, gap + rise / 2) for side, anchor in sides),
        ]  # fmt: skip

    def beyond(self, spot: Point, lines: Sequence[str], gap: float) -> list[Spot]:
        """Return the places further off: those around, and beside it some lines over or under."""
        near = self.around(spot, lines, gap)
        rows = (row * self.size * LEADING for row in (1, -1, 2, -2, 3, -3, 4, -4))
        return near + [Spot(one.x, one.y + row, one.anchor) for row in rows for one in near[:2]]

    def about(self, marks: Iterable[Point], lines: list[str], *gaps: float) -> Iterator[Spot]:
        """Yield the places of a block some letters from marks: over, under, beside, at corners."""
        wide = max(width(line, self.size) for line in lines) / 2
        high = len(lines) * self.size * LEADING / 2
        for (x, y), gap in product(marks, gaps):
            side, rise = wide + gap * self.size, high + gap * self.size
            sides = [(0, -rise), (0, rise), (side, 0), (-side, 0)]
            for across, down in [*sides, *product((side, -side), (-rise, rise))]:
                yield Spot(x + across, y + self.size * _RISE - high + down)

    def _inside(self, spot: Spot, wide: float, count: int) -> tuple[Spot, Box]:
        """Return a spot and the room its lines take, both pulled inside the drawing."""
        high = self.size * (_RISE + 0.2 + LEADING * (count - 1))
        left = spot.x - wide * {"middle": 0.5, "end": 1}.get(spot.anchor, 0)
        top = spot.y - self.size * _RISE
        edge = _EDGE + self.pad * self.size
        right = min(max(left, self.left + edge), self.wide - wide - edge) - left
        down = min(max(top, _EDGE), self.high - high - _EDGE) - top
        left, top, side = left + right, top + down, self.pad * self.size
        box = (left - side, top, left + wide + side, top + high)
        return Spot(spot.x + right, spot.y + down, spot.anchor, spot.led), box
