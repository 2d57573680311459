"""One meta of the plan 2007-2013: the result as printed, what was planned and what was told."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.markup import attrs
from components.pages.cited import source
from components.pages.page import Content, Seen
from components.pages.plans import commitment_links as shared
from components.pages.plans.plans_axes import declared
from components.texts import t
from data.model import Actividad2007, Meta2007, Objetivo
from data.store import Store

_CLASSES = ("actividad", "accion", "cualitativo", "cuantitativo")


def see(store: Store, row: Meta2007) -> Seen:
    """Return the page of a meta with its activities, each under its own address."""
    rows = list(store.rows(Meta2007))
    content: Content = [
        _top(row),
        html.Div(
            [
                html.Div([_activities(store, row, kind) for kind in _CLASSES]),
                html.Aside(
                    [_result(row), _who(store, row), _aim(store, row)],
                    **attrs(aria_label=t("access.beside")),
                ),
            ],
            className="columns",
        ),
        *shared.contradictions(store, f"meta {row.numero}"),
        source(store, row.fuente, f"META {row.numero}", shared.place(store, row)),
        shared.neighbours(store, rows, row),
    ]
    title = f"META {row.numero} · {shared.shortened(row.meta, 70)}"
    about = t("meta.description", text=row.meta.rstrip("."))
    said = t("meta.announced", number=row.numero, result=row.resultado)
    return Seen(title, about, said, content, _dataset(row, about))


def _top(row: Meta2007) -> Component:
    over = t("meta.over", number=row.numero, aim=row.objetivo, axis=t(f"axes.{row.eje}"))
    said = html.P(_printed(row), className="lead")
    return html.Section(
        [html.P(over, className="over"), html.H1(row.meta), said], className="promise"
    )


def _printed(row: Meta2007) -> list[Any]:
    said: list[Any] = [t("meta.printed", result=row.resultado)]
    if row.observacion:
        said += [" ", t("meta.remark"), " ", html.Strong(f"«{row.observacion}»"), "."]
    return said


def _result(row: Meta2007) -> Component:
    unmet = row.cumplimiento_pct is None
    said = html.P(t("meta.unmet" if unmet else "meta.declared"), className="caveat")
    remark = html.P([t("meta.remark"), " ", html.Strong(f"«{row.observacion}»")]) \
        if row.observacion else None  # fmt: skip
    return html.Section(
        [
            html.H2(t("meta.result")),
            html.P(declared(row), className="big"),
            remark,
            said,
        ]
    )


def _who(store: Store, row: Meta2007) -> Component:
    named = shared.named(store, row.agentes) if row.agentes else html.P(t("meta.nobody"))
    return html.Section([html.H2(t("meta.who")), named])


def _aim(store: Store, row: Meta2007) -> Component:
    text = next(aim.texto for aim in store.rows(Objetivo) if aim.codigo == row.objetivo)
    return html.Section([html.H2(t("meta.aim")), html.P(f"{row.objetivo}. {text}")])


def _activities(store: Store, row: Meta2007, kind: str) -> Component | None:
    found = [a for a in store.rows(Actividad2007) if (a.meta, a.clase) == (row.numero, kind)]
    if not found:
        return None
    items = [html.Li(_activity(one), id=f"a{one.orden}", className="goal") for one in found]
    title = f"{t(f'meta.class.{kind}')} ({len(found)})"
    return html.Section([html.H2(title), html.Ul(items, className="plain close")])


def _activity(row: Actividad2007) -> list[Any]:
    label = html.Span(row.actividad, className="tag") if row.actividad else None
    path = f"/planes/meta-{row.meta}#a{row.orden}"
    anchor = html.A("#", href=path, className="anchor", title=t("meta.address"))
    return [label, row.texto, " ", anchor]


def _dataset(row: Meta2007, about: str) -> dict[str, Any]:
    return {
        "name": f"META {row.numero} · {row.meta}",
        "description": about,
        "temporalCoverage": "2007/2013",
        "files": ["/datos/metas_2007_2013.csv", "/datos/actividades_2007_2013.csv"],
    }
