"""What a map says: its territories by class, the absent ones by kind, the one that is chosen."""

from dataclasses import dataclass
from functools import partial

from components import svg
from components.charts.layouts.key import Key
from components.charts.layouts.key_entry import Entry
from components.charts.layouts.surface import Surface
from geo import places


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory: the code of its shape, its name, its figure as written, and its whole line.

    place: how the address names it.
    """

    code: str
    place: str
    name: str
    figure: str
    title: str


def pattern_prefix(layer: places.Layer, on: Surface, kind: str = "") -> str:
    """Return what the names of the patterns of a map begin with: a page may hold several maps."""
    return f"{layer}-{on.name[0]}{kind}"


def of_key(prefix: str) -> str:
    """Return what the names of the same patterns begin with at the scale of a key."""
    return f"{prefix}-k"


@dataclass(frozen=True, slots=True)
class Class:
    """The territories painted alike: a class of figures by its colour, or a kind of absence.

    token: the colour; absent: the kind of absence, which has a pattern of its own and, where a
    figure has no patterns, a mark.
    """

    label: str
    territories: tuple[Territory, ...]
    token: str = "wash"
    absent: str = ""
    mark: str = ""

    @property
    def counted(self) -> str:
        """Return the class with how many territories it holds."""
        return f"{self.label} · {len(self.territories)}"

    def fill(self, prefix: str) -> str:
        """Return its colour, or its pattern among those whose names begin with a prefix."""
        return f"url(#{prefix}-{self.absent})" if self.absent else svg.paint(self.token)

    def entry(self, layer: places.Layer, words: str, kind: str = "") -> Entry:
        """Return what its colour or its pattern means, in the key of a kind of map."""
        return Entry(words, piece=partial(self._piece, layer, kind), wide=2)

    def _piece(
        self, layer: places.Layer, kind: str, x: float, y: float, r: float, on: Surface
    ) -> svg.Element:
        fill = self.fill(of_key(pattern_prefix(layer, on, kind)))
        return svg.rect(x - 2 * r, y - 1.1 * r, 4 * r, 2.2 * r, fill, stroke_width=0.4,
                        stroke=svg.paint("ink"))  # fmt: skip

    def within(self, layer: places.Layer) -> list[Territory]:
        """Return the territories that a layer has."""
        return [one for one in self.territories if one.code in places.places(layer)]


@dataclass(frozen=True, slots=True)
class MapSpec:
    """A map: its layer, its classes, and where much is small, an inset of part of it.

    ranked: the codes with a figure, the largest first, of which a drawing names some; chosen: the
    code of the territory that is marked and always named; rest: what belongs to no territory.
    """

    layer: places.Layer
    heading: str
    classes: tuple[Class, ...]
    ranked: tuple[str, ...]
    note: str
    rest: str = ""
    chosen: str = ""
    inset: places.Layer | None = None
    inset_name: str = ""

    @property
    def key(self) -> Key:
        """Return the classes and the kinds of absence, then what belongs to no territory."""
        entries = [kind.entry(self.layer, kind.counted) for kind in self.classes]
        entries += [Entry(self.rest, wide=2)] if self.rest else []
        return Key(tuple(entries), self.heading, self.note, aligned=True)

    def territories(self) -> dict[str, Territory]:
        """Return every territory by its code."""
        return {one.code: one for kind in self.classes for one in kind.territories}

    def named(self, amount: int) -> tuple[list[Territory], list[Territory]]:
        """Return the territory chosen and those of most: outside of the inset, and inside of it."""
        known, inset = self.territories(), places.places(self.inset) if self.inset else {}
        codes = dict.fromkeys(filter(None, (self.chosen, *self.ranked[:amount])))
        inside = [known[code] for code in codes if code in inset]
        return [known[code] for code in codes if code not in inset], inside
