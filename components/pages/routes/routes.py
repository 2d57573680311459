"""The known circuit of the crime: its pairs on a map, in a table and in a matrix."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.chart import Record, records
from components.charts.routes import amount, chosen
from components.charts.views import Views
from components.controls import link
from components.figure_card import figure
from components.pages.page import Content, Page, Seen
from components.pages.routes import routes_lists as lists
from components.table import table
from components.texts import t
from data.model import FraseRuta, Ruta
from data.query import option_counts, route_pairs
from data.query.filters import Filters
from data.store import Store

_PATH = "/rutas"


def see(views: Views, subject: str) -> Seen:
    """Return the map of the pairs with the sentence of each, and what goes with them."""
    store, filters = views.store, views.filters
    view = views.of("rutas")
    frame = view.frame
    headline = _headline(store, filters)
    parts: Content = [_hero(headline, "" if chosen(frame) else t("rutas.lead"))]
    if not len(frame):
        back = html.P(link(t("empty.way_back"), _PATH, ""))
        parts.append(html.Section([html.P(t("empty.chart")), back], className="empty"))
        return Seen(t("rutas.title"), t("rutas.description"), headline, parts)
    rows = records(frame)
    parts += [figure(view, lists.plain(rows, "rutas")), _pairs(store, filters, rows)]
    parts += [lists.roles(store, filters, rows), lists.lima(store)]
    matrix = figure(views.of("rutas-matriz"), lists.plain(rows, "rutas-matriz"))
    parts += [matrix, lists.agreements(views), lists.onwards()]
    said = f"{headline}. {view.sentence}"
    return Seen(t("rutas.title"), t("rutas.description"), said, parts, _dataset(),
                count=amount(frame))  # fmt: skip


def _headline(store: Store, filters: Filters) -> str:
    name = route_pairs.places(store.rows(Ruta)).get(filters.lugar)
    return t("rutas.headline_place", place=name) if name else t("rutas.headline")


def _hero(headline: str, lead: str) -> Component:
    over = html.P(t("rutas.over"), className="over")
    words = html.P(lead, className="lead") if lead else None
    return html.Section([html.Div([over, html.H1(headline), words])])


def _pairs(store: Store, filters: Filters, rows: list[Record]) -> Component:
    """Return the pairs beside the map; those of the place chosen come first, under its name."""
    place = next((row["lugar"] for row in rows if row["lugar"]), "")
    mine = [row for row in rows if row["sentido"]]
    others = [row for row in rows if not row["sentido"]]
    content: Content = [html.H2(t("rutas.pairs"))]
    if place:
        title = t("rutas.pairs_of", place=place)
        content += [html.P(_clear(filters)), _table(store, filters, mine, title, marked=True)]
        rest = _table(store, filters, others, t("rutas.pairs_other"), marked=False)
        summary = html.Summary(t("rutas.pairs_other"))
        content.append(html.Details([summary, rest], className="beside") if others else None)
    else:
        content.append(_table(store, filters, rows, t("rutas.pairs"), marked=False))
    return html.Section(content, className="half routes", id="pares")


def _clear(filters: Filters) -> Component:
    return link(t("rutas.clear"), _PATH, filters.with_(lugar="").to_query())


def _table(
    store: Store, filters: Filters, rows: list[Record], title: str, *, marked: bool
) -> Component:
    head = [t(f"rutas.column_{name}") for name in ("pair", "kind", "sentence")]
    return table(title, head, [_line(store, filters, row, marked) for row in rows])


def _line(store: Store, filters: Filters, row: Record, marked: bool) -> list[Any]:
    end = row["destino_lugar"]
    arrow = html.Span(" → ", className="arrow")
    last = lists.place(end, filters) if end else html.Em(t("charts.rutas.unnamed"))
    sense = html.Small(t(f"rutas.sense_{row['sentido']}"), className="sense") if marked else None
    pair = html.Span([sense, lists.place(row["origen_lugar"], filters), arrow, last])
    said = store.stated.get((row["origen_lugar"], end), ())
    return [pair, t(f"charts.rutas.key_{row['tipo']}"), [_quote(sentence) for sentence in said]]


def _quote(sentence: FraseRuta) -> Component:
    return html.Q(sentence.frase, className="quote")


def _dataset() -> dict[str, Any]:
    names = ("rutas", "rutas_frases", "lugares", "destinos_lima", "acuerdos")
    return {
        "name": t("rutas.title"),
        "description": t("rutas.description"),
        "files": [f"/datos/{name}.csv" for name in names],
    }


PAGE = Page(_PATH, see, nav="rutas", controls=("tipo", "zona", "lugar"),
            counts=option_counts.routes,
            charts=("rutas", "rutas-matriz", "acuerdos"))  # fmt: skip
