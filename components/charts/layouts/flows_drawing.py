"""A schematic map as SVG: links, places with their marks, names where they cover nothing."""

from dataclasses import dataclass

from components import svg
from components.charts.layouts.boxes import Point
from components.charts.layouts.curves import Curve
from components.charts.layouts.flows_corridors import corridors
from components.charts.layouts.flows_names import Naming
from components.charts.layouts.flows_spec import FlowsSpec, Link
from components.charts.layouts.marks import around, mark, reach
from components.charts.layouts.plane import Plane, fitted
from components.charts.layouts.strokes import stroke
from components.charts.layouts.surface import Surface

_TOUCH_HEAD = 18
_COARSE, _MOST = 5, 14


def drawing(plot: FlowsSpec, on: Surface) -> svg.Drawing:
    """Return the map with its key, under it or, in the room, beside it.

    The room reads a map of a few names; of more, it reads their corridors.
    """
    if on.staged and len(plot.places) > _MOST and plot.links:
        return corridors(plot, on)
    pen = _Pen.of(plot, on)
    small = on.variant == "small"
    chosen = any(one.query is not None for one in plot.places.values())
    linked = chosen and not small and not on.staged
    beside = (on.small, pen.plane.width + 0.6 * on.letter)
    under = (pen.plane.height + 0.4 * on.letter, 0)
    written, bottom = plot.key.drawing(on, *(beside if on.staged else under))
    high = round(max(bottom, pen.plane.height))
    return svg.drawing(
        on.width, high, pen.plane.base(_COARSE if small else 1), *pen.marks(linked),
        *written, variant=on.variant, linked=linked,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pen:
    """A map on a surface: where each place stands, how large its mark and its letters are."""

    plot: FlowsSpec
    on: Surface
    plane: Plane
    spots: dict[str, Point]
    sides: dict[str, float]

    @classmethod
    def of(cls, plot: FlowsSpec, on: Surface) -> "_Pen":
        beside = plot.key.wide(on) + 0.6 * on.letter if on.staged else 0
        seen = fitted(on, plot.stands, plot.window, beside)
        spots = {stand[0]: seen.at(*stand) for stand in plot.stands}
        sides = dict(zip(spots, reach(list(spots.values())), strict=True))
        return cls(plot, on, seen, spots, sides)

    @property
    def size(self) -> float:
        """Return the letters of the names: a drawing for wide places stands in half of one."""
        return self.on.letter if self.on.narrow or self.on.staged else self.on.letter * 1.2

    @property
    def radius(self) -> float:
        return self.size * 0.38

    def curve(self, link: Link) -> Curve:
        return Curve(self.spots[link.start], self.spots[link.end])

    def marks(self, linked: bool) -> list[svg.Element]:
        """Return the links, the faint ones first, and the places with their names."""
        lines = [self.curve(link).points() for link in self.plot.links]
        naming = Naming(self.plot, self.spots, (self.plane.width, self.plane.height), self.size)
        names = naming.written(lines, self.radius, dropping=self.on.staged)
        links = sorted(self.plot.links, key=lambda link: not link.faint)
        shown = [link for link in links if link.start in names and link.end in names]
        places = [self.place(name, texts, linked) for name, texts in names.items()]
        return [*map(self.link, shown), *places]

    def link(self, link: Link) -> svg.Element:
        """Return a link with its line; a faint one has no head."""
        kind, curve = self.plot.kinds[link.kind], self.curve(link)
        if link.faint:
            return mark(link.title, stroke(curve, kind.dashed, svg.paint("band-2"), 0,
                                           self.on.stroke))  # fmt: skip
        line = stroke(curve, kind.dashed, kind.ink, self.radius, self.on.stroke)
        return mark(link.title, line, hit=around(*curve.head()[0], _TOUCH_HEAD))

    def place(self, name: str, texts: svg.Element, linked: bool) -> svg.Element:
        """Return a place with its mark and its name, as a link where it can be chosen."""
        place, (x, y) = self.plot.places[name], self.spots[name]
        kind = self.plot.kinds[place.kind]
        colour = svg.paint("light-sin-dato") if place.faint else kind.ink
        drawn = svg.glyph(kind.symbol, colour, x, y, self.radius)
        parts, hit = (drawn, texts), around(x, y, self.sides[name])
        if not linked or place.query is None:
            return mark(place.title, *parts, hit=hit)
        way = f"{self.plot.path}?{place.query}"
        return mark(place.title, *parts, hit=hit, href=way, aria_label=place.name,
                    data_query=place.query)  # fmt: skip
