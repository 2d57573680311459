"""The names of a schematic map: beside their marks, or further off with a line that leads there."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any

from components import svg
from components.charts.layouts.boxes import Point, nearest, square
from components.charts.layouts.flows_spec import FlowsSpec, Place
from components.charts.layouts.names import Names, Spot

_FAR = (2.2, 3.2, 4.4, 5.8, 7.4, 9.2, 11.2)


@dataclass(frozen=True, slots=True)
class Naming:
    """Where the places of a map stand on a drawing of some size, and the letters of their names."""

    plot: FlowsSpec
    spots: dict[str, Point]
    size: tuple[float, float]
    letter: float

    def written(
        self, lines: Iterable[list[Point]], radius: float, *, dropping: bool
    ) -> dict[str, svg.Element]:
        """Return every place with its name where that finds room, the busiest first.

        `dropping`: a place without a name is left out, for nobody could ask what it is.
        """
        names = Names(*self.size, self.letter)
        for spot in self.spots.values():
            names.take(square(spot, radius + 1))
        for line in lines:
            names.keep_line(*line)
        ends = [end for link in self.plot.links for end in (link.start, link.end)]
        found = {}
        for name in sorted(self.plot.places, key=lambda one: -ends.count(one)):
            amount = len(names.written)
            led = self._named(name, names, radius)
            if not dropping or len(names.written) > amount:
                found[name] = svg.together(led, *names.written[amount:])
        return found

    def _named(self, name: str, names: Names, radius: float) -> svg.Element | None:
        """Write a name; return the line that leads to it, if it needs one."""
        place, spot = self.plot.places[name], self.spots[name]
        drawn, hint = _drawn(place), self._hinted(place, spot)
        for lines in place.forms:
            if names.write(lines, [hint, *names.around(spot, lines, radius + 4)], **drawn):
                return None
        for times, lines in product(_FAR, place.forms):
            spots = names.beyond(spot, lines, radius * times)
            if box := names.write(lines, spots, led=spot, **drawn):
                end = nearest(spot, box)
                names.keep_line(spot, end)
                return svg.line(spot, end, svg.paint("quiet"), stroke_width=0.8)
        return None

    def _hinted(self, place: Place, spot: Point) -> Spot:
        part, hint = self.letter / 12, place.hint
        return Spot(spot[0] + hint.dx * part, spot[1] + hint.dy * part, hint.anchor)


def _drawn(place: Place) -> dict[str, Any]:
    bold = {} if place.words else {"font_weight": 700 if place.chosen else None}
    return {"class_": "halo", "fill": svg.paint("light-sin-dato" if place.faint else "ink"), **bold}
