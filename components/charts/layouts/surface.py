"""Surfaces: where a chart is drawn; every size of a drawing follows from its surface."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Surface:
    """A place of one width for drawings.

    variant: what CSS calls it; width: px of the drawing; letter: px of its labels, and `small` of
    its notes, none below 12 px on screen (24 in the room); stroke: px of a line of data;
    most: px of height that it shows at once, without end where it scrolls.
    """

    name: str
    variant: str
    width: int
    letter: int
    small: int
    stroke: float
    most: float = inf

    @property
    def least(self) -> float:
        """Return the width, px, under which its smallest letters would fall below 12 px."""
        return self.width * _LEGIBLE / self.small

    @property
    def narrow(self) -> bool:
        """Say whether there is room for one column only."""
        return self.width < 480

    @property
    def staged(self) -> bool:
        """Say whether it is read from the last row of a room."""
        return self.letter >= 24

    @property
    def captioned(self) -> float:
        """Return the height that leaves room for a line of words under the drawing."""
        return self.most - _CAPTION


_CAPTION = 46
_LEGIBLE = 12
WIDE = Surface("wide", "wide", 640, 14, 13, 2.5)
NARROW = Surface("narrow", "narrow", 312, 14, 13, 2.5)
ROOM = Surface("room", "wide", 960, 26, 26, 4, 550)
CORNER = Surface("corner", "small", 312, 14, 13, 2.5)
"""A picture in a corner of another page, which is one link to the whole."""
SURFACES = (WIDE, NARROW, ROOM)
