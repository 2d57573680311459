"""Panorama: the state of the policy in one screen."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import explained, other_figures
from components.band_counts import BEST_FIRST, indicators, indicators_in_bands
from components.charts.chart import records
from components.charts.status_strip import groups
from components.charts.views import Views
from components.controls import link
from components.figure_card import figure
from components.filter_words import chosen_word
from components.format import joined, number, percent
from components.pages.map.map_lists import small
from components.pages.overview import overview_lists as lists
from components.pages.overview.overview_lists import INDEX, Pair
from components.pages.page import Content, Page, Seen
from components.pages.routes.routes_lists import corner
from components.table import entity, indicator_link, status, table
from components.texts import t
from data.codes import LIGHTS
from data.model import Avance
from data.query.filters import Filters
from data.store import Store


def see(views: Views, subject: str) -> Seen:
    """Return the view of the policy for a year, a sector, an axis."""
    store, filters = views.store, views.filters
    year = store.year(filters)
    pairs = store.chosen(filters)
    index = store.advances.get((INDEX, year))
    reported = any(value.valor_obtenido is not None for _, value in pairs)
    headline = _headline(index, year)
    parts: Content = [_hero(store, headline, index, year), _selection(store, filters, pairs)]
    if not pairs:
        parts.append(_nothing())
    elif reported:
        parts += [_gauges(views), _lights(views, pairs)]
        parts += [lists.red(store, pairs), lists.silent(store, filters, year)]
        parts.append(lists.changes(store, pairs, year))
    else:
        parts += [_targets_only(store, filters, year), _targets(store, pairs, year)]
    return Seen(
        t("panorama.title"),
        t("panorama.description"),
        f"{headline}. {_counted(pairs)}.",
        parts,
        dataset=_dataset(store),
        lasting=lambda: [small(views), corner(views)],
        count=indicators(len(pairs)),
    )


def _headline(index: Avance | None, year: int) -> str:
    if index is None or index.percent is None:
        return t("panorama.headline_none", year=year)
    said = t("panorama.headline", value=percent(index.percent), year=year)
    return t("panorama.headline_computed", headline=said) if index.computed else said


def _counted(pairs: list[Pair]) -> str:
    lights = [value.semaforo for _, value in pairs]
    return indicators_in_bands(lights, LIGHTS) if lights else t("empty.rows")


def _hero(store: Store, headline: str, index: Avance | None, year: int) -> Component:
    return html.Section(
        [
            html.Div(
                [
                    html.P(t("panorama.over"), className="over"),
                    html.H1(headline),
                    html.P(t("panorama.lead"), className="lead"),
                ]
            ),
            _index(store, index, year),
        ],
        className="hero",
    )


def _selection(store: Store, filters: Filters, pairs: list[Pair]) -> Component | None:
    """Say what is chosen and how it stands; the headline stays that of the whole policy."""
    if not filters.narrows:
        return None
    kinds = ("sector", "eje", "entidad", "semaforo")
    names = [chosen_word(name, code) for name in kinds for code in getattr(filters, name)]
    names += [f"«{filters.buscar}»"] if filters.buscar else []
    text = t("panorama.selection", parts=joined(names))
    note = html.Small(t("panorama.selection_note"))
    said = " ".join([f"{_counted(pairs)}.", *explained.moves(store, pairs)])
    return html.P([html.Strong(text), f" {said} ", note], className="selection")


def _index(store: Store, index: Avance | None, year: int) -> Component | None:
    if index is None or index.percent is None:
        return None
    note = t("panorama.index_computed") if index.computed else t("panorama.index_note")
    return html.Div(
        [
            html.P(t("panorama.index", year=year), className="label"),
            html.P(percent(index.percent), className="big"),
            html.P([status(index.semaforo)]),
            html.P(note, className="caveat"),
            *(html.P(said, className="caveat") for said in other_figures.beside_index(store, year)),
        ],
        className="index",
    )


def _nothing() -> Component:
    return html.Section(
        [html.P(t("empty.rows")), html.P(link(t("empty.way_back"), "/", ""))], className="empty"
    )


def _targets_only(store: Store, filters: Filters, year: int) -> Component:
    query = filters.with_(anio=None).to_query()
    return html.Section(
        [
            lists.no_results(store, year),
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


def _gauges(views: Views) -> Component:
    view = views.of("objetivos")
    rows = [
        [t(f"axes.{row['eje']}"), row["objetivo"], percent(row["avance_publicado"]),
         percent(row["avance_calculado"]), status(row["semaforo"])]
        for row in records(view.frame)
    ]  # fmt: skip
    names = ("objetivo", "avance_publicado", "avance_calculado", "semaforo")
    head = [t("filters.eje"), *(t(f"columns.{name}") for name in names)]
    return figure(view, table(view.title, head, rows, numeric=[2, 3]))


def _lights(views: Views, pairs: list[Pair]) -> Component:
    view = views.of("semaforo")
    counts = Counter(value.semaforo for row, value in pairs if row.nivel == "ISS")
    rows = [
        [label, *(int((part["semaforo"] == light).sum()) for light in LIGHTS), len(part)]
        for label, part in groups(view.frame)
    ]
    head = [t("columns.objetivo"), *(t(f"lights_plural.{light}") for light in LIGHTS), "Total"]
    lead = [
        html.P(t("panorama.service", total=sum(counts.values()))),
        _counters(counts, views.filters),
        _counted_otherwise(views.store, views.filters),
    ]
    return figure(view, table(view.title, head, rows, numeric=range(1, 6)), lead=lead)


def _counted_otherwise(store: Store, filters: Filters) -> Component | None:
    """Say how the report counts its service indicators elsewhere, where it is another count."""
    if filters.narrows:
        return None
    said = other_figures.counts(store, "ISS", store.year(filters))
    return html.P(said, className="caveat") if said else None


def _counters(counts: Counter[Any], filters: Filters) -> Component:
    boxes = [
        html.Li(
            html.A(
                [
                    html.Span(f"{counts[light]}", className="big"),
                    status(light, counts[light]),
                ],
                href=f"/indicadores?{filters.with_(semaforo=(light,)).to_query()}",
            )
        )
        for light in BEST_FIRST
        if counts[light] or light != "sin-dato"
    ]  # fmt: skip
    return html.Ul(boxes, className="counters")


def _dataset(store: Store) -> dict[str, Any]:
    return {
        "name": t("board.name"),
        "description": t("panorama.description"),
        "temporalCoverage": f"{store.years[0]}/{store.latest}" if store.years else "",
        "files": ["/datos/valores.csv", "/datos/indicadores.csv"],
    }


PAGE = Page("/", see, nav="panorama", controls=("anio", "sector", "eje"),
            charts=("objetivos", "semaforo"))  # fmt: skip
