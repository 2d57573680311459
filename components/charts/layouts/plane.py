"""Where a place stands on a schematic drawing: a window on Peru with strips for what is far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from components import svg
from components.charts.layouts.outline import ABROAD, PERU, Ring, outlines
from components.charts.layouts.surface import Surface

Point = tuple[float, float]
Window = tuple[float, float, float, float]
Stand = tuple[str, float, float]
PERU_WINDOW: Window = (-82.6, -65.6, -18.9, 1.3)
REGION_WINDOW: Window = (-98.0, -44.0, -36.0, 22.5)
"""West, east, south, north."""
_STRIP, _EDGE, _FAR = 46, 14, 3


@dataclass(frozen=True, slots=True)
class Plane:
    """A window of degrees in a drawing of some width; over and under it, strips for what is far.

    spots: the pixel of each place.
    """

    width: int
    window: Window
    strips: tuple[int, int]
    spots: dict[str, Point] = field(default_factory=dict)

    @property
    def scale(self) -> float:
        """Return pixels per degree."""
        west, east, _, _ = self.window
        return self.width / (east - west)

    @property
    def height(self) -> int:
        """Return the height of the drawing with its strips."""
        _, _, south, north = self.window
        return round(self.scale * (north - south)) + sum(self.strips)

    def at(self, lon: float, lat: float) -> Point:
        """Return the pixel of some degrees, or the nearest inside the drawing."""
        west, east, south, north = self.window
        x = (min(max(lon, west), east) - west) * self.scale
        y = (north - min(max(lat, south), north)) * self.scale + self.strips[0]
        return min(max(x, _EDGE), self.width - _EDGE), y

    def degrees(self, point: Point) -> Point:
        """Return the degrees of a pixel, in the window and beyond it, no finer than a tenth."""
        west, _, _, north = self.window
        down = (point[1] - self.strips[0]) / self.scale
        return round(west + point[0] / self.scale, 1), round(north - down, 1)

    def base(self, grain: int = 1) -> svg.Element:
        """Return land and limits of regions; `grain`: tenths of a degree between their points."""
        west, east, south, north = self.window
        return svg.element(
            "svg", *_land(self.window, grain), y=self.strips[0], width=self.width,
            height=self.height - sum(self.strips), stroke_width=12 / self.scale,
            viewBox=f"{west * 10:.1f} {north * -10:.1f} {(east - west) * 10:.1f} "
                    f"{(north - south) * 10:.1f}",
        )  # fmt: skip

    def far(self, places: Iterable[Stand], y: float) -> dict[str, Point]:
        """Return places at a height: one at its own longitude, several spread out."""
        known = sorted((lon, name) for name, lon, _ in places)
        if len(known) == 1:
            x, _ = self.at(known[0][0], 0)
            return {known[0][1]: (min(x, self.width - _EDGE * 2), y)}
        return {name: (self.width / len(known) * (i + 0.5), y) for i, (_, name) in enumerate(known)}


@lru_cache(16)
def _land(window: Window, grain: int) -> list[svg.Element]:
    """Return the outlines in tenths of a degree, pulled in where they lie far outside."""
    looks = {ABROAD: ("none", "rule"), PERU: (svg.paint("band-0"), "paper")}
    return [
        svg.element("path", d=way, fill=fill, stroke=svg.paint(edge))
        for layer, (fill, edge) in looks.items() for rings in outlines(layer).values()
        if (way := "".join(_steps(ring, window, grain) for ring in rings))
    ]  # fmt: skip


def _steps(ring: Ring, window: Window, grain: int) -> str:
    """Return a ring as steps from point to point, shorter than places; '' if far or small."""
    west, east, south, north = window
    if not any(west < lon < east and south < lat < north for lon, lat in ring):
        return ""
    held = ((min(max(lon, west - 2), east + 2), min(max(lat, south - 2), north + 2))
            for lon, lat in ring)  # fmt: skip
    points = [(round(lon * 10 / grain) * grain, round(lat * -10 / grain) * grain)
              for lon, lat in held]  # fmt: skip
    steps = [(c - a, d - b) for (a, b), (c, d) in pairwise(points) if (a, b) != (c, d)]
    way = " ".join(f"{x} {y}" for x, y in steps)
    return "M{} {}l{}z".format(*points[0], way) if way else ""


def fitted(on: Surface, places: Sequence[Stand], window: Window, room: float) -> Plane:
    """Return the plane of some places on a surface, `room` px of which are for the rest."""
    if not on.staged:
        return plane(on.width, places, window)
    strip, width = round(on.letter * 2), round(on.width - room)
    seen = plane(width, places, window, strip)
    west, east, south, north = window
    # Where its height is bound, more sea is seen.
    more = width / (on.captioned - sum(seen.strips)) * (north - south) - (east - west)
    return plane(width, places, (west - more / 2, east + more / 2, south, north), strip)


def plane(width: int, places: Sequence[Stand], window: Window, strip: int = _STRIP) -> Plane:
    """Return the plane of some places: a strip above or below only if something stands in it."""
    north = [one for one in places if one[2] > window[3] + _FAR]
    south = [one for one in places if one[2] < window[2] - _FAR]
    seen = Plane(width, window, (strip if north else 0, strip if south else 0))
    near = {name: seen.at(lon, lat) for name, lon, lat in places}
    over, under = seen.strips[0] - 12, seen.height - seen.strips[1] + 14
    return replace(seen, spots=near | seen.far(north, over) | seen.far(south, under))
