"""A file of shapes that is cut or damaged is blamed by its name, and the tables are not."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo import shape_files
from geo.shape_files import ShapeError

FILES = ["places.csv", "neighbours.csv", "origin.json", "departamentos.geojson",
         "distritos_fiscales.geojson", "lima_callao.geojson", "vecinos.geojson"]  # fmt: skip


@pytest.fixture
def folder(root, tmp_path):
    return Path(shutil.copytree(root / "geo" / "shapes", tmp_path / "shapes"))


def said(folder):
    with pytest.raises(ShapeError) as caught:
        shape_files.check(folder)
    return str(caught.value).splitlines()


def test_the_committed_files_are_whole(folder):
    shape_files.check()
    shape_files.check(folder)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("way", ["gone", "empty", "cut", "bytes"])
def test_a_damaged_file_is_named_with_its_remedy(folder, name, way):
    file = folder / name
    whole = file.read_bytes()
    file.unlink()
    if way != "gone":
        file.write_bytes(
            {"empty": b"", "cut": whole[: len(whole) // 2], "bytes": b"\xff\xfe\x00"}[way]
        )
    [line] = said(folder)
    assert line.startswith(f"geo/shapes/{name}: ")
    assert "make geo" in line


def test_a_list_without_its_last_lines_is_noticed(folder):
    for name in ("places.csv", "neighbours.csv"):
        file = folder / name
        file.write_text("".join(file.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    assert any("places.csv" in line for line in said(folder))
    assert any(line.startswith("geo/shapes/neighbours.csv: ") for line in said(folder))


@pytest.mark.parametrize("way", ["lost", "open", "far", "short", "text"])
def test_a_damaged_contour_is_named_with_its_unit(folder, way):
    file = folder / "departamentos.geojson"
    layer = json.loads(file.read_text("utf-8"))
    first = layer["features"][0]
    geometry = first["geometry"]
    lines = geometry["coordinates"]
    ring = lines[0][0] if geometry["type"] == "MultiPolygon" else lines[0]
    if way == "lost":
        layer["features"].pop(0)
    elif way == "open":
        ring.pop()
    elif way == "far":
        ring[1][0] = 400
    elif way == "short":
        del ring[1:]
    else:
        ring[1] = "aquí"
    file.write_text(json.dumps(layer), "utf-8")
    [line] = said(folder)
    assert line.startswith("geo/shapes/departamentos.geojson: ")
    assert first["properties"]["code"] in line


def test_the_server_does_not_start_and_blames_the_file(root, tmp_path):
    code = (
        "import pathlib, geo.shape_files as s;"
        "s.check.__defaults__ = (pathlib.Path('.'),);"
        "import app"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False,
        env={"PATH": ""},
    )  # fmt: skip
    assert done.returncode == 1
    assert "geo/shapes/departamentos.geojson: " in done.stderr
    assert "Traceback" not in done.stderr
    assert "tablas" not in done.stderr
