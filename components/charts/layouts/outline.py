"""The base of the schematic maps: outlines of Peru and its neighbours, in tenths of a degree."""

import json
from functools import cache
from itertools import groupby
from typing import Any

from geo import places
from geo.places import Layer

Ring = tuple[tuple[float, float], ...]
ADDRESS = "/graficos/contorno.geojson"
PERU: Layer = "departamentos"
ABROAD: Layer = "vecinos"
_DECIMALS = 1
_SMALLEST = 4


@cache
def outlines(layer: Layer) -> dict[str, tuple[Ring, ...]]:
    """Return the outer rings of each unit by code; islands below a tenth of a degree vanish."""
    features = json.loads(places.shapes(layer))["features"]
    return {unit["properties"]["code"]: _rings(unit["geometry"]) for unit in features}


@cache
def collection() -> str:
    """Return both layers as one GeoJSON, which figures name by its address."""
    features = [
        {"type": "Feature", "properties": {"code": code},
         "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}}
        for layer in (ABROAD, PERU) for code, rings in outlines(layer).items()
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


def _rings(geometry: dict[str, Any]) -> tuple[Ring, ...]:
    """Return the outer rings, rounded, without the points that then fall on the one before."""
    single = geometry["type"] == "Polygon"
    polygons = [geometry["coordinates"]] if single else geometry["coordinates"]
    coarse = ([(round(lon, _DECIMALS), round(lat, _DECIMALS)) for lon, lat, *_ in polygon[0]]
              for polygon in polygons)  # fmt: skip
    rings = (tuple(point for point, _ in groupby(ring)) for ring in coarse)
    return tuple(ring for ring in rings if len(ring) > _SMALLEST)
