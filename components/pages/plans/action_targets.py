"""The targets of an action, period by period, and the ramps that they draw."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.view import View
from components.figure_card import figure
from components.format import number
from components.table import table
from components.texts import t
from data.model import Accion2017, Meta2017
from data.rules.ramps import PERIODS, Ramp
from data.store import Store


def targets(store: Store, row: Accion2017, ramps: list[Ramp], chosen: str) -> Component:
    """Return the targets, one row per promise and one column per period."""
    title = t("accion.targets")
    rows = [
        [
            f"{t('accion.series')} {index}",
            *(_target(ramp.at(period), period == chosen, period) for period in PERIODS),
        ]
        for index, ramp in enumerate(ramps, start=1)
    ]
    return html.Section(
        [
            html.H2(title, id="metas"),
            html.P(t("accion.targets_lead"), className="caveat"),
            table(title, [t("accion.series"), *PERIODS], rows),
        ],
        className="promises",
    )


def _target(row: Meta2017 | None, chosen: bool, period: str) -> Any:
    """Return a target under its own address: `?periodo=…#m3`."""
    if row is None:
        return t("planes.no_target")
    name = f"m{row.orden}" if chosen else f"{period}-m{row.orden}"
    path = f"/planes/{row.accion}?periodo={period}#m{row.orden}"
    anchor = html.A("#", href=path, className="anchor",
                    title=t("accion.address", period=period, order=row.orden))  # fmt: skip
    return html.Div(
        [row.texto, " ", anchor], id=name, className="goal chosen" if chosen else "goal"
    )


def chart(view: View, ramps: list[Ramp]) -> Component:
    """Return the ramps with their quantities, and why the others are not drawn."""
    left = [
        html.Li(_left_out(ramp, index)) for index, ramp in enumerate(ramps, 1) if not ramp.drawn
    ]
    note = [html.P(t("accion.left_out")), html.Ul(left)] if left else []
    if not any(ramp.drawn for ramp in ramps):
        return html.Section([html.H2(t("accion.no_ramp")), *note])
    rows = [
        [str(index), ramp.targets[0].unidad, *_quantities(ramp)]
        for index, ramp in enumerate(ramps, 1)
        if ramp.drawn
    ]
    head = [t("accion.series"), t("columns.unidad"), *PERIODS]
    drawn = figure(view, table(t("accion.quantities"), head, rows, numeric=range(2, 5)))
    return html.Div([drawn, html.Section(note, className="left-out")] if note else [drawn])


def _quantities(ramp: Ramp) -> list[str]:
    found = [ramp.at(period) for period in PERIODS]
    return [number(row.cantidad, row.unidad or "n") if row else "—" for row in found]


def _left_out(ramp: Ramp, index: int) -> str:
    return t("accion.why", index=index, reason=t(f"accion.obstacle.{ramp.obstacle}"))
