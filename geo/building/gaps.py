"""Holes that districts enclose: found, measured, and given to a neighbour when that is safe."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import shapely
from shapely import Geometry

from geo.building.errors import GeometryFault
from geo.building.planes import area_km2, parts, polygonal, to_degrees, to_metres
from geo.composition import code_of, listed

GAP_KM2 = 1.0
"""A smaller hole is a flaw of digitising and is closed without a word."""
LAKE_KM2 = 1000.0
"""A larger hole between several distritos fiscales is no lake: something is missing."""
DOUBT_KM2 = 5.0
"""The same limit where the layer lacks districts of the provinces around."""
BAY_KM2 = 100.0
"""A bay of the border that rounding turned into a hole is closed up to this size."""
SHOWN = 5
TOLD = 10

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Gap:
    """A hole in metres and the UBIGEO around it, the longest common border first."""

    shape: Geometry
    around: tuple[str, ...]

    @property
    def codes(self) -> set[str]:
        """Return the distritos fiscales that surround the hole."""
        return {str(code_of(ubigeo)) for ubigeo in self.around}

    def told(self) -> str:
        """Say in Spanish how large the hole is and where."""
        around = ", ".join(self.around[:SHOWN])
        place = where(to_degrees(self.shape))
        return f"hueco de {area_km2(self.shape):.1f} km² en {place}, junto a {around}"


def gaps(shapes: Iterable[Geometry]) -> list[Geometry]:
    """Return the holes that polygons without overlaps enclose, in the plane of the polygons."""
    whole = shapely.coverage_union_all(list(shapes))
    rings = [shapely.Polygon(ring) for part in parts(whole) for ring in part.interiors]
    return [hole for ring in rings for hole in parts(polygonal(ring.difference(whole)))]


def where(shape: Geometry) -> str:
    """Name a point inside a shape in degrees, as a reader of maps writes it."""
    point = shape.representative_point()
    return f"lon {point.x:.3f}, lat {point.y:.3f}"


def without_bays(shapes: dict[Key, Geometry]) -> dict[Key, Geometry]:
    """Close the small holes of a coverage in degrees, each on its longest border."""
    holes = [hole for hole in gaps(shapes.values()) if area_km2(to_metres(hole)) <= BAY_KM2]
    return _closed(shapes, [(_around(hole, shapes)[0], hole) for hole in holes])


def filled(districts: dict[str, Geometry]) -> tuple[dict[str, Geometry], list[str]]:
    """Close every hole between districts, by UBIGEO in metres; return the notes or raise."""
    found = [Gap(hole, tuple(_around(hole, districts))) for hole in gaps(districts.values())]
    owners = [_owner(gap, districts) for gap in found]
    faults = [_fault(g, districts) for g, owner in zip(found, owners, strict=True) if not owner]
    if faults:
        raise GeometryFault("la capa deja huecos sin distrito:\n- " + "\n- ".join(faults))
    pairs = list(zip(owners, found, strict=True))
    return _closed(districts, [(owner, gap.shape) for owner, gap in pairs]), _told(pairs)


def _told(pairs: list[tuple[str, Gap]]) -> list[str]:
    """Tell the largest holes one by one and the others by their number."""
    large = [pair for pair in pairs if area_km2(pair[1].shape) > GAP_KM2]
    large.sort(key=lambda pair: area_km2(pair[1].shape), reverse=True)
    named = [f"Aviso: {gap.told()}: se dio a {owner}" for owner, gap in large[:TOLD]]
    rest = len(large) - len(named)
    return named + ([f"Aviso: y {rest} huecos menores, dados a su vecino"] if rest > 0 else [])


def _around(hole: Geometry, shapes: dict[Key, Geometry]) -> list[Key]:
    """Return who borders a hole, the longest border first."""
    keys = list(shapes)
    touching = shapely.STRtree(list(shapes.values())).query(hole, predicate="intersects")
    near = [keys[i] for i in sorted(touching)]
    lengths = {key: shapely.length(hole.boundary.intersection(shapes[key])) for key in near}
    return sorted((key for key in near if lengths[key] > 0), key=lambda k: -lengths[k])


def _owner(gap: Gap, districts: dict[str, Geometry]) -> str:
    """Return the UBIGEO that takes a hole, or nothing when its distrito fiscal is in doubt."""
    absent = _absent(gap, districts)
    possible = {str(code_of(ubigeo)) for ubigeo in absent} or gap.codes
    sure = [ubigeo for ubigeo in gap.around if {code_of(ubigeo)} == possible]
    largest = DOUBT_KM2 if absent else LAKE_KM2
    return next(iter(sure), gap.around[0] if area_km2(gap.shape) <= largest else "")


def _absent(gap: Gap, districts: dict[str, Geometry]) -> list[str]:
    """Return the districts of the provinces around a hole that the layer does not carry."""
    provinces = {ubigeo[:4] for ubigeo in gap.around}
    return [u for u in listed() if u[:4] in provinces and u not in districts]


def _fault(gap: Gap, districts: dict[str, Geometry]) -> str:
    missing = [f"{u} {listed()[u]}" for u in _absent(gap, districts)]
    guess = f"; la capa no trae {', '.join(missing[:SHOWN])}" if missing else ""
    return f"{gap.told()}{guess}: complete la capa con el distrito que falta"


def _closed(
    shapes: dict[Key, Geometry], given: Iterable[tuple[Key, Geometry]]
) -> dict[Key, Geometry]:
    grown = defaultdict(list)
    for key, hole in given:
        grown[key].append(hole)
    return {
        key: shapely.coverage_union_all([shape, *grown[key]]) if grown[key] else shape
        for key, shape in shapes.items()
    }
