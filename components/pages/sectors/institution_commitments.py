"""What one institution promised in each of the three plans, and what it reports of it."""

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.format import count
from components.institution_names import short_name
from components.markup import attrs
from components.pages.methods.contradiction_links import link
from components.pages.page import Content
from components.pages.plans.plans_axes import declared
from components.pages.sectors.institution_indicators import reported
from components.pages.sectors.older_plans import mentioned
from components.table import entity, table
from components.texts import t
from data.model import Accion2017, Entidad, Meta2007, Meta2017
from data.query.commitments import Promises
from data.store import Store


def promised(store: Store, row: Entidad, found: Promises, year: int) -> Content:
    """Return the indicators, the actions with their targets, and the metas that name it."""
    if found.empty:
        return [
            html.P(t("sector.nothing", name=short_name(row))),
            html.P(mentioned(store, [row], t("sectores.unnamed"))),
        ]
    parts: Content = []
    if found.pairs:
        parts.append(reported(store, found, year))
    elif found.assigned:
        parts.append(html.P(t("empty.no_year", year=year), className="remark"))
    if found.silent:
        parts += [html.P(f"{t('ficha.silent', reason=f'«{s.motivo}»')} ({s.codigo})",
                         className="remark") for s in found.silent]  # fmt: skip
    if found.actions:
        parts.append(_actions(store, row, found))
    if found.metas:
        parts.append(_metas(store, row, found.metas))
    return parts


def _actions(store: Store, row: Entidad, found: Promises) -> Component:
    actions = count(len(found.actions), t("words.action"), t("words.actions"))
    targets = count(len(found.targets), t("words.target"), t("words.targets"))
    by_action = {
        code: list(group) for code, group in groupby(found.targets, lambda target: target.accion)
    }
    return html.Div(
        [
            html.H3(t("sector.actions", actions=actions, targets=targets)),
            html.P(t("sector.actions_note"), className="caveat"),
            *(_action(store, row, a, by_action.get(a.codigo, [])) for a in found.actions),
        ]
    )


def _action(store: Store, row: Entidad, action: Accion2017, targets: list[Meta2017]) -> Component:
    periods = [
        part
        for period, group in groupby(targets, lambda target: target.periodo)
        for part in (html.Dt(period), html.Dd(html.Ul([html.Li(one.texto) for one in group])))
    ]
    amount = count(len(targets), t("words.target"), t("words.targets"))
    return html.Details(
        [
            html.Summary(
                [
                    html.Span(action.codigo, className="code"),
                    html.Span(amount, className="tag"),
                    action.texto,
                ]
            ),
            _others(store, row, action.values("responsables"), t("sector.alone")),
            html.Dl(periods),
            _contradicted(store, f"accion {action.codigo}"),
        ],
        className="record action",
        **attrs(data_action=action.codigo),
    )


def _others(store: Store, row: Entidad, initials: tuple[str, ...], alone: str) -> Component:
    """Return who else is named beside an institution; `alone` is what to say of nobody."""
    others = [part for name in initials if name != row.sigla for part in (", ", name)][1:]
    if not others:
        return html.P(alone, className="caveat")
    named = [part if part == ", " else entity(store, part) for part in others]
    return html.P([t("sector.others"), " ", *named], className="caveat")


def _contradicted(store: Store, name: str) -> Component | None:
    found = store.contradictions.get(name)
    if not found:
        return None
    parts = [part for row in found for part in (", ", link(row))][1:]
    return html.P([f"{t('sector.contradicted')} ", *parts], className="caveat")


def _metas(store: Store, row: Entidad, metas: tuple[Meta2007, ...]) -> Component:
    amount = count(len(metas), t("words.target"), t("words.targets"))
    title = t("sector.metas", metas=amount)
    rows = [
        [
            html.Span(meta.numero, **attrs(data_meta=meta.numero)),
            [meta.meta, _contradicted(store, f"meta {meta.numero}")],
            [meta.resultado, _remark(meta)],
            declared(meta),
            _others(store, row, meta.values("agentes"), t("sector.alone_meta")),
        ]
        for meta in metas
    ]
    names = ("number", "meta", "result", "declared", "with")
    head = [t(f"sector.{name}") for name in names]
    return html.Div([html.H3(title), table(title, head, rows, numeric=[3])])


def _remark(meta: Meta2007) -> Component | None:
    if not meta.observacion:
        return None
    return html.P(t("sector.remark", text=meta.observacion), className="caveat")
