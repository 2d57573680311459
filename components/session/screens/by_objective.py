"""Screens of the objectives: their gauges, then each with its indicators."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from dash import html

from components import explained, other_figures
from components.charts.chart import Record, records
from components.charts.objectives import others
from components.charts.objectives import shown as advance_of
from components.charts.view import View
from components.charts.views import Views
from components.format import joined, percent
from components.session.screen import (
    Screen,
    amount,
    chart_screen,
    cited,
    pages,
    short,
    values,
)
from components.session.screens.objective_reasons import reasons_of, told_whole
from components.session.screens.state import counters
from components.session.words import absent, below, figure, known
from components.table import status
from components.texts import t
from data.model import Avance, Objetivo
from data.query.filters import Filters
from data.query.ordering import Pair
from data.store import Store

_ROWS = 4


def gauges(views: Views) -> Iterator[Screen]:
    """Give the gauges of the objectives."""
    view = views.of("objetivos")
    yield chart_screen(view, _finding(view), others(view.frame))


def objectives(views: Views) -> Iterator[Screen]:
    """Give each objective with its indicators."""
    store, filters = views.store, views.filters
    for row in store.rows(Objetivo):
        chosen = [pair for pair in store.chosen(filters) if pair[0].objetivo == row.codigo]
        if chosen:
            yield from told_whole(
                store, chosen, row.codigo, _objective(store, row, chosen, filters)
            )


def _finding(view: View) -> str:
    """Say how many objectives are below and which is furthest; nothing if one has no figure."""
    rows = records(view.frame)
    given = [(value, row) for row in rows if (value := advance_of(row)) is not None]
    if not given or len(given) < len(rows):
        return ""
    if len(given) == 1:
        return _single(*given[0])
    least = min(value for value, _ in given)
    last = [row for value, row in given if value == least]
    low = sum(row["semaforo"] == "rojo" for _, row in given)
    key = {0: "none", 1: "one"}.get(low, "many")
    said = t(f"sesion.objectives_{key}", below=low, total=len(given), year=last[0]["anio"])
    computed = any(row["avance_publicado"] is None for row in last)
    return t("sesion.objectives" if len(last) == 1 else "sesion.objectives_tied", said=said,
             axes=joined([t(f"axes.{row['eje']}") for row in last]),
             value=figure(percent(least), computed=computed))  # fmt: skip


def _single(value: Decimal, row: Record) -> str:
    """Say the advance of the only objective on screen."""
    said = t("sesion.reached", value=percent(value))
    return t("sesion.objective_single", axis=t(f"axes.{row['eje']}"), year=row["anio"],
             value=figure(said, computed=row["avance_publicado"] is None))  # fmt: skip


def _within(filters: Filters) -> bool:
    """Say whether a filter leaves out indicators of an objective: an axis alone does not."""
    return filters.with_(eje=()).narrows


def _headed(row: Objetivo, advance: Avance | None, pairs: list[Pair], filters: Filters) -> str:
    """Say the advance of an objective and how many of the indicators on screen are below."""
    value = advance.percent if advance else None
    if value is None and not known(pairs):
        return t("sesion.objective_none", axis=t(f"axes.{row.eje}"), year=pairs[0][1].anio)
    said = t("sesion.reached_none")
    if advance and value is not None:
        said = figure(t("sesion.reached", value=percent(value)), computed=advance.computed)
    key = "sesion.objective_selected" if _within(filters) else "sesion.objective"
    return t(key, axis=t(f"axes.{row.eje}"), value=said, below=below(pairs))


def _objective(store: Store, row: Objetivo, pairs: list[Pair], filters: Filters) -> Screen:
    year = store.year(filters)
    advance = store.advances.get((row.codigo, year))
    counts = Counter(value.semaforo for _, value in pairs)
    heading = _headed(row, advance, pairs, filters)
    cells = [
        [explained.named(store, indicator, value.anio), short(indicator.short),
         amount(value), status(value.semaforo)]
        for indicator, value in pairs if indicator.nivel == "IOP"
    ]  # fmt: skip
    head = [t(f"columns.{name}") for name in ("responsable", "nombre", "avance", "semaforo")]
    text = html.P(f"{row.codigo}. {row.texto}", className="lead")
    listed = [shown for _, shown in pages(heading, head, cells, _ROWS, [2])]
    other = other_figures.advance(store, row.codigo, year)
    listed += [html.P(other, className="reason")] if other else []
    given = reasons_of(store, pairs)
    listed += [html.P(said, className="cut-1") for said in given]
    figures = {
        "avances": [advance.model_dump()] if advance else [],
        "valores": values(store, pairs),
    }
    return Screen(
        heading, [text, counters(counts, "counters close"), *listed],
        cited(store, [value.fuente for _, value in pairs]), f"/?eje={row.eje}",
        more=[*_named(pairs), *given, *absent(pairs, year)], figures=figures,
    )  # fmt: skip


def _named(pairs: list[Pair]) -> list[str]:
    return [f"{row.codigo}. {row.nombre}" for row, _ in pairs if row.nivel == "IOP"]
