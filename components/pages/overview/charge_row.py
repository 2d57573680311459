"""A charge in few lines: in what, how far, who answers, and the reason beside it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components import explained
from components.format import number
from components.indicator_row import obtained
from components.pages.titles import shortened
from components.table import Cell, indicator_link, state
from components.texts import t
from data.model import Indicador, Valor
from data.store import Store

# Room for the first clause of every reason: two lines of a phone.
_LETTERS = 104


def charge(store: Store, row: Indicador, value: Valor, far: Sequence[Cell]) -> Component:
    """Return an indicator with its state, `far` (its figures) and who answers.

    Under them, folded, the reason that the sources give, which begins in the line that opens it.
    """
    answers = explained.responsible(store, row, value.anio)
    return html.Li(
        [
            html.P(indicator_link(row.codigo, row.short), className="what"),
            html.P([state(value), " ", html.Strong(list(far)), " · ", *answers], className="who"),
            _reasons(store, row, value),
        ]
    )


def _reasons(store: Store, row: Indicador, value: Valor) -> Component:
    said = explained.sentences(store, row.codigo, value.anio)
    begins = shortened(said[0], _LETTERS) if said else t("panorama.more")
    pair = t("panorama.pair", target=number(value.logro_esperado, row.unidad),
             value=obtained(row, value))  # fmt: skip
    return html.Details(
        [
            html.Summary(begins),
            html.P([html.Span(row.codigo, className="code"), f" · {row.nombre}"]),
            html.P(pair),
            *explained.beside(store, row.codigo, value.anio),
        ],
        className="why" if said else "why bare",
    )
