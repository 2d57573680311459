"""One panel of lines: axis, lines, marks; then words where they cover nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from components import svg
from components.charts.layouts.labels import Labels, around
from components.charts.layouts.labels import Point as Spot
from components.charts.layouts.lines_parts import Field, Panel, Point, Series
from components.charts.layouts.marks import around as square
from components.charts.layouts.marks import glyph, key, mark, paint, reach
from components.charts.layouts.surface import Surface
from components.format import number
from components.text_width import lines, width

FAR = 100_000.0


@dataclass(slots=True)
class Pen:
    """One panel on its place: a box from `top` to its axis."""

    plot: Field
    panel: Panel
    surface: Surface
    left: float
    top: float
    wide: float
    high: float
    labels: Labels

    def draw(self) -> tuple[list[svg.Element], float]:
        """Return what is drawn and the height under it."""
        ways = filter(None, map(self._line, self.panel.series))
        parts = [*self._axis(), *ways, *self._marks()]
        nameless = self._words()
        entries = [(partial(glyph, one.symbol, one.token), one.name) for one in nameless]
        bottom = max([self.base + 1.8 * self.surface.small,
                      *(box[3] for box in self.labels.taken if box[3] < FAR)])  # fmt: skip
        named, under = (
            key(entries, self.surface, bottom, self.left, self.wide) if entries else ([], bottom)
        )
        return [*parts, *self.labels.written, *named], under

    @property
    def base(self) -> float:
        """Return the height of the axis."""
        return self.top + self.high

    @property
    def margin(self) -> float:
        """Return the room kept at the right for the names of the series."""
        if self.surface.narrow or not self.plot.every or len(self.panel.series) == 1:
            return 0
        return max(width(one.name, self.surface.letter) for one in self.panel.series) + 14

    def at(self, point: Point) -> Spot:
        """Return where a point stands; an absent one stands on the axis."""
        value = float(point.value or 0) / self.panel.top
        return self._x(point.place), self.base - value * self.high

    def _x(self, place: int) -> float:
        size = self.surface.letter
        edge = max(width(self.plot.places[0], self.surface.small) / 2 + 2, 1.6 * size)
        step = (self.wide - 2 * edge - self.margin) / max(len(self.plot.places) - 1, 1)
        return self.left + edge + step * place

    def _axis(self) -> Iterator[svg.Element]:
        size, places = self.surface.small, self.plot.places
        apart = self._x(1) - self._x(0) if len(places) > 1 else FAR
        every = next(n for n in (1, 2, 4, 5, 10, 99) if n * apart > width(places[0], size) + 4)
        yield svg.element("line", x1=self.left + 2, x2=self.left + self.wide - self.margin - 2,
                          y1=self.base, y2=self.base, stroke=paint("quiet"))  # fmt: skip
        self.labels.keep_line((self.left, self.base), (self.left + self.wide, self.base))
        for index, place in enumerate(places):
            if index % every == 0:
                yield svg.text(self._x(index), self.base + 1.4 * size, place, font_size=size,
                               text_anchor="middle", fill=paint("quiet"))  # fmt: skip
        self.labels.taken.append((self.left, self.base, self.left + self.wide,
                                  self.base + 1.7 * size))  # fmt: skip

    def _line(self, one: Series) -> svg.Element | None:
        ways = [(self.at(a), self.at(b)) for a, b in one.joined]
        for a, b in ways:
            self.labels.keep_line(a, b)
        way = "".join(f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in ways)
        stroke = self.surface.stroke
        return svg.element("path", d=way, fill="none", stroke=paint(one.token), stroke_width=stroke,
                           stroke_dasharray="6 4" if one.target else None,
                           class_=f"line {one.token}") if ways else None  # fmt: skip

    def _marks(self) -> Iterator[svg.Element]:
        """Yield the points, each in the place of its figure; absences stand up from the axis."""
        points = [
            (one, point, *self._spot(point, index))
            for index, one in enumerate(self.panel.series)
            for point in one.points
            if point.value is not None or point.absent
        ]
        sides = reach([(x, y) for _, _, x, y in points])
        r = 2 * self.surface.stroke
        for (one, point, x, y), side in zip(points, sides, strict=True):
            flat = 0.4 * r if one.target else r
            wide = 1.8 * r if one.target else r
            self.labels.taken.append((x - wide, y - flat, x + wide, y + flat))
            drawn = (glyph(one.symbol, one.token, x, y, wide) if point.value is not None
                     else svg.mark("sin-dato", x, y, 1.1 * r))  # fmt: skip
            yield mark(point.said, drawn, hit=square(x, y, side))

    def _spot(self, point: Point, index: int) -> Spot:
        """Return where a mark stands: the absences of one place over each other."""
        x, y = self.at(point)
        if point.value is not None:
            return x, y
        before = self.panel.series[:index]
        under = sum(p.place == point.place and bool(p.absent) for s in before for p in s.points)
        return x, y - under * 5 * self.surface.stroke

    def _words(self) -> list[Series]:
        """Write names and figures; return the series whose name found no place."""
        said = {(p.place, p.absent) for s in self.panel.series for p in s.points if p.absent}
        size, y = self.surface.letter, self.base + 1.9 * self.surface.small
        for place, word in sorted(said):
            spots = [(self._x(place), y + size * step) for step in (0.5, 1.6, 2.7)]
            self.labels.write([word], spots, always=True, fill=paint("ink"))
        single = len(self.panel.series) == 1
        known = [] if single else [one for one in self.panel.series if one.known]
        ordered = sorted(known, key=lambda one: one.target)
        nameless = ordered
        if not self.plot.every or self.margin:
            for one in ordered * (not self.plot.every):
                self._figures(one, one.known[-1:])
            nameless = [one for one in ordered if not self._named(one)]
        for one in sorted(self.panel.series, key=lambda one: one.target):
            self._figures(one, one.known if self.plot.every else one.known[:-1])
        return nameless

    def _named(self, one: Series) -> bool:
        size = self.surface.letter
        drawn: dict[str, Any] = {"fill": paint(one.token), "font_weight": 600}
        drawn["data_series"] = one.token
        x, y = self.at(one.known[-1])
        if self.margin:
            x = self.left + self.wide - self.margin + 12 + width(one.name, size) / 2
            steps = (0, 0.6, -0.6, 1.1, -1.1, 1.6, -1.6)
            return self.labels.write([one.name], [(x, y + step * size) for step in steps], **drawn)
        first, *others = lines(one.name, 0.42 * self.wide, size)
        broken = [f"\u00a0\u00a0\u00a0{first}", *others]
        spots = [spot for point in reversed(one.known) for gap in (0.6, 1.6) for spot
                 in around(self.at(point), broken, gap * size, size)]  # fmt: skip
        if not self.labels.write(broken, spots, **drawn):
            return False
        left, top, right, _ = self.labels.taken[-1]
        x = (left + right - width(broken[0], size)) / 2 + 0.5 * size
        self.labels.written.append(glyph(one.symbol, one.token, x, top + 0.5 * size, 0.4 * size))
        return True

    def _figures(self, one: Series, points: list[Point]) -> None:
        """Write the figures, the latest first; not all where they would touch each other."""
        size, every = self.surface.letter, self.plot.every
        weight = 700 if every and not one.target else None
        for point in reversed(points):
            word = number(point.value, self.panel.unit)
            spots = [spot for gap in ((0.5, 1.1, 1.8) if every else (0.45, 0.8)) for spot
                     in around(self.at(point), [word], gap * size, size)]  # fmt: skip
            self.labels.write([word], spots, always=every, fill=paint(one.token),
                              font_weight=weight)  # fmt: skip
