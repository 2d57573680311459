"""The score card of each sector: what it promised, what it reports, who was silent."""

from collections import Counter
from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from components import explained
from components.band_counts import BEST_FIRST, indicators, indicators_in_bands
from components.charts import status_strip as marks
from components.charts.sectors import groups
from components.charts.views import Views
from components.controls import link
from components.figure_card import figure
from components.format import count, joined, percent
from components.pages.overview import overview_lists as lists
from components.pages.overview.overview_lists import Pair
from components.pages.page import Content, Page, Seen
from components.table import entity, indicator_link, status, table
from components.texts import t
from data.codes import SECTORS, Document
from data.model import Entidad, Mencion
from data.query import commitments
from data.query.commitments import Promises
from data.query.filters import Filters
from data.store import Store

PATH = "/sectores"


def see(views: Views, subject: str) -> Seen:
    """Return one card per sector, in alphabetical order."""
    store, filters = views.store, views.filters
    kept = Filters(anio=filters.anio, sector=filters.sector, corte=filters.corte)
    year = store.year(kept)
    cards = {
        code: commitments.of(store, kept.with_(sector=(code,))) for code in _sectors(store, kept)
    }
    reported = any(v.valor_obtenido is not None for c in cards.values() for _, v in c.pairs)
    with_ = [code for code, found in cards.items() if found.pairs]
    without = [code for code in cards if code not in with_]
    content: Content = [
        html.Section(
            [html.H1(t("sectores.headline")), html.P(t("sectores.lead"), className="lead")]
        ),
        None if reported else lists.no_results(store, year),
        drawn(views.under(kept.with_(entidad=filters.entidad))),
        html.Div(
            [_position(store, kept, year), lists.silent(store, kept, year) if reported else None],
            className="half stack",
        ),
        _cards(store, t("sectores.with", year=year), {c: cards[c] for c in with_}, year),
        _cards(store, t("sectores.without"), {c: cards[c] for c in without}, year),
    ]
    about = t("sectores.description")
    amount = indicators(sum(len(found.pairs) for found in cards.values()))
    return Seen(t("sectores.title"), about, t("sectores.headline"), content, count=amount)


def _sectors(store: Store, filters: Filters) -> list[str]:
    held = {row.sector for row in store.rows(Entidad)}
    names = ((code, t(f"sectors.{code}")) for code in SECTORS if code in held)
    found = [code for code, _ in commitments.alphabetical(names)]
    return [code for code in found if not filters.sector or code in filters.sector]


def drawn(views: Views) -> Component | None:
    """Return the chart of the marks by sector, or by entity of one; None without indicators."""
    view = views.of("sector-semaforo")
    if not len(view.frame):
        return None
    rows = [
        [name, *(marks.tally(part)[light] for light in BEST_FIRST), len(part)]
        for name, part in groups(view.frame)
    ]
    head = [t("sectores.who"), *(t(f"lights_plural.{n}") for n in BEST_FIRST), t("words.total")]
    return figure(view, table(view.title, head, rows, numeric=range(1, 6)))


def _position(store: Store, filters: Filters, year: int) -> Component:
    pairs = store.chosen(Filters(anio=filters.anio))
    return html.Section(
        [html.H2(t("sectores.policy", year=year)), html.P(counted(pairs)), tally(pairs)]
    )


def counted(pairs: Iterable[Pair]) -> str:
    """Say how many indicators there are in each band."""
    return f"{indicators_in_bands([value.semaforo for _, value in pairs])}."


def tally(pairs: Iterable[Pair]) -> Component:
    """Return the counts by band as a list of marks with their words."""
    counts = Counter(value.semaforo for _, value in pairs)
    items = [
        html.Li([status(light), html.Strong(f" {counts[light]}")])
        for light in BEST_FIRST
        if counts[light]
    ]
    return html.Ul(items, className="tally")


def _cards(store: Store, title: str, cards: dict[str, Promises], year: int) -> Component | None:
    if not cards:
        return None
    shown = [_card(store, code, found, year) for code, found in cards.items()]
    return html.Section([html.H2(title), html.Div(shown, className="cards")])


def _card(store: Store, code: str, found: Promises, year: int) -> Component:
    members = commitments.members(store, code)
    names = [part for row in members for part in (", ", entity(store, row.sigla))][1:]
    return html.Article(
        [
            html.H3(html.A(t(f"sectors.{code}"), href=f"{PATH}/{code}")),
            html.P(names, className="caveat"),
            tally(found.pairs) if found.pairs else None,
            _below(store, found),
            _silent(store, found),
            *(said for row in members for said in explained.received(store, row.sigla, year)),
            html.P(older(store, found, members), className="older"),
        ],
        className="sector",
    )


def _below(store: Store, found: Promises) -> Component | None:
    items = below(store, found.pairs)
    if items is None:
        return None
    return html.Div([html.P(html.Strong(t("sectores.below"))), items, silence(store, found.pairs)])


def silence(store: Store, pairs: Iterable[Pair]) -> Component | None:
    """Say once that the report gives no reason for what is below and has none beside it."""
    return explained.silence(store, [pair for pair in pairs if pair[1].semaforo == "rojo"])


def below(store: Store, pairs: Iterable[Pair]) -> Component | None:
    """Return who is below the target and in what."""
    items = [
        html.Li(
            [
                *explained.responsible(store, row, value.anio),
                " · ",
                indicator_link(row.codigo, row.nombre),
                f" · {percent(value.percent)}",
                *explained.beside(store, row.codigo, value.anio),
            ]
        )
        for row, value in pairs
        if value.semaforo == "rojo"
    ]
    if not items:
        return None
    return html.Ul(items, className="plain")


def _silent(store: Store, found: Promises) -> Component | None:
    if not found.silent:
        return None
    items = [
        html.Li([*explained.responsible(store, store.indicators[row.codigo], row.anio), " · ",
                 indicator_link(row.codigo, store.indicators[row.codigo].nombre),
                 html.P(f"«{row.motivo}»", className="explained")])
        for row in found.silent
    ]  # fmt: skip
    return html.Div([html.P(html.Strong(t("panorama.silent"))), html.Ul(items, className="plain")])


def older(store: Store, found: Promises, members: Iterable[Entidad]) -> str:
    """Say how many actions, targets and metas of the older plans name them, or who else does."""
    parts = []
    if found.actions:
        actions = count(len(found.actions), t("words.action"), t("words.actions"))
        targets = count(len(found.targets), t("words.target"), t("words.targets"))
        parts.append(t("sectores.plan_2017", actions=actions, targets=targets))
    if found.metas:
        metas = count(len(found.metas), t("words.target"), t("words.targets"))
        parts.append(t("sectores.plan_2007", metas=metas))
    return " ".join(parts) or mentioned(store, members, t("sectores.no_older"))


def mentioned(store: Store, members: Iterable[Entidad], nowhere: str) -> str:
    """Say in which older plans the text names some institutions that hold no part in them."""
    initials = {row.sigla for row in members}
    rows = [row for row in store.rows(Mencion) if row.sigla in initials]
    if initials - {row.sigla for row in rows}:
        return t("sectores.uncounted")
    times: dict[Document, int] = {}
    for row in rows:
        times[row.documento] = times.get(row.documento, 0) + row.veces
    times = {name: amount for name, amount in times.items() if amount}
    if not times:
        return nowhere
    parts = [f"{t(f'documents.{name}')} ({count(amount, t('words.time'), t('words.times'))})"
             for name, amount in times.items()]  # fmt: skip
    names = joined(sorted({row.sigla for row in rows if row.veces}))
    return t("sectores.mentioned", names=names, parts=joined(parts))


def way_back(path: str) -> Component:
    """Return what stands where a selection leaves nothing."""
    back = html.P(link(t("empty.way_back"), path, ""))
    return html.Section([html.P(t("empty.rows")), back], className="empty")


PAGE = Page(PATH, see, nav="sectores", controls=("anio", "sector"), charts=("sector-semaforo",))
