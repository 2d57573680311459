"""What changed from the year before: objectives, index, indicators of another band."""

from decimal import Decimal

from dash import html
from dash.development.base_component import Component

from components import explained, other_figures
from components.format import percent
from components.indicator_row import NAMED, named
from components.other_figures import INDEX
from components.table import advance, status, table
from components.texts import t
from data.model import Avance, Indicador, Objetivo, Valor
from data.query.ordering import Pair
from data.query.turns import compared, turns
from data.store import Store

_CHARGED = ("rojo", "sin-dato")


def changes(store: Store, pairs: list[Pair], year: int) -> Component:
    """Return what moved from the year before: objectives, index, indicators that changed band."""
    before = year - 1
    title = t("panorama.changes", before=before, year=year)
    if not compared(store, before):
        said: list[Component] = [html.P(t("panorama.changes_first", before=before))]
    else:
        said = [_objective_changes(store, before, year), moved(store, pairs, before)]
    return html.Section([html.H2(title), *said], id="cambios")


def _objective_changes(store: Store, before: int, year: int) -> Component:
    rows = []
    for code in dict.fromkeys(code for code, _ in store.advances):
        then, now = store.advances.get((code, before)), store.advances.get((code, year))
        name = t("panorama.changes_index") if code == INDEX else f"{code} · {_axis(store, code)}"
        rows.append([name, *(advance(one) if one else percent(None) for one in (then, now)),
                     [_direction(then, now), *_doubt(store, code, then, now)]])  # fmt: skip
    head = [t("columns.objetivo"), str(before), str(year), t("panorama.changes_way")]
    return table(t("panorama.changes", before=before, year=year), head, rows, numeric=[1, 2])


def _axis(store: Store, code: str) -> str:
    return next((t(f"axes.{row.eje}") for row in store.rows(Objetivo) if row.codigo == code), code)


def _direction(then: Avance | Valor | None, now: Avance | Valor | None) -> str:
    old, new = then.percent if then else None, now.percent if now else None
    return t("lights.sin-dato") if old is None or new is None else _turn(old, new)


def _turn(old: Decimal, new: Decimal) -> str:
    if new > old:
        return f"↑ {t('panorama.better')}"
    return f"↓ {t('panorama.worse')}" if new < old else f"= {t('panorama.same')}"


def _doubt(store: Store, code: str, then: Avance | None, now: Avance | None) -> list[Component]:
    """Return what the direction would be with the other figure that the report prints."""
    old = then.percent if then else None
    other = other_figures.value(store, code, now.anio) if now else None
    if old is None or other is None:
        return []
    key = "otherwise_computed" if code == INDEX else "otherwise"
    said = t(f"panorama.{key}", value=percent(other), direction=_turn(old, other))
    return [html.Small(f" {said}", className="printed")]


def _worse(store: Store, row: Indicador, now: Valor) -> list[Component]:
    """Return what the sources say of a result that came to be below, or absent."""
    return explained.beside(store, row.codigo, now.anio) if now.semaforo in _CHARGED else []


def moved(store: Store, pairs: list[Pair], before: int) -> Component:
    """Return the indicators that changed band from the year before."""
    moved = [one for one in turns(store, pairs, before) if one.moved]
    if not moved:
        return html.P(t("panorama.changes_none"))
    rows = [
        [*named(one.row, _worse(store, one.row, one.now)),
         explained.responsible(store, one.row, one.now.anio), status(one.then.semaforo),
         status(one.now.semaforo)]
        for one in moved
    ]  # fmt: skip
    head = [*(t(f"columns.{n}") for n in (*NAMED, "responsable")), str(before),
            str(before + 1)]  # fmt: skip
    return table(t("panorama.changes_moved"), head, rows)
