"""Pieces that fit together: cleaned, simplified and dissolved without gaps or overlaps."""

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Geometry

from geo.building.planes import area_km2, joined, parts, polygonal, to_degrees

DECIMALS = 4
GRID = 10.0**-DECIMALS
"""Decimals of a degree kept in the files: about 11 m."""
ROUNDINGS = 5
NEAR_M = 5.0
FRAGMENT_KM2 = 50.0
"""A loose part smaller than this that touches another piece is an artefact of the cut."""
ISLAND_KM2 = 15.0
THIN_M = 1000.0
NEEDLE_KM2 = 1.0
"""A tongue thinner than 2 km and larger than this is where two sources cross, not a place."""
GRID_M = 1.0


class Piece(NamedTuple):
    """A distrito fiscal inside a department; a country is a piece with no department."""

    code: str
    department: str


NOBODY = Piece("", "")

Pieces = dict[Piece, Geometry]
"""Polygons by piece, in metres of the equal-area plane unless said otherwise."""


def cleaned(pieces: Pieces, gap_m: float) -> Pieces:
    """Match every shared edge exactly, closing overlaps and the gaps narrower than `gap_m`."""
    # The default snapping, of centimetres: with metres GEOS 3.14 gives whole polygons away.
    shapes = shapely.coverage_clean(list(pieces.values()), gap_width=gap_m)
    return dict(zip(pieces, shapes, strict=True))


def simplified(pieces: Pieces, tolerance_m: float) -> Pieces:
    """Drop corners of triangles smaller than tolerance², the same on both sides of an edge."""
    shapes = shapely.coverage_simplify(list(pieces.values()), tolerance_m)
    return dict(zip(pieces, shapes, strict=True))


def rounded_degrees(pieces: Pieces) -> Pieces:
    """Return the pieces in degrees, rounded alike so that shared corners stay shared."""
    shapes = [shapely.transform(to_degrees(shape), _rounded) for shape in pieces.values()]
    for _ in range(ROUNDINGS):
        if shapely.is_valid(shapes).all() and shapely.coverage_is_valid(shapes):
            break
        # Rounding folded a corner thinner than the grid: mend it and round what it moved.
        mended = shapely.coverage_clean([polygonal(s) for s in shapes], gap_width=GRID)
        shapes = [shapely.transform(shape, _rounded) for shape in mended]
    return dict(zip(pieces, shapes, strict=True))


def _rounded(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    return corners.round(DECIMALS)


def dissolved(pieces: Pieces, key: Callable[[Piece], str]) -> dict[str, Geometry]:
    """Join the pieces that have the same key, sorted by it, with outer rings clockwise."""
    groups = defaultdict(list)
    for piece, shape in pieces.items():
        groups[key(piece)].append(shape)
    return {name: _for_drawing(groups[name]) for name in sorted(groups)}


def _for_drawing(shapes: list[Geometry]) -> Geometry:
    """D3 fills the outside of an outer ring that runs counter-clockwise, as RFC 7946 asks."""
    whole = shapely.normalize(polygonal(shapely.coverage_union_all(shapes)))
    return shapely.orient_polygons(whole, exterior_cw=True)


def without_fragments(pieces: Pieces) -> Pieces:
    """Give loose fragments and needles to the piece they border most; drop undrawable islets."""
    bodies: Pieces = {}
    loose: list[tuple[Piece, Geometry]] = []
    for piece, shape in pieces.items():
        largest, *others = sorted(parts(shape), key=shapely.area, reverse=True)
        needles = _needles(largest)
        bodies[piece] = polygonal(largest.difference(shapely.union_all(needles)))
        loose += [(piece, part) for part in others + needles]
    kept = {piece: [body] for piece, body in bodies.items()}
    for piece, part in loose:
        kept.get(_owner(part, piece, bodies), []).append(part)
    return {piece: polygonal(shapely.union_all(s, grid_size=GRID_M)) for piece, s in kept.items()}


def _needles(body: Geometry) -> list[Geometry]:
    """Return what is too thin to survive shrinking and growing again, corners aside."""
    opened = body.buffer(-THIN_M, join_style="mitre").buffer(THIN_M, join_style="mitre")
    return [thin for thin in parts(body.difference(opened)) if area_km2(thin) > NEEDLE_KM2]


def _owner(part: Geometry, piece: Piece, bodies: Pieces) -> Piece:
    """Return who keeps a loose part: its own piece, a neighbour, or NOBODY."""
    shared = {other: _border(part, body) for other, body in bodies.items() if other != piece}
    longest = max(shared, key=lambda other: shared[other])
    if shared[longest] > 0 and area_km2(part) < FRAGMENT_KM2:
        return longest
    attached = _border(part, bodies[piece]) > 0
    return piece if attached or area_km2(part) >= ISLAND_KM2 else NOBODY


def _border(part: Geometry, body: Geometry) -> float:
    """Return the metres that two pieces run together, even where their corners do not match."""
    if not shapely.dwithin(part, body, NEAR_M):
        return 0.0
    return float(shapely.length(part.boundary.intersection(body.buffer(NEAR_M))))


def islands_over(shape: Geometry, km2: float) -> Geometry:
    """Keep the polygons of a country that are large enough to see."""
    return joined(part for part in parts(shape) if area_km2(part) >= km2)
