"""The head of a sheet: the name of the indicator, its state and its result in a sentence."""

from dash import html
from dash.development.base_component import Component

from components import explained
from components.format import printed
from components.table import state
from components.texts import t
from data.model import Indicador, Servicio, SinReporte, Valor
from data.store import Store


def headline(store: Store, row: Indicador, year: int) -> str:
    """Say the result and the target of a year, or which of them is missing, and why."""
    value = store.value(row.codigo, year)
    if value is None:
        return _without_row(store, row, year)
    target = printed(value.logro_esperado, row.unidad)
    if store.state(year) != "cerrado":
        return _not_closed(store.state(year), row, value)
    if value.valor_obtenido is None:
        key = "headline_nothing" if value.logro_esperado is None else "headline_none"
        return t(f"ficha.{key}", year=value.anio, target=target)
    key = "headline_no_target" if value.logro_esperado is None else "headline"
    return t(
        f"ficha.{key}",
        year=value.anio,
        value=printed(value.valor_obtenido, row.unidad),
        target=target,
    )


def _not_closed(state: str, row: Indicador, value: Valor) -> str:
    """Say how a value of an open or future year stands."""
    target = printed(value.logro_esperado, row.unidad)
    aimed = value.logro_esperado is not None
    if value.valor_obtenido is None:
        kind = "untold" if aimed else "untold_no_target"
    else:
        kind = "told" if aimed else "told_no_target"
    said = printed(value.valor_obtenido, row.unidad)
    return t(f"years.{state}.{kind}", year=value.anio, value=said, target=target)


def _without_row(store: Store, row: Indicador, year: int) -> str:
    """Say since or until when an indicator is in force, or that a year has nothing yet."""
    if row.codigo in store.in_force(year):
        return t(f"years.{store.state(year)}_empty", year=year)
    known = [value.anio for value in store.history(row.codigo)]
    if known and year > known[-1]:
        return t("years.until", year=year, last=known[-1])
    return t("years.since", year=year, first=known[0]) if known else t("years.never", year=year)


def top(store: Store, row: Indicador, year: int) -> Component:
    """Return the name, the state, why it was silent and what the sources say."""
    value = store.value(row.codigo, year)
    over = (
        t("ficha.over_iss", numero=row.servicio_numero, total=len(store.rows(Servicio)))
        if row.nivel == "ISS"
        else t("ficha.over_iop", objetivo=row.objetivo)
    )
    said = headline(store, row, year)
    silent = [s for s in store.rows(SinReporte) if (s.codigo, s.anio) == (row.codigo, year)]
    return html.Section(
        [
            html.P([html.Span(row.codigo, className="code"), f" · {over}"], className="over"),
            html.H1(row.nombre),
            html.P([state(value), " ", said] if value else said, className="lead"),
            *(
                html.P(t("ficha.silent", reason=f"«{s.motivo}»"), className="remark")
                for s in silent
            ),
            *explained.notes(store, row.codigo, year),
        ]
    )
