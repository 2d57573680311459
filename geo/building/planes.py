"""From degrees to metres and back, and polygons kept polygons on the way."""

from collections.abc import Iterable

import shapely
from pyproj import Transformer
from shapely import Geometry

EQUAL_AREA = "+proj=laea +lat_0=-9.2 +lon_0=-75 +datum=WGS84 +units=m"
"""Lambert equal-area plane centred on Peru, in metres: areas and tolerances are true there."""

DEGREES = "EPSG:4326"
"""Longitude and latitude of WGS 84, in that order."""

M2_PER_KM2 = 1e6
SLIVER_M = 20.0
"""Half the width of the widest strip that rounding the corners may leave between two layers."""

_TO_METRES = Transformer.from_crs(DEGREES, EQUAL_AREA, always_xy=True)
_TO_DEGREES = Transformer.from_crs(EQUAL_AREA, DEGREES, always_xy=True)


def to_metres(shape: Geometry) -> Geometry:
    """Project a geometry from degrees to the equal-area plane."""
    return shapely.transform(shape, _TO_METRES.transform, interleaved=False)


def to_degrees(shape: Geometry) -> Geometry:
    """Project a geometry from the equal-area plane to degrees."""
    return shapely.transform(shape, _TO_DEGREES.transform, interleaved=False)


def polygonal(shape: Geometry) -> Geometry:
    """Repair a geometry and keep its polygons: repairs leave stray lines and points behind."""
    try:
        return joined(parts(shapely.make_valid(shape)))
    except shapely.GEOSException:
        # This method loses the smaller lobe of a ring that crosses itself, but never fails.
        return joined(parts(shapely.make_valid(shape, method="structure", keep_collapsed=False)))


def parts(shape: Geometry) -> list[Geometry]:
    """Return the polygons of a geometry, however nested, leaving lines and points out."""
    if shape.geom_type == "Polygon":
        return [] if shape.is_empty else [shape]
    return [polygon for part in getattr(shape, "geoms", []) for polygon in parts(part)]


def joined(polygons: Iterable[Geometry]) -> Geometry:
    """Return one polygon as itself and any other number of them as a multipolygon."""
    kept = list(polygons)
    return kept[0] if len(kept) == 1 else shapely.MultiPolygon(kept)


def area_km2(shape: Geometry) -> float:
    """Return the area in km² of a geometry in the equal-area plane."""
    return float(shapely.area(shape)) / M2_PER_KM2


def is_wide(shape: Geometry) -> bool:
    """Tell whether a geometry in degrees is more than a sliver left by rounding."""
    return not to_metres(shape).buffer(-SLIVER_M).is_empty
