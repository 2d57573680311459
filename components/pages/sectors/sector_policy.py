"""What a sector reports of the policy: its marks, who is below or was silent, what changed."""

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.pages.nothing import no_results
from components.pages.overview.red_and_silent import silent
from components.pages.overview.year_changes import moved
from components.pages.page import Content
from components.pages.sectors.sector_bands import counted, drawn
from components.pages.sectors.sector_cards import below, silence
from components.texts import t
from data.query.commitments import Promises
from data.query.filters import Filters
from data.query.ordering import Pair
from data.store import Store


def parts(views: Views, whole: Promises) -> Content:
    """Return the marks, who is below, who was silent, what changed: nothing without indicators."""
    store, filters = views.store, views.filters
    year, pairs = store.year(filters), list(whole.pairs)
    if not pairs:
        return []
    if not any(value.valor_obtenido is not None for _, value in pairs):
        return [no_results(store, year)]
    side = html.Div(
        [
            _below(store, whole),
            silent(store, filters, year),
            html.P(t("sector.position", counted=_whole_policy(store, filters)), className="caveat"),
        ],
        className="half stack",
    )
    return [drawn(views), side, _changes(store, pairs, year)]


def _whole_policy(store: Store, filters: Filters) -> str:
    return counted(store.chosen(Filters(anio=filters.anio)))


def _below(store: Store, whole: Promises) -> Component:
    found = below(store, whole.pairs)
    return html.Section(
        [html.H2(t("panorama.red")), found if found else html.P(t("panorama.red_none")),
         silence(store, whole.pairs)]
    )  # fmt: skip


def _changes(store: Store, pairs: list[Pair], year: int) -> Component:
    before = year - 1
    known = any(
        value.valor_obtenido is not None
        for row, _ in pairs
        if (value := store.values.get((row.codigo, before))) is not None
    )
    first = html.P(t("panorama.changes_first", before=before))
    said = moved(store, pairs, before) if known else first
    return html.Section([html.H2(t("panorama.changes", before=before, year=year)), said])
