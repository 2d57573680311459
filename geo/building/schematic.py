"""Schematic limits: Natural Earth departments cut between the capitals of the districts."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
import shapely.geometry
from shapely import Geometry

from geo.building import packages
from geo.building.countries import NEIGHBOURS, PERU, decode
from geo.building.gazetteer import Gazetteer, Seat
from geo.building.partition import balanced_weights, power_cells
from geo.building.planes import polygonal, to_metres
from geo.building.polygon_coverage import GRID_M, Piece, Pieces, without_fragments
from geo.composition import code_of

LIMA_AND_CALLAO = "LM"
"""The province of Lima and Callao are cut as one region: Natural Earth misses half of Callao."""
NE_LIMA_PROVINCE, NE_CALLAO = "LMA", "07"
OUTSIDE = frozenset({"070106", "070107"})
"""Ventanilla and Mi Perú, which Natural Earth leaves out of Callao."""
STRAY_M = 12_000.0
"""A capital further than this from its department is a namesake's: it is left out."""
COAST_M = 50_000.0


@dataclass(frozen=True, slots=True)
class Site:
    """A capital in the equal-area plane (metres), with its piece and the region it cuts."""

    x: float
    y: float
    piece: Piece
    region: str


def pieces(folder: Path) -> tuple[Pieces, Gazetteer]:
    """Download the packages into `folder` and return every piece in metres, with the names."""
    read = packages.download(folder)
    gazetteer = Gazetteer(read.names, read.provinces, read.capitals)
    countries = {number: polygonal(to_metres(s)) for number, s in decode(read.countries).items()}
    regions = _regions(read.departments)
    sites = _sites(gazetteer, regions)
    regions = _up_to_the_border(regions, sites, countries[PERU])
    neighbours = {Piece(NEIGHBOURS[n][0], ""): countries[n] for n in NEIGHBOURS}
    return without_fragments(_cut_all(regions, sites, gazetteer)) | neighbours, gazetteer


def _regions(units: packages.Json) -> dict[str, Geometry]:
    """Key Natural Earth's units by `gn_a1_code`: their `name` is wrong (two are "Callao")."""
    regions = {
        unit["properties"]["gn_a1_code"].split(".")[1]: polygonal(
            to_metres(shapely.geometry.shape(unit["geometry"]))
        )
        for unit in units["features"]
    }
    capital = [regions.pop(NE_LIMA_PROVINCE), regions.pop(NE_CALLAO)]
    return regions | {LIMA_AND_CALLAO: shapely.union_all(capital, grid_size=GRID_M)}


def _sites(gazetteer: Gazetteer, regions: dict[str, Geometry]) -> list[Site]:
    """Return the capitals that lie in their own region, each place once."""
    sites: dict[tuple[float, float], Site] = {}
    for seat in gazetteer.seats():
        place, region = to_metres(shapely.Point(seat.lon, seat.lat)), _region_of(seat)
        if seat.ubigeo in OUTSIDE or shapely.dwithin(regions[region], place, STRAY_M):
            piece = Piece(_code(seat, gazetteer), seat.ubigeo[:2])
            sites.setdefault((seat.lon, seat.lat), Site(place.x, place.y, piece, region))
    return list(sites.values())


def _region_of(seat: Seat) -> str:
    in_capital = seat.ubigeo.startswith(("1501", "07"))
    return LIMA_AND_CALLAO if in_capital else seat.ubigeo[:2]


def _code(seat: Seat, gazetteer: Gazetteer) -> str:
    return code_of(seat.ubigeo) or gazetteer.codes_in(seat.ubigeo).pop()


def _up_to_the_border(
    regions: dict[str, Geometry], sites: list[Site], peru: Geometry
) -> dict[str, Geometry]:
    """Clip the regions to Peru's outline and give what they leave free to the nearest capital."""
    free = peru.difference(shapely.union_all(list(regions.values())))
    places = shapely.multipoints([(site.x, site.y) for site in sites])
    near = shapely.voronoi_polygons(places, extend_to=peru.buffer(COAST_M), ordered=True)
    owned = defaultdict(list)
    for site, cell in zip(sites, shapely.get_parts(near), strict=True):
        owned[site.region].append(polygonal(cell.intersection(free)))
    return {
        key: polygonal(
            shapely.union_all([polygonal(shape.intersection(peru)), *owned[key]], grid_size=GRID_M)
        )
        for key, shape in regions.items()
    }


def _cut_all(regions: dict[str, Geometry], sites: list[Site], gazetteer: Gazetteer) -> Pieces:
    cells = defaultdict(list)
    for key, region in sorted(regions.items()):
        inside = [site for site in sites if site.region == key]
        for site, cell in zip(inside, _cut(key, region, inside, gazetteer), strict=True):
            cells[site.piece].append(cell)
    return {p: polygonal(shapely.union_all(c, grid_size=GRID_M)) for p, c in cells.items()}


def _cut(key: str, region: Geometry, sites: list[Site], gazetteer: Gazetteer) -> list[Geometry]:
    """Cut one region among its capitals; Lima's capitals are dense enough to need no weights."""
    places = np.array([(site.x, site.y) for site in sites])
    codes = [site.piece.code for site in sites]
    weights = np.zeros(len(sites))
    if len(set(codes)) > 1 and key != LIMA_AND_CALLAO:
        targets = gazetteer.area_targets(key)
        weights = balanced_weights(places, codes, region, targets)
    return power_cells(places, weights, region)
