"""The map: where cases are recorded, how much of the country that covers, and since when."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.chart import records
from components.charts.map_classes import shown, unit
from components.charts.map_words import article, counted, coverage, doubt, mapped, period, summed
from components.charts.registry import CHARTS
from components.charts.views import Views
from components.controls import link
from components.figure_card import figure
from components.format import number, percent, span
from components.pages.map import map_lists as lists
from components.pages.page import Content, Page, Seen
from components.texts import t
from data.model import Cobertura, Periodo
from data.query import map_periods, map_rows
from data.query.filters import Filters
from data.store import Store
from geo import places

_PATH = "/mapa"


def see(views: Views, subject: str) -> Seen:
    """Return the map of a period in one measure, the national series and the police's map."""
    store, filters = views.store, views.filters
    view = views.of("mapa")
    frame = view.frame
    headline = _headline(store, filters, frame)
    parts: Content = [_top(store, headline, filters, frame)]
    if len(frame):
        parts.append(figure(view, lists.districts(frame), open_table=True))
    parts += [_reading(store, filters), *_others(views)]
    announced = f"{headline}. {coverage(frame)}" if len(frame) else headline
    return Seen(t("mapa.title"), t("mapa.description"), announced, parts, _dataset(),
                count=mapped(frame))  # fmt: skip


def _headline(store: Store, filters: Filters, frame: pd.DataFrame) -> str:
    if not len(frame):
        found = next((p for p in store.rows(Periodo) if p.codigo == filters.periodo), None)
        said = span(found.inicio, found.fin) if found else filters.periodo
        return t("mapa.headline_none", period=said)
    first = records(frame)[0]
    return t(
        f"mapa.headline{_kind(frame)}",
        name=first["nombre"],
        value=number(first["valor"]),
        share=percent(first["porcentaje"]),
        total=number(first["total"]),
        the=article(first),
        counted=counted(first),
        period=period(first),
    )


def _kind(frame: pd.DataFrame) -> str:
    """Return the ending of the key of the headline: what it shows, and whose it is."""
    first = records(frame)[0]
    if shown(first) is None or unit(first) == "%":
        return "_computed" if first["porcentaje_es"] == map_rows.COMPUTED else "_share"
    return "_plain" if first["total"] is None or summed(frame) else ""


def _nothing(store: Store, filters: Filters) -> Content:
    """Say what no source gives of a period, and where the other figures of its places are."""
    back = link(t("mapa.way_back"), _PATH, filters.with_(periodo="").to_query())
    found: Content = [html.P(CHARTS["mapa"].sentence(pd.DataFrame())), html.P(back)]
    if any(row.periodo == filters.periodo for row in store.rows(Cobertura)):
        path = f"/datos/incidencia.csv?periodo={filters.periodo}"
        found.append(html.P(html.A(t("mapa.other"), href=path)))
    return found


def _top(store: Store, headline: str, filters: Filters, frame: pd.DataFrame) -> Component:
    parts: Content = [html.P(t("mapa.over"), className="over"), html.H1(headline)]
    if not len(frame):
        return html.Section([*parts, *_nothing(store, filters)])
    first = records(frame)[0]
    parts.append(html.P(coverage(frame), className="lead"))
    if doubt(first):
        parts.append(html.P(doubt(first), className="remark"))
    if filters.medida == "casos" and first["medida"] == "porcentaje":
        parts.append(html.P(t("mapa.only_shares"), className="remark"))
    if filters.medida == "porcentaje" and first["medida"] == "casos":
        parts.append(html.P(t("mapa.no_shares"), className="remark"))
    return html.Section(parts)


def _reading(store: Store, filters: Filters) -> Component:
    """Return what a reader must know, with every doubt that the tables hold about a period."""
    found = map_periods.published(store, "distrito_fiscal")
    start = map_periods.chosen(store, Filters(), "distrito_fiscal")
    said = [t(f"mapa.read.{name}") for name in ("prevalence", "place", "absent")]
    if start is not None:
        opened = span(start.period.inicio, start.period.fin)
        key = "default" if start.coverage.completo == "si" else "default_partial"
        said.append(t(f"mapa.read.{key}", period=opened))
    said += [
        t(
            "mapa.read.doubt",
            period=span(one.period.inicio, one.period.fin),
            note=one.coverage.nota or one.period.nota,
        )
        for one in found
        if one.coverage.completo == "dudoso"
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
            "/datos/graficos/mapa.csv",
        ],
    }


PAGE = Page(_PATH, see, nav="mapa", controls=("periodo", "medida"),
            charts=("mapa", "serie-nacional", "mapa-pnp"))  # fmt: skip
