"""The 50 actions of the plan 2017-2021 with their targets, period by period."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.chart import address
from components.controls import link
from components.format import count
from components.markup import attrs
from components.pages.cited import sources_read
from components.pages.plans.commitment_links import PATH, place
from components.pages.plans.ramp_bars import spark
from components.table import table
from components.texts import t
from data.model import Accion2017, Meta2017, Objetivo
from data.model.row import LIST_MARK
from data.query.filters import Filters
from data.rules.ramps import PERIODS
from data.store import Store


def headline(store: Store, filters: Filters) -> str:
    """Say how many actions and targets the filters leave."""
    actions, targets = _chosen(store, filters)
    return t("planes.explorer",
             actions=count(len(actions), t("planes.action"), t("planes.actions")),
             targets=count(len(targets), t("planes.target"), t("planes.targets")))  # fmt: skip


def _chosen(store: Store, filters: Filters) -> tuple[list[Accion2017], list[Meta2017]]:
    actions = [row for row in store.actions.values() if store.keeps(row, filters)]
    return actions, [row for row in store.rows(Meta2017) if store.keeps(row, filters)]


def section(store: Store, filters: Filters) -> Component:
    """Return the explorer: objectives to choose from, and the table of actions."""
    actions, targets = _chosen(store, filters)
    title = headline(store, filters)
    parts: list[Any] = [
        html.H2(title, id="acciones"),
        html.P([f"{t('planes.unreported_lead')} ", sources_read()]),
        _aims(store, filters),
    ]
    if not actions:
        parts += [html.P(t("empty.actions")), html.P(link(t("empty.way_back"), PATH, ""))]
        return html.Section(parts, className="entry")
    periods = [filters.periodo] if filters.periodo else list(PERIODS)
    rows = [
        [
            html.A(row.codigo, href=place(store, row), className="code"),
            html.A(row.texto, href=place(store, row)),
            row.responsables.replace(LIST_MARK, ", "),
            *_cells(store, row, targets, periods, bool(filters.periodo)),
            spark(store.ramps.get(row.codigo, [])),
        ]
        for row in actions
    ]
    head = [t("columns.codigo"), t("planes.one_action"), t("columns.responsable"), *periods,
            t("planes.ramps")]  # fmt: skip
    numeric = [] if filters.periodo else range(3, 6)
    parts += [table(title, head, rows, numeric=numeric), _downloads(filters)]
    return html.Section(parts, className="entry")


def _aims(store: Store, filters: Filters) -> Component:
    aims = [
        row
        for row in store.rows(Objetivo)
        if row.nivel == "OI" and (not filters.eje or row.eje in filters.eje)
    ]
    every = filters.with_(codigo="")
    items = [
        html.Li(link(t("planes.all_aims"), PATH, every.to_query(), **_here(not filters.codigo)))
    ]
    items += [
        html.Li(
            link(row.codigo, PATH, filters.with_(codigo=row.codigo).to_query(), title=row.texto,
                 **_here(row.codigo == filters.codigo))
        )
        for row in aims
    ]  # fmt: skip
    chosen = next((row for row in aims if row.codigo == filters.codigo), None)
    said = html.P(f"{chosen.codigo}. {chosen.texto}") if chosen else None
    # Codes alone say nothing to who does not know the plan.
    label = html.P(f"{t('planes.aims')}:", className="caveat")
    shown = [label, html.Ul(items, className="aims"), said]
    return html.Nav(shown, **attrs(aria_label=t("planes.aims")))


def _here(chosen: bool) -> dict[str, str]:
    return {"aria-current": "true"} if chosen else {}


def _cells(
    store: Store, action: Accion2017, targets: list[Meta2017], periods: list[str], told: bool
) -> list[Any]:
    """Return the number of targets per period, or the targets themselves of one period."""
    found: list[Any] = []
    for period in periods:
        held = [row for row in targets if (row.accion, row.periodo) == (action.codigo, period)]
        if not held:
            found.append(t("planes.no_target"))
        elif told:
            items = [html.Li(html.A(row.texto, href=place(store, row))) for row in held]
            found.append(html.Ul(items, className="plain close"))
        else:
            label = t("planes.see_targets", period=period, action=action.codigo)
            path = f"{PATH}/{action.codigo}?periodo={period}"
            found.append(html.A(str(len(held)), href=path, title=label))
    return found


def _downloads(filters: Filters) -> Component:
    query = filters.to_query()
    names = ("acciones_2017_2021", "metas_2017_2021")
    links = [html.A(t(f"planes.csv.{name}"), href=address(f"/datos/{name}.csv", query))
             for name in names]  # fmt: skip
    return html.P(links, className="links")
