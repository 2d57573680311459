"""The names of a schematic map: beside their marks, or further off with a line that leads there."""

from collections import Counter
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
    """Where the places of a map stand, how large their marks are, and the names written so far."""

    plot: FlowsSpec
    spots: dict[str, Point]
    names: Names
    radius: float

    def written(self, lines: Iterable[list[Point]], *, dropping: bool) -> dict[str, svg.Element]:
        """Return every place with its name where that finds room, the busiest first."""
        for spot in self.spots.values():
            self.names.take(square(spot, self.radius + 1))
        for line in lines:
            self.names.keep_line(*line)
        ends = Counter(end for link in self.plot.links for end in (link.start, link.end))
        found = {}
        for name in sorted(self.plot.places, key=lambda one: -ends[one]):
            amount = len(self.names.written)
            led = self._named(self.plot.places[name], self.spots[name])
            # Where nobody can ask what a place is, one that found no room for its name is left out.
            if not dropping or len(self.names.written) > amount:
                found[name] = svg.together(led, *self.names.written[amount:])
        return found

    def _named(self, place: Place, spot: Point) -> svg.Element | None:
        """Write a name; return the line that leads to it, if it needs one."""
        names, hint, part = self.names, place.hint, self.names.size / 12
        near = Spot(spot[0] + hint.dx * part, spot[1] + hint.dy * part, hint.anchor)
        ink = svg.paint("light-sin-dato" if place.faint else "ink")
        bold = {} if place.words else {"font_weight": 700 if place.chosen else None}
        drawn: dict[str, Any] = {"class_": "halo", "fill": ink, **bold}
        for lines in place.forms:
            if names.write(lines, [near, *names.around(spot, lines, self.radius + 4)], **drawn):
                return None
        for times, lines in product(_FAR, place.forms):
            beyond = names.beyond(spot, lines, self.radius * times)
            if box := names.write(lines, (one._replace(led=spot) for one in beyond), **drawn):
                end = nearest(spot, box)
                names.keep_line(spot, end)
                return svg.line(spot, end, svg.paint("quiet"), stroke_width=0.8)
        return None
