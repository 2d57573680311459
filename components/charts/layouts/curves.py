"""A link between two places: a gentle curve whose arrow head stands where no other does."""

import math
from dataclasses import dataclass

Point = tuple[float, float]
_BEND = 0.11
_HEAD = 0.6
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve from one point to another; it always bends to the same hand."""

    start: Point
    end: Point

    @property
    def control(self) -> Point:
        """Return the point that bends the curve, so that there and back do not coincide."""
        (x1, y1), (x2, y2) = self.start, self.end
        return (x1 + x2) / 2 + (y2 - y1) * _BEND * 2, (y1 + y2) / 2 - (x2 - x1) * _BEND * 2

    def at(self, part: float) -> Point:
        """Return the point at a part (0 to 1) of the way."""
        rest = 1 - part
        ends = zip(self.start, self.control, self.end, strict=True)
        x, y = (rest * rest * a + 2 * rest * part * b + part * part * c for a, b, c in ends)
        return x, y

    def points(self) -> list[Point]:
        """Return the curve as a few points."""
        return [self.at(step / _STEPS) for step in range(_STEPS + 1)]

    def head(self) -> tuple[Point, float]:
        """Return where the arrow head stands, past the middle, and its angle in radians."""
        (x1, y1), (x2, y2) = self.at(_HEAD - 0.02), self.at(_HEAD + 0.02)
        return self.at(_HEAD), math.atan2(y2 - y1, x2 - x1)
