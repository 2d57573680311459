"""The row of an indicator in a table: which it is, who answers, its target and its result."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components import explained
from components.format import number
from components.table import Cell, advance, indicator_link, state
from components.texts import t
from data.model import Indicador, Valor
from data.store import Store

NAMED = ("codigo", "nombre")
FIGURES = ("logro_esperado", "valor_obtenido", "avance", "semaforo")
COLUMNS = (*NAMED, "responsable", *FIGURES)


def cells(store: Store, row: Indicador, value: Valor, said: Sequence[Component] = ()) -> list[Cell]:
    """Return a cell for each of COLUMNS; `said` stands under the name."""
    who = explained.responsible(store, row, value.anio)
    return [*named(row, said), who, *figures(row, value)]


def named(row: Indicador, said: Sequence[Component] = ()) -> list[Cell]:
    """Return code and name, each a link to the sheet."""
    return [indicator_link(row.codigo), [*names(row), *said]]


def names(row: Indicador) -> list[Component]:
    """Return the short name, a link to the sheet, and the one of the report in small."""
    shown: list[Component] = [indicator_link(row.codigo, row.short)]
    if row.short != row.nombre:
        shown.append(html.Small(row.nombre, className="official"))
    return shown


def figures(row: Indicador, value: Valor) -> list[Cell]:
    """Return target, result, advance and state of a value."""
    return [
        number(value.logro_esperado, row.unidad),
        obtained(row, value),
        advance(value),
        state(value),
    ]


def obtained(row: Indicador, value: Valor) -> str:
    """Return the result of a value; of a year that has not closed, that it is still to come."""
    if value.estado == "por-vencer":
        return t("states.por-vencer")
    return number(value.valor_obtenido, row.unidad)
