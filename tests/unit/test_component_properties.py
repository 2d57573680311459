"""What Dash says of a component, in one order: two processes write the same bytes."""

import json

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html
from plotly.graph_objects import Figure
from plotly.utils import PlotlyJSONEncoder

from components.component_properties import component_json, properties
from components.dash_parts import Placed

NAMES = [f"{kind}-{letter}" for kind in ("data", "aria") for letter in "hgfedcba"]
WILD = {name: name for name in NAMES}
PARTS = [
    html.Div(),
    html.A("Mapa", href="/mapa", className="link", **WILD),
    html.Td([html.Span("1"), None, "dos"], colSpan=2, hidden=False),
    dcc.Graph(figure=Figure(), id="grafico"),
    dbc.Card(dbc.CardBody("texto"), id={"type": "ficha", "index": 1}),
    Placed(html.Div("x"), "parte-0", query="anio=2023"),
]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_properties_are_those_that_dash_gives(part):
    assert properties(part) == part.to_plotly_json()["props"]


def test_wildcards_are_last_and_sorted():
    given = html.A("Mapa", **WILD, href="/mapa", className="link")
    assert list(properties(given)) == ["children", "className", "href", *sorted(NAMES)]


def test_the_others_keep_the_order_that_the_class_declares():
    given = Placed(html.Div("x"), "parte-0", query="anio=2023", id="uno")
    assert list(properties(given)) == ["id", "children", "place", "query"]


def test_what_holds_the_same_names_keeps_the_order_of_its_own_class():
    class Turned(html.Div):
        def __init__(self, *children, **given):
            super().__init__(*children, **given)
            self._prop_names = self._prop_names[::-1]

    for kind in (html.Div, Turned, html.Div):
        order = list(properties(kind("x", id="uno", className="link")))
        assert order == sorted(order, key=kind("x")._prop_names.index)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_json_holds_what_dash_reads(part):
    whole = {"hijos": [part], "html": "ñ"}
    assert json.loads(component_json(whole)) == json.loads(json.dumps(whole, cls=PlotlyJSONEncoder))


def test_json_writes_one_order_inside_of_what_it_holds():
    said = component_json([html.Ul([html.Li("uno", **WILD)])])
    places = [said.index(f'"{name}":') for name in sorted(NAMES)]
    assert places == sorted(places)


def test_what_is_no_json_raises():
    with pytest.raises(TypeError):
        component_json([object()])
