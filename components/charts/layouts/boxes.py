"""Boxes on a drawing: which of them lie over each other, found by the cells of a coarse grid."""

from collections.abc import Iterator
from itertools import product
from math import hypot

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Cell = tuple[int, int]
Grid = dict[Cell, list[Box]]
_STEP, _CELL = 6, 40


def _cells(box: Box) -> Iterator[Cell]:
    """Give the cells of a coarse grid that a box touches: only what is in them can be near it."""
    left, top, right, bottom = box
    across = range(int(left // _CELL), int(right // _CELL) + 1)
    return product(across, range(int(top // _CELL), int(bottom // _CELL) + 1))


def put(grid: Grid, box: Box) -> None:
    """Add a box to every cell that it touches."""
    for cell in _cells(box):
        grid.setdefault(cell, []).append(box)


def touched(grid: Grid, box: Box) -> bool:
    """Say whether a box lies over any of a grid."""
    left, top, right, bottom = box
    for cell in _cells(box):
        for other in grid.get(cell, ()):
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                return True
    return False


def square(spot: Point, radius: float) -> Box:
    """Return the square about a spot."""
    return spot[0] - radius, spot[1] - radius, spot[0] + radius, spot[1] + radius


def holds(box: Box, point: Point) -> bool:
    """Say whether a point stands in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def nearest(spot: Point, box: Box) -> Point:
    """Return the point of a box that is nearest to a spot."""
    return min(max(spot[0], box[0]), box[2]), min(max(spot[1], box[1]), box[3])


def between(start: Point, end: Point) -> list[Point]:
    """Return points of the way from one to another, some px apart."""
    (x1, y1), (x2, y2) = start, end
    steps = max(round(hypot(x2 - x1, y2 - y1) / _STEP), 1)
    return [(x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps)
            for step in range(steps + 1)]  # fmt: skip
