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
        _feature(code, rings) for layer in (ABROAD, PERU) for code, rings in outlines(layer).items()
    ]
    record = {"type": "FeatureCollection", "features": features}
    return json.dumps(record, separators=(",", ":"))


def _feature(code: str, rings: tuple[Ring, ...]) -> dict[str, Any]:
    shape = {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}
    return {"type": "Feature", "properties": {"code": code}, "geometry": shape}


def _rings(geometry: dict[str, Any]) -> tuple[Ring, ...]:
    """Return the outer rings, rounded, without the points that then fall on the one before."""
    single = geometry["type"] == "Polygon"
    polygons = [geometry["coordinates"]] if single else geometry["coordinates"]
    coarse = (tuple(point for point, _ in groupby(map(_rounded, polygon[0])))
              for polygon in polygons)  # fmt: skip
    return tuple(ring for ring in coarse if len(ring) > _SMALLEST)


def _rounded(point: list[float]) -> tuple[float, float]:
    return round(point[0], _DECIMALS), round(point[1], _DECIMALS)
