"""The technical sheet of one indicator: what it measures, its years, and why its colour."""

import difflib
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import explained
from components.charts.views import Views
from components.figure_card import figure
from components.format import joined, number, percent
from components.markup import attrs
from components.pages.agreed import section
from components.pages.cited import source
from components.pages.indicators import indicator_side as side
from components.pages.methods.contradictions import link
from components.pages.page import Content, Near, Page, Seen
from components.table import indicator_link, status, table
from components.texts import t
from data.model import AcuerdoSesion, Cifra, Indicador, SinReporte
from data.model import Valor as Value
from data.store import Store


def see(views: Views, subject: str) -> Seen | None:
    """Return the sheet of the indicator that the path names; None if there is none."""
    store, filters = views.store, views.filters
    row = store.indicators.get(subject)
    if row is None:
        return None
    year = store.year(filters)
    value = store.values[row.codigo, year]
    content: Content = [
        _top(store, row, value),
        html.Div(
            [
                html.Div([_history(views, row), _figures(store, row)]),
                html.Aside(
                    [
                        side.why(row, value),
                        side.warnings(store, row, value),
                        side.identity(store, row, year),
                    ],
                    **attrs(aria_label=t("access.beside")),
                ),
            ],
            className="columns",
        ),
        section(store, [a for a in store.rows(AcuerdoSesion) if a.indicador == row.codigo]),
        *_contradictions(store, row),
        source(store, row.fuente, row.codigo, f"/indicadores/{row.codigo}"),
        _neighbours(store, row),
    ]
    description = t("ficha.description", name=row.nombre.rstrip(".") + ".")
    title = f"{row.codigo} · {_short(row.nombre)}"
    return Seen(title, description, _headline(row, value), content, _dataset(row))


def _short(name: str, longest: int = 70) -> str:
    return name if len(name) <= longest else name[:longest].rsplit(" ", 1)[0] + "…"


def _headline(row: Indicador, value: Value) -> str:
    target = number(value.logro_esperado, row.unidad)
    if value.valor_obtenido is None:
        key = "headline_nothing" if value.logro_esperado is None else "headline_none"
        return t(f"ficha.{key}", year=value.anio, target=target)
    key = "headline_no_target" if value.logro_esperado is None else "headline"
    return t(
        f"ficha.{key}",
        year=value.anio,
        value=number(value.valor_obtenido, row.unidad),
        target=target,
    )


def _top(store: Store, row: Indicador, value: Value) -> Component:
    over = (
        t("ficha.over_iss", numero=row.servicio_numero)
        if row.nivel == "ISS"
        else t("ficha.over_iop", objetivo=row.objetivo)
    )
    silent = [s for s in store.rows(SinReporte) if (s.codigo, s.anio) == (row.codigo, value.anio)]
    return html.Section(
        [
            html.P([html.Span(row.codigo, className="code"), f" · {over}"], className="over"),
            html.H1(row.nombre),
            html.P([status(value.semaforo), " ", _headline(row, value)], className="lead"),
            *(
                html.P(t("ficha.silent", reason=f"«{s.motivo}»"), className="remark")
                for s in silent
            ),
            *explained.notes(store, row.codigo, value.anio),
        ]
    )


def _history(views: Views, row: Indicador) -> Component:
    store = views.store
    values = [store.values[row.codigo, year] for year in store.years]
    rows = [
        [
            str(value.anio),
            number(value.logro_esperado, row.unidad) if value.logro_esperado is not None else "ND",
            _obtained(row, value),
            percent(value.avance_publicado),
            percent(value.avance_calculado),
            [status(value.semaforo), *_short_warnings(store, value)],
        ]
        for value in values
    ]
    names = ("anio", "logro_esperado", "valor_obtenido", "avance_publicado", "avance_calculado",
             "semaforo")  # fmt: skip
    shown = table(t("ficha.years"), [t(f"columns.{n}") for n in names], rows, numeric=range(1, 5))
    view = views.of("indicador", views.filters.with_(codigo=row.codigo))
    return figure(view, shown, open_table=True)


def _obtained(row: Indicador, value: Value) -> str:
    if value.valor_obtenido is None:
        return "ND" if value.estado == "nd" else t(f"states.{value.estado}")
    return number(value.valor_obtenido, row.unidad)


def _short_warnings(store: Store, value: Value) -> list[Component]:
    names = [t(f"warnings_short.{name}") for name in store.warnings(value.codigo, value.anio)]
    return [html.Small(f"⚠ {joined(names)}", className="warning")] if names else []


def _figures(store: Store, row: Indicador) -> Component:
    behind = {row.codigo, row.servicio}
    found = [figure_ for figure_ in store.rows(Cifra) if figure_.codigo in behind]
    title = t("ficha.figures")
    if not found:
        return html.Section([html.H2(title), html.P(t("ficha.figures_none"))])
    rows = [
        [f.concepto, number(f.valor), f.unidad, store.sources[f.fuente].localizador] for f in found
    ]
    head = [t(f"columns.{name}") for name in ("concepto", "valor", "unidad", "fuente")]
    return html.Section([html.H2(title), table(title, head, rows, numeric=[1])])


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
                indicator_link(code, _short(store.indicators[code].nombre)),
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
