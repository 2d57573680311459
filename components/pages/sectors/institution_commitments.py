"""What one institution promised in each of the three plans, and what it reports of it."""

from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import explained, theme
from components.format import count, number, percent
from components.markup import attrs
from components.pages.indicators.indicators import spark
from components.pages.methods.contradictions import link
from components.pages.page import Content
from components.pages.plans.plans_axes import declared
from components.pages.sectors.sectors import mentioned
from components.table import advance, entity, indicator_link, status, table
from components.texts import t
from data.model import Accion2017, Entidad, Indicador, Meta2007, Meta2017, Valor
from data.query.commitments import Promises
from data.store import Store


def promised(store: Store, row: Entidad, found: Promises, year: int) -> Content:
    """Return the indicators, the actions with their targets, and the metas that name it."""
    if found.empty:
        return [
            html.P(t("sector.nothing", name=row.sigla)),
            html.P(mentioned(store, [row], t("sectores.unnamed"))),
        ]
    parts: Content = []
    if found.pairs:
        parts.append(_indicators(store, found, year))
    if found.silent:
        parts += [html.P(f"{t('ficha.silent', reason=f'«{s.motivo}»')} ({s.codigo})",
                         className="remark") for s in found.silent]  # fmt: skip
    if found.actions:
        parts.append(_actions(store, row, found))
    if found.metas:
        parts.append(_metas(store, row, found.metas))
    return parts


def _indicators(store: Store, found: Promises, year: int) -> Component:
    names = ("codigo", "nombre", "logro_esperado", "valor_obtenido", "avance", "semaforo")
    head = [*(t(f"columns.{name}") for name in names), t("sector.earlier"), t("columns.history")]
    rows = [_indicator(store, row, value) for row, value in found.pairs]
    title = t("sector.indicators", amount=len(rows), year=year)
    return html.Div([html.H3(title), table(title, head, rows, numeric=[2, 3, 4])])


def _indicator(store: Store, row: Indicador, value: Valor) -> list[Any]:
    return [
        indicator_link(row.codigo),
        [indicator_link(row.codigo, row.nombre), *_beside(store, row, value)],
        number(value.logro_esperado, row.unidad),
        number(value.valor_obtenido, row.unidad),
        advance(value),
        status(value.semaforo),
        _earlier(store, row, value.anio),
        spark(store, row),
    ]


def _beside(store: Store, row: Indicador, value: Valor) -> list[Component]:
    """Return what the sources say of a result that is below or absent."""
    return explained.notes(store, row.codigo, value.anio) if value.semaforo != "verde" else []


def _earlier(store: Store, row: Indicador, year: int) -> Content:
    """Return the mark and the advance of each earlier year with a result."""
    values = [store.values[row.codigo, y] for y in store.years if y < year]
    return [
        html.Span(
            [
                f"{value.anio} ",
                html.Span(theme.LIGHT_MARK[value.semaforo], **attrs(aria_hidden="true")),
                html.Span(t(f"lights.{value.semaforo}"), className="unseen"),
                f" {percent(value.percent)}",
            ],
            className=f"before {value.semaforo}",
        )
        for value in values
        if value.valor_obtenido is not None
    ] or [t("sector.no_earlier")]


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
