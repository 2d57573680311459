"""The package, the ZIP and every kept version are what their own description says of them."""

import copy
import csv
import io
import json
import zipfile

import pytest

from data.publish.versions import Archive
from tests.schema.check import faults

DATA = ["", *Archive().versions]


@pytest.fixture(scope="module")
def package(live_client):
    """The package of today and its files, to be spoilt."""
    described = live_client.get("/datos/datapackage.json").get_json()
    files = {r["path"]: live_client.get(f"/datos/{r['path']}").data for r in described["resources"]}
    return described, files


def asked(path, version):
    return f"/datos/{path}?corte={version}" if version else f"/datos/{path}"


@pytest.mark.parametrize("version", DATA)
def test_the_package_describes_its_files(live_client, version):
    described = live_client.get(asked("datapackage.json", version)).get_json()
    assert described["resources"]
    assert faults(described, lambda path: live_client.get(asked(path, version)).data) == []


@pytest.mark.parametrize("version", DATA)
def test_the_zip_describes_its_files(live_client, version):
    packed = zipfile.ZipFile(io.BytesIO(live_client.get(asked("todo.zip", version)).data))
    described = json.loads(packed.read("datapackage.json"))
    assert described["resources"]
    assert faults(described, packed.read) == []


def spoilt(package, table, column, cell, line=1):
    """Return the faults of the package with one cell changed."""
    described, files = package
    lines = list(csv.reader(io.StringIO(files[f"{table}.csv"].decode(), newline="")))
    lines[line][lines[0].index(column)] = cell
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return faults(described, (files | {f"{table}.csv": out.getvalue().encode()}).__getitem__)


@pytest.mark.parametrize(
    ("table", "column", "cell", "said"),
    [
        ("conteos", "semaforo", "azul", "is not in the list"),
        ("conteos", "cantidad", "3.5", "is no integer"),
        ("conteos", "cantidad", "-1", "is out of range"),
        ("avances", "avance_publicado", "67,3", "is no number"),
        ("correcciones", "fecha", "28/11/2026", "is no date"),
        ("indicadores", "codigo", "IOP.1", "has not the form"),
        ("indicadores", "nombre", "", "is required"),
        ("indicadores", "fuente", "nadie", "is not in fuentes"),
    ],
)
def test_a_cell_that_the_description_forbids_is_noticed(package, table, column, cell, said):
    assert any(said in fault for fault in spoilt(package, table, column, cell))


def test_an_absent_figure_and_the_total_of_a_counter_are_no_fault(package):
    files = package[1]
    assert b"total" in files["conteos.csv"]
    assert ",," in files["rutas.csv"].decode()
    assert spoilt(package, "avances", "avance_publicado", "") == []


def test_a_repeated_key_is_noticed(package):
    described, files = package
    for table in ("indicadores", "rutas"):
        content = files[f"{table}.csv"]
        twice = files | {f"{table}.csv": content + content.splitlines(keepends=True)[-1]}
        assert any("repeats" in fault for fault in faults(described, twice.__getitem__))


@pytest.mark.parametrize("way", ["primary", "name", "header"])
def test_a_description_against_the_standard_is_noticed(package, way):
    described, files = copy.deepcopy(package[0]), package[1]
    routes = next(each for each in described["resources"] if each["name"] == "rutas")
    if way == "primary":
        [routes["schema"]["primaryKey"]] = routes["schema"].pop("uniqueKeys")
    elif way == "name":
        routes["name"] = "Rutas del plan"
    else:
        routes["schema"]["fields"].reverse()
    assert faults(described, files.__getitem__) != []
