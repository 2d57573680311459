"""One panel of lines on its place: axis, lines, marks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from components import svg
from components.charts.layouts.boxes import Point as Spot
from components.charts.layouts.lines_parts import Field, Panel, Point, Series
from components.charts.layouts.marks import around as square
from components.charts.layouts.marks import mark, reach
from components.charts.layouts.names import Names
from components.charts.layouts.surface import Surface
from components.text_width import width

FAR = 100_000.0
# The share of a panel that the names of its series may take from the lines.
_NAMES = 0.4


@dataclass(slots=True)
class Pen:
    """One panel on its place: a box `high` px over its axis, which is at `base`."""

    plot: Field
    panel: Panel
    surface: Surface
    left: float
    base: float
    wide: float
    high: float
    labels: Names

    @property
    def named(self) -> bool:
        """Say whether its places are named under it, and not under another panel."""
        return self.panel is self.plot.panels[-1] or not self.plot.rows

    @property
    def margin(self) -> float:
        """Return the room kept at the right for the names of the series; 0 if under the lines."""
        if self.surface.narrow or not self.plot.every or self.plot.rows:
            return 0
        names = max(width(one.name, self.surface.letter) for one in self.panel.series)
        return 1.06 * names + 14 if names < _NAMES * self.wide else 0

    def at(self, point: Point) -> Spot:
        """Return where a point stands; an absent one stands on the axis."""
        value = float(point.value or 0) / self.panel.top
        return self.x(point.place), self.base - value * self.high

    def x(self, place: float) -> float:
        """Return where a place stands."""
        size = self.surface.letter
        edge = max(width(self.plot.places[0], self.surface.small) / 2 + 2, 1.6 * size)
        step = (self.wide - 2 * edge - self.margin) / max(len(self.plot.places) - 1, 1)
        return self.left + edge + step * place

    def axis(self) -> Iterator[svg.Element]:
        """Yield the axis and the places that it has room to name."""
        size, places = self.surface.small, self.plot.places
        apart = self.x(1) - self.x(0) if len(places) > 1 else FAR
        every = next(n for n in (1, 2, 4, 5, 10, 99) if n * apart > width(places[0], size) + 4)
        left, right, base = self.left, self.left + self.wide, self.base
        yield svg.line((left + 2, base), (right - self.margin - 2, base), svg.paint("quiet"))
        self.labels.keep_line((left, base), (right, base))
        for index in range(0, len(places) if self.named else 0, every):
            at = self.x(index), base + 1.4 * size
            yield svg.label(*at, places[index], size, None, "middle", svg.paint("quiet"))
        self.labels.take((left, base, right, base + 1.7 * size * self.named))

    def line(self, one: Series) -> svg.Element | None:
        """Return the way through the points that are joined."""
        ways = [(self.at(a), self.at(b)) for a, b in pairwise(one.parted) if a and b]
        for a, b in ways:
            self.labels.keep_line(a, b)
        steps = "".join(f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in ways)
        colour, wide = svg.paint(one.token), self.surface.stroke
        drawn = svg.path(steps, colour, wide, dashed=one.target, class_=f"line {one.token}")
        return drawn if ways else None

    def marks(self) -> Iterator[svg.Element]:
        """Yield the points, each in the place of its figure; absences stand up from the axis."""
        points, under = [], Counter[int]()
        for one in self.panel.series:
            for point in one.points:
                x, y = self.at(point)
                up = 5 * self.surface.stroke * under[point.place] if point.absent else 0
                if point.absent or point.value is not None:
                    points.append((one, point, x, y - up))
                under[point.place] += bool(point.absent)
        sides = reach([(x, y) for _, _, x, y in points])
        r = 2 * self.surface.stroke
        for (one, point, x, y), side in zip(points, sides, strict=True):
            wide, flat = (1.8 * r, 0.4 * r) if one.symbol.startswith("line") else (r, r)
            self.labels.take((x - wide, y - flat, x + wide, y + flat))
            drawn = (svg.glyph(point.symbol or one.symbol, svg.paint(one.token), x, y, wide)
                     if point.value is not None else svg.pending(x, y, 1.1 * r) if point.coming
                     else svg.mark("sin-dato", x, y, 1.1 * r))  # fmt: skip
            yield mark(point.said, drawn, hit=square(x, y, side))
