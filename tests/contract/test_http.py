"""Addresses, formats, errors and headers, asked of the app without a browser."""

import csv
import io
import itertools
import json
import re
from html import unescape

import pytest

from callbacks.board import create_app
from components.charts.registry import CHARTS
from components.images import raster
from components.pages import PAGES as REGISTERED
from data.model import TABLES

CODES = {"accion-metas": "2.2.4"}
PAGES = [*(page.example for page in REGISTERED), "/incrustar"]


def rows(response):
    return list(csv.DictReader(io.StringIO(response.get_data(as_text=True))))


@pytest.mark.parametrize("path", PAGES)
def test_the_first_answer_is_a_readable_page(client, path):
    answer = client.get(path)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    tongue = "en" if path == "/en" else "es-PE"
    assert page.startswith(f'<!doctype html><html lang="{tongue}"')
    assert len(re.findall(r"<h1>", page)) == 1
    assert '<meta name="description" content="' in page
    assert f'<link rel="canonical" href="http://localhost{path}">' in page
    assert "1818, opción 1" in page
    assert "Línea 100" in page
    assert ">Loading" not in page


def test_the_sheet_holds_its_numbers_in_the_html(client):
    page = client.get("/indicadores/IOP.02.02").get_data(as_text=True)
    for figure in ("1,196", "500", "239.2", "239\u202f%"):
        assert figure in page
    assert '"@type":"Dataset"' in page


def test_every_indicator_has_a_sheet(client, store):
    assert store.indicators
    for code in store.indicators:
        assert client.get(f"/indicadores/{code}").status_code == 200


def test_values_of_a_year_are_fifty_rows(client):
    assert len(rows(client.get("/datos/valores.csv?anio=2024"))) == 50


@pytest.mark.parametrize("name", TABLES)
def test_csv_and_json_hold_the_same_records(client, store, name):
    plain = rows(client.get(f"/datos/{name}.csv"))
    records = client.get(f"/datos/{name}.json").get_json()
    assert len(plain) == len(records) == len(store.tables[name])
    for written, record in zip(plain, records, strict=True):
        assert list(written) == list(record)
        for column, value in record.items():
            text = written[column]
            same = text == "" if value is None else text == str(value) or float(text) == value
            assert same, (name, column, text, value)


def test_numbers_keep_the_decimals_of_the_source(client):
    found = {(row["codigo"], row["anio"]): row for row in rows(client.get("/datos/valores.csv"))}
    assert found["IOP.01.01", "2022"]["valor_obtenido"] == "10.30"
    assert found["ISS.03.03.01.01", "2024"]["logro_esperado"] == "1.50"


def test_tables_take_the_filters_that_make_sense(client):
    chosen = rows(client.get("/datos/valores.csv?anio=2024&sector=mujer"))
    assert {row["codigo"] for row in chosen} >= {"IOP.03.01", "IOP.03.02"}
    assert {row["anio"] for row in chosen} == {"2024"}
    red = rows(client.get("/datos/indicadores.csv?semaforo=rojo"))
    assert len(red) == 9
    assert {row["sector"] for row in rows(client.get("/datos/entidades.csv?sector=salud"))} == {
        "salud"
    }


def test_the_page_and_its_csv_show_the_same_rows(client):
    for query in ("", "anio=2023&sector=interior", "semaforo=rojo", "buscar=ni%C3%B1as"):
        page = client.get(f"/indicadores?{query}").get_data(as_text=True)
        shown = set(re.findall(r'class="code" href="/indicadores/([A-Z0-9.]+)"', page))
        file = rows(client.get(f"/datos/indicadores.csv?{query}"))
        assert shown == {row["codigo"] for row in file}


@pytest.mark.parametrize("slug", CHARTS)
def test_every_chart_answers_with_its_rows(client, slug):
    code = CODES.get(slug, "IOP.02.02")
    query = f"?codigo={code}" if "codigo" in CHARTS[slug].narrows else "?anio=2023"
    answer = client.get(f"/graficos/{slug}.json{query}")
    record = answer.get_json()
    assert set(record) >= {"titulo", "frase", "nota", "figura", "enlaces"}
    assert record["figura"]["data"]
    assert record["figura"]["layout"]["separators"] == ".,"
    assert record["config"]["showSendToCloud"] is False
    assert "public" in answer.headers["Cache-Control"]
    again = client.get(
        f"/graficos/{slug}.json{query}", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304
    file = client.get(record["enlaces"]["csv"])
    assert file.status_code == 200
    assert "fuente" in rows(file)[0]


def test_a_filter_change_is_small(client):
    answer = client.get("/vistas/panorama.json?anio=2023", headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert len(answer.data) < 15_000


def test_the_package_describes_every_table(client):
    package = client.get("/datos/datapackage.json").get_json()
    assert [resource["title"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        header = client.get(f"/datos/{resource['path']}").get_data(as_text=True).splitlines()[0]
        assert [field["name"] for field in resource["schema"]["fields"]] == header.split(",")
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_health(client, store):
    record = client.get("/salud").get_json()
    assert record == {"estado": "bien", "version_datos": store.version, "corte": "2024"}


def test_combinations_of_filters_render(client, store):
    """Every pair of a year and an axis, each with three sectors: a thousand are in make fuzz."""
    years = ["", *map(str, store.years)]
    sectors = ["", *sorted(store.vocabulary.sector)]
    axes = ["", "prevencion", "persecucion", "proteccion", "gobernanza"]
    turn = itertools.cycle(sectors)
    for year, axis, sector in (
        (year, axis, next(turn)) for year, axis in itertools.product(years, axes) for _ in range(3)
    ):
        query = "&".join(
            f"{name}={value}"
            for name, value in (("anio", year), ("sector", sector), ("eje", axis))
            if value
        )
        for path in ("/vistas/panorama.json", "/vistas/indicadores.json"):
            answer = client.get(f"{path}?{query}")
            assert answer.status_code == 200, f"{path}?{query}"
            assert answer.get_json()["contenido"]


@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_years_without_results_say_so(client, year):
    page = client.get(f"/?anio={year}").get_data(as_text=True)
    assert "no da resultados" in page
    assert 'href="/"' in page


def test_a_filter_that_leaves_nothing_says_so_and_offers_the_way_back(client):
    for path in ("/", "/indicadores"):
        page = client.get(f"{path}?eje=gobernanza").get_data(as_text=True)
        assert "Ningún indicador corresponde a esta selección." in page
        assert "Quitar los filtros y ver todo" in page


GARBAGE = [
    "anio=abc",
    "sector=%00",
    "sector=" + "a" * 5_000,
    "anio=2023&anio=2024",
    "sector=mujer&sector=salud",
    "eje=%F0%28%8C%28",
    "semaforo=<script>alert(1)</script>",
    "anio=2024%00",
    "anio=-1",
    "anio=99999999999999999999",
]


@pytest.mark.parametrize("path", ["/", "/indicadores"])
@pytest.mark.parametrize("query", GARBAGE)
def test_garbage_gives_a_normal_page_with_a_note(client, path, query):
    answer = client.get(f"{path}?{query}")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert '<p class="remark" role="note">' in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("query", GARBAGE)
def test_garbage_never_breaks_a_view_and_gives_no_file(client, query):
    used = query == "sector=mujer&sector=salud"
    assert client.get(f"/vistas/panorama.json?{query}").status_code == 200
    for path in ("/datos/valores.csv", "/graficos/semaforo.json", "/imagenes/semaforo.svg"):
        assert client.get(f"{path}?{query}").status_code == (200 if used else 400)


def test_an_unknown_code_offers_near_ones(client):
    answer = client.get("/indicadores/IOP.02.09")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 404
    assert 'href="/indicadores/IOP.02.01"' in page
    assert "¿Buscaba alguno de estos?" in page


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/nada", 404, "text/html"),
        ("/indicadores/%00", 404, "text/html"),
        ("/datos/nada.csv", 404, "application/json"),
        ("/datos/valores.xml", 404, "application/json"),
        ("/graficos/nada.json", 404, "application/json"),
        ("/vistas/nada.json", 404, "application/json"),
        ("/assets/nada.js", 404, "text/html"),
        ("/_dash-component-suites/dash/nope.js", 404, "application/json"),
        ("/_dash-component-suites/", 404, "application/json"),
        ("/_reload-hash", 404, "application/json"),
    ],
)
def test_a_wrong_address_is_404_in_its_format(client, path, status, kind):
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.mimetype == kind
    if kind == "application/json":
        assert set(answer.get_json()["error"]) == {"codigo", "mensaje"}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/indicadores", "/datos/valores.csv", "/salud", "/nada"])
def test_other_methods_are_refused(client, method, path):
    answer = client.open(path, method=method)
    assert answer.status_code in (404, 405) or (method == "OPTIONS" and answer.status_code == 200)
    assert "Traceback" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("null", "application/json"),
        ("[]", "application/json"),
        ("{}", "application/json"),
        ('{"output":"content.children"}', "application/json"),
        ("{", "application/json"),
        ("[" * 100_000, "application/json"),
        ("x", "text/plain"),
        ("x" * 100_000, "application/json"),
        (json.dumps({"output": "..a.b..", "inputs": [], "changedPropIds": []}), "application/json"),
    ],
)
def test_wrong_posts_to_dash_are_4xx(client, body, kind):
    answer = client.post("/_dash-update-component", data=body, content_type=kind)
    assert 400 <= answer.status_code < 500
    assert answer.mimetype == "application/json"
    assert "Traceback" not in answer.get_data(as_text=True)


def test_headers_are_strict_everywhere(client):
    for path in [*PAGES, "/nada", "/datos/valores.csv", "/salud"]:
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert "Set-Cookie" not in headers


def test_static_files_are_kept_for_good_and_compressed(client):
    page = client.get("/").get_data(as_text=True)
    own = re.findall(r'(?:src|data-plotly)="(/assets/[^"]+)"', page)
    bundles = re.findall(r'data-(?:dash|figures)="(/_dash-component-suites/[^"]+)"', page)
    assert any("plotly" in path for path in own)
    assert len(bundles) == 2
    for path in own + bundles:
        answer = client.get(path, headers={"Accept-Encoding": "br"})
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        if path.endswith((".js", ".css")):
            assert answer.headers["Content-Encoding"] == "br"


@pytest.mark.parametrize("path", ["/indicadores/IOP.02.02", "/planes/2.2.4", "/planes/meta-16"])
def test_a_citation_reopens_the_figures_of_today(client, store, path):
    page = client.get(path).get_data(as_text=True)
    cited = re.search(r'<p[^>]*id="citation"[^>]*>([^<]*)</p>', page)
    assert cited, f"{path} has no citation to copy"
    assert cited[1].endswith(f"{path}?corte={store.version}")
    assert client.get(f"{path}?corte={store.version}").status_code == 200


def test_every_link_of_the_pages_arrives(store, monkeypatch):
    """Pictures are drawn but not turned into pixels, which test_images holds and takes long."""
    monkeypatch.setattr(raster, "png", lambda drawing, width: f"{width}{drawing}".encode())
    client = create_app(store).server.test_client()
    asked: dict[str, str] = {}
    for path in PAGES:
        page = client.get(path).get_data(as_text=True)
        asked |= dict.fromkeys(re.findall(r'href="([/#][^"]*)"', page), path)
    bodies: dict[str, str] = {}
    assert asked
    assert any("#" in link for link in asked), "some link leads to a place inside a page"
    for link, origin in asked.items():
        address, _, anchor = unescape(link).partition("#")
        address = address or origin
        if address not in bodies:
            answer = client.get(address)
            assert answer.status_code == 200, f"{origin} links to {link}"
            bodies[address] = answer.data.decode("utf-8", "replace")
        if anchor:
            assert f'id="{anchor}"' in bodies[address], f"{origin} links to {link}"


def test_no_page_names_another_origin_to_load(client):
    for path in PAGES:
        page = client.get(path).get_data(as_text=True)
        loaded = re.findall(
            r'<(?:script|link(?! rel="(?:alt|can)\w+")|img|iframe)[^>]+(?:src|href)="([^"]+)"', page
        )
        assert loaded, path
        assert all(address.startswith(("/", "data:")) for address in loaded), path
