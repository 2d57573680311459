"""The screen of the policy: its index, and how many indicators stand in each band."""

from collections import Counter
from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components import explained, other_figures
from components.band_counts import indicators
from components.charts.chart import address
from components.charts.views import Views
from components.format import percent
from components.other_figures import INDEX
from components.pages.overview.policy_index import headline
from components.session.drawings import strip
from components.session.screen import Screen, cited, values
from components.session.words import below
from components.table import status
from components.texts import t
from components.year_words import standing_of
from data.codes import LIGHTS, Light
from data.model import Avance
from data.query.ordering import Pair


def policy(views: Views) -> Iterator[Screen]:
    """Give the index of the policy and how many indicators stand in each band."""
    store, filters = views.store, views.filters
    year, pairs = store.year(filters), store.chosen(filters)
    index = store.advances.get((INDEX, year))
    body = _counted(pairs, "sesion.all")
    heading = headline(store, index, year)
    if index is not None and index.percent is not None:
        body.insert(0, _index(index))
        body += [html.P(said) for said in other_figures.beside_index(store, year)]
    sources = [value.fuente for _, value in pairs] + ([index.fuente] if index else [])
    figures = {"avances": [index.model_dump()] if index else [], "valores": values(store, pairs)}
    yield Screen(heading, body, cited(store, sources), "/", figures=figures)


def selected(views: Views) -> Iterator[Screen]:
    """Give how many indicators of a selection stand in each band; nothing without a selection."""
    store, filters = views.store, views.filters
    year, pairs = store.year(filters), store.chosen(filters)
    if not (filters.narrows and pairs):
        return
    heading = t("sesion.selected_low", year=year, below=below(pairs))
    body = _counted(pairs, "sesion.selected")
    body += [html.P(said, className="reason") for said in explained.moves(store, pairs)]
    yield Screen(
        standing_of(store, pairs, year) or heading, body,
        cited(store, [value.fuente for _, value in pairs]), address("/", filters.to_query()),
        figures={"valores": values(store, pairs)},
    )  # fmt: skip


def _counted(pairs: list[Pair], key: str) -> list[Component]:
    total = t(key, total=indicators(len(pairs)))
    counts = Counter(value.semaforo for _, value in pairs)
    return [html.P(total, className="lead"), counters(counts)]


def _index(index: Avance) -> Component:
    note = t("panorama.index_computed") if index.computed else t("panorama.index_note")
    big = html.Span(percent(index.percent), className="huge")
    return html.P([big, status(index.semaforo), html.Span(note)], className="index")


def counters(counts: Counter[Light], kind: str = "counters") -> Component:
    """Return how many indicators stand in each band: number, word, one mark for each."""
    return html.Ul(
        [
            html.Li(
                [html.Span(str(counts[light]), className="big"),
                 status(light, counts[light]),
                 strip({light: counts[light]})]
            )
            for light in LIGHTS if counts[light]
        ],
        className=kind,
    )  # fmt: skip
