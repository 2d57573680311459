"""A schematic map as SVG: links, places with their marks, names where they cover nothing."""

from dataclasses import dataclass

from components import svg
from components.charts.layouts.curves import Curve
from components.charts.layouts.flows_corridors import corridors
from components.charts.layouts.flows_names import Naming
from components.charts.layouts.flows_spec import FlowsSpec, Link
from components.charts.layouts.marks import around, mark, reach
from components.charts.layouts.names import Names
from components.charts.layouts.plane import Plane, fitted
from components.charts.layouts.strokes import stroke
from components.charts.layouts.surface import Surface

_TOUCH_HEAD = 18
_COARSE, _MOST = 5, 14


def drawing(plot: FlowsSpec, on: Surface) -> svg.Drawing:
    """Return the map with its key, under it or, in the room, beside it."""
    # The room reads a map of a few names; of more, it reads their corridors.
    if on.staged and len(plot.places) > _MOST and plot.links:
        return corridors(plot, on)
    beside = plot.key.wide(on) + 0.6 * on.letter if on.staged else 0
    pen = _Pen(plot, on, fitted(on, plot.stands, plot.window, beside))
    wide, tall = pen.plane.width + 0.6 * on.letter, pen.plane.height + 0.4 * on.letter
    written, bottom = plot.key.drawing(on, *((on.small, wide) if on.staged else (tall, 0)))
    land = pen.plane.base(_COARSE if on.variant == "small" else 1)
    return svg.drawing(
        on.width, round(max(bottom, pen.plane.height)), land, *pen.marks(), *written,
        variant=on.variant, linked=pen.linked,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pen:
    """A map on a surface: where each place stands, how large its mark and its letters are."""

    plot: FlowsSpec
    on: Surface
    plane: Plane

    @property
    def linked(self) -> bool:
        """Say whether places can be chosen: not on a stage, nor where all is one link."""
        chosen = any(one.query is not None for one in self.plot.places.values())
        return chosen and self.on.variant != "small" and not self.on.staged

    @property
    def size(self) -> float:
        """Return the letters of the names: a drawing for wide places stands in half of one."""
        return self.on.letter if self.on.narrow or self.on.staged else self.on.letter * 1.2

    @property
    def radius(self) -> float:
        return self.size * 0.38

    def curve(self, link: Link) -> Curve:
        return Curve(self.plane.spots[link.start], self.plane.spots[link.end])

    def marks(self) -> list[svg.Element]:
        """Return the links, the faint ones first, and the places with their names."""
        lines = [self.curve(link).points() for link in self.plot.links]
        written = Names(self.plane.width, self.plane.height, self.size)
        naming = Naming(self.plot, self.plane.spots, written, self.radius)
        names = naming.written(lines, dropping=self.on.staged)
        shown = [link for link in self.plot.links if link.start in names and link.end in names]
        sides = dict(zip(self.plane.spots, reach([*self.plane.spots.values()]), strict=True))
        places = [self.place(name, texts, sides[name]) for name, texts in names.items()]
        return [*map(self.link, sorted(shown, key=lambda link: not link.faint)), *places]

    def link(self, link: Link) -> svg.Element:
        """Return a link with its line; a faint one has no head."""
        kind, curve = self.plot.kinds[link.kind], self.curve(link)
        colour = svg.paint("band-2" if link.faint else kind.token)
        head = 0 if link.faint else self.radius
        line = stroke(curve, kind.dashed, colour, head, self.on.stroke)
        return mark(link.title, line, hit=around(*curve.head()[0], _TOUCH_HEAD) if head else None)

    def place(self, name: str, texts: svg.Element, side: float) -> svg.Element:
        """Return a place with its mark and its name, as a link where it can be chosen."""
        place, (x, y) = self.plot.places[name], self.plane.spots[name]
        kind = self.plot.kinds[place.kind]
        colour = svg.paint("light-sin-dato" if place.faint else kind.token)
        drawn, hit = svg.glyph(kind.symbol, colour, x, y, self.radius), around(x, y, side)
        if not self.linked or place.query is None:
            return mark(place.title, drawn, texts, hit=hit)
        way = f"{self.plot.path}?{place.query}"
        return mark(place.title, drawn, texts, hit=hit, href=way, aria_label=place.name,
                    data_query=place.query)  # fmt: skip
