"""Panorama: the state of the policy in one screen."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components import explained
from components.band_counts import indicators, indicators_in_bands
from components.charts.views import Views
from components.controls import link
from components.dash_parts import Lasting
from components.filter_words import label
from components.fold import fold
from components.format import joined, number
from components.other_figures import INDEX
from components.pages.nothing import no_results, no_rows, no_year
from components.pages.overview import overview_charts as charts
from components.pages.overview import policy_index
from components.pages.overview.red_and_silent import red, silent
from components.pages.overview.turned import turned
from components.pages.overview.ways_on import ways_on
from components.pages.page import Content, Page, Seen
from components.table import entity, indicator_link, table
from components.texts import t
from data.codes import LIGHTS
from data.query import option_counts
from data.query.filters import Filters
from data.query.ordering import Pair
from data.store import Store


def see(views: Views, subject: str) -> Seen:
    """Return the view of the policy for a year, a sector, an axis."""
    store, filters = views.store, views.filters
    year = store.year(filters)
    pairs = store.chosen(filters)
    index = store.advances.get((INDEX, year))
    reported = any(value.valor_obtenido is not None for _, value in pairs)
    headline = policy_index.headline(store, index, year)
    parts: Content = [
        policy_index.hero(store, headline, index, year),
        _selection(store, filters, pairs),
    ]
    trend = Lasting("grafico-tendencia", lambda: charts.trend(views))
    if not pairs:
        parts += [no_rows("/") if filters.narrows else no_year(store, year), trend]
    elif reported:
        parts += [trend, turned(store, pairs, year, filters.to_query())]
        parts += [charts.services(views, pairs), red(store, pairs), silent(store, filters, year)]
        parts += [fold("graficos", t("panorama.charts")), _by_objective(views)]
    else:
        parts += [_targets_only(store, filters, year), trend, _targets(store, pairs, year)]
    return Seen(
        t("panorama.title"),
        t("panorama.description"),
        f"{headline}. {_counted(pairs)}." if pairs or filters.narrows else f"{headline}.",
        parts,
        dataset=_dataset(store),
        lasting=lambda: ways_on(views),
        count=indicators(len(pairs)),
    )


def _by_objective(views: Views) -> Component:
    """Return the charts of the year, which a phone folds."""
    return html.Div([charts.gauges(views), charts.lights(views)], className="folded content")


def _counted(pairs: list[Pair]) -> str:
    lights = [value.semaforo for _, value in pairs]
    return indicators_in_bands(lights, LIGHTS) if lights else t("empty.rows").rstrip(".")


def _selection(store: Store, filters: Filters, pairs: list[Pair]) -> Component | None:
    """Say what is chosen and how it stands; the headline stays that of the whole policy."""
    if not filters.narrows:
        return None
    kinds = ("sector", "eje", "entidad", "semaforo")
    names = [label(store, name, code) for name in kinds for code in getattr(filters, name)]
    names += [f"«{filters.buscar}»"] if filters.buscar else []
    text = t("panorama.selection", parts=joined(names))
    note = html.Small(t("panorama.selection_note"))
    # Of a selection of nothing, the box under it says so.
    counted = [f"{_counted(pairs)}."] if pairs else []
    said = " ".join(["", *counted, *explained.moves(store, pairs), ""])
    return html.P([html.Strong(text), said, note], className="selection")


def _targets_only(store: Store, filters: Filters, year: int) -> Component:
    query = filters.with_(anio=None).to_query()
    return html.Section(
        [
            no_results(store, year),
            html.P(link(t("empty.see_latest", year=store.latest), "/", query)),
        ],
        className="empty",
    )


def _targets(store: Store, pairs: list[Pair], year: int) -> Component:
    rows = [
        [indicator_link(row.codigo), row.nombre, entity(store, row.responsable),
         number(value.logro_esperado, row.unidad)]
        for row, value in pairs
    ]  # fmt: skip
    head = [t(f"columns.{name}") for name in ("codigo", "nombre", "responsable", "logro_esperado")]
    title = t("panorama.targets", year=year)
    return html.Section([html.H2(title), table(title, head, rows, numeric=[3])])


def _dataset(store: Store) -> dict[str, Any]:
    return {
        "name": t("board.name"),
        "description": t("panorama.description"),
        "temporalCoverage": f"{store.years[0]}/{store.latest}" if store.years else "",
        "files": ["/datos/valores.csv", "/datos/indicadores.csv"],
    }


PAGE = Page("/", see, nav="panorama", controls=("anio", "sector", "eje"),
            counts=option_counts.indicators,
            folded=True, charts=("objetivos", "tendencia", "semaforo"))  # fmt: skip
