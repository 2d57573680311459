"""/salud and the addresses of the real board over tables that change."""

import re
import shutil
from pathlib import Path

import pytest
from flask import request

from callbacks.board import create_app
from callbacks.hot_reload import rehearsal
from callbacks.hot_reload.rehearsal_plan import plan
from callbacks.hot_reload.server import Server
from components.charts.registry import CHARTS
from components.pages import PAGES
from data.loader import load

# A swap collects what it leaves behind.
pytestmark = pytest.mark.usefixtures("small_heap")


@pytest.fixture(autouse=True)
def short(monkeypatch):
    """Rehearse one page of each kind: the whole rehearsal has its own test."""
    monkeypatch.setenv("TABLERO_ENSAYO", "0")


@pytest.fixture(scope="module")
def tables(tmp_path_factory, frozen):
    return Path(shutil.copytree(frozen, tmp_path_factory.mktemp("t") / "tables"))


@pytest.fixture(scope="module")
def server(tables):
    return Server(lambda store: create_app(store).server, tables)


def edit(tables, name, old, new):
    file = tables / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def settle(server):
    server.look()
    server.look()


def test_health_says_well_and_no_more(server):
    answer = server.test_client().get("/salud")
    assert answer.status_code == 200
    assert set(answer.get_json()) == {"estado", "version_datos", "corte"}
    assert answer.get_json()["estado"] == "bien"
    assert answer.headers["Cache-Control"] == "no-store"


def test_refused_tables_are_told_on_health_and_nowhere_else(server, tables):
    client = server.test_client()
    paths = ("/", "/vistas/panorama.json", "/datos/avances.csv", "/graficos/objetivos.json")
    before = {path: (client.get(path).status_code, client.get(path).data) for path in paths}
    edit(tables, "avances.csv", "IG,2024,70.6,", "IG,2024,mucho,")
    settle(server)
    answer = client.get("/salud")
    record = answer.get_json()
    assert answer.status_code == 200
    assert record["estado"] == "degradado"
    assert record["razon"] == "avances.csv:25: no es un número"
    assert str(tables.parent) not in answer.text
    assert {path: (client.get(path).status_code, client.get(path).data) for path in paths} == before
    edit(tables, "avances.csv", "IG,2024,mucho,", "IG,2024,70.6,")
    settle(server)
    assert client.get("/salud").get_json()["estado"] == "bien"


def test_the_tag_of_an_answer_changes_with_its_tables_and_a_citation_reopens(server, tables, store):
    client = server.test_client()
    tag = client.get("/").headers["ETag"]
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 304
    edit(tables, "avances.csv", "IG,2024,70.6,", "IG,2024,70.7,")
    settle(server)
    now = client.get("/salud").get_json()["version_datos"]
    assert now != store.version
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 200
    assert client.get("/vistas/panorama.json").get_json()["version_datos"] == now
    frozen = client.get(f"/vistas/panorama.json?corte={store.version}").get_json()
    assert frozen["version_datos"] == store.version
    assert "70.6" in frozen["titulo"] + frozen["contenido"]


@pytest.fixture
def unforeseen(monkeypatch):
    """The loader does not look at the categories: a fault that nobody thought of."""
    monkeypatch.setattr("data.foreign_keys._categories", lambda *_: iter(()))


@pytest.mark.usefixtures("unforeseen")
def test_rows_that_a_page_cannot_be_written_from_are_refused(server, tables):
    """A category of the profile without its figure: each table is valid, the page is not."""
    version = server.test_client().get("/salud").get_json()["version_datos"]
    edit(tables, "bases_perfil.csv", "Peruana;Extranjera", "Peruana;Otra")
    settle(server)
    record = server.test_client().get("/salud").get_json()
    assert record["estado"] == "degradado"
    assert record["version_datos"] == version
    assert record["razon"] == "la página /perfil no se puede escribir con estas tablas"
    edit(tables, "bases_perfil.csv", "Peruana;Otra", "Peruana;Extranjera")
    settle(server)


@pytest.mark.usefixtures("unforeseen")
def test_a_start_over_rows_that_break_a_page_serves_the_others_and_says_which(frozen, tmp_path):
    tables = Path(shutil.copytree(frozen, tmp_path / "tables"))
    edit(tables, "bases_perfil.csv", "Peruana;Extranjera", "Peruana;Otra")
    server = Server(lambda store: create_app(store).server, tables)
    client = server.test_client()
    assert client.get("/mapa").status_code == 200
    assert client.get("/perfil").status_code == 500
    for _ in range(2):
        record = client.get("/salud").get_json()
        assert record["estado"] == "degradado"
        assert record["razon"] == "la página /perfil no se puede escribir con estas tablas"
        (tables / "bases_perfil.csv").touch()
        settle(server)
    edit(tables, "bases_perfil.csv", "Peruana;Otra", "Peruana;Extranjera")
    settle(server)
    assert client.get("/salud").get_json()["estado"] == "bien"
    assert client.get("/perfil").status_code == 200


def test_the_plan_asks_for_every_subject_year_embed_image_and_screen(store):
    asked = plan(store)
    assert len(asked) == len(set(asked))
    for page in PAGES:
        assert page.example in asked
        assert bool([*page.subjects(store)]) == page.path.endswith("/<>"), page.path
        for subject in page.subjects(store):
            path = page.path.replace("<>", subject)
            assert any(one.split("?")[0] == path for one in asked), path
    for slug in CHARTS:
        assert any(one.startswith(f"/incrustar/{slug}") for one in asked)
        assert any(one.startswith(f"/imagenes/{slug}.png") for one in asked)
    for year in range(2019, 2031):
        for path in ("/", "/indicadores", "/indicadores/IOP.02.02", "/sectores", "/presentar",
                     "/incrustar/semaforo"):  # fmt: skip
            assert f"{path}?anio={year}" in asked


def test_the_whole_rehearsal_asks_for_each_address_once_and_for_the_kinds_first(store, monkeypatch):
    asked = []
    monkeypatch.setenv("TABLERO_ENSAYO", "600")
    monkeypatch.setattr(rehearsal, "_ask", lambda _, path: asked.append(path))
    rehearsal.rehearse(None)
    assert asked == [page.example for page in PAGES]
    rehearsal.rehearse_rest(None, store)
    assert sorted(asked) == sorted(plan(store))


@pytest.fixture(scope="module")
def fragile(frozen, tmp_path_factory):
    """A board that fails, but over its first tables, at what is told; its tables and its plan."""
    copy = Path(shutil.copytree(frozen, tmp_path_factory.mktemp("fragile") / "tables"))
    told, first = [], []

    def build(store):
        made = create_app(store).server
        first.append(store.version)

        def fails():
            if store.version != first[0] and request.full_path.startswith(tuple(told)):
                raise ValueError(told)

        made.before_request(fails)
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TABLERO_ENSAYO", "0")
        return Server(build, copy), copy, told, plan(load(copy))


@pytest.mark.parametrize(
    ("broken", "published"),
    [
        ("/imagenes/rutas.png", "71.1"),
        ("/indicadores/ISS.03.06.01.01", "71.2"),
        ("/presentar?anio=2030", "71.3"),
    ],
)
def test_what_only_the_whole_rehearsal_asks_for_keeps_the_old_tables(
    broken, published, fragile, monkeypatch
):
    found, copy, told, whole = fragile
    told[:] = [broken]
    monkeypatch.setenv("TABLERO_ENSAYO", "600")
    near = [one for one in whole if one.startswith(broken)]
    assert near
    monkeypatch.setattr(rehearsal, "plan", lambda _: near)
    rows = re.sub(
        r"(?m)^IG,2024,[\d.]+", f"IG,2024,{published}", (copy / "avances.csv").read_text("utf-8")
    )
    (copy / "avances.csv").write_text(rows, "utf-8")
    client = found.test_client()
    before = client.get("/salud").get_json()["version_datos"]
    settle(found)
    record = client.get("/salud").get_json()
    assert "no se puede escribir" in record["razon"]
    assert broken.split("?")[0] in record["razon"]
    assert record["version_datos"] == before


def test_what_changed_is_looked_at_again_soon_and_then_at_leisure(server, tables, monkeypatch):
    monkeypatch.setattr(server, "_every", 30.0)
    settle(server)
    assert server._pause == 30
    edit(tables, "avances.csv", "IG,2024,", "IG,2024,")
    server.look()
    assert server._pause < 1
    server.look()
    assert server._pause == 30
