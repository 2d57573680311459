"""Every distrito fiscal year by year: the yearly series as one table, and what it leaves out."""

from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.chart import Record, records
from components.charts.views import Views
from components.figure_card import figure
from components.format import joined, number, span
from components.table import table
from components.texts import t
from data.query import territory_series
from data.query.map_periods import Map
from data.store import Store


def series(views: Views) -> Component | None:
    """Return small maps of the years and the districts with their years side by side.

    Nothing while there is one year.
    """
    store, view = views.store, views.of("mapas-anuales")
    if not len(view.frame):
        return None
    found = territory_series.years(store, "distrito_fiscal")
    listed = records(territory_series.district_series(store))
    body = [_line(list(rows)) for _, rows in groupby(listed, key=lambda r: r["codigo_territorio"])]
    body.append([t("mapa.total"), *(number(one.total) for one in found)])
    head: list[Any] = [t("mapa.place"), *(_year(one) for one in found)]
    files = html.P([t("mapa.years_files"), " ", *_files(found)], className="caveat")
    rows = table(t("mapa.years"), head, body, numeric=range(1, len(head)))
    drawn = figure(view, rows, above=[files], open_table=True)
    return html.Div(drawn, className="broad", id="anio-por-anio")


def scope(store: Store) -> str:
    """Say what the series counts, which of its years is not whole, and what it may leave out."""
    found = territory_series.years(store, "distrito_fiscal")
    whole = joined([str(one.year) for one in found if one.whole_year])
    parts = [t("mapa.scope", years=whole)]
    parts += [t("mapa.scope_part", period=_said(one)) for one in found if not one.whole_year]
    return " ".join(parts)


def _line(rows: list[Record]) -> list[Any]:
    return [rows[0]["nombre"], *map(_amount, rows)]


def _amount(row: Record) -> str:
    known = row["valor"] is not None and row["estado"] == "dato"
    return number(row["valor"]) if known else t(f"states_short.{row['estado']}")


def _year(one: Map) -> str:
    """Head a column with its year; a part of a year says which."""
    year = str(one.year)
    part = _said(one).removesuffix(year).removesuffix(" de ")
    return year if one.whole_year else t("mapa.years_part", year=year, part=part)


def _files(found: tuple[Map, ...]) -> list[Any]:
    links = [
        html.A(f"{one.year}.csv", href=f"/datos/graficos/mapa.csv?periodo={one.period.codigo}")
        for one in found
    ]
    return [part for one in links for part in (one, " ")][:-1]


def _said(one: Map) -> str:
    return span(one.period.inicio, one.period.fin)
