"""The entries of a key: what a mark means, and how it stands on a surface."""

from collections.abc import Callable
from dataclasses import dataclass

from components import svg
from components.charts.layouts.marks import Drawn, block
from components.charts.layouts.surface import Surface
from components.text_width import lines, width

Look = Callable[[float, float, float], svg.Element]
Piece = Callable[[float, float, float, Surface], svg.Element]
APART = 1.2
"""Letters between an entry and the next."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a mark means: its words, those of a room where they are fewer, and its look.

    look: the mark, if any, at a point with a radius, of which it reaches `wide` to its sides;
    piece: that of what each surface draws in its own way; letter: how a figure writes it that has
    no trace to name.
    """

    words: str
    look: Look | None = None
    wide: float = 1
    fewer: str = ""
    letter: str = ""
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """An entry on a surface, in a room of some width."""

    entry: Entry
    on: Surface
    room: float

    @property
    def start(self) -> float:
        """Return where its words begin."""
        return self.on.small * (self.entry.wide + 0.4)

    @property
    def words(self) -> str:
        """Return its words, or the fewer of a room."""
        return self.entry.fewer if self.on.staged and self.entry.fewer else self.entry.words

    @property
    def wide(self) -> float:
        """Return how wide it is with the space after it."""
        size = self.on.small
        broken = lines(self.words, self.room - self.start, size)
        return self.start + max(width(line, size) for line in broken) + APART * size

    def drawn(self, x: float, y: float) -> Drawn:
        """Return the mark before its words, and the height under them."""
        size, entry = self.on.small, self.entry
        place = (x + 0.5 * size * entry.wide, y - 0.36 * size, 0.5 * size)
        mark = entry.piece(*place, self.on) if entry.piece else entry.look and entry.look(*place)
        at, room = (x + self.start, y - size), self.room - self.start
        words, under = block(self.words, at, room, size, fill=svg.paint("quiet"))
        return [mark, *words] if mark else words, under
