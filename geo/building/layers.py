"""The layers that are published, each drawn from the same pieces so that their borders agree."""

from dataclasses import dataclass

import shapely
from shapely import Geometry

from geo.building.gaps import without_bays
from geo.building.planes import is_wide, polygonal
from geo.building.polygon_coverage import (
    GRID,
    GRID_M,
    Piece,
    Pieces,
    cleaned,
    dissolved,
    islands_over,
    rounded_degrees,
    simplified,
)

CORNER_M = 2500.0
"""Simplification of Peru and of what borders it: under a pixel of a map 640 px high."""
FAR_CORNER_M = 10_000.0
INSET_CORNER_M = 250.0
NEAR_M = 50_000.0
"""Around Peru the neighbours are as fine as Peru itself; further out they are background."""
COUNTRY_ISLAND_KM2 = 400.0
GAP_M = 2000.0
SEAM_M = 200.0

INSET = frozenset({"callao", "lima-centro", "lima-este", "lima-noroeste", "lima-norte", "lima-sur"})
"""The six that cannot be told apart on the map of the country."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Polygons in degrees by code; departments by two digits, countries by ISO letters."""

    districts: dict[str, Geometry]
    departments: dict[str, Geometry]
    inset: dict[str, Geometry]
    countries: dict[str, Geometry]


def with_countries(pieces: Pieces) -> Layers:
    """Draw every layer from the pieces of Peru and its neighbours, in metres."""
    kept = {
        p: shape if p.department else islands_over(shape, COUNTRY_ISLAND_KM2)
        for p, shape in pieces.items()
    }
    whole = cleaned(kept, GAP_M)
    fine = simplified(whole, CORNER_M)
    drawn = rounded_degrees(cleaned(_coarse_far_away(fine, whole), SEAM_M))
    countries = {p: shape for p, shape in drawn.items() if not p.department}
    return _of_peru(drawn, whole, dissolved(countries, _code))


def with_countries_cut(pieces: Pieces, countries: dict[str, Geometry]) -> Layers:
    """Draw Peru from its pieces, in metres, and cut the neighbours, in degrees, where they meet."""
    drawn = without_bays(rounded_degrees(simplified(pieces, CORNER_M)))
    peru = shapely.coverage_union_all(list(drawn.values()))
    left = {Piece(code, ""): _cut(shape, peru) for code, shape in countries.items()}
    return _of_peru(drawn, pieces, dissolved(left, _code))


def _cut(country: Geometry, peru: Geometry) -> Geometry:
    """Take Peru out of a country, unless an earlier build did: cutting again moves corners."""
    if not is_wide(shapely.intersection(country, peru)):
        return country
    return polygonal(shapely.difference(country, peru, grid_size=GRID))


def _of_peru(drawn: Pieces, whole: Pieces, countries: dict[str, Geometry]) -> Layers:
    """Dissolve the drawn pieces both ways; the inset comes from the unsimplified ones."""
    inside = {p: shape for p, shape in drawn.items() if p.department}
    capital = {p: shape for p, shape in whole.items() if p.code in INSET}
    inset = rounded_degrees(simplified(capital, INSET_CORNER_M))
    return Layers(
        districts=dissolved(inside, _code),
        departments=dissolved(inside, _department),
        inset=dissolved(inset, _code),
        countries=countries,
    )


def _code(piece: Piece) -> str:
    return piece.code


def _department(piece: Piece) -> str:
    return piece.department


def _coarse_far_away(fine: Pieces, whole: Pieces) -> Pieces:
    """Swap each country beyond NEAR_M of Peru for a coarser drawing of itself."""
    peru = shapely.union_all([shape for p, shape in fine.items() if p.department])
    near = peru.buffer(NEAR_M, quad_segs=4)
    coarse = simplified(whole, FAR_CORNER_M)
    return {
        p: shape if p.department else _seamed(shape, coarse[p], near) for p, shape in fine.items()
    }


def _seamed(fine: Geometry, coarse: Geometry, near: Geometry) -> Geometry:
    inner, outer = polygonal(fine.intersection(near)), polygonal(coarse.difference(near))
    return polygonal(shapely.union(inner, outer, grid_size=GRID_M))
