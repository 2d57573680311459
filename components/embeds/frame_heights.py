"""How high a frame is for its own width, as a style that the browser works out without a script.

The width is that of the box around the frame (`cqw`), never of the window: a column, a sidebar, a
tab that opens later and a sheet of paper each get their own height.
"""

from collections.abc import Callable
from itertools import combinations, pairwise
from typing import NamedTuple

from components.charts.view import View
from components.embeds.heights import NARROW_BELOW, TWO_COLUMNS, TWO_NOTES, WIDTHS, embed_heights

# Within each span the layout of an embed is the same one, and a straight line is near enough.
_NARROWEST, _BROADEST = 240, 1600
_SPANS = (_NARROWEST, 344, 448, NARROW_BELOW, TWO_NOTES, TWO_COLUMNS, WIDTHS[-1], _BROADEST)
_STEP = 16
_STEEP = 9999
# What the rounding of a line and of a browser may take.
_SLACK = 6


class Line(NamedTuple):
    """A height: `start` px and `share` of the width."""

    start: float
    share: float


def tallest(view: View, controls: bool = False) -> int:
    """Return the height at which an embed shows whole in any column: for who drops styles."""
    return max(height for _, height in _samples(view, controls, _NARROWEST, _BROADEST))


def rule(view: View, controls: bool = False) -> str:
    """Return the height of the frame by the width of its box, for a style without a query."""
    parts = []
    for low, high in pairwise(_SPANS):
        line = over(_samples(view, controls, low, high))
        bounds = [f"{line.start:.0f}px + {100 * line.share:.1f}cqw"]
        if low != _NARROWEST:
            bounds.append(f"(100cqw - {low - 1}px)*{_STEEP}")
        if high != _BROADEST:
            bounds.append(f"({high}px - 100cqw)*{_STEEP}")
        parts.append(f"min({','.join(bounds)})")
    return f"max({','.join(parts)})"


def _samples(view: View, controls: bool, low: int, high: int) -> list[tuple[int, int]]:
    widths = [*range(low, high - 1, _STEP), high - 1]
    return list(zip(widths, embed_heights(view, widths, controls), strict=True))


def over(points: list[tuple[int, int]]) -> Line:
    """Return the line that lies over all points with the least room between."""
    slopes = {(b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(points, 2)} | {0.0}
    return min((_touching(points, slope) for slope in slopes), key=_room(points))


def _touching(points: list[tuple[int, int]], slope: float) -> Line:
    share = round(slope, 3)
    return Line(max(height - share * width for width, height in points) + _SLACK, share)


def _room(points: list[tuple[int, int]]) -> Callable[[Line], float]:
    middle = sum(width for width, _ in points) / len(points)
    return lambda line: line.start + line.share * middle
