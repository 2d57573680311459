"""How much the room holds: its lines on 1024 by 768, where letters are largest for the screen.

Letters grow with the screen, so that what fits there fits on every larger one.
"""

from collections.abc import Iterator, Sequence

from components.text_width import lines

LETTER = 24.0
WIDE = 976.0
"""The width of a screen within its edges, px."""
_LINE = 1.3 * LETTER
_HEADING = 1.6 * LETTER
_WITHIN = 0.96 * LETTER
"""What stands around the words of a row: its padding, its rule, the room before a reason."""
_BODY = 25.2 * LETTER
"""What is left under the help lines and over the bar for a heading and its table."""


def lined(text: str, wide: float = WIDE) -> int:
    """Return how many lines of the room a text takes, in a column of a width in px."""
    return len(lines(text, wide, LETTER))


def headed(heading: str) -> int:
    """Return how many lines the heading of a screen takes."""
    return len(lines(heading, WIDE, _HEADING))


def tall(*columns: int, under: str = "") -> float:
    """Return the height of a row by the lines of its columns and what is written under them."""
    return (max(columns) + (lined(under) if under else 0)) * _LINE + _WITHIN


def room(heading: str) -> float:
    """Return the height that a heading leaves to the rows of a table."""
    return _BODY - headed(heading) * 1.15 * _HEADING - _LINE - _WITHIN


def fitting(heights: Sequence[float], most: float) -> Iterator[slice]:
    """Yield the rows of each screen: as many as it holds, and at least one."""
    start, used = 0, 0.0
    for index, high in enumerate(heights):
        if index > start and used + high > most:
            yield slice(start, index)
            start, used = index, 0.0
        used += high
    if heights:
        yield slice(start, len(heights))
