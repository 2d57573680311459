"""Open data: every table, its dictionary, its licence, how to cite it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.registry import CHARTS
from components.charts.views import Views
from components.pages.page import Page, Seen
from components.table import table
from components.texts import t
from data.publish import datapackage, provenance, published
from data.store import Store


def see(views: Views, subject: str) -> Seen:
    """Return the list of all tables with their downloads."""
    store = views.store
    content = [
        html.Section([html.H1(t("datos.headline")), html.P(t("datos.lead"), className="lead")]),
        html.P(t("datos.excel")),
        html.P(t("datos.absent")),
        html.P(
            [
                html.A(t("datos.all"), href="/datos/todo.zip", download="tablero-datos.zip"),
                html.A(t("datos.package"), href="/datos/datapackage.json"),
            ],
            className="links",
        ),
        *(_table(store, name) for name in published.names(store)),
        _charts(),
        _citation(store),
    ]
    dataset = {
        "name": t("board.name"),
        "description": t("datos.description"),
        "files": [f"/datos/{name}.csv" for name in published.names(store)],
    }
    return Seen(t("datos.title"), t("datos.description"), t("datos.headline"), content, dataset)


def _table(store: Store, name: str) -> Component:
    resource, size = published.resource(store, name), published.size(store, name)
    amount = t("datos.rows_one") if size == 1 else t("datos.rows_many", amount=f"{size:,}")
    links = [
        html.A(f"{name}.{kind}", href=f"/datos/{name}.{kind}", download=f"{name}.{kind}")
        for kind in ("xlsx", "csv", "json", "excel.csv")
    ]
    return html.Section(
        [
            html.H2(name, id=name),
            html.P([resource["description"], " ", html.Span(amount, className="caveat")]),
            html.P(links, className="links"),
            html.Details([html.Summary(t("datos.dictionary")), _dictionary(resource)]),
        ],
        className="entry",
    )


def _dictionary(resource: dict[str, Any]) -> Component:
    head = [t(f"datos.{key}") for key in ("column", "kind", "meaning")]
    rows: list[list[Any]] = [
        [html.Code(name), t(f"datos.types.{kind}"), meaning]
        for name, kind, meaning in published.columns(resource)
    ]
    return table(f"{t('datos.dictionary')}: {resource['title']}", head, rows)


def _charts() -> Component:
    items = [
        html.Li(
            [
                html.A(f"{slug}.{kind}", href=f"/datos/graficos/{slug}.{kind}")
                for kind in ("xlsx", "csv")
            ],
            className="links",
        )
        for slug, chart in CHARTS.items()
        if "codigo" not in chart.narrows
    ]
    return html.Section(
        [
            html.H2(t("datos.charts")),
            html.P(t("datos.charts_lead")),
            html.Ul(items, className="plain"),
        ]
    )


def _citation(store: Store) -> Component:
    text = provenance.board_citation(store)
    licence = html.P(
        html.A(datapackage.LICENCE["title"], href=datapackage.LICENCE["path"], rel="license")
    )
    return html.Section([html.H2(t("datos.cite")), html.P(text, className="citation"), licence])


PAGE = Page("/datos", see, nav="datos", live=False)
