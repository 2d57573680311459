"""Kinds of places, links and cells: what each is called, how it looks, how many there are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from components import svg
from components.charts.layouts.curves import Curve
from components.charts.layouts.key_entry import Entry
from components.charts.layouts.strokes import stroke
from components.charts.layouts.surface import Surface


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of place or of link in the key: its word, its colour, its symbol or its stroke."""

    word: str
    token: str
    symbol: str = ""
    dashed: bool = False

    def piece(self, x: float, y: float, r: float, on: Surface) -> svg.Element:
        """Return its symbol about a point or, of links, a piece of its stroke on a surface."""
        if self.symbol:
            return svg.glyph(self.symbol, svg.paint(self.token), x, y, r)
        way = Curve((x - 2 * r, y), (x + 2 * r, y))
        return stroke(way, self.dashed, svg.paint(self.token), r, on.stroke)


def counted(kinds: dict[str, Kind], found: Iterable[str]) -> dict[str, Entry]:
    """Return what every kind that occurs means, with how many are of it."""
    amounts = Counter(found)
    return {
        key: Entry(f"{one.word} · {amounts[key]}", piece=one.piece, wide=1 if one.symbol else 2)
        for key, one in kinds.items() if amounts[key]
    }  # fmt: skip
