"""What a page is to who does not see it: its titles, its landmarks, its tables, its drawings."""

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from components.pages import PAGES

EVERY = [*(page.example for page in PAGES), "/planes/meta-16", "/incrustar", "/nada-de-esto"]
CHARTS = {page.example: set(page.charts) for page in PAGES}
STATES = {
    "/": ["", "anio=2023", "sector=salud", "sector=salud~mujer", "anio=2023&sector=salud",
          "eje=proteccion"],
    "/indicadores": ["", "semaforo=rojo", "orden=avance", "orden=-avance", "buscar=trata"],
    "/mapa": ["", "periodo=2009-2014", "medida=porcentaje", "periodo=2009-2014&medida=porcentaje"],
    "/rutas": ["", "tipo=interna", "lugar=puno", "zona=selva-sur"],
    "/metodologia": ["", "documento=plan-2007-2013", "severidad=aritmetica", "pagina=2"],
    "/planes": ["", "periodo=2021", "entidad=pnp", "codigo=OI2.2"],
}  # fmt: skip


class Outline(HTMLParser):
    """The elements of a document that tell its order, with what encloses each of them."""

    VOID = ("meta", "link", "br", "hr", "input", "img")

    def __init__(self, text):
        super().__init__()
        self.open, self.all = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        node = {"tag": tag, "text": "", "inside": [*self.open], **dict(attrs)}
        self.all.append(node)
        if tag not in self.VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attrs):
        self.all.append({"tag": tag, "text": "", "inside": [*self.open], **dict(attrs)})

    def handle_endtag(self, tag):
        while self.open and self.open.pop()["tag"] != tag:
            pass

    def handle_data(self, data):
        for node in self.open:
            node["text"] += data

    def tags(self, *names):
        return [node for node in self.all if node["tag"] in names]


def within(node, *names):
    return any(around["tag"] in names for around in node["inside"])


@pytest.fixture(scope="module", params=EVERY)
def page(request, client):
    made = Outline(client.get(request.param).get_data(as_text=True))
    made.path, made.charts = request.param, CHARTS.get(request.param, set())
    return made


def test_the_front_page_has_what_is_looked_at_below(client):
    """A page may lack any of these; the front page has them all, so that no test holds nothing."""
    front = Outline(client.get("/").get_data(as_text=True))
    for name in ("svg", "table", "caption", "abbr", "nav", "aside", "form", "h2"):
        assert front.tags(name), name
    assert [node for node in front.tags("figure") if "data-chart" in node]
    assert [node for node in front.all if node.get("role") == "img"]
    assert [node for node in front.tags("svg") if node.get("role") == "none"]


def test_it_speaks_spanish_of_peru_and_has_one_of_each(page):
    assert page.tags("html")[0]["lang"] == ("en" if page.path == "/en" else "es-PE")
    for name in ("title", "main", "h1", "header", "footer"):
        found = [node for node in page.tags(name) if not within(node, "svg")]
        shown = [node for node in found if "hidden" not in node]
        assert len(shown) == 1, name
    assert all(node["text"].strip() for node in page.tags("title", "h1", "h2", "h3"))


def test_headings_go_down_one_step_at_a_time(page):
    levels = [int(node["tag"][1]) for node in page.tags("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_id_is_given_twice(page):
    given = [node["id"] for node in page.all if node.get("id")]
    assert sorted(given) == sorted(set(given))


def test_landmarks_have_names_of_their_own(page):
    named = [
        (node["tag"] if node["tag"] in ("nav", "aside", "form") else "region", node["aria-label"])
        for node in page.all
        if (node["tag"] in ("nav", "aside", "form") or node.get("role") == "region")
        and node.get("aria-label")
    ]
    assert sorted(named) == sorted(set(named))
    assert all("aria-label" in node for node in page.tags("nav", "aside", "form"))


def test_tables_have_a_caption_and_every_heading_its_direction(page):
    tables = page.tags("table")
    captions = [node["text"].strip() for node in page.tags("caption")]
    assert len(captions) == len(tables)
    assert all(captions)
    assert not [text for text in captions if re.search(r"None|nan|  |, *$", text)]
    assert {node.get("scope") for node in page.tags("th")} <= {"col", "row"}


def test_every_drawing_has_words_or_is_hidden(page):
    assert page.tags("svg") or not page.charts
    for drawn in page.tags("svg"):
        around = [node for node in drawn["inside"] if node.get("role") in ("img", "group")]
        assert drawn.get("aria-hidden") == "true" or drawn.get("role") == "none" or around
        if drawn.get("role") == "none":
            assert around
    for node in page.all:
        if node.get("role") == "img":
            assert node["aria-label"].endswith(".")
            assert not re.search(r"None|nan|  ", node["aria-label"])


def test_a_figure_is_named_by_its_title_and_its_drawing_by_all_its_words(page):
    figures = [node for node in page.tags("figure") if "data-chart" in node]
    assert {node["data-chart"] for node in figures} == page.charts
    for figure in figures:
        stills = [node for node in page.tags("div") if node.get("class") == "still"]
        (drawing,) = [node for node in stills if figure in node["inside"]]
        assert drawing["aria-label"].startswith(f"{figure['aria-label']}. ")


def test_an_absent_figure_is_never_a_bare_sign(page):
    cells = [node for node in page.tags("td") if node["text"].strip() in ("—", "ND")]
    abbreviated = [node for node in page.tags("abbr") if node["text"] == "ND"]
    assert len(cells) == len([n for n in abbreviated if n["inside"][-1]["tag"] == "td"])
    assert all("no disponible" in node["title"] for node in abbreviated)


def test_initials_are_spelt_out_where_they_are_used(client):
    page = Outline(client.get("/indicadores").get_data(as_text=True))
    spelt = {node["text"]: node["title"] for node in page.tags("abbr")}
    assert {"PNP", "MIMP", "MP", "PJ"} <= set(spelt)
    assert all(len(title) > len(initials) for initials, title in spelt.items() if title != "RENIEC")


def test_no_two_pages_and_no_two_states_share_a_title(client):
    addresses = [*EVERY, *(f"{path}?{q}" for path, queries in STATES.items() for q in queries if q)]
    titles = {}
    for address in addresses:
        text = client.get(address).get_data(as_text=True)
        titles.setdefault(unescape(re.search(r"<title>(.*?)</title>", text)[1]), []).append(address)
    assert [found for found in titles.values() if len(found) > 1] == []
    assert titles["Panorama (2023, Salud) · Tablero contra la Trata"] == [
        "/?anio=2023&sector=salud"
    ]
