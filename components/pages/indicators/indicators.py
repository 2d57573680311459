"""The table of the indicators under the filters."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import svg
from components.band_counts import bands, indicators
from components.charts.chart import address
from components.charts.views import Views
from components.controls import link
from components.indicator_row import COLUMNS, cells
from components.markup import attrs
from components.pages.nothing import no_results, no_rows, no_year
from components.pages.overview.year_changes import changes
from components.pages.page import Content, Page, Seen
from components.table import table
from components.texts import t
from components.truncated_list import cut
from components.year_words import columns, past, standing_of
from data.model import Indicador
from data.query import option_counts
from data.query.filters import Filters
from data.query.ordering import Pair
from data.store import Store

_PATH = "/indicadores"
Point = tuple[int, float, float]
_SORTED = {"codigo": "codigo", "nombre": "nombre", "responsable": "responsable", "avance": "avance"}


def see(views: Views, subject: str) -> Seen:
    """Return the table of indicators of a year."""
    store, filters = views.store, views.filters
    year = store.year(filters)
    pairs = store.chosen(filters)
    headline = _headline(store, pairs, year)
    lead = html.P(_lead(store, year), className="lead")
    top: Content = [html.Section([html.H1(headline), lead])]
    if not pairs:
        top.append(no_rows(_PATH) if filters.narrows else no_year(store, year))
        return Seen(t("indicadores.title"), t("indicadores.description"), headline, top,
                    count=indicators(0))  # fmt: skip
    reported = any(value.valor_obtenido is not None for _, value in pairs)
    if not reported:
        top.append(no_results(store, year))
    shown, rest = cut(pairs, "valores")
    rows = [[*cells(store, row, value), spark(store, row, year)] for row, value in shown]
    caption = t("indicadores.caption", year=year)
    head = [*(_heading(name, filters) for name in COLUMNS), columns(store, year)]
    top += [table(caption, head, rows, numeric=[3, 4, 5]), *rest, _downloads(store, filters)]
    top += [changes(store, pairs, year)] if reported else []
    return Seen(t("indicadores.title"), t("indicadores.description"), headline, top, _dataset(),
                count=indicators(len(pairs)))  # fmt: skip


def _lead(store: Store, year: int) -> str:
    """Say how many indicators of each level are in force, and what their state follows."""
    codes = store.in_force(year)
    levels = {level: sum(code.startswith(level) for code in codes) for level in ("IOP", "ISS")}
    return t("indicadores.lead", **levels)


def _headline(store: Store, pairs: list[Pair], year: int) -> str:
    if said := standing_of(store, pairs, year):
        return said
    if not pairs:
        return t("indicadores.headline_none")
    parts = bands(Counter(value.semaforo for _, value in pairs))
    return t("indicadores.headline", total=indicators(len(pairs)), parts=parts)


def _heading(name: str, filters: Filters) -> Any:
    label = t(f"columns.{name}")
    if name not in _SORTED:
        return label
    current = filters.orden or "codigo"
    ascending = current == name
    order = f"-{name}" if ascending else "" if name == "codigo" else name
    arrow = " ↑" if ascending else " ↓" if current == f"-{name}" else ""
    title = t("indicadores.sort", column=label.lower())
    return link(f"{label}{arrow}", _PATH, filters.with_(orden=order).to_query(), title=title)


def spark(store: Store, indicator: Indicador, year: int) -> Component:
    """Return targets (grey) and results (accent) of the years up to one, small."""
    places = list(enumerate(past(store, year)))
    values = [store.value(indicator.codigo, one) for _, one in places]
    known = [value for value in values if value is not None]
    numbers = [float(n) for v in known for n in (v.logro_esperado, v.valor_obtenido) if n]
    top, step = max(numbers, default=1.0), 72 / max(len(places) - 1, 1)

    def points(column: str) -> list[Point]:
        return [
            (i, 4 + step * i, 22 - float(n) / top * 18)
            for i, value in enumerate(values)
            if (n := getattr(value, column, None)) is not None
        ]

    drawn = svg.element(
        "svg",
        *_lines(points("logro_esperado"), svg.paint("quiet"), 1.2),
        *_lines(points("valor_obtenido"), svg.paint("accent"), 2),
        *(svg.element("circle", cx=x, cy=y, r=2.2, fill=svg.paint("accent"))
          for _, x, y in points("valor_obtenido")),
        viewBox="0 0 80 26", width=80, height=26, aria_hidden="true", focusable="false",
    )  # fmt: skip
    return html.Span(className="still spark", **attrs(data_svg=drawn))


def _lines(points: list[Point], colour: str, width: float) -> list[svg.Element]:
    """Join only years that follow each other: an absent year leaves a gap."""
    runs: list[list[Point]] = []
    for point in points:
        if runs and runs[-1][-1][0] == point[0] - 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return [
        svg.element("polyline", points=" ".join(f"{x:.0f},{y:.1f}" for _, x, y in run),
                    fill="none", stroke=colour, stroke_width=width)
        for run in runs if len(run) > 1
    ]  # fmt: skip


def _downloads(store: Store, filters: Filters) -> Component:
    stated = filters.with_(anio=store.year(filters), orden="")
    query = stated.to_query()
    return html.P(
        [
            html.A(t("indicadores.csv_values"), href=address("/datos/valores.csv", query)),
            html.A(t("indicadores.csv_names"), href=address("/datos/indicadores.csv", query)),
        ],
        className="links",
    )


def _dataset() -> dict[str, Any]:
    return {
        "name": t("indicadores.title"),
        "description": t("indicadores.description"),
        "files": ["/datos/indicadores.csv", "/datos/valores.csv"],
    }


PAGE = Page(_PATH, see, nav="indicadores", counts=option_counts.indicators,
            controls=("anio", "sector", "eje", "semaforo", "buscar"))  # fmt: skip
