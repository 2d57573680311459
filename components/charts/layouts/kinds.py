"""Kinds of places, links and cells: what each is called, how it looks, how many there are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from components import svg, theme
from components.charts.layouts.curves import Curve
from components.charts.layouts.key import Entry
from components.charts.layouts.place_marks import Shape, place_mark, stroke


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of place or of link in the key: its word, its colour, its shape or its stroke."""

    word: str
    token: str
    shape: Shape = "line"
    dashed: bool = False

    @property
    def ink(self) -> svg.Token:
        """Return its colour as a drawing has it."""
        return svg.paint(self.token)

    @property
    def colour(self) -> str:
        """Return its colour as a figure has it."""
        return theme.COLOURS[self.token]

    def look(self, x: float, y: float, r: float) -> svg.Element:
        """Return its mark about a point."""
        return place_mark(self.shape, x, y, r, self.ink)

    def piece(self, x: float, y: float, r: float, thick: float) -> svg.Element:
        """Return a piece of its stroke about a point, as thick as a line of data."""
        return stroke(Curve((x - 2 * r, y), (x + 2 * r, y)), self.dashed, self.ink, r, thick)


def counted(kinds: dict[str, Kind], found: Iterable[str]) -> dict[str, Entry]:
    """Return what every kind that occurs means, with how many are of it."""
    amounts = Counter(found)
    return {
        key: Entry(f"{kind.word} · {amounts[key]}", kind.look, wide=1 + (kind.shape == "line"),
                   piece=kind.piece if kind.shape == "line" else None)
        for key, kind in kinds.items() if amounts[key]
    }  # fmt: skip
