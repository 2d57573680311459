"""What changed in each version of the data, in all of it, in a sector or in a territory."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.format import joined
from components.markup import attrs
from components.pages.methods.contradiction_links import link
from components.pages.news.change_words import corrected, in_order, summary
from components.pages.page import Content, Page, Seen
from components.texts import t
from data.model import TABLES, Entidad, Territorio
from data.publish.news import News, news, of_sector, of_territory
from data.publish.version_changes import Changes, Corrected
from data.query.filters import Filters
from data.query.territory_names import place, places
from data.store import Store

PATH, FEED = "/novedades", "/novedades.atom"
PLACE = "territorio"
_MOST = 10


def asked_for(store: Store, filters: Filters) -> tuple[News, ...]:
    """Return the news of what an address names: a sector, a territory, or everything."""
    if filters.lugar:
        return of_territory(store, filters.lugar)
    return of_sector(store, filters.sector[0]) if filters.sector else news(store)


def query(filters: Filters) -> str:
    """Return the query of an address of the news, by its own names."""
    if filters.lugar:
        return f"?{PLACE}={filters.lugar}"
    return f"?sector={filters.sector[0]}" if filters.sector else ""


def whose(store: Store, filters: Filters) -> str:
    """Return the name of the sector or of the territory that the news are of; '' for all."""
    if filters.lugar:
        return places(store).get(filters.lugar, filters.lugar)
    return t(f"sectors.{filters.sector[0]}") if filters.sector else ""


def see(views: Views, subject: str) -> Seen:
    """Return what each kept version brought, the latest first."""
    store, filters = views.today, views.filters
    found, name = asked_for(store, filters), whose(store, filters)
    headline = t("novedades.headline_of", name=name) if name else t("novedades.headline")
    feed = html.A(t("novedades.feed"), href=f"{FEED}{query(filters)}")
    whole = html.A(t("novedades.whole"), href=PATH) if name else None
    top = html.Section([
        html.H1(headline), html.P(t("novedades.lead"), className="lead"),
        html.P([feed, whole], className="links"),
    ])  # fmt: skip
    content: Content = [top, *(_version(one) for one in found)]
    if not found:
        content.append(html.P(t("novedades.none")))
    return Seen(t("novedades.title"), t("novedades.description"), headline, content,
                lasting=lambda: [_narrower(store)])  # fmt: skip


def _version(one: News) -> Component:
    now = one.changes
    parts: Content = [
        html.H2(t("novedades.version", day=f"{one.day:%d/%m/%Y}", version=now.version),
                id=f"v-{now.version}"),
        html.P(f"{summary(now)}."),
        html.P(html.A(t("novedades.open"), href=f"/?corte={now.version}"), className="links"),
    ]  # fmt: skip
    parts += [*_corrections(now), *_contradictions(now), *_rows(now), *_model(now)]
    return html.Section(parts, className="entry")


def _corrections(now: Changes) -> Content:
    lines = [html.Li([corrected(one), *_about(one)]) for one in in_order(now)]
    return _listed("corrections", lines, "/datos/correcciones.csv")


def _about(one: Corrected) -> list[Any]:
    return [" ", html.A(t("frozen.more"), href=one.url)] if one.url else []


def _contradictions(now: Changes) -> Content:
    lines = [html.Li(link(row, row.comentario)) for row in now.contradictions]
    return _listed("contradictions", lines, "/metodologia#discrepancias")


def _rows(now: Changes) -> Content:
    told = (("added", now.added), ("left", now.left))
    return [
        part for key, rows in told if rows
        for part in (
            html.H3(t(f"novedades.{key}_title")),
            html.Ul([_table(name, f"{len(held):,}") for name, held in rows.items()]),
        )
    ]  # fmt: skip


def _model(now: Changes) -> Content:
    lines = [_table(name, TABLES[name].about) for name in now.tables]
    lines += [_table(name, _columns(columns)) for name, columns in now.columns]
    return [html.H3(t("novedades.model_title")), html.Ul(lines)] if lines else []


def _columns(names: Sequence[str]) -> str:
    key = "novedades.with_column" if len(names) == 1 else "novedades.with_columns"
    return t(key, names=joined(names))


def _table(name: str, said: str) -> Component:
    return html.Li([html.A(name, href=f"/datos#{name}"), f": {said}"])


def _listed(key: str, lines: Sequence[Component], whole: str) -> Content:
    """Return the first of some lines under their title, and where all of them are."""
    if not lines:
        return []
    more = len(lines) - _MOST
    way = html.P(html.A(t("novedades.more", amount=more), href=whole)) if more > 0 else None
    return [html.H3(t(f"novedades.{key}_title")), html.Ul(lines[:_MOST]), way]


def _narrower(store: Store) -> Component:
    """Return the ways to the news of each sector and of each territory."""
    sectors = dict.fromkeys(row.sector for row in store.rows(Entidad))
    named = {
        place(row.nivel, row.codigo, row.nombre): row.nombre
        for row in store.rows(Territorio) if row.nivel != "pais"
    }  # fmt: skip
    return html.Nav(
        [
            *_ways("by_sector", ((f"sector={one}", t(f"sectors.{one}")) for one in sectors)),
            *_ways("by_place", ((f"{PLACE}={one}", said) for one, said in named.items())),
        ],
        className="way", **attrs(aria_label=t("novedades.narrower")),
    )  # fmt: skip


def _ways(key: str, ways: Iterable[tuple[str, str]]) -> list[Any]:
    links = [html.A(said, href=f"{PATH}?{query}") for query, said in ways]
    return [html.H2(t(f"novedades.{key}")), html.P(links, className="links")]


PAGE = Page(PATH, see, live=False, names={PLACE: "lugar"}, feed=FEED)
