"""Names on a drawing: each where it covers no other, no mark and no line, or nowhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from math import hypot

from components import svg
from components.text_width import width

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Cell = tuple[int, int]
LEADING = 1.08
_RISE, _EDGE = 0.78, 2
_LINE, _STEP, _CELL = 1.5, 6, 40


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the first line of a name may stand: its baseline, and the side of it that is fixed."""

    x: float
    y: float
    anchor: str = "middle"


@dataclass(slots=True)
class Names:
    """The names written so far inside a drawing of some size, and what they may not cover."""

    wide: float
    high: float
    size: float
    taken: dict[Cell, list[Box]] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    written: list[svg.Element] = field(default_factory=list)

    def keep(self, spot: Point, radius: float) -> None:
        """Keep a mark free of names, and of the lines that lead to them."""
        self.boxes.append(_square(spot, radius))
        self._take(_square(spot, radius))

    def keep_line(self, points: Sequence[Point]) -> None:
        """Keep a line of some points free of names."""
        for start, end in pairwise(points):
            for point in _between(start, end):
                self._take(_square(point, _LINE))

    def write(
        self,
        lines: Sequence[str],
        spots: Iterable[Spot],
        *,
        always: bool = False,
        led: Point | None = None,
        **drawn: object,
    ) -> Box | None:
        """Write some lines, the first in bold, at the first spot that is free; return their box.

        `always`: where no spot is free, at the first; `led`: a line that crosses no name must lead
        to them from there.
        """
        tried = [self._inside(spot, lines) for spot in spots]
        free = next(
            (one for one in tried if self.free(one[1]) and self._leads(led, one[1])),
            tried[0] if always else None,
        )
        if free is None:
            return None
        spot, box = free
        self._take(box)
        self.boxes.append(box)
        self.written += [
            svg.text(spot.x, spot.y + self.size * LEADING * index, line, font_size=self.size,
                     text_anchor=spot.anchor,
                     **({"font_weight": None if index or len(lines) == 1 else 600} | drawn))
            for index, line in enumerate(lines)
        ]  # fmt: skip
        return box

    def _take(self, box: Box) -> None:
        for cell in _cells(box):
            self.taken.setdefault(cell, []).append(box)

    def _leads(self, start: Point | None, box: Box) -> bool:
        if start is None:
            return True
        points = _between(start, nearest(start, box))
        others = [other for other in self.boxes if not _holds(other, start)]
        return not any(_holds(other, point) for point in points for other in others)

    def free(self, box: Box) -> bool:
        """Say whether nothing stands in a box."""
        left, top, right, bottom = box
        return not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            for cell in _cells(box)
            for other in self.taken.get(cell, ())
        )

    def around(self, spot: Point, lines: Sequence[str], gap: float) -> list[Spot]:
        """Return the places beside a mark: right, left, over, under, and between those."""
        (x, y), rise = spot, (len(lines) - 1) * self.size * LEADING
        level, over, under = (
            y + self.size * 0.35 - rise / 2,
            y - gap - rise,
            y + gap + self.size * _RISE,
        )
        sides = ((gap, "start"), (-gap, "end"))
        return [
            *(Spot(x + side, level, anchor) for side, anchor in sides),
            Spot(x, over), Spot(x, under),
            *(Spot(x + side * 0.7, level + down, anchor)
              for down in (-gap - rise / 2, gap + rise / 2) for side, anchor in sides),
        ]  # fmt: skip

    def beyond(self, spot: Point, lines: Sequence[str], gap: float) -> list[Spot]:
        """Return the places further off: those around, and beside it some lines over or under."""
        near = self.around(spot, lines, gap)
        rows = (row * self.size * LEADING for row in (1, -1, 2, -2, 3, -3, 4, -4))
        return near + [Spot(one.x, one.y + row, one.anchor) for row in rows for one in near[:2]]

    def _inside(self, spot: Spot, lines: Sequence[str]) -> tuple[Spot, Box]:
        """Return a spot and the room its lines take, both pulled inside the drawing."""
        wide = max(width(line, self.size) for line in lines)
        high = self.size * (_RISE + 0.2 + LEADING * (len(lines) - 1))
        left = spot.x - wide * {"middle": 0.5, "end": 1}.get(spot.anchor, 0)
        top = spot.y - self.size * _RISE
        right = min(max(left, _EDGE), self.wide - wide - _EDGE) - left
        down = min(max(top, _EDGE), self.high - high - _EDGE) - top
        box = (left + right, top + down, left + right + wide, top + down + high)
        return Spot(spot.x + right, spot.y + down, spot.anchor), box


def _cells(box: Box) -> Iterator[Cell]:
    """Give the cells of a coarse grid that a box touches: only what is in them can be near it."""
    left, top, right, bottom = (int(edge // _CELL) for edge in box)
    return product(range(left, right + 1), range(top, bottom + 1))


def _square(spot: Point, radius: float) -> Box:
    return spot[0] - radius, spot[1] - radius, spot[0] + radius, spot[1] + radius


def _holds(box: Box, point: Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def nearest(spot: Point, box: Box) -> Point:
    """Return the point of a box that is nearest to a spot."""
    return min(max(spot[0], box[0]), box[2]), min(max(spot[1], box[1]), box[3])


def _between(start: Point, end: Point) -> list[Point]:
    (x1, y1), (x2, y2) = start, end
    steps = max(round(hypot(x2 - x1, y2 - y1) / _STEP), 1)
    return [(x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps)
            for step in range(steps + 1)]  # fmt: skip
