"""Addresses as people, chats and other sites write them; what a file says of a wrong one."""

import re
from urllib.parse import quote, urlsplit

import pytest

from callbacks.http.forgiving import Addresses
from components.charts.registry import CHARTS
from components.pages import PAGES
from data.model import TABLES
from data.query.filters import NAMES, Filters
from data.query.forgiving import CLOSING, mended
from data.query.query_string import TRACKING, untracked

FILES = [
    *(f"/datos/{table}.{kind}" for table in list(TABLES)[:3] for kind in ("csv", "json", "xlsx")),
    *(f"/graficos/{slug}.json" for slug in CHARTS),
    *(f"/datos/graficos/{slug}.{kind}" for slug in list(CHARTS)[:3] for kind in ("csv", "xlsx")),
    *(f"/imagenes/{slug}.{kind}" for slug in list(CHARTS)[:3] for kind in ("svg", "png")),
    "/datos/todo.zip",
    "/datos/datapackage.json",
    "/graficos/contorno.geojson",
]
PUBLIC = [
    *(page.example for page in PAGES if page.path != "/"),
    *(f"/incrustar/{slug}" for slug in CHARTS),
    *FILES,
    "/incrustar",
    "/presentar",
    "/oembed",
]


def accented(path):
    return re.sub("[aeiou]", lambda found: quote("áéíóú"["aeiou".index(found[0])]), path)


def wrong_spellings(path):
    yield f"{path}/"
    yield f"{path}//"
    yield path.upper() if path.upper() != path else f"{path}/"
    yield accented(path.lower())
    for mark in CLOSING:
        yield f"{path}{quote(mark)}"
    yield f"{path}/)."


@pytest.mark.parametrize("path", PUBLIC)
def test_another_spelling_is_sent_to_the_address(client, path):
    for other in wrong_spellings(path):
        answer = client.get(f"{other}?fbclid=x&ANIO=2023.")
        assert answer.status_code == 301, other
        assert answer.headers["Location"] == f"{path}?anio=2023", other
        assert "public" not in answer.headers["Cache-Control"], "no second copy in a cache"


def test_a_path_is_never_a_header_of_its_own(client):
    for path in ("/indicadores/x\r\nX-Y: z", "/indicadores/ñ", "/sectores/\u202e"):
        raw = path.encode().decode("latin-1")
        answer = client.get("/?ANIO=2023", environ_overrides={"PATH_INFO": raw})
        assert answer.status_code == 301
        assert answer.headers["Location"] == f"{quote(path)}?anio=2023"
        assert "X-Y" not in answer.headers


def test_every_address_of_the_sheets_is_found_by_its_spelling(client, store):
    known = Addresses(client.application, store)
    places = [path for page in PAGES for path in page.addresses(store)]
    assert len(places) > len(PAGES)
    with client.application.app_context():
        found = {place: known.meant(f"{place.upper()})") for place in places if place != "/"}
    assert [place for place, one in found.items() if one != place] == []


@pytest.mark.parametrize("page", [page for page in PAGES if "<>" in page.path])
def test_a_page_of_subjects_names_them_all(client, store, page):
    every = page.addresses(store)
    assert page.example in every
    for path in (every[0], every[-1]):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["//evil.example", "//evil.example/mapa", "/\\evil.example", "/http://evil.example", "/%2f%2fx",
     "/nada/", "/indicadores/IOP.99.99)", "/mapa/otro", "/a)" * 80, "/%0d%0aX-Y:%20z", "/salud/",
     "/assets/", "/_dash-layout/", "/vistas/MAPA.json"],
)  # fmt: skip
def test_what_is_another_spelling_of_nothing_is_not_there(client, path):
    answer = client.get("/", environ_overrides={"PATH_INFO": path})
    assert answer.status_code == 404
    assert "Location" not in answer.headers


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("periodo=2023)", "periodo=2023"),
        ("periodo=2023.", "periodo=2023"),
        ("PERIODO=2023", "periodo=2023"),
        ("sector=Mujer~SALUD", "sector=mujer~salud"),
        ("sector=educaci%C3%B3n", "sector=educacion"),
        ("codigo=iop.02.01", "codigo=IOP.02.01"),
        ("periodo=2023&anio=2023»", "anio=2023&periodo=2023"),
        ("ancho=1200)", "ancho=1200"),
    ],
)
@pytest.mark.parametrize("path", ["/mapa", "/incrustar/mapa", "/graficos/mapa.json"])
def test_filters_that_are_spelled_otherwise_are_sent_to_theirs(client, path, said, meant):
    answer = client.get(f"{path}?{said}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{path}?{meant}")
    assert client.get(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize(
    "query",
    ["", "buscar=ni%C3%B1as)", "buscar=NI", "url=http://x/)", "color=Azul", "anio=nunca",
     "x=%3Cb%3E", "sector=mujer&sector=salud", "anio=2023&sector=mujer", "sector=mujer&anio=2023",
     "q=a)"],
)  # fmt: skip
def test_what_is_meant_as_it_stands_stays(store, query):
    assert mended(query, store.vocabulary) == query


def test_no_address_is_sent_in_a_circle(client, store):
    for name in NAMES:
        for value in store.vocabulary.values(name)[:5]:
            for said in (
                f"{name.upper()}={value}",
                f"{name}={value.upper()})",
                f"x={value}&{name}={value}.",
            ):
                once = mended(said, store.vocabulary)
                assert mended(once, store.vocabulary) == once


NAMED = [re.sub(r"\[.*", "campaign", name) for name in TRACKING]


@pytest.mark.parametrize("name", NAMED)
def test_what_follows_a_reader_is_nowhere(client, name):
    assert name not in NAMES
    for query in (f"{name}=x", f"{name}", f"anio=2023&{name}=x", f"{name}=x&anio=2023&{name}=y"):
        assert untracked(query) == ("anio=2023" if "anio" in query else "")


def test_a_name_that_only_looks_like_one_is_left():
    for query in ("xref=1", "anio=2023&refx=1", "buscar=utm_source", "buscar=a%26ref=1"):
        assert untracked(query) == query


@pytest.mark.parametrize(
    "path",
    ["/", "/mapa", "/incrustar/mapa", "/presentar", "/vistas/mapa.json", "/datos/valores.csv",
     "/imagenes/semaforo.svg"],
)  # fmt: skip
@pytest.mark.parametrize("query", ["fbclid=x1", "utm_source=a&utm_medium=b", "color=azul", "nada"])
def test_what_is_no_filter_changes_nothing_and_is_not_spoken_of(client, path, query):
    assert client.get(f"{path}?{query}").data == client.get(path).data


def test_an_address_escaped_twice_is_read(client):
    once = client.get("/incrustar/mapa?periodo=2015&medida=tasa&controles=1")
    twice = client.get("/incrustar/mapa?periodo=2015&amp;medida=tasa&amp;controles=1")
    assert twice.data == once.data


FILTERS = ["anio", "sector", "eje", "semaforo", "periodo", "medida", "corte"]


@pytest.mark.parametrize("path", FILES)
def test_a_file_refuses_what_it_cannot_use(client, store, path):
    for name in FILTERS:
        answer = client.get(f"{path}?{name}=mujr")
        error = answer.get_json()["error"]
        assert answer.status_code == error["codigo"] == (404 if name == "corte" else 400), name
        assert (error["parametro"], error["valor"]) == (name, "mujr")
        assert error["aceptados"] == store.vocabulary.values(name) != []
        assert "mujr" in error["mensaje"]
        assert "no-store" in answer.headers["Cache-Control"]
    twice = client.get(f"{path}?anio=2023&anio=2022").get_json()["error"]
    assert (twice["codigo"], twice["valor"]) == (400, "2022")


def test_a_page_ignores_in_one_line_what_a_file_refuses(client):
    for page in PAGES:
        text = client.get(f"{page.example}?sector=mujr").text
        assert (
            text.count('<p class="remark" role="note">No reconocemos «mujr»; mostramos todo.') == 1
        )
    assert (
        "No reconocemos «mujr»; mostramos todo."
        in client.get("/incrustar/semaforo?sector=mujr").text
    )


def test_oembed_knows_no_chart_of_a_version_that_is_not_kept(client):
    wanted = quote("http://localhost/incrustar/mapa?corte=000000000000", safe="")
    answer = client.get(f"/oembed?url={wanted}")
    assert answer.status_code == 404
    assert "hoy" not in answer.get_json()["error"]


def test_where_an_address_leads_is_on_this_board(client, store):
    known = Addresses(client.application, store)
    with client.application.app_context():
        for path in ("/MAPA", "/mapa//", "/INCRUSTAR"):
            place = urlsplit(known.meant(path))
            assert (place.scheme, place.netloc) == ("", "")


def test_the_filters_of_a_file_are_names_of_filters():
    assert set(FILTERS) <= set(Filters.__dataclass_fields__)
