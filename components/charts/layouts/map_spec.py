"""What a map says: its territories by class, the absent ones by kind, the one that is chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

from components import svg, theme
from components.charts.layouts.key import Key, nothing
from components.charts.layouts.key_entry import Entry
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

    @property
    def entry(self) -> Entry:
        """Return what its colour or its pattern means."""
        return Entry(self.counted, self._look, wide=2, hatch=self.absent)

    @property
    def colour(self) -> str:
        """Return its colour as a figure has it."""
        return theme.COLOURS[self.token]

    def _look(self, x: float, y: float, r: float) -> svg.Element:
        return svg.element("rect", x=x - 2 * r, y=y - 1.1 * r, width=4 * r, height=2.2 * r,
                           fill=svg.paint(self.token), stroke_width=0.4,
                           stroke=svg.paint("ink"))  # fmt: skip

    def within(self, layer: places.Layer) -> list[Territory]:
        """Return the territories that a layer has."""
        known = places.places(layer)
        return [one for one in self.territories if one.code in known]


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
        rest = [Entry(self.rest, nothing, wide=2)] if self.rest else []
        entries = (*(kind.entry for kind in self.classes), *rest)
        return Key(entries, self.heading, self.note, aligned=True)

    @property
    def figures(self) -> list[Class]:
        """Return the classes of figures."""
        return [one for one in self.classes if not one.absent]

    @property
    def absences(self) -> list[Class]:
        """Return the kinds of absence."""
        return [one for one in self.classes if one.absent]

    def territories(self) -> dict[str, Territory]:
        """Return every territory by its code."""
        return {one.code: one for kind in self.classes for one in kind.territories}

    def named(self, amount: int) -> Iterator[Territory]:
        """Yield the territory chosen, then those of the largest figures."""
        known = self.territories()
        first = [code for code in self.ranked[:amount] if code != self.chosen]
        yield from (known[code] for code in ([self.chosen] if self.chosen else []) + first)
