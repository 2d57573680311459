"""The committed shapes: complete, valid, without gaps or overlaps, and wound for d3."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from typing import Any, get_args

import pytest
import shapely
from shapely import Geometry

from geo import places
from geo.building.gaps import GAP_KM2, gaps
from geo.building.layers import INSET
from geo.building.planes import area_km2, to_metres
from geo.places import Layer

LAYERS = get_args(Layer)
BUDGET_BYTES = 300_000


@cache
def drawn(layer: Layer) -> dict[str, Geometry]:
    features = json.loads(places.shapes(layer))["features"]
    return {
        feature["properties"]["code"]: shapely.from_geojson(json.dumps(feature["geometry"]))
        for feature in features
    }


def outer_rings(layer: Layer) -> Iterator[tuple[str, list[Any]]]:
    for feature in json.loads(places.shapes(layer))["features"]:
        shape = feature["geometry"]
        solo = shape["type"] == "Polygon"
        for polygon in [shape["coordinates"]] if solo else shape["coordinates"]:
            yield feature["properties"]["code"], polygon[0]


def signed_area(ring: list[Any]) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) / 2


@pytest.mark.parametrize("layer", LAYERS)
def test_every_outer_ring_is_clockwise(layer: Layer) -> None:
    turned = [code for code, ring in outer_rings(layer) if signed_area(ring) >= 0]
    assert turned == [], "d3 paints the whole map: orient the rings in geo.coverage.dissolved"


@pytest.mark.parametrize(
    ("layer", "count"),
    [("distritos_fiscales", 34), ("departamentos", 25), ("lima_callao", 6), ("vecinos", 17)],
)
def test_every_unit_has_one_shape_and_one_label(layer: Layer, count: int) -> None:
    features = json.loads(places.shapes(layer))["features"]
    codes = [feature["properties"]["code"] for feature in features]
    assert len(codes) == len(set(codes)) == count
    names = {f["properties"]["code"]: f["properties"]["name"] for f in features}
    assert names == {place.code: place.name for place in places.places(layer).values()}


def test_codes_are_those_of_the_tables() -> None:
    assert set(drawn("departamentos")) == {f"{number:02}" for number in range(1, 26)}
    assert set(drawn("lima_callao")) == INSET
    touching = {"ECU", "COL", "BRA", "BOL", "CHL"}
    assert touching <= set(drawn("vecinos"))


@pytest.mark.parametrize("layer", LAYERS)
def test_shapes_are_valid_and_do_not_overlap(layer: Layer) -> None:
    shapes = drawn(layer)
    assert {c: shapely.is_valid_reason(s) for c, s in shapes.items() if not s.is_valid} == {}
    crossing = [
        (a, b)
        for a, b in combinations(shapes, 2)
        if shapely.area(shapely.intersection(shapes[a], shapes[b])) > 1e-9
    ]
    assert crossing == []


def test_neighbours_do_not_cover_peru() -> None:
    peru = shapely.union_all(list(drawn("distritos_fiscales").values()))
    inside = {c: shapely.intersection(s, peru).area for c, s in drawn("vecinos").items()}
    # Only an official layer leaves slivers: its border is not that of Natural Earth.
    assert {code: area for code, area in inside.items() if area > 5e-3} == {}


def test_there_are_no_gaps_between_districts() -> None:
    holes = gaps(list(drawn("distritos_fiscales").values()))
    assert [hole.wkt for hole in holes if area_km2(to_metres(hole)) > GAP_KM2] == []


def test_districts_and_departments_cover_the_same_ground() -> None:
    districts, departments = (
        shapely.union_all(list(drawn(layer).values()))
        for layer in ("distritos_fiscales", "departamentos")
    )
    assert area_km2(to_metres(districts.symmetric_difference(departments))) < 0.01


def test_peru_has_its_size() -> None:
    km2 = sum(area_km2(to_metres(shape)) for shape in drawn("distritos_fiscales").values())
    assert km2 == pytest.approx(1_285_216, rel=0.02)


@pytest.mark.parametrize("layer", LAYERS)
def test_every_label_lies_inside_its_shape(layer: Layer) -> None:
    outside = [
        place.code
        for place in places.places(layer).values()
        if not drawn(layer)[place.code].contains(shapely.Point(place.lon, place.lat))
    ]
    assert outside == []


def test_neighbours_of_the_table_share_a_border() -> None:
    shapes = drawn("distritos_fiscales")
    assert len(shapes) > 1
    for a, b in combinations(shapes, 2):
        border = shapely.length(shapely.intersection(shapes[a], shapes[b]))
        assert (border > 0) == (b in places.neighbours(a)), (a, b)


def test_seats_of_the_public_ministry_fall_in_their_district() -> None:
    seats = {
        "amazonas": (-77.873, -6.229),
        "selva-central": (-75.33, -11.05),
        "del-santa": (-78.58, -9.08),
        "sullana": (-80.69, -4.90),
        "puno": (-70.02, -15.84),
        "madre-de-dios": (-69.19, -12.60),
    }
    shapes = drawn("distritos_fiscales")
    lost = [
        code for code, place in seats.items() if not shapes[code].contains(shapely.Point(place))
    ]
    assert lost == []


def test_the_files_stay_light() -> None:
    assert sum(len(places.shapes(layer).encode()) for layer in LAYERS) < BUDGET_BYTES
