"""Makes the districts of an official layer share their edges exactly."""

import shapely
from shapely import Geometry

from geo.building.errors import GeometryFault
from geo.building.gaps import GAP_KM2
from geo.building.planes import area_km2

SLIVER_M = 1000.0
"""Gaps narrower than this between two districts are flaws of digitising or of simplifying."""
MANY_CORNERS, THIN_M = 200_000, 100.0
LOST = 0.1
"""Share of its ground that a district may cede to overlaps without being named."""
SHOWN = 10

Districts = dict[str, Geometry]
"""Polygons by UBIGEO, in metres of the equal-area plane."""


def fitted(districts: Districts) -> tuple[Districts, list[str]]:
    """Close overlaps and narrow gaps; return the districts and what to tell, or raise."""
    thin, told = _thinned(districts)
    clean = shapely.coverage_clean(list(thin.values()), gap_width=SLIVER_M)
    found = dict(zip(districts, clean, strict=True))
    lost = {u: area_km2(shape) - area_km2(found[u]) for u, shape in districts.items()}
    covered = [u for u in found if found[u].is_empty and lost[u] > GAP_KM2]
    if covered:
        raise GeometryFault(
            f"UBIGEO {', '.join(covered[:SHOWN])}: otro distrito los cubre por completo; "
            "corrija la capa"
        )
    kept = {ubigeo: shape for ubigeo, shape in found.items() if not shape.is_empty}
    return kept, told + _ceded(districts, lost)


def _thinned(districts: Districts) -> tuple[Districts, list[str]]:
    """Thin a detailed layer whose edges do not match: matching them as they are takes minutes."""
    shapes = list(districts.values())
    corners = int(shapely.get_num_coordinates(shapes).sum())
    if corners < MANY_CORNERS or shapely.coverage_is_valid(shapes):
        return districts, []
    thin = dict(zip(districts, shapely.simplify(shapes, THIN_M), strict=True))
    return thin, [
        "Aviso: los bordes de distritos vecinos no coinciden vértice a vértice; se simplificaron a "
        f"{THIN_M:.0f} m antes de ajustarlos"
    ]


def _ceded(districts: Districts, lost: dict[str, float]) -> list[str]:
    """Name the districts that lost much of their ground, and tell the sum of the others."""
    much = {u: km2 for u, km2 in lost.items() if km2 > LOST * area_km2(districts[u])}
    named = [
        f"Aviso: {u} pierde {km2:.2f} km² que otro distrito también cubre"
        for u, km2 in much.items()
    ]
    little = [km2 for u, km2 in lost.items() if u not in much and km2 > GAP_KM2]
    rest = (
        f"Aviso: {len(little)} distritos se solapan con otros y pierden {sum(little):.0f} km² en "
        "total"
    )
    return named + ([rest] if little else [])
