"""The screen of one indicator in red or fallen: who answers, its history, the reason given."""

from collections.abc import Iterator
from dataclasses import replace

from dash import html

from components import explained
from components.charts.status_strip import with_moved
from components.charts.views import Views
from components.format import number
from components.session.drawings import drawn
from components.session.room_lines import headed, lined
from components.session.screen import Screen, part, sources_of, values
from components.session.words import reached
from components.table import status
from components.texts import t
from data.codes import Light
from data.model import Indicador, SinReporte, Valor
from data.query.code_order import rank
from data.query.ordering import Pair
from data.store import Store

# How many lines stand under the drawing, and over it.
_CUT = 2
# As wide as the mark of a state.
_MARK = "▼ MM "
WORSE: tuple[Light, ...] = ("rojo", "ambar", "verde")


def before(store: Store, row: Valor) -> Valor | None:
    """Return the value of the year before from whose band this one fell, if it did."""
    found = store.values.get((row.codigo, row.anio - 1))
    if found is None or not {found.semaforo, row.semaforo} <= set(WORSE):
        return None
    return found if rank(WORSE, row.semaforo) < rank(WORSE, found.semaforo) else None


def reasons(store: Store, value: Valor) -> list[str]:
    """Return what the sources say of a result, first that the report counts it as missing."""
    missing = (value.codigo, value.anio) in store.exact(SinReporte)
    said = explained.sentences(store, value.codigo, value.anio) or [t("explained.no_reason")]
    return [t("explained.missing"), *said] if missing else said


def fallen(store: Store, value: Valor) -> str:
    """Say, after a state, from which band it fell; nothing where it did not."""
    old = before(store, value)
    return f", {t('sesion.fallen', light=t(f'lights.{old.semaforo}'))}" if old else ""


def history(views: Views, pair: Pair) -> Iterator[Screen]:
    """Give the screen of an indicator and, where its words are cut, one that has them whole."""
    store, (row, value) = views.store, pair
    who = explained.named(store, row, value.anio)
    heading = t("sesion.below", entity=who, code=row.codigo, value=reached(value), year=value.anio)
    said, state = reasons(store, value), f"{fallen(store, value)}. {row.nombre}"
    name = f"{_MARK}{t(f'lights.{value.semaforo}')}{state}"
    if lined(name) <= _room(heading) and lined(explained.running(said)) <= _CUT:
        yield _drawn(views, pair, heading)
        return
    body = [html.P([status(value.semaforo), state], className="lead")]
    body += [html.P(text, className="because") for text in said]
    told = _drawn(views, pair, heading + part(1, 2))
    yield told
    yield replace(told, heading=heading + part(2, 2), body=body, code=f"{row.codigo}-razon",
                  more=[], figures={})  # fmt: skip


def _room(heading: str) -> int:
    """Return how many lines of the name fit: a long heading leaves the drawing room for one."""
    return 1 if headed(heading) > 1 else _CUT


def _drawn(views: Views, pair: Pair, heading: str) -> Screen:
    """Return the screen with the drawing; its note has every name and reason whole."""
    store, (row, value) = views.store, pair
    view = views.of("indicador", views.filters.with_(codigo=row.codigo))
    name = html.P([status(value.semaforo), f"{fallen(store, value)}. {row.nombre}"],
                  className=f"cut-{_room(heading)}")  # fmt: skip
    entity = store.entities.get(row.responsable)
    more = (
        [f"{row.codigo}. {row.nombre}", t("sesion.answers", entity=_full(store, row, value.anio))]
        if entity
        else []
    )
    target = t("sesion.pair", target=number(value.logro_esperado, row.unidad),
               value=number(value.valor_obtenido, row.unidad), year=value.anio)  # fmt: skip
    shown = {int(year) for year in view.frame["anio"]}
    years = [
        (store.then(row.codigo, past.anio), past)
        for past in store.history(row.codigo) if past.anio in shown
    ]  # fmt: skip
    said = reasons(store, value)
    return Screen(
        heading, [name, drawn(view), html.P(explained.running(said), className=f"cut-{_CUT}")],
        sources_of(view),
        f"/indicadores/{row.codigo}", row.codigo, [*more, target, *said],
        {"valores": values(store, [pair]), "series": values(store, years)},
    )  # fmt: skip


def _full(store: Store, row: Indicador, year: int) -> str:
    """Return the whole name of who answers, with the entity to which it passed."""
    known = store.entities
    other = known.get(explained.moved_to(store, row.codigo, year))
    return with_moved(known[row.responsable].nombre, other.nombre if other else "")
