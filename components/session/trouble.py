"""Screens of what is in red or fell, each with its entity and history, and of who was silent."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components import explained
from components.card import status
from components.charts import CHARTS
from components.format import count, joined, number, percent
from components.pages.overview_lists import Pair
from components.session.base import Screen, cited, pages, short, values
from components.session.drawings import drawn
from components.texts import t
from data.codes import Light
from data.filters import Filters
from data.model import Indicador, SinReporte, Valor
from data.store import Store

_ROWS = 3
_NAMES = 4
_WORSE: tuple[Light, ...] = ("rojo", "ambar", "verde")


def before(store: Store, row: Valor) -> Valor | None:
    """Return the value of the year before from whose band this one fell, if it did."""
    found = store.values.get((row.codigo, row.anio - 1))
    if found is None or not {found.semaforo, row.semaforo} <= set(_WORSE):
        return None
    return found if _WORSE.index(row.semaforo) < _WORSE.index(found.semaforo) else None


def red(store: Store, filters: Filters) -> Iterator[Screen]:
    """Give the list of what is in red or fell, then each with its entity and its history."""
    found = [
        (row, value)
        for row, value in store.chosen(filters)
        if value.semaforo == "rojo" or before(store, value)
    ]
    if not found:
        yield Screen(t("sesion.red_none"), [html.P(t("panorama.red_none"))])
        return
    below = sum(value.semaforo == "rojo" for _, value in found)
    fell = sum(before(store, value) is not None for _, value in found)
    heading = t("sesion.red" if fell else "sesion.red_only", below=below, fell=fell)
    cells = [
        [_who(store, row, value.anio), _named(store, row, value),
         percent(value.percent), _state(store, value)]
        for row, value in found
    ]  # fmt: skip
    head = [t(f"columns.{name}") for name in ("responsable", "nombre", "avance", "semaforo")]
    sources = cited(store, [value.fuente for _, value in found])
    for part, shown in pages(heading, head, cells, _ROWS, [2]):
        yield Screen(heading + part, [shown], sources, "/indicadores?semaforo=rojo",
                     figures={"valores": values(store, found)})  # fmt: skip
    for row, value in found:
        yield _history(store, filters, (row, value))


def _who(store: Store, row: Indicador, year: int) -> Component:
    """Return who answers as a cell that may take two lines."""
    return html.Span(explained.named(store, row, year), className="wraps")


def _named(store: Store, row: Indicador, value: Valor) -> list[Component]:
    """Return the name of an indicator with the reason that the source gives, cut in the room."""
    said = explained.sentences(store, row.codigo, value.anio)
    reason = said[0] if said else t("explained.no_reason")
    return [short(row.nombre), html.Span(reason, className="cut-2")]


def _state(store: Store, value: Valor) -> list[Component | str]:
    """Return the state of a value and, where it fell, from which band."""
    fallen = before(store, value)
    if fallen is None:
        return [status(value.semaforo)]
    said = t("sesion.fallen", light=t(f"lights.{fallen.semaforo}"))
    return [status(value.semaforo), html.Br(), html.Span(said, className="fallen")]


def _history(store: Store, filters: Filters, pair: Pair) -> Screen:
    row, value = pair
    key = "sesion.fell" if before(store, value) else "sesion.below"
    who = explained.named(store, row, value.anio)
    heading = t(key, entity=who, value=percent(value.percent), year=value.anio)
    chart = CHARTS["indicador"]
    frame = chart.select(store, filters.with_(codigo=row.codigo))
    name = html.P([status(value.semaforo), f" {row.codigo}. {row.nombre}"], className="cut-2")
    entity = store.entities.get(row.responsable)
    more = (
        [f"{row.codigo}. {row.nombre}", t("sesion.answers", entity=entity.nombre)] if entity else []
    )
    target = t("sesion.pair", target=number(value.logro_esperado, row.unidad),
               value=number(value.valor_obtenido, row.unidad), year=value.anio)  # fmt: skip
    years = [(row, store.values[row.codigo, year]) for year in frame["anio"]]
    said = explained.sentences(store, row.codigo, value.anio) or [t("explained.no_reason")]
    reasons = [html.P(text, className="cut-3") for text in said[:2]]
    return Screen(
        heading, [name, drawn(chart, frame), *reasons], cited(store, list(frame["fuente"])),
        f"/indicadores/{row.codigo}", row.codigo, [*more, target, *said],
        {"valores": values(store, [pair]), "series": values(store, years)},
    )  # fmt: skip


def silent(store: Store, filters: Filters) -> Iterator[Screen]:
    """Give the indicators for which the report says that information is missing."""
    year = store.year(filters)
    chosen = {row.codigo for row, _ in store.chosen(filters)}
    missing = [row for row in store.rows(SinReporte) if row.anio == year and row.codigo in chosen]
    if not missing:
        yield Screen(t("sesion.silent_none", year=year), [html.P(t("panorama.silent_none"))])
        return
    names = list(dict.fromkeys(
        explained.named(store, store.indicators[row.codigo], row.anio) for row in missing
    ))  # fmt: skip
    who = joined(names) if len(names) <= _NAMES else str(len(names))
    amount = count(len(missing), t("words.indicator"), t("words.indicators"))
    key = "sesion.silent" if len(names) <= _NAMES else "sesion.silent_many"
    cells = [
        [_who(store, store.indicators[row.codigo], row.anio),
         short(store.indicators[row.codigo].nombre, 4), short(f"«{row.motivo}»", 4)]
        for row in missing
    ]  # fmt: skip
    head = [t("columns.entidad"), t("columns.nombre"), t("columns.motivo")]
    sources = cited(store, [row.fuente for row in missing])
    heading = t(key, who=who, year=year, amount=amount)
    for part, shown in pages(heading, head, cells, 3):
        yield Screen(
            heading + part, [shown], sources, "/",
            more=[f"{row.entidad}, {row.codigo}. {store.indicators[row.codigo].nombre}: "
                  f"«{row.motivo}»" for row in missing],
            figures={"sin_reporte": [row.model_dump() for row in missing]},
        )  # fmt: skip
