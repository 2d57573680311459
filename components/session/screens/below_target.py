"""Screens of what is in red or fell: the list of it, then each with its entity and history."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components import explained
from components.band_counts import indicators
from components.charts.views import Views
from components.session.room_lines import lined, tall
from components.session.screen import Screen, amount, cited, fitted, values, who
from components.session.screens.below_history import WORSE, before, fallen, history, reasons
from components.session.words import absent, known, scoped
from components.table import Cell, status
from components.texts import t
from components.year_words import standing_of
from data.model import Indicador, Valor
from data.query.ordering import Pair
from data.store import Store

# The width of a column of the list, px: assets/session.css has it in letters.
_WHO, _NAME = 220, 400


def red(views: Views) -> Iterator[Screen]:
    """Give the list of what is in red or fell, then each with its entity and its history."""
    store, filters = views.store, views.filters
    pairs, year = store.chosen(filters), store.year(filters)
    if filters.narrows and not pairs:
        return
    found = [
        (row, value) for row, value in pairs if value.semaforo == "rojo" or before(store, value)
    ]
    missing = absent(pairs, year)
    if not found:
        said = [html.P(text) for text in missing] or [html.P(t("panorama.red_none"))]
        heading = scoped(filters, _unharmed(store, pairs, year))
        yield Screen(standing_of(store, pairs, year) or heading, said)
        return
    heading = scoped(filters, _counted(store, found, year))
    cells = [_row(store, row, value) for row, value in found]
    head = [t(f"columns.{name}") for name in ("responsable", "nombre", "avance", "semaforo")]
    sources = cited(store, [value.fuente for _, value in found])
    for part, shown in fitted(heading, head, cells, [2]):
        listed = html.Div(shown, className="reasoned")
        yield Screen(heading + part, [listed], sources, "/indicadores?semaforo=rojo",
                     more=missing, figures={"valores": values(store, found)})  # fmt: skip
    for row, value in found:
        yield from history(views, (row, value))


def _unharmed(store: Store, pairs: list[Pair], year: int) -> str:
    """Say that none with a figure is below, and that none fell only where each has one before."""
    judged = known(pairs)
    if not judged:
        return t("sesion.red_absent", year=year)
    key = "sesion.red_none_one" if len(judged) == 1 else "sesion.red_none"
    said = t(key, known=len(judged), year=year)
    earlier = [store.value(row.codigo, year - 1) for row, _ in judged]
    compared = all(value is not None and value.semaforo in WORSE for value in earlier)
    return t("sesion.red_steady", said=said) if compared else said


def _counted(store: Store, found: list[Pair], year: int) -> str:
    """Say how many are below, how many of those fell, and how many more fell: each once."""
    reds = [value for _, value in found if value.semaforo == "rojo"]
    fell, more = sum(before(store, value) is not None for value in reds), len(found) - len(reds)
    if not reds:
        return t("sesion.fell_one" if more == 1 else "sesion.fell_many", fell=more, year=year)
    said = t("sesion.red", below=indicators(len(reds)), year=year)
    for kind, some in (("fell", fell), ("more", more)):
        if some:
            ending = "one" if some == 1 else "many"
            said = t(f"sesion.red_{kind}_{ending}", red=said, fell=some)
    return said


def _row(store: Store, row: Indicador, value: Valor) -> tuple[list[Cell], float]:
    """Return an indicator with the reason that the sources give, whole, and how high it is."""
    reason = explained.running(reasons(store, value))
    name = [html.Span(row.short, className="what"), html.Span(reason, className="because")]
    cells = [who(store, row, value.anio), name, amount(value), _state(store, value)]
    answers = explained.named(store, row, value.anio)
    state = 2 if fallen(store, value) else 1
    return cells, tall(lined(answers, _WHO), lined(row.short, _NAME), state, under=reason)


def _state(store: Store, value: Valor) -> list[Component | str]:
    """Return the state of a value and, where it fell, from which band."""
    said = fallen(store, value).removeprefix(", ")
    more = [html.Br(), html.Span(said, className="fallen")] if said else []
    return [status(value.semaforo), *more]
