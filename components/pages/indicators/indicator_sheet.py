"""The technical sheet of one indicator: what it measures, its years, and why its colour."""

import difflib
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.markup import attrs
from components.pages.agreed import section
from components.pages.cited import source
from components.pages.indicators import indicator_side as side
from components.pages.indicators.indicator_declared import declared
from components.pages.indicators.indicator_figures import figures, parts
from components.pages.indicators.indicator_headline import headline, top
from components.pages.indicators.indicator_history import adjusted, ahead, history
from components.pages.methods.contradiction_links import link
from components.pages.page import Content, Near, Page, Seen
from components.pages.titles import shortened
from components.table import indicator_link
from components.texts import t
from data.model import AcuerdoSesion, Indicador
from data.store import Store


def see(views: Views, subject: str) -> Seen | None:
    """Return the sheet of the indicator that the path names; None if there is none."""
    store, filters = views.store, views.filters
    row = store.indicators.get(subject)
    if row is None:
        return None
    year = store.year(filters)
    row = store.then(row.codigo, year)
    value = store.value(row.codigo, year)
    content: Content = [
        top(store, row, year),
        _columns(views, row, year),
        section(
            store,
            [a for a in store.rows(AcuerdoSesion) if row.codigo in a.values("indicador")],
            views.day,
        ),
        *_contradictions(store, row),
        source(
            store, value.fuente if value else row.fuente, row.codigo, f"/indicadores/{row.codigo}"
        ),
        _neighbours(store, row),
    ]
    description = t("ficha.description", name=row.nombre.rstrip(".") + ".")
    title = f"{row.codigo} · {shortened(row.nombre)}"
    return Seen(title, description, headline(store, row, year), content, _dataset(row))


def _columns(views: Views, row: Indicador, year: int) -> Component:
    """Return the years and the figures behind them, with the side of the sheet."""
    store = views.store
    value = store.value(row.codigo, year)
    judged = [side.why(row, value), side.warnings(store, row, value)] if value else []
    beside = [*judged, side.identity(store, row, year)]
    return html.Div(
        [
            html.Div(
                [
                    history(views, row),
                    adjusted(store, row),
                    ahead(store, row),
                    parts(store, row),
                    figures(store, row),
                    declared(store, row),
                ]
            ),
            html.Aside(beside, **attrs(aria_label=t("access.beside"))),
        ],
        className="columns",
    )


def _contradictions(store: Store, row: Indicador) -> list[Component]:
    """Return the contradictions of the sources, and apart from them what was observed."""
    found = {
        t("ficha.discrepancies"): store.contradictions.get(row.codigo),
        t("ficha.observations"): store.observations.get(row.codigo),
    }
    return [
        html.Section([html.H2(title), html.Ul([html.Li(link(d, d.comentario)) for d in rows])])
        for title, rows in found.items() if rows
    ]  # fmt: skip


def _neighbours(store: Store, row: Indicador) -> Component:
    codes = list(store.indicators)
    here = codes.index(row.codigo)
    near = [code for code in codes[max(here - 2, 0) : here + 3] if code != row.codigo]
    items = [
        html.Li(
            [
                indicator_link(code),
                " · ",
                indicator_link(code, shortened(store.indicators[code].nombre)),
            ]
        )
        for code in near
    ]
    return html.Nav(
        [html.H2(t("ficha.related")), html.Ul(items, className="plain")],
        **attrs(aria_label=t("ficha.related")),
    )


def _dataset(row: Indicador) -> dict[str, Any]:
    return {
        "name": f"{row.codigo} · {row.nombre}",
        "description": t("ficha.description", name=row.nombre.rstrip(".") + "."),
        "files": [f"/datos/valores.csv?codigo={row.codigo}"],
    }


def near(store: Store, subject: str) -> list[Near]:
    """Return the indicators whose code looks like what was asked for."""
    found = difflib.get_close_matches(subject.upper(), store.indicators, n=5, cutoff=0.5)
    return [(f"/indicadores/{code}", code, store.indicators[code].nombre) for code in found]


PAGE = Page(
    "/indicadores/<>",
    see,
    charts=("indicador",),
    sample="IOP.02.02",
    missing="indicator",
    near=near,
    subjects=lambda store: store.indicators,
)
