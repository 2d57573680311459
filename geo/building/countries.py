"""The countries around Peru, decoded from the TopoJSON of world-atlas."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Geometry

from geo.building.packages import Json
from geo.building.planes import joined, polygonal

PERU = "604"
RING_POINTS = 4
"""Fewest points of a ring; quantisation leaves shorter ones behind, which are skipped."""

NEIGHBOURS = {
    "032": ("ARG", "Argentina"),
    "068": ("BOL", "Bolivia"),
    "076": ("BRA", "Brasil"),
    "152": ("CHL", "Chile"),
    "170": ("COL", "Colombia"),
    "188": ("CRI", "Costa Rica"),
    "192": ("CUB", "Cuba"),
    "214": ("DOM", "República Dominicana"),
    "218": ("ECU", "Ecuador"),
    "328": ("GUY", "Guyana"),
    "332": ("HTI", "Haití"),
    "388": ("JAM", "Jamaica"),
    "591": ("PAN", "Panamá"),
    "600": ("PRY", "Paraguay"),
    "740": ("SUR", "Surinam"),
    "858": ("URY", "Uruguay"),
    "862": ("VEN", "Venezuela"),
}
"""ISO 3166 number to (ISO letters, Spanish name): those the routes name and those between them."""

Arcs = list[NDArray[np.float64]]


def decode(topology: Json) -> dict[str, Geometry]:
    """Return the geometry in degrees of Peru and its neighbours by ISO number."""
    arcs = _arcs(topology)
    wanted = {PERU, *NEIGHBOURS}
    listed = topology["objects"]["countries"]["geometries"]
    return {g["id"]: _geometry(g, arcs) for g in listed if g.get("id") in wanted}


def _arcs(topology: Json) -> Arcs:
    """Undo the delta encoding and the quantisation of every arc."""
    scale, shift = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    return [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]


def _geometry(coded: Json, arcs: Arcs) -> Geometry:
    polygons = [coded["arcs"]] if coded["type"] == "Polygon" else coded["arcs"]
    decoded = ([_ring(indices, arcs) for indices in polygon] for polygon in polygons)
    return polygonal(joined(_polygon(rings) for rings in decoded if _is_ring(rings[0])))


def _polygon(rings: Arcs) -> Geometry:
    return shapely.Polygon(rings[0], [ring for ring in rings[1:] if _is_ring(ring)])


def _is_ring(points: NDArray[np.float64]) -> bool:
    return len(points) >= RING_POINTS


def _ring(indices: list[int], arcs: Arcs) -> NDArray[np.float64]:
    """Join arcs end to end; a negative index is the complement of an arc walked backwards."""
    walked = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.concatenate([walked[0], *(arc[1:] for arc in walked[1:])])
