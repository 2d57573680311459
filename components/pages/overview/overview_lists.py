"""The lists of the Panorama: what is in red, who was silent, what changed."""

from decimal import Decimal

from dash import html
from dash.development.base_component import Component

from components import explained, other_figures
from components.band_counts import indicators
from components.format import number, percent
from components.table import advance, indicator_link, status, table
from components.texts import t
from data.model import Avance, Indicador, Objetivo, SinReporte, Valor
from data.query.filters import Filters
from data.store import Store

INDEX = "IG"
Pair = tuple[Indicador, Valor]
_CHARGED = ("rojo", "sin-dato")


def red(store: Store, pairs: list[Pair]) -> Component:
    """Return the indicators below 75 %, each with the institution that answers for it."""
    found = [pair for pair in pairs if pair[1].semaforo == "rojo"]
    title = t("panorama.red")
    if not found:
        return html.Section([html.H2(title), html.P(t("panorama.red_none"))])
    rows = [
        [
            indicator_link(row.codigo),
            [
                indicator_link(row.codigo, row.nombre),
                *explained.beside(store, row.codigo, value.anio),
            ],
            explained.responsible(store, row, value.anio),
            number(value.logro_esperado, row.unidad),
            number(value.valor_obtenido, row.unidad),
            advance(value),
            status(value.semaforo),
        ]
        for row, value in found
    ]
    names = ("codigo", "nombre", "responsable", "logro_esperado", "valor_obtenido", "avance",
             "semaforo")  # fmt: skip
    shown = table(title, [t(f"columns.{n}") for n in names], rows, numeric=[3, 4, 5])
    unexplained = explained.silence(store, found)
    return html.Section([html.H2(title), shown, unexplained], className="red")


def silent(store: Store, filters: Filters, year: int) -> Component:
    """Return the figures that the report counts as missing, each with what it says of it."""
    chosen = {row.codigo for row, _ in store.chosen(filters)}
    missing = [row for row in store.rows(SinReporte) if row.anio == year and row.codigo in chosen]
    title = t("panorama.silent")
    if not missing:
        return html.Section([html.H2(title), html.P(t("panorama.silent_none")),
                             _printed_nd(store, filters, year)])  # fmt: skip
    items = [
        html.Li(
            [
                html.Strong(explained.responsible(store, store.indicators[row.codigo], row.anio)),
                " · ",
                indicator_link(row.codigo, store.indicators[row.codigo].nombre),
                html.P([f"{_printed(store, row)} «{row.motivo}»"], className="caveat"),
                *explained.notes(store, row.codigo, row.anio),
            ]
        )
        for row in missing
    ]
    lead = html.P(t("panorama.silent_lead", year=year))
    return html.Section([html.H2(title), lead, html.Ul(items, className="plain")])


def no_results(store: Store, year: int) -> Component:
    """Say that a year has no results, or only that these indicators have none."""
    some = any(row.anio == year and row.valor_obtenido is not None for row in store.rows(Valor))
    key = "no_values" if some else "no_results"
    return html.P(t(f"empty.{key}", year=year), className="remark")


def _printed_nd(store: Store, filters: Filters, year: int) -> Component | None:
    """Say how many values the matrix prints as ND: it names no reason for those."""
    amount = sum(value.estado == "nd" for _, value in store.chosen(filters))
    if not amount:
        return None
    return html.P(t("panorama.silent_nd", amount=indicators(amount), year=year), className="caveat")


def _printed(store: Store, row: SinReporte) -> str:
    """Say which figure the report prints all the same; '' where it prints none."""
    value = store.values.get((row.codigo, row.anio))
    if value is None or value.valor_obtenido is None:
        return ""
    unit = store.indicators[row.codigo].unidad
    return t("panorama.silent_printed", value=number(value.valor_obtenido, unit))


def changes(store: Store, pairs: list[Pair], year: int) -> Component:
    """Return what moved from the year before: objectives, index, indicators that changed band."""
    before = year - 1
    title = t("panorama.changes", before=before, year=year)
    if not any(
        row.valor_obtenido is not None for (_, y), row in store.values.items() if y == before
    ):
        return html.Section([html.H2(title), html.P(t("panorama.changes_first", before=before))])
    return html.Section(
        [html.H2(title), _objective_changes(store, before, year), moved(store, pairs, before)]
    )


def _objective_changes(store: Store, before: int, year: int) -> Component:
    rows = []
    for code in dict.fromkeys(code for code, _ in store.advances):
        then, now = store.advances.get((code, before)), store.advances.get((code, year))
        name = t("panorama.changes_index") if code == INDEX else f"{code} · {_axis(store, code)}"
        rows.append([name, *(advance(one) if one else percent(None) for one in (then, now)),
                     [_direction(then, now), *_doubt(store, code, then, now)]])  # fmt: skip
    head = [t("columns.objetivo"), str(before), str(year), t("columns.semaforo")]
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
    moved = [
        (row, store.values[row.codigo, before], value)
        for row, value in pairs
        if (row.codigo, before) in store.values
        and store.values[row.codigo, before].semaforo != value.semaforo
    ]
    if not moved:
        return html.P(t("panorama.changes_none"))
    rows = [
        [indicator_link(row.codigo), [indicator_link(row.codigo, row.nombre),
                                      *_worse(store, row, now)],
         explained.responsible(store, row, now.anio), status(then.semaforo),
         status(now.semaforo)]
        for row, then, now in moved
    ]  # fmt: skip
    head = [*(t(f"columns.{n}") for n in ("codigo", "nombre", "responsable")), str(before),
            str(before + 1)]  # fmt: skip
    return table(t("panorama.changes_moved"), head, rows)
