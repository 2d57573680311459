"""One action of the plan 2017-2021: its words, its targets, who answers, what is beside it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.format import count
from components.markup import attrs
from components.pages.cited import source, sources_read
from components.pages.page import Content, Seen
from components.pages.plans import action_side as side
from components.pages.plans import commitment_links as shared
from components.pages.plans.action_targets import chart, targets
from components.texts import t
from data.model import Accion2017, AccionCiudadana, MetaCiudadana
from data.store import Store


def see(views: Views, row: Accion2017) -> Seen:
    """Return the page of an action; the period of the address is the one marked."""
    store, filters = views.store, views.filters
    ramps = store.ramps.get(row.codigo, [])
    view = views.of("accion-metas", filters.with_(codigo=row.codigo))
    told = next((c for c in store.rows(AccionCiudadana) if c.accion == row.codigo), None)
    content: Content = [
        _top(row, told),
        targets(store, row, ramps, filters.periodo),
        html.Div(
            [
                html.Div([chart(view, ramps), _citizen(store, row)]),
                html.Aside(
                    [side.who(store, row, told), side.aims(store, row), side.signs(store, row)],
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


def _citizen(store: Store, row: Accion2017) -> Component | None:
    told = [goal.texto for goal in store.rows(MetaCiudadana) if goal.accion == row.codigo]
    if not told:
        return None
    items = [html.Li(text) for text in told]
    return html.Section([html.H2(t("accion.citizen_targets")), html.Ul(items)])


def _dataset(row: Accion2017, about: str) -> dict[str, Any]:
    names = ("acciones_2017_2021", "metas_2017_2021")
    return {
        "name": f"{row.codigo} · {row.texto}",
        "description": about,
        "temporalCoverage": "2017/2021",
        "files": [f"/datos/{name}.csv?codigo={row.codigo}" for name in names],
    }
