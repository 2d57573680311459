"""The map: where cases are recorded, how much of the country that covers, and since when."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.chart import records
from components.charts.map_words import coverage, doubt, mapped
from components.charts.registry import CHARTS
from components.charts.views import Views
from components.controls import link
from components.figure_card import figure
from components.format import span
from components.pages.map import map_lists as lists
from components.pages.map import map_years
from components.pages.map.map_headline import headline
from components.pages.page import Content, Page, Seen
from components.texts import t
from data.model import Cobertura
from data.query import map_periods
from data.query.filters import Filters
from data.store import Store
from geo import places

_PATH = "/mapa"


def see(views: Views, subject: str) -> Seen:
    """Return the map of a period in one measure, the national series and the police's map."""
    store, filters = views.store, views.filters
    view = views.of("mapa")
    frame = view.frame
    said = headline(store, filters, frame)
    parts: Content = [_top(store, said, filters, frame)]
    if len(frame):
        parts.append(figure(view, lists.districts(frame), open_table=True))
    parts += [_reading(store, filters), *_others(views)]
    announced = f"{said}. {coverage(frame)}" if len(frame) else said
    return Seen(t("mapa.title"), t("mapa.description"), announced, parts, _dataset(),
                lasting=lambda: [map_years.series(views)], count=mapped(frame))  # fmt: skip


def _nothing(store: Store, filters: Filters) -> Content:
    """Say what no source gives of a period, and where the other figures of its places are."""
    back = link(t("mapa.way_back"), _PATH, filters.with_(periodo="").to_query())
    found: Content = [html.P(CHARTS["mapa"].sentence(pd.DataFrame())), html.P(back)]
    if any(row.periodo == filters.periodo for row in store.rows(Cobertura)):
        path = f"/datos/incidencia.csv?periodo={filters.periodo}"
        found.append(html.P(html.A(t("mapa.other"), href=path)))
    return found


def _top(store: Store, title: str, filters: Filters, frame: pd.DataFrame) -> Component:
    parts: Content = [html.P(t("mapa.over"), className="over"), html.H1(title)]
    if not len(frame):
        return html.Section([*parts, *_nothing(store, filters)])
    first = records(frame)[0]
    parts.append(html.P(coverage(frame), className="lead"))
    one = map_periods.chosen(store, filters, "distrito_fiscal")
    said = map_years.scope(store) if one and one.annual else doubt(first)
    if said:
        parts.append(html.P(said, className="remark"))
    key = _of_measure(filters.medida, first["medida"])
    if key:
        parts.append(html.P(t(f"mapa.{key}"), className="remark"))
    return html.Section(parts)


def _of_measure(asked: str, given: str) -> str:
    """Return the key of what must be said of the measure, if anything."""
    if given == "tasa":
        return "rate_note"
    if asked == "tasa":
        return "no_rates"
    pairs = {("casos", "porcentaje"): "only_shares", ("porcentaje", "casos"): "no_shares"}
    return pairs.get((asked, given), "")


def _reading(store: Store, filters: Filters) -> Component:
    """Return what a reader must know, with every doubt that the tables hold about a period."""
    found = map_periods.published(store, "distrito_fiscal")
    start = map_periods.chosen(store, Filters(), "distrito_fiscal")
    said = [t(f"mapa.read.{name}") for name in ("prevalence", "place", "absent")]
    if start is not None:
        opened = span(start.period.inicio, start.period.fin)
        key = "default" if start.coverage.completo == "si" else "default_partial"
        key = "default_year" if start.whole_year else key
        said.append(t(f"mapa.read.{key}", period=opened))
    said += [
        t(
            "mapa.read.doubt",
            period=span(one.period.inicio, one.period.fin),
            note=one.coverage.nota or one.period.nota,
        )
        for one in found
        if one.coverage.completo == "dudoso" and not one.annual
    ]
    said.append(t("mapa.read.limits", note=places.boundary_note()))
    return html.Section(
        [
            html.H2(t("mapa.reading")),
            html.Ul([html.Li(text) for text in said]),
            html.P(html.A(t("mapa.contradictions"), href="/metodologia#discrepancias")),
        ]
    )


def _others(views: Views) -> Content:
    tables = {"serie-nacional": lists.series, "mapa-pnp": lists.departments}
    return [
        figure(view, tables[view.chart.slug](view.frame), open_table=True)
        for view in map(views.of, tables)
        if len(view.frame)
    ]


def _dataset() -> dict[str, Any]:
    return {
        "name": t("mapa.title"),
        "description": t("mapa.description"),
        "files": [
            "/datos/incidencia.csv",
            "/datos/coberturas.csv",
            "/datos/series.csv",
            "/datos/poblacion.csv",
            "/datos/graficos/mapa.csv",
        ],
    }


PAGE = Page(_PATH, see, nav="mapa", controls=("periodo", "medida"),
            charts=("mapa", "mapas-anuales", "serie-nacional", "mapa-pnp"))  # fmt: skip
