"""Where a place stands on a schematic drawing: a window on Peru with strips for what is far."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from components import svg
from components.charts.layouts.outline import ABROAD, PERU, Ring, outlines
from components.charts.layouts.surface import Surface
from geo.places import Layer

Point = tuple[float, float]
Window = tuple[float, float, float, float]
PERU_WINDOW: Window = (-82.6, -65.6, -18.9, 1.3)
REGION_WINDOW: Window = (-98.0, -44.0, -36.0, 22.5)
"""West, east, south, north."""
_STRIP, _EDGE, _FAR = 46, 14, 3


@dataclass(frozen=True, slots=True)
class Plane:
    """A window of degrees in a drawing of some width; far places stand in strips, spread out."""

    width: int
    far: dict[str, float] = field(default_factory=dict)
    strips: tuple[int, int] = (0, 0)
    window: Window = PERU_WINDOW

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

    def at(self, name: str, lon: float, lat: float) -> Point:
        """Return the pixel of a place: its own, or the nearest inside the drawing."""
        if name in self.far:
            down = self.strips[0] - 12 if lat > 0 else self.height - self.strips[1] + 14
            return self.far[name], down
        west, east, south, north = self.window
        x, y = self._pixel(min(max(lon, west), east), min(max(lat, south), north))
        return min(max(x, _EDGE), self.width - _EDGE), min(max(y, self.strips[0] + _EDGE), y)

    def degrees(self, point: Point) -> Point:
        """Return the degrees that a pixel stands for, in the window and beyond it."""
        west, _, _, north = self.window
        return west + point[0] / self.scale, north - (point[1] - self.strips[0]) / self.scale

    def base(self, grain: int = 1) -> svg.Element:
        """Return land and limits of regions, cut at the window; `grain`: px between points."""
        return _base(self.width, self.strips, self.window, grain)

    def outlined(self, grain: int) -> svg.Element:
        """Draw them anew."""
        land, paper = svg.paint("band-0"), svg.paint("paper")
        abroad = self._paths(ABROAD, grain, fill="none", stroke=svg.paint("rule"))
        inside = self._paths(PERU, grain, fill=land, stroke=paper)
        window = self.height - sum(self.strips)
        return svg.element(
            "svg", *abroad, *inside, y=self.strips[0], width=self.width, height=window,
            viewBox=f"0 {self.strips[0]} {self.width} {window}",
        )  # fmt: skip

    def _pixel(self, lon: float, lat: float) -> Point:
        west, _, _, north = self.window
        return (lon - west) * self.scale, (north - lat) * self.scale + self.strips[0]

    def _paths(self, layer: Layer, grain: int, **drawn: str) -> list[svg.Element]:
        found = []
        for rings in outlines(layer).values():
            path = "".join(self._ring(ring, grain) for ring in rings if _near(ring, self.window))
            if path:
                found.append(svg.element("path", d=path, stroke_width=1.2, **drawn))
        return found

    def _ring(self, ring: Ring, grain: int) -> str:
        """Return a ring as steps from point to point, which are shorter than places."""
        pixels = [self._pixel(*point) for point in _clipped(ring, self.window)]
        points = [(round(x / grain) * grain, round(y / grain) * grain) for x, y in pixels]
        steps = [(c - a, d - b) for (a, b), (c, d) in pairwise(points) if (a, b) != (c, d)]
        return "M{} {}l".format(*points[0]) + " ".join(f"{x} {y}" for x, y in steps) + "z"


@lru_cache(16)
def _base(width: int, strips: tuple[int, int], window: Window, grain: int) -> svg.Element:
    return Plane(width, {}, strips, window).outlined(grain)


def fitted(
    on: Surface, places: Iterable[tuple[str, float, float]], window: Window, room: float
) -> Plane:
    """Return the plane of some places on a surface, `room` px of which are for the rest.

    Where its height is bound, more sea is seen.
    """
    known = list(places)
    if not on.staged:
        return plane(on.width, known, window)
    strip, width = round(on.letter * 2), round(on.width - room)
    seen = plane(width, known, window, strip)
    west, east, south, north = window
    more = width / (on.captioned - sum(seen.strips)) * (north - south) - (east - west)
    return plane(width, known, (west - more / 2, east + more / 2, south, north), strip)


def plane(
    width: int,
    places: Iterable[tuple[str, float, float]],
    window: Window = PERU_WINDOW,
    strip: int = _STRIP,
) -> Plane:
    """Return the plane of some places: a strip above or below only if something stands in it."""
    known = set(places)
    north = sorted((lon, name) for name, lon, lat in known if lat > window[3] + _FAR)
    south = sorted((lon, name) for name, lon, lat in known if lat < window[2] - _FAR)
    far = _spread(north, width, window) | _spread(south, width, window)
    return Plane(width, far, (strip if north else 0, strip if south else 0), window)


def _spread(found: list[tuple[float, str]], width: int, window: Window) -> dict[str, float]:
    west, east, _, _ = window
    if len(found) == 1:
        inside = (min(found[0][0], east) - west) / (east - west)
        return {found[0][1]: min(width * inside, width - _EDGE * 2)}
    share = width / max(len(found), 1)
    return {name: share * (index + 0.5) for index, (_, name) in enumerate(found)}


def _near(ring: Ring, window: Window) -> bool:
    lons, lats = zip(*ring, strict=True)
    west, east, south, north = window
    return bool(min(lons) < east and max(lons) > west and min(lats) < north and max(lats) > south)


def _clipped(ring: Ring, window: Window) -> list[Point]:
    """Pull in what lies far outside the window; the drawing cuts the rest."""
    west, east, south, north = window
    return [
        (min(max(lon, west - 2), east + 2), min(max(lat, south - 2), north + 2))
        for lon, lat in ring
    ]
