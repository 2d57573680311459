"""Dash's own graph of callbacks tells what a filter changes, and its answers change it."""

import json
import re
from collections import deque

import pytest
from dash import dcc

from callbacks.board import create_app
from callbacks.http.route_converters import name_of
from components.charts.registry import CHARTS
from components.charts.view import View
from components.dash_parts import Parts
from components.markup import Writing, render
from components.pages import PAGES
from components.texts import t
from tests.reading import unmarked

LIVE = [page.example for page in PAGES if page.live]
LASTING = r'<div data-lasting="([\w-]+)"></div>'
FILTERS = '{"name":["ALL"],"type":"filter"}.value'


@pytest.fixture(scope="module")
def graph(store):
    return create_app(store)._callback_list


def outputs(callback):
    return callback["output"].strip(".").split("...")


def inputs(callback):
    return [f"{one['id']}.{one['property']}" for one in callback["inputs"]]


def reached(graph, start):
    """Return every property that a change of one leads to."""
    seen, left = {start}, deque([start])
    while left:
        one = left.popleft()
        new = {out for callback in graph if one in inputs(callback) for out in outputs(callback)}
        left += new - seen
        seen |= new
    return {re.sub(r"ALL|MATCH", "*", one) for one in seen}


def test_the_graph_leads_from_the_filters_to_all_that_a_page_shows(graph):
    found = reached(graph, FILTERS)
    parts = {"content.html", "parts.children", "status.children", "address.value"}
    assert parts <= found
    for kind in ("count", "chips", "chosen"):
        assert f'{{"name":["*"],"type":"{kind}"}}.children' in found
    assert '{"name":["*"],"type":"clear"}.className' in found
    # Every figure follows the state of its chart, which the page tells.
    states = '{"chart":["*"],"type":"explored"}.query'
    assert states in found
    follow = [c for c in graph if '"type":"explored"' in "".join(inputs(c))]
    assert len(follow) == 1
    assert '"type":"figure"}.figure' in follow[0]["output"]


def test_every_callback_runs_in_the_browser_or_asks_by_get(graph):
    assert graph
    for callback in graph:
        told = callback["clientside_function"]
        assert told["namespace"] in ("board", "get")


@pytest.mark.parametrize("path", LIVE)
def test_a_view_has_a_value_for_every_output(client, graph, path):
    [told] = [c["clientside_function"]["function_name"] for c in graph
              if c["clientside_function"]["function_name"].startswith("view ")]  # fmt: skip
    _, address, _, given = told.split(" ")
    answer = client.get(address.replace("<page>", name_of(path))).get_json()
    named = {one.partition(":")[0] for one in given.split(",")}
    assert named <= set(answer)
    page = client.get(path).get_data(as_text=True)
    lasting = re.findall(LASTING, answer["contenido"])
    assert bool(lasting) is (path == "/"), "the index over the years heeds no filter"
    heeding = re.sub(LASTING, "\0", unmarked(answer["contenido"])).split("\0")
    kept = "".join(f'{re.escape(part)}<figure [^>]*id="{id}".*?</figure>'
                   for part, id in zip(heeding, lasting, strict=False))  # fmt: skip
    assert re.search(kept + re.escape(heeding[-1]), page, re.DOTALL)
    begun = json.loads(re.search(r'id="state">(.*?)</script>', page)[1])
    for id in lasting:
        del begun["consultas"][id.removeprefix("grafico-")]
    assert {key: begun[key] for key in answer if key != "contenido"} == {
        key: value for key, value in answer.items() if key != "contenido"
    }, "what the page came with and the answer for the same state differ"


@pytest.mark.parametrize("path", LIVE)
def test_what_dash_holds_of_a_page_is_what_the_page_shows(client, path):
    page = client.get(path).get_data(as_text=True)
    layout = re.search(r'id="layout">(.*?)</script>', page)[1]
    assert json.loads(layout)["props"]["children"][0]["props"]["value"] == name_of(path)
    assert ('"id":"filters"' in layout) is ('id="filters"' in page)


def test_each_chart_of_a_page_has_its_state_told(client, store):
    told = client.get("/vistas/sectores/interior.json?anio=2023").get_json()["consultas"]
    assert told == {"sector-semaforo": "anio=2023&sector=interior"}
    shown = client.get("/vistas/panorama.json?sector=mujer").get_json()["consultas"]
    assert set(shown) >= {"objetivos", "semaforo"}
    assert shown["semaforo"] == "sector=mujer"


@pytest.mark.parametrize("slug", CHARTS)
def test_a_figure_answers_what_its_outputs_take(client, store, slug):
    answer = client.get(f"/graficos/{slug}.json?{View.shown(CHARTS[slug], store).query}").get_json()
    assert answer["figura"]["data"]
    assert answer["config"]["locale"] == "es-PE"


def test_chips_name_each_value_and_lead_to_the_rest(client):
    page = client.get("/indicadores?anio=2023&sector=mujer~salud&buscar=ley").get_data(as_text=True)
    chips = re.findall(r'<li><span>([^<]+)</span><a href="([^"]+)"[^>]*aria-label="([^"]+)"', page)
    women = t("sectors.mujer")
    assert chips == [
        ("Año: 2023", "/indicadores?sector=mujer~salud&amp;buscar=ley", "Quitar Año: 2023"),
        (f"Sector: {women}", "/indicadores?anio=2023&amp;sector=salud&amp;buscar=ley",
         f"Quitar Sector: {women}"),
        ("Sector: Salud", "/indicadores?anio=2023&amp;sector=mujer&amp;buscar=ley",
         "Quitar Sector: Salud"),
        ("Buscar: ley", "/indicadores?anio=2023&amp;sector=mujer~salud", "Quitar Buscar: ley"),
    ]  # fmt: skip


def test_a_chip_leads_back_to_the_place_of_its_list(client):
    path = "/metodologia?documento=plan-2007-2013&buscar=ley"
    page = client.get(path).get_data(as_text=True)
    assert 'href="/metodologia?buscar=ley#discrepancias"' in page
    assert 'href="/metodologia?documento=plan-2007-2013#discrepancias"' in page


@pytest.mark.parametrize(
    ("query", "said"),
    [("", "50 indicadores"), ("sector=reniec", "1 indicador"), ("eje=gobernanza", "0 indicadores")],
)
def test_the_count_agrees(client, query, said):
    for page in ("panorama", "indicadores"):
        answer = client.get(f"/vistas/{page}.json?{query}").get_json()
        assert answer["cuenta"] == {"count": said}


def test_a_component_without_html_waits_in_its_place():
    parts = Parts()
    written = render([dcc.Graph(id="a"), dcc.Graph(id="b")], Writing(place=parts.place))
    assert re.findall('data-part="([^"]+)"', written) == [one.place for one in parts.placed]
    assert [one.children.id for one in parts.placed] == ["a", "b"]
    assert written.count('aria-label="Parte interactiva"') == 2
