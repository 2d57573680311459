"""The lists of the routes: places with their role, Lima's districts, agreements, the way on."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts import agreements as treaties
from components.charts.chart import Record, records
from components.charts.routes_plot import role
from components.charts.views import Views
from components.controls import link
from components.figure_card import figure
from components.format import joined
from components.markup import attrs
from components.pages.page import Content
from components.table import table
from components.texts import t
from data.model import DestinoLima, FraseRuta
from data.query.filters import Filters
from data.store import Store
from data.text_normalisation import alphabetical, slug

PATH = "/rutas"


def place(name: str, filters: Filters) -> Component:
    """Return a link to the state in which a place is chosen."""
    query = filters.with_(lugar=slug(name)).to_query()
    current = "true" if filters.lugar == slug(name) else None
    return link(name, PATH, query, **attrs(aria_current=current))


def plain(rows: list[Record], chart: str) -> Component:
    """Return the pairs as a short table, beside a drawing."""
    unnamed = t("charts.rutas.unnamed")
    head = [t(f"rutas.column_{name}") for name in ("from", "to", "kind", "zone")]
    lines = [
        [row["origen_lugar"], row["destino_lugar"] or unnamed,
         t(f"charts.rutas.key_{row['tipo']}"), row["zona"] or t("rutas.no_zone")]
        for row in rows
    ]  # fmt: skip
    return table(t(f"charts.{chart}.title"), head, lines)


def roles(store: Store, filters: Filters, rows: list[Record]) -> Component:
    """Return each place with its role and the places at the other end of its pairs."""
    names = {row["origen_lugar"] for row in rows} | {row["destino_lugar"] for row in rows}
    lines = [_role(name, filters, rows) for name in sorted(names - {None}, key=alphabetical)]
    head = [t(f"rutas.column_{name}") for name in ("place", "role", "arrive", "leave")]
    title = t("rutas.roles")
    return html.Section([html.H2(title), html.P(t("rutas.roles_lead")), table(title, head, lines)])


def _role(name: str, filters: Filters, rows: list[Record]) -> list[Any]:
    unnamed = t("charts.rutas.unnamed")
    arrive = [row["origen_lugar"] for row in rows if row["destino_lugar"] == name]
    leave = [row["destino_lugar"] or unnamed for row in rows if row["origen_lugar"] == name]
    kind = role(name, rows)
    return [
        place(name, filters),
        t("rutas.role_open") if kind == "abierto" else t(f"charts.rutas.key_{kind}"),
        joined(list(dict.fromkeys(arrive))) or t("rutas.nothing"),
        joined(list(dict.fromkeys(leave))) or t("rutas.nothing"),
    ]


def lima(store: Store) -> Component:
    """Return the districts of Lima that the plan names as destination: a list, no pairs."""
    districts = [row.lugar for row in store.rows(DestinoLima)]
    said = next((row.frase for row in store.rows(FraseRuta) if row.zona == "Lima"), "")
    items = html.Ul([html.Li(name) for name in districts], className="districts")
    content: Content = [html.H2(t("rutas.lima")), html.P(t("rutas.lima_lead")), items]
    return html.Section([*content, html.P(html.Q(said), className="caveat")], id="lima")


def agreements(views: Views) -> Component:
    """Return the instruments with other countries, those of a route first."""
    view = views.of("acuerdos")
    rows = sorted(records(view.frame), key=lambda row: not row["papel"])
    head = [t(f"rutas.column_{name}") for name in ("country", "state", "year", "role", "text")]
    return figure(view, table(view.title, head, [_agreement(row) for row in rows]))


def _agreement(row: Record) -> list[Any]:
    return [
        row["pais"],
        treaties.state(row["estado"]),
        str(row["anio"] or t("rutas.no_year")),
        t(f"charts.rutas.key_{row['papel']}") if row["papel"] else t("rutas.no_route"),
        row["instrumento"] or t("rutas.no_instrument"),
    ]


def onwards() -> Component:
    """Return the way on: how victims are recruited, and the files of this page."""
    return html.Section(
        [
            html.H2(t("rutas.onwards")),
            html.P(
                [
                    html.A(t("rutas.recruitment"), href="/perfil"),
                    html.A(t("rutas.csv_pairs"), href="/datos/rutas.csv"),
                    html.A(t("rutas.csv_sentences"), href="/datos/rutas_frases.csv"),
                ],
                className="links",
            ),
        ]
    )
