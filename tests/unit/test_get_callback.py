"""A callback answered by GET: its address, its place in Dash's graph, what it answers."""

import json

import pytest
from dash import ALL, MATCH, Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from callbacks.get_callback import Place, get_callback
from callbacks.http import errors, routes, static
from callbacks.serving import read_only, security_headers
from callbacks.serving.response_cache import ResponseCache


@pytest.fixture
def app(store):
    made = Dash(__name__, assets_ignore=".*", suppress_callback_exceptions=True)
    made.server = routes.server(__name__)
    errors.register(made.server, store)
    read_only.register(made.server)
    security_headers.register(made.server)
    return made


def serve(app):
    static.register(app.server, app, {})
    cache = app.server.wsgi_app = ResponseCache(app.server.wsgi_app)
    return app.server.test_client(), cache


def wiring(app):
    return app._callback_list[-1]["clientside_function"]["function_name"]


def test_one_output_is_answered_at_its_own_address(app):
    @get_callback(app, Output("said", "children"), Input("year", "value"), State("who", "value"))
    def said(anio, who):
        return f"{anio} de {who or 'nadie'}"

    client, _ = serve(app)
    answer = client.get("/_get/said?anio=2023&who=a~b")
    assert answer.get_json() == ["2023 de a~b"]
    assert client.get("/_get/said?anio=ñ").get_json() == ["ñ de nadie"]
    assert wiring(app) == "said /_get/said anio,who 0"


def test_the_answer_may_be_kept_by_anybody(app):
    @get_callback(app, Output("said", "children"), Input("year", "value"))
    def said(anio):
        return anio

    client, _ = serve(app)
    answer = client.get("/_get/said?anio=2023")
    assert answer.headers["Cache-Control"].startswith("public, max-age=")
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    tag = answer.headers["ETag"]
    again = client.get("/_get/said?anio=2023", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert client.head("/_get/said?anio=2023").status_code == 200


def test_an_answer_is_written_once_whatever_else_stands_in_the_address(app):
    asked = []

    @get_callback(app, Output("said", "children"), Input("a", "value"), Input("b", "value"))
    def said(a, b):
        asked.append((a, b))
        return a + b

    client, cache = serve(app)
    for query in ("a=1&b=2", "b=2&a=1", "utm_source=x&a=1&b=2", "a=1&b=2&a=9"):
        assert client.get(f"/_get/said?{query}").get_json() == ["12"]
    assert asked == [("1", "2")]
    assert len(cache._answers) == 1
    assert client.get("/_get/said?a=1&b=3").get_json() == ["13"], "of another question"


def test_several_outputs_may_stay_as_they_are(app):
    outputs = [Output("one", "children"), Output("two", "children")]

    @get_callback(app, *outputs, Input("year", "value"), prevent_initial_call=True)
    def said(anio):
        if anio == "0":
            raise PreventUpdate
        return anio, no_update

    client, _ = serve(app)
    left = {"_dash_no_update": "_dash_no_update"}
    assert client.get("/_get/said?anio=1").get_json() == ["1", left]
    assert client.get("/_get/said?anio=0").get_json() == [left]
    [told] = json.loads(client.get("/_dash-dependencies").text)
    assert told["output"] == "..one.children...two.children.."
    assert told["prevent_initial_call"] is True
    assert list(app.callback_map) == ["..one.children...two.children.."]


def test_patterns_are_told_to_the_browser(app):
    @get_callback(
        app,
        Input({"type": "filter", "name": ALL}, "value"),
        State({"type": "kind", "chart": MATCH}, "value"),
        output={
            "figura": Output({"type": "figure", "chart": MATCH}, "figure"),
            "cuentas": Output({"type": "count", "name": ALL}, "children"),
        },
    )
    def drawn(filtros, tipo, chart):
        return {"figura": {"data": [filtros, tipo, chart]}, "cuentas": {"x": 1}, "version": "v"}

    client, _ = serve(app)
    assert wiring(app) == "drawn /_get/drawn filtros,tipo,:chart figura,cuentas:name"
    answer = client.get("/_get/drawn?filtros=a~b&tipo=t&chart=mapa").get_json()
    assert answer["figura"]["data"] == ["a~b", "t", "mapa"]
    assert set(answer) == {"figura", "cuentas", "version"}


def test_an_answer_that_has_an_address_keeps_it(app):
    place = Place("/cosas/<name>.json", lambda query: query.removeprefix("x&"))

    @get_callback(app, Input("q", "value"), State("n", "value"),
                  output={"dicho": Output("said", "children")}, place=place)  # fmt: skip
    def said(query, name):
        return {"dicho": f"{name}: {query}"}

    client, cache = serve(app)
    assert wiring(app) == "said /cosas/<name>.json query,name dicho"
    assert client.get("/cosas/uno.json?a=1&b").get_json() == {"dicho": "uno: a=1&b"}
    assert client.get("/cosas/uno.json?x&a=1&b").status_code == 200
    assert len(cache._answers) == 1


def test_failures_are_json_in_spanish(app):
    @get_callback(app, Output("said", "children"), Input("year", "value"))
    def said(anio):
        return 1 / int(anio)

    client, _ = serve(app)
    unknown = client.get("/_get/otra?anio=1")
    assert unknown.status_code == 404
    assert unknown.get_json()["error"]["mensaje"].startswith("Esta página no existe")
    for wrong in ("anio=0", "anio=x", ""):
        broken = client.get(f"/_get/said?{wrong}")
        assert broken.status_code == 500
        assert broken.get_json()["error"]["codigo"] == 500
        assert broken.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/_get/said", "/_dash-update-component"])
def test_nothing_is_sent(app, path):
    @get_callback(app, Output("said", "children"), Input("year", "value"))
    def said(anio):
        raise AssertionError("asked by POST")

    client, _ = serve(app)
    assert client.post(path, json={}).status_code in (404, 405)


def test_a_function_takes_what_it_is_wired_to(app):
    with pytest.raises(TypeError, match=r"said takes \['a', 'b'\], but is wired to 1 inputs"):

        @get_callback(app, Output("said", "children"), Input("year", "value"))
        def said(a, b):
            return a + b
