"""Exact limits from made-up official layers: what is accepted, what is refused, and how."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely

from geo.building import build
from geo.building.layers import INSET
from geo.composition import code_of, listed

_SEATS = (
    "010101 020101 030101 040101 050110 060101 070101 150501 080108 090101 100101 150801 110101 "
    "120114 130101 140101 150101 150137 070106 150112 150142 160101 170101 180101 190113 200101 "
    "210101 220101 021801 120301 200601 230101 240101 250101"
)
SEATS = _SEATS.split()
"""One district of each distrito fiscal: the seat of its presidency."""
COLUMNS, SIDE, WEST, SOUTH = 6, 0.5, -77.0, -14.0
SENTINEL = b"lo de antes"

Layer = geopandas.GeoDataFrame
Break = Callable[[Layer], Layer]


def square(position: int, side: float = SIDE) -> Any:
    west, south = WEST + position % COLUMNS * SIDE, SOUTH + position // COLUMNS * SIDE
    return shapely.box(west, south, west + side, south + side)


def layer(column: str = "UBIGEO", codes: Any = SEATS) -> Layer:
    squares = [square(position) for position in range(len(codes))]
    return Layer({"OBJECTID": range(len(codes)), column: codes}, geometry=squares, crs=4326)


def saved(frame: Layer, folder: Path, name: str = "capa.geojson") -> Path:
    frame.to_file(folder / name)
    return folder / name


def build_from(path: Path, folder: Path) -> int:
    return build.main(["--capa", str(path), "--salida", str(folder)])


def codes_of(folder: Path, name: str) -> set[str]:
    features = json.loads((folder / f"{name}.geojson").read_text("utf-8"))["features"]
    return {feature["properties"]["code"] for feature in features}


def assert_complete(folder: Path) -> None:
    assert codes_of(folder, "distritos_fiscales") == {code_of(ubigeo) for ubigeo in listed()}
    assert codes_of(folder, "departamentos") == {f"{number:02}" for number in range(1, 26)}
    assert codes_of(folder, "lima_callao") == INSET
    assert len(codes_of(folder, "vecinos")) == 17
    assert json.loads((folder / "origin.json").read_text("utf-8"))["limites"] == "oficiales"


@pytest.mark.parametrize(
    ("column", "codes"),
    [
        ("UBIGEO", SEATS),
        ("ubigeo_inei", [int(code) for code in SEATS]),
        ("IDDIST", [float(code) for code in SEATS]),
        ("CODDIST", [str(int(code)) for code in SEATS]),
        ("ADM3_PCODE", [f"PE{code}" for code in SEATS]),
        ("clave", SEATS),
    ],
)
def test_the_column_is_found_by_name_and_content(column: str, codes: Any, tmp_path: Path) -> None:
    out = tmp_path / "salida"
    assert build_from(saved(layer(column, codes), tmp_path), out) == 0
    assert_complete(out)


@pytest.mark.parametrize(
    ("name", "crs"), [("capa.geojson", 4326), ("capa.shp", 32718), ("capa.gpkg", 24878)]
)
def test_any_format_and_system_of_coordinates(name: str, crs: int, tmp_path: Path) -> None:
    out = tmp_path / "salida"
    assert build_from(saved(layer().to_crs(crs), tmp_path, name), out) == 0
    assert_complete(out)
    ancash = json.loads((out / "distritos_fiscales.geojson").read_text("utf-8"))["features"][1]
    west, south, east, north = shapely.from_geojson(json.dumps(ancash["geometry"])).bounds
    expected = square(SEATS.index("020101")).bounds
    assert (west, south, east, north) == pytest.approx(expected, abs=0.01)


def test_a_shapefile_without_prj_is_read_as_degrees_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(layer(), tmp_path, "capa.shp")
    path.with_suffix(".prj").unlink()
    assert build_from(path, tmp_path / "salida") == 0
    assert "no declara coordenadas" in capsys.readouterr().out


def test_the_layer_of_districts_is_chosen_among_several(tmp_path: Path) -> None:
    path, out = tmp_path / "capas.gpkg", tmp_path / "salida"
    layer("IDDPTO", [code[:2] for code in SEATS]).to_file(path, layer="departamentos")
    layer("IDDIST").to_file(path, layer="distritos")
    assert build_from(path, out) == 0
    assert_complete(out)


def test_invalid_polygons_are_repaired_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = layer()
    west, south, east, north = square(0).bounds
    bow = [(west, south), (east, north), (east, south), (west, north), (west, south)]
    frame.loc[0, "geometry"] = shapely.Polygon(bow)
    assert build_from(saved(frame, tmp_path), tmp_path / "salida") == 0
    assert "se repararon 1 geometrías" in capsys.readouterr().out


def test_the_parts_of_one_district_may_be_several_rows(tmp_path: Path) -> None:
    frame = layer(codes=[*SEATS, SEATS[0]])
    frame.loc[len(SEATS), "geometry"] = square(COLUMNS * 8)
    assert build_from(saved(frame, tmp_path), tmp_path / "salida") == 0


def test_districts_that_the_layer_lacks_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build_from(saved(layer(), tmp_path), tmp_path / "salida")
    told = capsys.readouterr().out
    assert f"no trae {len(listed()) - len(SEATS)}" in told
    assert "150122 Miraflores (lima-centro)" in told


def test_a_row_without_geometry_is_as_if_it_were_absent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spare = next(code for code in listed() if code[:4] == "2101" and code not in SEATS)
    frame = layer(codes=[*SEATS, spare])
    frame.loc[len(SEATS), "geometry"] = None
    out = tmp_path / "salida"
    assert build_from(saved(frame, tmp_path), out) == 0
    told = capsys.readouterr().out
    assert f"fila {len(SEATS) + 1}: UBIGEO='{spare}': no tiene polígono" in told
    assert f"no trae {len(listed()) - len(SEATS)}" in told, "it counts among the absent ones"
    assert build_from(saved(layer(), tmp_path, "sin.geojson"), tmp_path / "otra") == 0
    for file in out.iterdir():
        assert file.read_bytes() == (tmp_path / "otra" / file.name).read_bytes()


@pytest.mark.parametrize("credit", ["", "INEI, 2023, CC BY 4.0"])
def test_the_public_credit_names_the_publisher_and_no_file(credit: str, tmp_path: Path) -> None:
    path = saved(layer(), tmp_path, "copia de mi disco.geojson")
    asked = ["--capa", str(path), "--atribucion", credit, "--salida", str(tmp_path / "salida")]
    assert build.main(asked) == 0
    for name in ("origin.json", "LICENCIAS.md"):
        said = (tmp_path / "salida" / name).read_text("utf-8")
        assert "copia de mi disco" not in said
        assert (credit or "cuyo editor no se indicó") in said


def test_a_hole_of_one_district_is_closed_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frame, out = layer(), tmp_path / "salida"
    frame.loc[8, "geometry"] = square(8) - square(8).centroid.buffer(0.1)
    assert build_from(saved(frame, tmp_path), out) == 0
    assert f"se dio a {SEATS[8]}" in capsys.readouterr().out
    assert_complete(out)


def test_twice_the_same_layer_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(layer(), tmp_path)
    first, second = tmp_path / "primera", tmp_path / "segunda"
    build_from(path, first)
    # As in `make geo CAPA=…` run twice: the second reads the neighbours that the first cut.
    cut = (first / "vecinos.geojson").read_text("utf-8")
    monkeypatch.setattr("geo.building.official_layer.shapes", lambda name: cut)
    build_from(path, second)
    assert {p.name: p.read_bytes() for p in first.iterdir()} == {
        p.name: p.read_bytes() for p in second.iterdir()
    }


def recoded(position: int, value: Any) -> Break:
    def apply(frame: Layer) -> Layer:
        frame.loc[position, "UBIGEO"] = value
        return frame

    return apply


def redrawn(position: int, shape: Any) -> Break:
    def apply(frame: Layer) -> Layer:
        frame.loc[position, "geometry"] = shape
        return frame

    return apply


BROKEN: dict[str, tuple[Break, tuple[str, ...]]] = {
    "no column": (lambda f: f.drop(columns="UBIGEO"), ("no hay columna con el UBIGEO", "OBJECTID")),
    "provinces": (
        lambda f: f.assign(UBIGEO=f["UBIGEO"].str[:4]),
        ("'UBIGEO' no trae UBIGEO de distrito", "'0101'"),
    ),
    "unknown": (recoded(3, "990101"), ("fila 4: UBIGEO='990101'", "geo/composition.csv")),
    "unlisted district of a split province": (recoded(3, "150199"), ("UBIGEO='150199'",)),
    "not a code": (recoded(3, "s/n"), ("fila 4: UBIGEO='s/n'", "no es un UBIGEO")),
    "no code": (recoded(3, None), ("fila 4: UBIGEO=(vacío)", "no es un UBIGEO")),
    "repeated": (recoded(1, SEATS[0]), (f"UBIGEO {SEATS[0]} (Chachapoyas)", "2 filas")),
    "without a district": (lambda f: f.drop(index=3), ("falta la figura de arequipa",)),
    "empty geometry": (redrawn(3, None), ("falta la figura de arequipa",)),
    "points": (lambda f: f.set_geometry(f.centroid), ("no hay polígonos",)),
    "covered": (redrawn(1, square(0)), ("los cubre por completo",)),
    "another country": (
        lambda f: f.set_geometry(f.translate(80, 60)),
        ("no caen en el Perú", "lon 3.0"),
    ),
    "metres called degrees": (
        lambda f: f.to_crs(32718).set_crs(4326, allow_override=True),
        ("no caen en el Perú",),
    ),
    "doubtful hole": (lambda f: f.drop(index=8), ("hueco de", "complete la capa")),
    "no rows": (lambda f: f.iloc[:0], ("no trae ninguna fila",)),
}


@pytest.mark.filterwarnings("ignore:Geometry is in a geographic CRS")
@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_layer_is_refused_and_nothing_is_touched(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, expected = BROKEN[case]
    assert_refused(saved(spoil(layer()), tmp_path, "capa.gpkg"), expected, capsys)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("vacia.geojson", b"", "no se puede leer"),
        ("pagina.geojson", b"<!doctype html><title>404</title>", "no se puede leer"),
        ("binario.gpkg", bytes(range(256)) * 40, "no se puede leer"),
        ("tabla.csv", b"UBIGEO,NOMBRE\n010101,Chachapoyas\n", "ninguna capa con geometría"),
    ],
)
def test_a_file_that_is_no_layer_is_refused(
    name: str, content: bytes, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert_refused(tmp_path / name, (expected,), capsys)


def test_a_file_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert_refused(tmp_path / "nada.gpkg", ("no existe ese fichero",), capsys)


def test_codes_of_another_register_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = layer().assign(NOMBDIST=[listed()[code] for code in SEATS[1:] + SEATS[:1]])
    assert_refused(saved(frame, tmp_path), ("RENIEC", "NOMBDIST"), capsys)


def assert_refused(
    path: Path, expected: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    out = path.parent / "salida"
    out.mkdir()
    (out / "distritos_fiscales.geojson").write_bytes(SENTINEL)
    assert build_from(path, out) == 1
    told = capsys.readouterr().err
    assert all(words in told for words in expected), told
    assert "Traceback" not in told
    assert [p.name for p in out.iterdir()] == ["distritos_fiscales.geojson"]
    assert (out / "distritos_fiscales.geojson").read_bytes() == SENTINEL
