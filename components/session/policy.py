"""Screens of the policy: its state, each objective, what is in red or fell, who was silent."""

from collections import Counter
from collections.abc import Iterator

from dash import html

from components import theme
from components.card import status
from components.charts import CHARTS
from components.format import count, number, percent
from components.pages.overview_lists import INDEX, Pair
from components.session.base import Screen, chart_screen, cited, drawn, pages, short
from components.texts import t
from data.codes import LIGHTS, Light
from data.filters import Filters
from data.model import Objetivo, SinReporte, Valor
from data.store import Store

_ROWS = 5
_WORSE: tuple[Light, ...] = ("rojo", "ambar", "verde")


def state(store: Store, filters: Filters) -> Iterator[Screen]:
    """Give the index of the policy and how many indicators stand in each band."""
    year, pairs = store.year(filters), store.chosen(filters)
    index = store.advances.get((INDEX, year))
    counts = Counter(value.semaforo for _, value in pairs)
    boxes = [
        html.Li([html.Span(str(counts[light]), className="big"), html.Span(
            [html.Span(theme.LIGHT_MARK[light], className="mark"), t(f"lights_plural.{light}")],
            className=f"status {light}")])
        for light in LIGHTS if counts[light]
    ]  # fmt: skip
    key = "sesion.selected" if filters.narrows else "sesion.all"
    total = t(key, total=count(len(pairs), t("words.indicator"), t("words.indicators")))
    body = [html.P(total, className="lead"), html.Ul(boxes, className="counters")]
    known = index is not None and index.percent is not None
    if index is not None and known:
        note = t("panorama.index_computed") if index.computed else t("panorama.index_note")
        big = html.Span(percent(index.percent), className="huge")
        line = [big, status(index.semaforo), html.Span(note)]
        body.insert(0, html.P(line, className="index"))
    heading = (
        t("panorama.headline", value=percent(index.percent), year=year)
        if index is not None and known
        else t("panorama.headline_none", year=year)
    )
    sources = [value.fuente for _, value in pairs] + ([index.fuente] if index else [])
    yield Screen(heading, body, cited(store, sources), "/")


def objectives(store: Store, filters: Filters) -> Iterator[Screen]:
    """Give the gauges, then each objective with its indicators."""
    gauges = chart_screen(store, filters, "objetivos")
    yield gauges
    for row in store.rows(Objetivo):
        chosen = [pair for pair in store.chosen(filters) if pair[0].objetivo == row.codigo]
        if chosen:
            yield from _objective(store, row, chosen, store.year(filters))


def _objective(store: Store, row: Objetivo, pairs: list[Pair], year: int) -> Iterator[Screen]:
    advance = store.advances.get((row.codigo, year))
    said = percent(advance.percent if advance else None)
    counts = Counter(value.semaforo for _, value in pairs)
    below = counts["rojo"]
    heading = t("sesion.objective", axis=t(f"axes.{row.eje}"), value=said, below=below,
                total=len(pairs))  # fmt: skip
    own = [pair for pair in pairs if pair[0].nivel == "IOP"]
    cells = [
        [indicator.responsable, short(indicator.nombre, 90), percent(value.percent),
         status(value.semaforo)]
        for indicator, value in own
    ]  # fmt: skip
    head = [t(f"columns.{name}") for name in ("responsable", "nombre", "avance", "semaforo")]
    text = html.P(f"{row.codigo}. {row.texto}", className="lead")
    for part, shown in pages(head, cells, _ROWS, [2]) if cells else [("", html.P())]:
        yield Screen(heading + part, [text, shown], cited(store, [v.fuente for _, v in pairs]),
                     f"/?eje={row.eje}")  # fmt: skip


def fell(store: Store, row: Valor) -> bool:
    """Say whether the band of a value is worse than that of the year before."""
    before = store.values.get((row.codigo, row.anio - 1))
    bands = [value.semaforo for value in (before, row) if value]
    if len(bands) < 2 or not set(bands) <= set(_WORSE):
        return False
    return _WORSE.index(bands[1]) < _WORSE.index(bands[0])


def red(store: Store, filters: Filters) -> Iterator[Screen]:
    """Give the list of what is in red or fell, then each with its entity and its history."""
    found = [
        (row, value)
        for row, value in store.chosen(filters)
        if value.semaforo == "rojo" or fell(store, value)
    ]
    below = sum(value.semaforo == "rojo" for _, value in found)
    total = sum(fell(store, value) for _, value in found)
    if not found:
        yield Screen(t("sesion.red_none"), [html.P(t("panorama.red_none"))])
        return
    heading = t("sesion.red", below=below, fell=total)
    cells = [
        [row.responsable, short(row.nombre, 80), percent(value.percent), status(value.semaforo)]
        for row, value in found
    ]
    head = [t(f"columns.{name}") for name in ("responsable", "nombre", "avance", "semaforo")]
    sources = cited(store, [value.fuente for _, value in found])
    for part, shown in pages(head, cells, _ROWS, [2]):
        yield Screen(heading + part, [shown], sources, "/indicadores?semaforo=rojo")
    for row, value in found:
        yield _history(store, filters, (row, value))


def _history(store: Store, filters: Filters, pair: Pair) -> Screen:
    row, value = pair
    key = "sesion.fell" if fell(store, value) else "sesion.below"
    heading = t(key, entity=row.responsable, value=percent(value.percent), year=value.anio)
    chart = CHARTS["indicador"]
    frame = chart.select(store, filters.with_(codigo=row.codigo))
    name = html.P([status(value.semaforo), f" {row.codigo}. {short(row.nombre, 130)}"])
    legend = html.P(t("sesion.legend", target=number(value.logro_esperado, row.unidad),
                      value=number(value.valor_obtenido, row.unidad)))  # fmt: skip
    body = [name, legend, drawn(chart, frame)]
    return Screen(heading, body, cited(store, list(frame["fuente"])), f"/indicadores/{row.codigo}",
                  row.codigo)  # fmt: skip


def silent(store: Store, filters: Filters) -> Iterator[Screen]:
    """Give the indicators for which the report says that information is missing."""
    year = store.year(filters)
    chosen = {row.codigo for row, _ in store.chosen(filters)}
    missing = [row for row in store.rows(SinReporte) if row.anio == year and row.codigo in chosen]
    if not missing:
        yield Screen(t("sesion.silent_none", year=year), [html.P(t("panorama.silent_none"))])
        return
    amount = count(len(missing), t("words.indicator"), t("words.indicators"))
    heading = t("sesion.silent", year=year, amount=amount)
    cells = [
        [row.entidad, short(store.indicators[row.codigo].nombre, 90), f"«{short(row.motivo, 150)}»"]
        for row in missing
    ]
    head = [t("columns.entidad"), t("columns.nombre"), t("columns.motivo")]
    sources = cited(store, [row.fuente for row in missing])
    for part, shown in pages(head, cells, 3):
        yield Screen(heading + part, [shown], sources, "/")
