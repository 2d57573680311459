"""One axis across the three plans, down to each meta, objective and indicator."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components import other_figures
from components.controls import link
from components.format import count, number
from components.pages.page import Content
from components.pages.plans.commitment_links import PATH, place, shortened
from components.table import advance, indicator_link, state, status
from components.texts import t
from data.codes import AXES
from data.model import Accion2017, Meta2007, Meta2017, Objetivo
from data.query.filters import Filters
from data.store import Store


def sections(store: Store, filters: Filters) -> Content:
    """Return a section per axis: whole for those chosen, in short with a link where none is."""
    axes = [axis for axis in AXES if not filters.eje or axis in filters.eje]
    return [_section(store, filters.with_(eje=(axis,)), axis, bool(filters.eje)) for axis in axes]


def _section(store: Store, filters: Filters, axis: str, whole: bool) -> Component:
    columns = [_old(store, filters), _middle(store, filters), _current(store, filters)]
    plans = ("plan-2007-2013", "plan-2017-2021", "politica-2030")
    return html.Section(
        [
            html.H2(t("planes.across", axis=t(f"axes.{axis}")), id=f"eje-{axis}"),
            html.Div(
                [
                    _column(plan, said, items if whole else [])
                    for plan, (said, items) in zip(plans, columns, strict=True)
                ],
                className="three",
            ),
            None if whole else html.P(link(t("planes.see_axis"), PATH, filters.to_query())),
        ],
        className="entry",
    )


def _column(plan: str, said: Any, items: list[Component]) -> Component:
    parts = [html.H3(t(f"planes.plan.{plan}")), html.P(said)]
    if items:
        label = html.P(t(f"planes.list.{plan}", amount=len(items)), className="caveat")
        parts += [label, html.Ul(items, className="plain")]
    return html.Div(parts)


def _old(store: Store, filters: Filters) -> tuple[Any, list[Component]]:
    rows = [row for row in store.rows(Meta2007) if store.keeps(row, filters)]
    if not rows:
        return t("planes.none.plan-2007-2013"), []
    return _old_said(rows), [_meta(store, row) for row in rows]


def _old_said(rows: list[Meta2007]) -> str:
    """Say how many metas there are, what the matrix declares of them and how many it does not."""
    total = count(len(rows), t("planes.meta"), t("planes.metas"))
    values = [row.cumplimiento_pct for row in rows if row.cumplimiento_pct is not None]
    unmet = len(rows) - len(values)
    if not values:
        return t("planes.old_none_one" if unmet == 1 else "planes.old_none", total=total)
    low, high = number(min(values), "%"), number(max(values), "%")
    declared = t("planes.range_one" if low == high else "planes.range", low=low, high=high)
    key = "old_said" if unmet > 1 else "old_said_one" if unmet else "old_said_all"
    return t(f"planes.{key}", total=total, range=declared, unmet=unmet)


def declared(row: Meta2007) -> str:
    """Return the compliance that the matrix declares, or that it says that it was not met."""
    if row.cumplimiento_pct is None:
        return t("planes.unmet")
    return number(row.cumplimiento_pct, "%")


def _meta(store: Store, row: Meta2007) -> Component:
    remark = html.Strong(f" «{row.observacion}»") if row.observacion else None
    return html.Li(
        [
            html.Strong(declared(row)),
            " · ",
            html.A(f"META {row.numero}. {shortened(row.meta)}", href=place(store, row)),
            html.Small([f" «{row.resultado}»", remark], className="printed"),
        ]
    )


def _middle(store: Store, filters: Filters) -> tuple[Any, list[Component]]:
    actions = [row for row in store.actions.values() if store.keeps(row, filters)]
    targets = [row for row in store.rows(Meta2017) if store.keeps(row, filters)]
    if not actions:
        return t("planes.none.plan-2017-2021"), []
    said = t("planes.middle_said",
             actions=count(len(actions), t("planes.action"), t("planes.actions")),
             targets=count(len(targets), t("planes.target"), t("planes.targets")))  # fmt: skip
    held = {row.objetivo_inmediato for row in actions}
    aims = [row for row in store.rows(Objetivo) if row.codigo in held]
    return said, [_aim(row, actions, targets, filters) for row in aims]


def _aim(
    row: Objetivo, actions: list[Accion2017], targets: list[Meta2017], filters: Filters
) -> Component:
    inside = [action.codigo for action in actions if action.objetivo_inmediato == row.codigo]
    amount = sum(target.accion in inside for target in targets)
    said = t("planes.middle_short",
             actions=count(len(inside), t("planes.action"), t("planes.actions")),
             targets=count(amount, t("planes.target"), t("planes.targets")))  # fmt: skip
    query = filters.with_(codigo=row.codigo).to_query()
    return html.Li([link(f"{row.codigo}. {row.texto}", PATH, query), html.Small(f" {said}")])


def _current(store: Store, filters: Filters) -> tuple[Any, list[Component]]:
    pairs = store.chosen(filters.with_(periodo="", codigo=""))
    objective = next(
        (row for row in store.rows(Objetivo) if row.nivel == "OP" and row.eje == filters.eje[0]),
        None,
    )
    year = store.year(filters)
    if year not in store.years:
        return t("empty.no_year", year=year), []
    if not pairs or objective is None:
        return t("planes.none.politica-2030"), []
    reached = store.advances.get((objective.codigo, year))
    figure = html.Strong(advance(reached)) if reached else None
    light = status(reached.semaforo if reached else "sin-dato")
    other = other_figures.advance(store, objective.codigo, year)
    more = html.Small(f" {other}", className="printed") if other else None
    said: list[Any] = [f"{objective.codigo}. {objective.texto}. ", figure, " ", light, more]
    items: list[Component] = [
        html.Li(
            [
                state(value),
                " ",
                *advance(value),
                " · ",
                indicator_link(row.codigo, f"{row.codigo}. {shortened(row.nombre, 90)}"),
            ]
        )
        for row, value in pairs
    ]
    return said, items
