"""Names on a drawing of the room: each where it covers no other, or nowhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from components import svg
from components.text_width import width

SIZE = 26
"""Letters of a drawing of the room, a little over the 24 px that the last row reads."""
Point = tuple[float, float]
Box = tuple[float, float, float, float]
_LEADING = 1.05
_RISE = 0.78
_STEPS = 24


@dataclass(slots=True)
class Labels:
    """The names written so far inside a drawing of some size, and what they may not cover."""

    wide: float
    high: float
    taken: list[Box] = field(default_factory=list)
    written: list[svg.Element] = field(default_factory=list)

    def keep(self, spot: Point, radius: float) -> None:
        """Keep a mark free of names."""
        x, y = spot
        self.taken.append((x - radius, y - radius, x + radius, y + radius))

    def keep_line(self, start: Point, end: Point) -> None:
        """Keep a line free of names."""
        for step in range(_STEPS + 1):
            part = step / _STEPS
            self.keep(
                (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part), 2
            )

    def write(
        self, lines: Sequence[str], spots: Iterable[Point], *, always: bool = False, **drawn: object
    ) -> bool:
        """Write some lines centred at the first spot where they fit; say whether they did.

        A spot is the middle of the block. `always`: where none is free, at the first.
        """
        size = (max(width(line, SIZE) for line in lines), len(lines) * SIZE * _LEADING)
        boxes = [self._inside(spot, size) for spot in spots]
        free = next((box for box in boxes if self._free(box)), boxes[0] if always else None)
        if free is None:
            return False
        self.taken.append(free)
        middle = (free[0] + free[2]) / 2
        self.written += [
            svg.text(middle, free[1] + SIZE * (_RISE + index * _LEADING), line, font_size=SIZE,
                     text_anchor="middle", class_="halo", **drawn)
            for index, line in enumerate(lines)
        ]  # fmt: skip
        return True

    def _inside(self, spot: Point, size: Point) -> Box:
        """Return the block at a spot, pulled inside the drawing."""
        x = min(max(spot[0], size[0] / 2 + 2), self.wide - size[0] / 2 - 2)
        y = min(max(spot[1], size[1] / 2 + 2), self.high - size[1] / 2 - 2)
        return x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2

    def _free(self, box: Box) -> bool:
        return not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for other in self.taken
        )


def around(spot: Point, words: Sequence[str], gap: float) -> list[Point]:
    """Return the middles of a block of words over, under, right and left of a spot."""
    x, y = spot
    side = max(width(line, SIZE) for line in words) / 2 + gap
    rise = len(words) * SIZE * _LEADING / 2 + gap
    return [(x, y - rise), (x, y + rise), (x + side, y), (x - side, y),
            (x + side, y - rise), (x - side, y - rise), (x + side, y + rise),
            (x - side, y + rise)]  # fmt: skip
