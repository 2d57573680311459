"""The wiring of Dash: filters → address → content, sentences, counters, chips and every figure.

The functions are pure; they ask the tables through `PageView` and `Chart`, and answer by GET.
"""

from functools import partial
from typing import Any

from dash import ALL, MATCH, ClientsideFunction, Dash, Input, Output, State, html
from dash.development.base_component import Component

from callbacks.canonical_query import canonical, canonical_of_file
from callbacks.get_callback import Place, get_callback
from callbacks.http.request_state import asked_of_file
from callbacks.http.route_converters import name_of
from callbacks.http.routes import DATA, OWN
from callbacks.page_view import PageView
from components.charts.chart import Chart
from components.dash_parts import Written
from components.field_kinds import field_id
from data.query.option_counts import COUNTED
from data.store import Store

VIEWS = "/vistas"
_FORM = f"{VIEWS}/<>.json"
FILTERS = {"type": "filter", "name": ALL}
FIGURE = {"type": "figure", "chart": MATCH}


def layout(view: PageView | None = None) -> Component:
    """Return what Dash holds: the state, the filters, what is announced, content and figures.

    The content is the HTML that the server wrote, one property of one component: a thousand
    components, or moving it into Dash's tree, would cost a phone seconds.
    """
    return html.Div(
        [
            html.Data(id="page", hidden=True, value=name_of(view.path) if view else None),
            html.Data(id="address", hidden=True),
            html.Div(view.controls() if view else [], id="controls"),
            html.Data(id="amounts", hidden=True),
            html.P(id="status", role="status", className="unseen"),
            Written(id="content"),
            html.Div(view.parts.placed if view else [], id="parts"),
            html.Div(view.lasting_parts.placed if view else []),
            html.Data(id="explore", hidden=True),
            html.Div([], id="explored"),
        ]
    )


def register(app: Dash, store: Store) -> None:
    """Wire every filter to what it changes."""
    # Each filter is set by the address (a link, Back), and sets it.
    app.clientside_callback(
        ClientsideFunction("board", "choose"),
        Output("address", "value"),
        Output(FILTERS, "value"),
        Input(FILTERS, "value"),
        Input("address", "value"),
        prevent_initial_call=True,
    )
    _pages(app, store)
    # Beside each choice stands how many rows it leaves under the other filters.
    for name in COUNTED:
        app.clientside_callback(
            ClientsideFunction("board", "amounts"),
            Output(field_id(name), "options"),
            Input("amounts", "value"),
            State(field_id(name), "options"),
            prevent_initial_call=True,
        )
    # A figure comes into being when a reader asks to explore its chart.
    app.clientside_callback(
        ClientsideFunction("board", "explore"),
        Output("explored", "children"),
        Input("explore", "value"),
        prevent_initial_call=True,
    )
    _charts(app, store)


def _pages(app: Dash, store: Store) -> None:
    """Wire the address to all that a page shows."""

    @get_callback(
        app,
        Input("address", "value"),
        State("page", "value"),
        output={
            "contenido": Output("content", "html"),
            "partes": Output("parts", "children"),
            "anuncio": Output("status", "children"),
            "cuenta": Output({"type": "count", "name": ALL}, "children"),
            "cantidades": Output("amounts", "value"),
            "fichas": Output({"type": "chips", "name": ALL}, "children"),
            "elegidos": Output({"type": "chosen", "name": ALL}, "children"),
            "quitar": Output({"type": "clear", "name": ALL}, "className"),
            "consultas": Output({"type": "explored", "chart": ALL}, "query"),
        },
        place=Place(f"{VIEWS}/<page:page>.json", partial(canonical, store), OWN, _FORM),
        prevent_initial_call=True,
    )
    def view(query: str, page: str) -> dict[str, Any]:
        shown = PageView.of(store, page, query)
        return {"contenido": shown.content(whole=False), **shown.state()}


def _charts(app: Dash, store: Store) -> None:
    """Wire the state of a chart to its figure, which then follows the filters."""

    @get_callback(
        app,
        Input({"type": "explored", "chart": MATCH}, "query"),
        output={"figura": Output(FIGURE, "figure"), "config": Output(FIGURE, "config")},
        place=Place("/graficos/<chart:chart>.json", partial(canonical_of_file, store), DATA),
    )
    def figure(query: str, chart: Chart) -> dict[str, Any]:
        return chart.answer(*asked_of_file(store, query))
