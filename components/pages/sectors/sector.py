"""One sector for its own office: each entity, what it promised in three plans, what it reports."""

import difflib
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import explained
from components.band_counts import indicators
from components.charts.chart import address
from components.charts.views import Views
from components.controls import link as sector_link
from components.format import joined
from components.pages.agreed import section
from components.pages.methods.contradictions import about, link
from components.pages.overview import overview_lists as lists
from components.pages.page import Content, Near, Page, Seen
from components.pages.sectors import sectors
from components.pages.sectors.institution_commitments import promised
from components.table import entity
from components.texts import t
from data.model import AcuerdoSesion, Entidad
from data.publish import provenance
from data.query import commitments
from data.query.commitments import Promises
from data.query.filters import Filters
from data.store import Store
from data.text_normalisation import plain

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
        content.append(sectors.way_back(f"{sectors.PATH}/{subject}"))
    else:
        content += [*_policy(views.under(kept), whole), *_entities(store, kept, shown)]
        content.append(section(store, store.kept(AcuerdoSesion, kept.with_(anio=None))))
        content += [_contradictions(store, whole), _downloads(store, kept)]
    return Seen(name, t("sector.description", name=name), f"{name}. {headline}", content,
                count=indicators(len(whole.pairs)))  # fmt: skip


def _headline(store: Store, filters: Filters, whole: Promises, shown: list[Entidad]) -> str:
    if not whole.pairs:
        return t("sector.no_indicators", names=joined([row.sigla for row in shown]))
    said = t("sector.headline", year=store.year(filters), counted=sectors.counted(whole.pairs))
    return " ".join([said, *explained.moves(store, whole.pairs)])


def _top(filters: Filters, name: str, headline: str, members: tuple[Entidad, ...]) -> Component:
    path = _all(filters) if filters.entidad else ""
    items = [
        html.Li([html.A(row.sigla, href=f"{path}#{_anchor(row)}"), f" · {row.nombre}"])
        for row in members
    ]
    return html.Section(
        [
            html.P(html.A(t("sectores.title"), href=sectors.PATH), className="over"),
            html.H1(name),
            html.P(headline, className="lead"),
            html.Ul(items, className="plain members"),
        ]
    )


def _all(filters: Filters) -> str:
    """Return the address of the whole page of the sector, for the year looked at."""
    return address(f"{sectors.PATH}/{filters.sector[0]}", Filters(anio=filters.anio).to_query())


def _anchor(row: Entidad) -> str:
    return f"entidad-{row.sigla.lower()}"


def _policy(views: Views, whole: Promises) -> Content:
    """Return the marks, who is below, who was silent, what changed: nothing without indicators."""
    store, filters = views.store, views.filters
    year, pairs = store.year(filters), list(whole.pairs)
    if not pairs:
        return []
    if not any(value.valor_obtenido is not None for _, value in pairs):
        return [lists.no_results(store, year)]
    side = html.Div(
        [
            _below(store, whole),
            lists.silent(store, filters, year),
            html.P(t("sector.position", counted=_whole_policy(store, filters)), className="caveat"),
        ],
        className="half stack",
    )
    return [sectors.drawn(views), side, _changes(store, pairs, year)]


def _whole_policy(store: Store, filters: Filters) -> str:
    return sectors.counted(store.chosen(Filters(anio=filters.anio)))


def _below(store: Store, whole: Promises) -> Component:
    found = sectors.below(store, whole.pairs)
    return html.Section(
        [html.H2(t("panorama.red")), found if found else html.P(t("panorama.red_none")),
         sectors.silence(store, whole.pairs)]
    )  # fmt: skip


def _changes(store: Store, pairs: list[lists.Pair], year: int) -> Component:
    before = year - 1
    known = any(
        value.valor_obtenido is not None
        for row, _ in pairs
        if (value := store.values.get((row.codigo, before))) is not None
    )
    first = html.P(t("panorama.changes_first", before=before))
    said = lists.moved(store, pairs, before) if known else first
    return html.Section([html.H2(t("panorama.changes", before=before, year=year)), said])


def _entities(store: Store, filters: Filters, shown: list[Entidad]) -> Content:
    return [
        html.Section(
            [
                html.H2([entity(store, row.sigla), f" · {row.nombre}"]),
                _alone(filters, row) if len(shown) > 1 else None,
                *explained.received(store, row.sigla, store.year(filters)),
                *promised(
                    store, row, commitments.of_entity(store, row, filters), store.year(filters)
                ),
            ],
            id=_anchor(row),
            className="entity",
        )
        for row in shown
    ]


def _alone(filters: Filters, row: Entidad) -> Component:
    query = Filters(anio=filters.anio, entidad=(row.sigla.lower(),)).to_query()
    text = t("sector.only", name=row.sigla)
    shown = sector_link(text, f"{sectors.PATH}/{filters.sector[0]}", query)
    return html.P(shown, className="links")


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
    text = provenance.board_citation(store.version, store.latest)
    return html.Section(
        [html.H2(t("sector.downloads")), html.P(links, className="links"), html.P(text)]
    )


def near(store: Store, subject: str) -> list[Near]:
    """Return the sectors whose code, name or entities look like what was asked for."""
    wanted = plain(subject.replace("-", " "))
    known: dict[str, str] = {}
    for row in store.rows(Entidad):
        for word in (row.sector.replace("-", " "), t(f"sectors.{row.sector}"), row.sigla,
                     row.nombre):  # fmt: skip
            known.setdefault(plain(word), row.sector)
    close = difflib.get_close_matches(wanted, known, n=5, cutoff=0.5)
    inside = [words for words in known if len(wanted) > 3 and wanted in words]
    codes = list(dict.fromkeys(known[words] for words in [*close, *inside]))
    if not codes:
        return [(sectors.PATH, t("nav.sectores"), t("sectores.headline"))]
    return [(f"{sectors.PATH}/{code}", code, _named(store, code)) for code in codes]


def _named(store: Store, code: str) -> str:
    initials = joined([row.sigla for row in commitments.members(store, code)])
    return f"{t(f'sectors.{code}')} ({initials})"


PAGE = Page(
    f"{sectors.PATH}/<>",
    see,
    controls=("anio",),
    charts=("sector-semaforo",),
    sample="interior",
    missing="sector",
    near=near,
)
