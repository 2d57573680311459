"""Shapes in the plane: Mercator, as SVG paths that drawings refer to by address."""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from components import svg
from components.map_plane import WIDTH, Frame, Point
from geo import places


@cache
def frame(layer: places.Layer) -> Frame:
    """Return the plane that a layer fills."""
    points = [point for feature in _features(layer) for ring in _rings(feature) for point in ring]
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return Frame(min(lons), max(lons), min(lats), max(lats))


def spot(layer: places.Layer, code: str) -> Point:
    """Return where the name of a unit stands in the plane of its layer."""
    place = places.places(layer)[code]
    return frame(layer).place(place.lon, place.lat)


@cache
def bounds(layer: places.Layer, code: str) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a unit in the plane of its layer."""
    plane = frame(layer)
    shape = next(one for one in _features(layer) if one["properties"]["code"] == code)
    points = [plane.place(*point) for ring in _rings(shape) for point in ring]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


class Reference(str):
    """The address of a shape: in the file of its layer, by its code."""

    layer: places.Layer
    code: str


def reference(file: str, layer: places.Layer, code: str) -> Reference:
    """Return the address of a shape in a file of shapes; '' is the document itself."""
    found = Reference(f"{file}#{code}" if file else f"#{layer}-{code}")
    found.layer, found.code = layer, code
    return found


@cache
def sheet(layer: places.Layer) -> svg.Element:
    """Return an SVG whose paths, one per unit and named by its code, a drawing can use."""
    return svg.element(
        "svg", _definitions(layer, ""), xmlns="http://www.w3.org/2000/svg", viewBox=_box(layer)
    )


@cache
def inner_sheet(layer: places.Layer) -> svg.Element:
    """Return the same, unseen, for a document whose drawings use the shapes in it."""
    return svg.element(
        "svg", _definitions(layer, f"{layer}-"), width=0, height=0, class_="sheet",
        aria_hidden="true", xmlns="http://www.w3.org/2000/svg", viewBox=_box(layer),
    )  # fmt: skip


def _definitions(layer: places.Layer, prefix: str) -> svg.Element:
    paths = _paths(layer).items()
    return svg.element(
        "defs", *(svg.element("path", id=f"{prefix}{code}", d=path) for code, path in paths)
    )


def _box(layer: places.Layer) -> str:
    return f"0 0 {WIDTH} {math.ceil(frame(layer).height)}"


def inline(drawing: svg.Drawing) -> svg.Drawing:
    """Return a drawing with the shapes written into it, for a file that stands alone."""
    return drawing.mapped(written_out)


def written_out(element: svg.Element) -> svg.Element:
    """Return the shape itself in the place of its use; any other element as it is."""
    place = element.attributes.get("href")
    if not isinstance(place, Reference):
        return element
    drawn = {"href": None, "d": _paths(place.layer)[place.code]}
    return svg.element("path", *element.children, **(element.attributes | drawn))


@cache
def _paths(layer: places.Layer) -> dict[str, str]:
    plane = frame(layer)
    return {f["properties"]["code"]: _path(plane, _rings(f)) for f in _features(layer)}


def _features(layer: places.Layer) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(places.shapes(layer))["features"]
    return found


def _rings(feature: dict[str, Any]) -> Iterator[Sequence[Point]]:
    shape = feature["geometry"]
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    for polygon in polygons:
        yield from polygon


def _path(plane: Frame, rings: Iterable[Sequence[Point]]) -> str:
    """Write rings in whole units, each point by its step from the one before."""
    return "".join(_ring([_whole(plane, point) for point in ring]) for ring in rings)


def _whole(plane: Frame, point: Point) -> tuple[int, int]:
    x, y = plane.place(*point)
    return round(x), round(y)


def _ring(points: list[tuple[int, int]]) -> str:
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points[:-1])]
    written = " ".join(f"{x} {y}" for x, y in steps if x or y).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{written}z" if written else ""
