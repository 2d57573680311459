"""One action of the plan 2017-2021: its words, its targets, who answers, what is beside it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.view import View
from components.charts.views import Views
from components.figure_card import figure
from components.format import count, number
from components.markup import attrs
from components.pages.cited import source, sources_read
from components.pages.page import Content, Seen
from components.pages.plans import commitment_links as shared
from components.table import table
from components.texts import t
from data.model import (
    Accion2017,
    AccionCiudadana,
    Ivo2017,
    Meta2017,
    MetaCiudadana,
    Objetivo,
    TextoCiudadano,
)
from data.rules.ramps import PERIODS, Ramp
from data.store import Store


def see(views: Views, row: Accion2017) -> Seen:
    """Return the page of an action; the period of the address is the one marked."""
    store, filters = views.store, views.filters
    ramps = store.ramps.get(row.codigo, [])
    view = views.of("accion-metas", filters.with_(codigo=row.codigo))
    told = next((c for c in store.rows(AccionCiudadana) if c.accion == row.codigo), None)
    content: Content = [
        _top(row, told),
        _targets(store, row, ramps, filters.periodo),
        html.Div(
            [
                html.Div([_chart(view, ramps), _citizen(store, row)]),
                html.Aside(
                    [_who(store, row, told), _aims(store, row), _signs(store, row)],
                    **attrs(aria_label=t("access.beside")),
                ),
            ],
            className="columns",
        ),
        *shared.contradictions(store, f"accion {row.codigo}"),
        source(store, row.fuente, f"acción {row.codigo}", shared.place(store, row)),
        shared.neighbours(store, list(store.actions.values()), row),
    ]
    title = f"{row.codigo} · {shared.shortened(row.texto, 70)}"
    about = t("accion.description", text=row.texto.rstrip("."))
    total = count(sum(len(r.targets) for r in ramps), t("words.target"), t("words.targets"))
    headline = t("accion.announced", code=row.codigo, total=total)
    return Seen(title, about, headline, content, _dataset(row, about))


def _top(row: Accion2017, told: AccionCiudadana | None) -> Component:
    over = t("accion.over", code=row.codigo, aim=row.objetivo_inmediato,
             axis=t(f"axes.{row.eje}"))  # fmt: skip
    said = html.P([html.Span(f"{t('accion.citizen')}: ", className="caveat"), f"«{told.texto}»"],
                  className="lead") if told else None  # fmt: skip
    return html.Section(
        [
            html.P(over, className="over"),
            html.H1(row.texto),
            said,
            html.P([f"{t('planes.unreported_lead')} ", sources_read()], className="remark"),
        ],
        className="promise",
    )


def _targets(store: Store, row: Accion2017, ramps: list[Ramp], chosen: str) -> Component:
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


def _chart(view: View, ramps: list[Ramp]) -> Component:
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


def _citizen(store: Store, row: Accion2017) -> Component | None:
    told = [goal.texto for goal in store.rows(MetaCiudadana) if goal.accion == row.codigo]
    if not told:
        return None
    items = [html.Li(text) for text in told]
    return html.Section([html.H2(t("accion.citizen_targets")), html.Ul(items)])


def _who(store: Store, row: Accion2017, told: AccionCiudadana | None) -> Component:
    parts: Content = [html.H2(t("accion.who")), shared.named(store, row.responsables)]
    if told and set(told.responsables.split(";")) != set(row.responsables.split(";")):
        listed = shared.institutions(store, told.responsables)
        parts.append(html.P([f"{t('accion.who_citizen')}: ", *listed], className="caveat"))
    return html.Section(parts)


def _aims(store: Store, row: Accion2017) -> Component:
    wanted = (row.objetivo_inmediato, row.objetivo_estrategico)
    texts = {aim.codigo: aim.texto for aim in store.rows(Objetivo)}
    other = {(o.objetivo, o.version): o.texto for o in store.rows(TextoCiudadano)}
    listed: list[tuple[str, Any]] = []
    for code in wanted:
        listed.append((code, texts[code]))
        listed += [
            (t(f"accion.version.{version}", code=code), f"«{other[code, version]}»")
            for version in ("ciudadana", "resumen")
            if other.get((code, version), texts[code]) != texts[code]
        ]
    return html.Section([html.H2(t("accion.aims")), shared.pairs(listed)])


def _signs(store: Store, row: Accion2017) -> Component | None:
    wanted = (row.objetivo_inmediato, row.objetivo_estrategico)
    found = [sign for sign in store.rows(Ivo2017) if sign.objetivo in wanted]
    if not found:
        return None
    items = [
        html.Li(
            [html.Span(sign.codigo, className="code"), f" {sign.texto}"], id=shared.anchor(sign)
        )
        for sign in found
    ]
    return html.Section([html.H2(t("accion.signs")), html.Ul(items, className="plain close")])


def _dataset(row: Accion2017, about: str) -> dict[str, Any]:
    names = ("acciones_2017_2021", "metas_2017_2021")
    return {
        "name": f"{row.codigo} · {row.texto}",
        "description": about,
        "temporalCoverage": "2017/2021",
        "files": [f"/datos/{name}.csv?codigo={row.codigo}" for name in names],
    }
