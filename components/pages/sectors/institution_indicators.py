"""The indicators that an institution answers for: this year, the earlier ones, all of them."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components import explained, indicator_row, theme
from components.format import percent
from components.markup import attrs
from components.pages.indicators.indicators import spark
from components.pages.page import Content
from components.table import table
from components.texts import t
from components.year_words import columns
from data.model import Indicador, Valor
from data.query.commitments import Promises
from data.store import Store


def reported(store: Store, found: Promises, year: int) -> Component:
    """Return the table of its indicators in a year, with what each gave before."""
    names = (*indicator_row.NAMED, *indicator_row.FIGURES)
    head = [*(t(f"columns.{name}") for name in names), t("sector.earlier"), columns(store, year)]
    rows = [_indicator(store, row, value) for row, value in found.pairs]
    title = t("sector.indicators", amount=len(rows), year=year)
    return html.Div([html.H3(title), table(title, head, rows, numeric=[2, 3, 4])])


def _indicator(store: Store, row: Indicador, value: Valor) -> list[Any]:
    return [
        *indicator_row.named(row, _beside(store, row, value)),
        *indicator_row.figures(row, value),
        _earlier(store, row, value.anio),
        spark(store, row, value.anio),
    ]


def _beside(store: Store, row: Indicador, value: Valor) -> list[Component]:
    """Return what the sources say of a result that is below or absent."""
    return explained.notes(store, row.codigo, value.anio) if value.semaforo != "verde" else []


def _earlier(store: Store, row: Indicador, year: int) -> Content:
    """Return the mark and the advance of each earlier year with a result."""
    values = [value for value in store.history(row.codigo) if value.anio < year]
    return [
        html.Span(
            [
                f"{value.anio} ",
                html.Span(theme.LIGHT_MARK[value.semaforo], **attrs(aria_hidden="true")),
                html.Span(t(f"lights.{value.semaforo}"), className="unseen"),
                f" {percent(value.percent)}",
            ],
            className=f"before {value.semaforo}",
        )
        for value in values
        if value.valor_obtenido is not None
    ] or [t("sector.no_earlier")]
