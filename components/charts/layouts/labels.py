"""Words on a drawing: each where it covers no other, no mark and no line, or nowhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from components import svg
from components.charts.layouts.surface import ROOM
from components.text_width import width

SIZE = ROOM.letter
"""Letters of a drawing of the room, a little over the 24 px that the last row reads."""
Point = tuple[float, float]
Box = tuple[float, float, float, float]
_LEADING = 1.05
_RISE = 0.78


@dataclass(slots=True)
class Labels:
    """The words written so far inside a drawing of some size, and what they may not cover.

    size: px of their letters, those of the surface; left: where words may begin.
    """

    wide: float
    high: float
    size: float = SIZE
    left: float = 0
    taken: list[Box] = field(default_factory=list)
    lines: list[tuple[Point, Point]] = field(default_factory=list)
    written: list[svg.Element] = field(default_factory=list)

    def keep(self, spot: Point, radius: float) -> None:
        """Keep a mark free of words."""
        x, y = spot
        self.taken.append((x - radius, y - radius, x + radius, y + radius))

    def keep_line(self, start: Point, end: Point) -> None:
        """Keep a line free of words."""
        self.lines.append((start, end))

    def write(
        self, lines: Sequence[str], spots: Iterable[Point], *, always: bool = False, **drawn: Any
    ) -> bool:
        """Write some lines centred at the first spot where they fit; say whether they did.

        A spot is the middle of the block. `always`: where none is free, at that which covers no
        other words, else at the first.
        """
        size = (max(width(line, self.size) for line in lines) + 0.2 * self.size,
                len(lines) * self.size * _LEADING)  # fmt: skip
        boxes = [self._inside(spot, size) for spot in spots]
        free = next((box for box in boxes if self._free(box) and not self._crossed(box)), None)
        if free is None and always:
            free = next(filter(self._free, boxes), boxes[0])
        if free is None:
            return False
        self.taken.append(free)
        middle = (free[0] + free[2]) / 2
        self.written += [
            svg.text(middle, free[1] + self.size * (_RISE + index * _LEADING), line,
                     font_size=self.size, text_anchor="middle", class_="halo", **drawn)
            for index, line in enumerate(lines)
        ]  # fmt: skip
        return True

    def _inside(self, spot: Point, size: Point) -> Box:
        """Return the block at a spot, pulled inside the drawing."""
        x = min(max(spot[0], self.left + size[0] / 2 + 2), self.wide - size[0] / 2 - 2)
        y = min(max(spot[1], size[1] / 2 + 2), self.high - size[1] / 2 - 2)
        return x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2

    def _free(self, box: Box) -> bool:
        return not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for other in self.taken
        )

    def _crossed(self, box: Box) -> bool:
        return any(_crosses(box, start, end) for start, end in self.lines)


def around(spot: Point, words: Sequence[str], gap: float, size: float = SIZE) -> list[Point]:
    """Return the middles of a block of words over, under, right and left of a spot."""
    x, y = spot
    side = max(width(line, size) for line in words) / 2 + gap
    rise = len(words) * size * _LEADING / 2 + gap
    return [(x, y - rise), (x, y + rise), (x + side, y), (x - side, y),
            (x + side, y - rise), (x - side, y - rise), (x + side, y + rise),
            (x - side, y + rise)]  # fmt: skip


def _crosses(box: Box, start: Point, end: Point) -> bool:
    """Say whether a line goes through a box: what of it lies between the edges, both ways."""
    first, last = 0.0, 1.0
    for low, high, a, b in ((box[0], box[2], start[0], end[0]), (box[1], box[3], start[1], end[1])):
        step = b - a
        if not step:
            if not low < a < high:
                return False
            continue
        enters, leaves = sorted(((low - a) / step, (high - a) / step))
        first, last = max(first, enters), min(last, leaves)
    return first < last
