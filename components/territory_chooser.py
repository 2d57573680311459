"""«Elija su región» for any page: one tap opens the list, another leads to the territory."""

from dash import html
from dash.development.base_component import Component

from components.texts import t
from data.query import territories
from data.store import Store


def territory_chooser(store: Store) -> Component:
    """Return every departamento as a link, folded under one line; no script has a part in it."""
    items = [html.Li(html.A(one.name, href=f"/territorios/{one.slug}"))
             for one in territories.subjects(store, "departamento")]  # fmt: skip
    way = html.A(t("territorios.all"), href="/territorios")
    return html.Details([html.Summary(t("territorios.choose")), html.Ul(items, className="inline"),
                         html.P(way)], className="beside", id="elija-su-region")  # fmt: skip
