"""Components of Dash that a developer adds to a page: places in the first HTML, then drawn."""

import threading

import dash_bootstrap_components as dbc
import pytest
from dash import Input, Output, dcc, html
from playwright.sync_api import expect
from werkzeug.serving import make_server

import components.pages
from callbacks import board_callbacks
from callbacks.board import create_app
from callbacks.get_callback import get_callback
from components.controls import link
from components.pages.page import Page, Seen
from tests.load.server import SOON

pytestmark = pytest.mark.browser

EMPTY = {"data": [], "layout": {"title": {"text": "Barras"}}}
YEARS = [{"label": one, "value": one} for one in ("uno", "dos")]


def see(views, subject):
    """A page with components that have no HTML of their own, one of which goes with a filter."""
    year = views.store.year(views.filters)
    content = [
        html.H1(f"Año {year}"),
        dbc.Card(dbc.CardBody([html.P(f"Tarjeta de {year}"), html.Button("Pulse", id="press")])),
        html.Section([html.H2("Figura"), dcc.Graph(id="bars", figure=EMPTY)])
        if year != 2023 else None,
        dbc.Select(id="which", options=YEARS, value="uno", placeholder="Serie"),
        html.P(id="said"),
        link("Sin orden", "/prueba", "anio=2022"),
    ]  # fmt: skip
    return Seen("Prueba", "Prueba", f"Año {year}", content,
                lasting=lambda: [dbc.Badge("Siempre", title="Insignia")])  # fmt: skip


def wire(app, store):
    """What a developer writes: outputs and inputs around a pure function."""

    @get_callback(app, Output("bars", "figure"), Input("which", "value"))
    def bars(serie):
        return {"data": [{"type": "bar", "x": [serie], "y": [1]}], "layout": {"height": 200}}


@pytest.fixture
def address(store, monkeypatch):
    """A board with one page more and one callback more."""
    page = Page("/prueba", see, controls=("anio",))
    monkeypatch.setattr(components.pages, "PAGES", (*components.pages.PAGES, page))
    register = board_callbacks.register

    def wired(app, store):
        register(app, store)
        wire(app, store)

    monkeypatch.setattr(board_callbacks, "register", wired)
    server = make_server("127.0.0.1", 0, create_app(store).server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs=SOON)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_first_html_holds_a_named_place_for_each(visit):
    page = visit(java_script_enabled=False).open("/prueba", live=False)
    expect(page.locator("#content .part")).to_have_count(4)
    expect(page.locator(".part[role=group][aria-label=Serie]")).to_have_count(1)
    expect(page.locator(".part[role=group][aria-label=Barras]")).to_have_count(1)
    expect(page.locator(".part").first).to_contain_text("pide JavaScript")
    expect(page.locator(".lasting .part[aria-label=Insignia]")).to_have_count(1)
    expect(page.locator("graph, card, #content select")).to_have_count(0)


def test_dash_draws_each_in_its_place_and_their_callback_answers_by_get(visit):
    one = visit(apart=True)
    page = one.open("/prueba")
    expect(page.locator("#content .part .card")).to_have_text("Tarjeta de 2024Pulse")
    expect(page.locator("#content section .part .main-svg").first).to_be_visible()
    expect(page.locator("#content section .xtick")).to_have_text("uno")
    with page.expect_response("**/_get/bars?serie=dos") as asked:
        page.select_option("#content .part select", "dos")
    expect(page.locator("#content section .xtick")).to_have_text("dos")
    assert asked.value.request.method == "GET"
    assert asked.value.headers["etag"]
    assert "public" in asked.value.headers["cache-control"]
    assert not [url for url in one.requests if "_dash-update" in url]


def test_a_filter_changes_them_and_what_stays_is_not_drawn_again(visit):
    page = visit().open("/prueba")
    expect(page.locator("#content .main-svg").first).to_be_visible()
    page.evaluate("document.querySelector('#content .part .card').dataset.same = 'yes'")
    page.select_option("#controls select", "2023")
    expect(page.locator("#content .card")).to_contain_text("Tarjeta de 2023")
    expect(page.locator("#content .main-svg")).to_have_count(0)
    expect(page.locator(".lasting .badge")).to_have_text("Siempre")
    page.go_back()
    expect(page.locator("#content .card")).to_contain_text("Tarjeta de 2024")
    expect(page.locator("#content section .xtick")).to_have_text("uno")


def test_no_place_is_left_waiting(visit):
    page = visit().open("/prueba")
    expect(page.locator(".part")).to_have_count(4)
    expect(page.locator(".part .caveat")).to_have_count(0)
