"""What each version brought: computed, told on a page and in feeds that are valid Atom."""

import re
import shutil
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from components.format import joined
from components.pages import PAGES
from components.texts import t
from data.model import TABLES, Correccion, Valor
from data.publish.news import _is_in, _is_of, news, of_sector, of_territory
from data.publish.version_changes import between
from data.publish.versions import Archive
from data.query.filters import Filters
from data.store import Store

ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}:[A-Za-z0-9/_.-]+")


def value(code, amount):
    return Valor(
        codigo=code, anio=2024, logro_esperado=10, valor_obtenido=amount, estado="dato",
        avance_publicado="", avance_calculado="", semaforo="sin-dato", fuente="x",
    )  # fmt: skip


def feed(client, query=""):
    answer = client.get(f"/novedades.atom{query}")
    assert answer.status_code == 200
    assert answer.mimetype == "application/atom+xml"
    return ElementTree.fromstring(answer.data)


def test_what_changed_is_found_with_its_reason():
    why = Correccion(
        fecha="2026-01-01", tabla="valores", clave="A,2024", motivo="Se leyó mal.", url=""
    )
    before = Store({"valores": (value("A", 1), value("B", 2), value("C", 3))})
    now = Store({"valores": (value("A", 5), value("B", 2), value("D", 4)), "correcciones": (why,)})
    found = between(before, now)
    assert [(one.row.codigo, one.cells, one.reason) for one in found.corrected] == [
        ("A", (("valor_obtenido", Decimal(1), Decimal(5)),), "Se leyó mal.")
    ]
    assert [row.codigo for row in found.added["valores"]] == ["D"]
    assert [row.codigo for row in found.left["valores"]] == ["C"]
    assert between(before, before).nothing


def repacked(folder, version, was, new):
    """Change what the file of a version holds, and not its name."""
    file = next(folder.glob(f"*-{version}.zip"))
    with zipfile.ZipFile(file) as held:
        files = {name: held.read(name) for name in held.namelist()}
    assert was in files["valores.csv"]
    files["valores.csv"] = files["valores.csv"].replace(was, new, 1)
    with zipfile.ZipFile(file, "w") as held:
        for name, content in files.items():
            held.writestr(name, content)


def test_versions_are_compared_once_for_all_boards_and_a_file_of_the_same_name_is_another(
    tmp_path, root, store
):
    folder = Path(shutil.copytree(root / "data" / "versions", tmp_path / "versions"))
    first, second = Store(store.tables, Archive(folder)), Store(store.tables, Archive(folder))
    told = news(first)
    second.archive.read = None
    assert news(second) == told
    version = list(first.versions)[1]
    row = next(row for row in first.at(version).rows(Valor) if row.valor_obtenido is not None)
    said = f"{row.codigo},{row.anio},".encode()
    line = next(x for x in first.at(version).csv("valores", Filters()).splitlines() if said in x)
    repacked(folder, version, line, line.replace(said, f"{row.codigo},1999,".encode()))
    third = Store(store.tables, Archive(folder))
    assert list(third.versions) == list(first.versions)
    assert news(third) != told


def referring(to):
    """Return every table and column that the model declares to name a row of another table."""
    found = [(name, column) for name, model in TABLES.items()
             for column, tables in model.refs.items() if to in tables]  # fmt: skip
    assert found
    return found


def row_with(table, column, said):
    """Return an invented row of a table that says something in one column, and nothing else."""
    model = TABLES[table]
    return model.model_construct(**{**dict.fromkeys(model.model_fields, ""), column: said})


@pytest.mark.parametrize(("table", "column"), referring("entidades"))
def test_a_row_is_news_of_the_body_that_it_names_and_of_no_other(table, column):
    row = row_with(table, column, "MININTER;PNP")
    assert _is_of(row, {"PNP"}, set()), f"add {column} to the columns that name a body"
    assert not _is_of(row, {"MP"}, set())


@pytest.mark.parametrize(
    "table", [one for one, name in referring("indicadores") if name == "codigo"]
)
def test_a_row_is_news_of_the_sector_of_its_indicator_and_of_no_other(table):
    row = row_with(table, "codigo", "IOP.01.01")
    assert _is_of(row, set(), {"IOP.01.01"})
    assert not _is_of(row, set(), {"IOP.01.02"})


@pytest.mark.parametrize(("table", "column"), referring("territorios"))
def test_a_row_is_news_of_its_territory_and_of_no_other(table, column):
    row = row_with(table, column, "sullana")
    assert _is_in(row, {"sullana"}, "no-hay"), f"add {column} to the columns of a territory"
    assert not _is_in(row, {"piura"}, "no-hay")


REGIONS = [
    ("rutas", "origen_region"), ("rutas", "destino_region"), ("lugares", "region"),
    ("espacios", "departamento"), ("planes_regionales", "region"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column"), REGIONS)
def test_a_row_is_news_of_the_department_that_it_names_and_of_no_other(table, column):
    row = row_with(table, column, "Madre de Dios")
    assert _is_in(row, set(), "madre-de-dios")
    assert not _is_in(row, set(), "piura")


def test_a_table_that_is_new_is_told_as_such_and_not_row_by_row(store):
    brought = news(store)
    assert brought
    for one in brought:
        assert not set(one.changes.tables) & one.changes.added.keys()
    assert any(one.changes.tables for one in brought)


def test_the_page_tells_every_version_and_opens_it(client, store):
    page = client.get("/novedades").text
    for one in news(store):
        assert f'id="v-{one.changes.version}"' in page
        assert f"/?corte={one.changes.version}" in page
        for row in one.changes.contradictions[:10]:
            assert row.id in page
    assert 'type="application/atom+xml"' in page.partition("</head>")[0]


def test_one_new_column_is_said_in_the_singular(client, store):
    page = re.sub(r"<[^>]+>", "", client.get("/novedades").text)
    told = [columns for one in news(store) for _, columns in one.changes.columns]
    assert {len(columns) == 1 for columns in told} == {True, False}
    for columns in told:
        word = "columna" if len(columns) == 1 else "columnas"
        assert f": {word} {joined(columns)}" in page, columns


def test_the_feeds_are_valid_atom(client, store):
    seen = set()
    for query in ("", "?sector=mujer", "?territorio=piura", "?territorio=sullana"):
        root = feed(client, query)
        assert root.tag == f"{ATOM}feed"
        entries = root.findall(f"{ATOM}entry")
        for each in (root, *entries):
            name = each.findtext(f"{ATOM}id")
            assert TAG.fullmatch(name)
            assert name not in seen
            seen.add(name)
            assert each.findtext(f"{ATOM}title")
            datetime.fromisoformat(each.findtext(f"{ATOM}updated"))
            assert all(link.get("href").startswith("http://localhost/")
                       for link in each.findall(f"{ATOM}link"))  # fmt: skip
        own = [
            link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"
        ]
        assert own == [f"http://localhost/novedades.atom{query}"]
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        assert all(entry.find(f"{ATOM}content") is not None for entry in entries)
    assert len(feed(client).findall(f"{ATOM}entry")) == len(news(store))


def test_a_part_has_its_own_news_alone(client, store):
    own = of_territory(store, "piura")
    assert own
    for one in own:
        rows = [row for rows in one.changes.added.values() for row in rows]
        assert rows
        for row in rows:
            codes = {getattr(row, "codigo_territorio", ""), getattr(row, "departamento", "")}
            assert codes & {"20", "piura", "Piura"}
    assert of_sector(store, "mujer")
    page = client.get("/novedades?territorio=piura").text
    assert t("novedades.headline_of", name="Piura") in page
    assert client.get("/novedades.atom?territorio=atlantida").status_code == 400
    assert "atlantida" in client.get("/novedades?territorio=atlantida").text


def test_a_page_of_a_sector_or_of_a_territory_leads_to_its_own_news_and_feed(client, store):
    followed = [page for page in PAGES if "<>" in page.feed]
    assert {page.path for page in followed} >= {
        "/sectores/<>", "/territorios/<>", "/distritos-fiscales/<>"
    }  # fmt: skip
    for page in followed:
        head, _, body = client.get(page.example).text.partition("</head>")
        own = page.feed.replace("<>", page.sample)
        assert f'type="application/atom+xml" href="{own}"' in head, page.path
        for way in (own, own.replace(".atom", "")):
            assert f'href="{way}"' in body, page.path
        for subject in page.subjects(store):
            assert client.get(page.feed.replace("<>", subject)).status_code == 200, subject


def test_who_asks_for_a_version_that_is_gone_is_led_to_the_news(client, store):
    gone = next(iter(store.retired))
    answer = client.get(f"/mapa?corte={gone}")
    assert answer.status_code == 410
    assert 'href="/novedades"' in answer.text


def test_a_frozen_page_leads_to_what_its_version_brought(client, store):
    version = [*store.versions][-1]
    assert f"/novedades#v-{version}" in client.get(f"/mapa?corte={version}").text
