"""The ways on from a territory: another beside it, the room, its files."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.charts.chart import address
from components.markup import attrs
from components.pages.news.ways import OF_PLACE, news_of
from components.pages.territories.paths import CHOOSER, path
from components.texts import t
from data.publish import provenance
from data.query import territories
from data.query.filters import Filters
from data.query.territories import Subject
from data.store import Store

KINDS = ("xlsx", "csv", "excel.csv", "json")


def compare(store: Store, one: Subject, filters: Filters) -> Component:
    """Return the form that sets another territory of the level beside this one."""
    found = [other for other in territories.subjects(store, one.level) if other != one]
    chosen = filters.comparar
    listed = [html.Option(t("territorio.compare_none"), value="")] + [
        html.Option(other.name, value=other.slug, selected=other.slug == chosen or None)
        for other in found
    ]
    kept = dbc.Input(id={"type": "kept", "name": "corte"}, type="hidden", value=filters.corte)
    choice = html.Select(listed, name="comparar", className="form-select")
    label = html.Label([html.Span(t("filters.comparar")), choice], className="filter")
    button = html.Button(t("territorio.compare"), type="submit")
    return html.Form(
        [label, kept if filters.corte else None, button],
        className="compare",
        method="get",
        action=path(one),
        **attrs(aria_label=t("territorio.compare_label")),
    )


def onwards(store: Store, one: Subject, filters: Filters) -> Component:
    """Return the files of the whole page, the session of its table of work, the other pages."""
    query = Filters(comparar=filters.comparar).to_query()
    name = one.slug
    files = [
        html.A(f"{name}.{kind}", href=address(f"/datos{path(one)}.{kind}", query),
               download=f"{name}.{kind}")
        for kind in KINDS
    ]  # fmt: skip
    ways = [html.A(t("territorio.to_session"), href=session(one))]
    ways += [html.A(t("territorio.to_all"), href=CHOOSER), html.A(t("nav.mapa"), href="/mapa")]
    return html.Section(
        [html.H2(t("territorio.onwards")), html.P(t("territorio.files")),
         html.P(files, className="links"), html.P(ways, className="links"),
         news_of(OF_PLACE, one.slug, one.name),
         html.P(provenance.board_citation(store), className="citation")],
    )  # fmt: skip


def session(one: Subject) -> str:
    """Return the address of the session of a regional table over a territory."""
    return f"/presentar?guion=region&lugar={one.slug}"


def named(store: Store, one: Subject, filters: Filters) -> Sequence[Subject]:
    """Return the territory and, where the address names another of its level, that one."""
    other = territories.find(store, one.level, filters.comparar)
    return (one, other) if other and other != one else (one,)
