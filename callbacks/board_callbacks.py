"""Controls ↔ address → content: the wiring of Dash; the logic answers by GET."""

from dash import ALL, ClientsideFunction, Dash, Input, Output, html
from dash.development.base_component import Component

from components.charts.registry import CHARTS


def layout() -> Component:
    """Return what Dash holds: the state, the controls, the announcer, the interactive charts.

    The content stays the HTML that the server wrote: a thousand components, or moving it into
    Dash's tree, would cost a phone seconds.
    """
    return html.Div(
        [
            html.Data(id="address", hidden=True),
            html.Div(id="controls"),
            html.P(id="status", role="status", className="unseen"),
            html.Div([html.Div(id=f"live-{slug}") for slug in CHARTS], id="stage", hidden=True),
        ]
    )


def register(app: Dash) -> None:
    """Wire every control to the address, and the address to what is shown."""
    app.clientside_callback(
        ClientsideFunction("board", "open"),
        Output("controls", "children"),
        Output("status", "children"),
        Output({"type": "chosen", "name": ALL}, "children"),
        Output({"type": "clear", "name": ALL}, "hidden"),
        Input("address", "value"),
    )
    app.clientside_callback(
        ClientsideFunction("board", "filter"),
        Output("address", "value"),
        Input({"type": "filter", "name": ALL}, "value"),
        prevent_initial_call=True,
    )
