"""One sector for its own office: each entity, what it promised in three plans, what it reports."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components import explained
from components.band_counts import indicators
from components.charts.chart import address
from components.charts.views import Views
from components.format import joined
from components.institution_names import name_beside, short_name
from components.pages.agreed import section
from components.pages.methods.contradiction_links import about, link
from components.pages.news.ways import OF_SECTOR, news_of
from components.pages.nothing import no_rows
from components.pages.page import Content, Page, Seen
from components.pages.sectors import sector_policy
from components.pages.sectors.near_sectors import near
from components.pages.sectors.sector_bands import counted
from components.pages.sectors.sector_cards import PATH
from components.pages.sectors.sector_entities import anchor, entities
from components.texts import t
from components.year_words import standing, standing_of
from data.model import AcuerdoSesion, Entidad
from data.publish import provenance
from data.query import commitments
from data.query.commitments import Promises
from data.query.filters import Filters
from data.store import Store

_FILES = (
    "indicadores", "valores", "sin_reporte", "acciones_2017_2021", "metas_2017_2021",
    "metas_2007_2013", "entidades",
)  # fmt: skip


def see(views: Views, subject: str) -> Seen | None:
    """Return the page of the sector that the path names; None if there is none."""
    store, filters = views.store, views.filters
    members = commitments.members(store, subject)
    if not members:
        return None
    kept = Filters(
        anio=filters.anio, sector=(subject,), entidad=filters.entidad, corte=filters.corte
    )
    shown = [row for row in members if not kept.entidad or row.sigla.lower() in kept.entidad]
    name = t(f"sectors.{subject}")
    whole = commitments.of(store, kept.with_(entidad=tuple(row.sigla.lower() for row in shown)))
    headline = _headline(store, kept, whole, shown)
    content: Content = [_top(kept, name, headline, members)]
    if not shown:
        content.append(no_rows(f"{PATH}/{subject}"))
    else:
        content += [*sector_policy.parts(views.under(kept), whole), *entities(store, kept, shown)]
        agreed = store.kept(AcuerdoSesion, kept.with_(anio=None))
        content.append(section(store, agreed, views.day))
        content += [_contradictions(store, whole), _downloads(store, kept)]
    return Seen(name, t("sector.description", name=name), f"{name}. {headline}", content,
                count=indicators(len(whole.pairs)))  # fmt: skip


def _headline(store: Store, filters: Filters, whole: Promises, shown: list[Entidad]) -> str:
    year = store.year(filters)
    if whole.assigned and not whole.pairs:
        return standing(store, year)
    if not whole.pairs:
        return t("sector.no_indicators", names=joined([short_name(row) for row in shown]))
    said = t("sector.headline", year=year, counted=counted(whole.pairs))
    if stands := standing_of(store, whole.pairs, year):
        said = f"{stands}. {said}"
    return " ".join([said, *explained.moves(store, whole.pairs)])


def _top(filters: Filters, name: str, headline: str, members: tuple[Entidad, ...]) -> Component:
    path = _all(filters) if filters.entidad else ""
    items = [
        html.Li(
            [
                html.A(short_name(row), href=f"{path}#{anchor(row)}"),
                name_beside(row),
            ]
        )
        for row in members
    ]
    return html.Section(
        [
            html.P(html.A(t("sectores.title"), href=PATH), className="over"),
            html.H1(name),
            html.P(headline, className="lead"),
            html.Ul(items, className="plain members"),
        ]
    )


def _all(filters: Filters) -> str:
    """Return the address of the whole page of the sector, for the year looked at."""
    return address(f"{PATH}/{filters.sector[0]}", Filters(anio=filters.anio).to_query())


def _contradictions(store: Store, whole: Promises) -> Component | None:
    found = about(store, [row.codigo for row, _ in whole.pairs])
    if not found:
        return None
    items = [html.Li(link(row, row.comentario)) for row in found]
    note = html.P(t("sector.contradictions_note"), className="caveat")
    return html.Section([html.H2(t("sector.contradictions")), note, html.Ul(items)])


def _downloads(store: Store, filters: Filters) -> Component:
    query = filters.with_(anio=None).to_query()
    yearly = filters.with_(anio=store.year(filters)).to_query()
    links: list[Any] = [
        html.A(f"{name}.csv", href=address(f"/datos/{name}.csv", yearly if dated else query))
        for name in _FILES
        for dated in [name in ("valores", "sin_reporte")]
    ]
    text = provenance.board_citation(store)
    return html.Section(
        [
            html.H2(t("sector.downloads")),
            html.P(links, className="links"),
            news_of(OF_SECTOR, filters.sector[0], t(f"sectors.{filters.sector[0]}")),
            html.P(text),
        ]
    )


PAGE = Page(
    f"{PATH}/<>",
    see,
    controls=("anio",),
    charts=("sector-semaforo",),
    sample="interior",
    missing="sector",
    feed=OF_SECTOR,
    near=near,
    subjects=lambda store: sorted({row.sector for row in store.rows(Entidad)}),
)
