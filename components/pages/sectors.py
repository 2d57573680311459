"""The score card of each sector: what it promised, what it reports, who was silent."""

from collections import Counter
from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from components.card import entity, figure, indicator_link, status, table
from components.charts import CHARTS
from components.charts import lights as marks
from components.charts.sectors import groups
from components.controls import link
from components.format import count, joined, percent
from components.pages import overview_lists as lists
from components.pages.base import Content, Page, Seen
from components.pages.overview_lists import Pair
from components.texts import t
from data import promises
from data.codes import SECTORS, Light
from data.filters import Filters
from data.model import Entidad
from data.promises import Promises
from data.store import Store

PATH = "/sectores"
_ORDER: tuple[Light, ...] = ("verde", "ambar", "rojo", "sin-dato")


def see(store: Store, filters: Filters, subject: str) -> Seen:
    """Return one card per sector, in alphabetical order."""
    kept = Filters(anio=filters.anio, sector=filters.sector, corte=filters.corte)
    year = store.year(kept)
    cards = {code: promises.of(store, kept.with_(sector=(code,))) for code in _sectors(store, kept)}
    reported = any(v.valor_obtenido is not None for c in cards.values() for _, v in c.pairs)
    with_ = [code for code, found in cards.items() if found.pairs]
    without = [code for code in cards if code not in with_]
    content: Content = [
        html.Section(
            [html.H1(t("sectores.headline")), html.P(t("sectores.lead"), className="lead")]
        ),
        None if reported else html.P(t("empty.no_results", year=year), className="remark"),
        drawn(store, kept.with_(entidad=filters.entidad)),
        html.Div(
            [_position(store, kept, year), lists.silent(store, kept, year) if reported else None],
            className="half stack",
        ),
        _cards(store, t("sectores.with", year=year), {code: cards[code] for code in with_}),
        _cards(store, t("sectores.without"), {code: cards[code] for code in without}),
    ]
    about = t("sectores.description")
    return Seen(t("sectores.title"), about, t("sectores.headline"), content)


def _sectors(store: Store, filters: Filters) -> list[str]:
    held = {row.sector for row in store.rows(Entidad)}
    names = ((code, t(f"sectors.{code}")) for code in SECTORS if code in held)
    found = [code for code, _ in promises.alphabetical(names)]
    return [code for code in found if not filters.sector or code in filters.sector]


def drawn(store: Store, filters: Filters) -> Component | None:
    """Return the chart of the marks by sector, or by entity of one; None without indicators."""
    chart = CHARTS["sector-semaforo"]
    frame = chart.select(store, chart.filters(filters))
    if not len(frame):
        return None
    rows = [
        [name, *(marks.tally(part)[light] for light in _ORDER), len(part)]
        for name, part in groups(frame)
    ]
    head = [t("sectores.who"), *(t(f"lights_plural.{n}") for n in _ORDER), t("words.total")]
    shown = table(chart.title(frame), head, rows, numeric=range(1, 6))
    return figure(chart, store, filters, shown)


def _position(store: Store, filters: Filters, year: int) -> Component:
    pairs = store.chosen(Filters(anio=filters.anio))
    return html.Section(
        [html.H2(t("sectores.policy", year=year)), html.P(counted(pairs)), tally(pairs)]
    )


def counted(pairs: Iterable[Pair]) -> str:
    """Say how many indicators there are in each band."""
    counts = Counter(value.semaforo for _, value in pairs)
    parts = [f"{counts[n]} {t(marks.words(n, counts[n]))}" for n in _ORDER if counts[n]]
    total = count(sum(counts.values()), t("words.indicator"), t("words.indicators"))
    return f"{total}: {joined(parts)}."


def tally(pairs: Iterable[Pair]) -> Component:
    """Return the counts by band as a list of marks with their words."""
    counts = Counter(value.semaforo for _, value in pairs)
    items = [
        html.Li([status(light), html.Strong(f" {counts[light]}")])
        for light in _ORDER
        if counts[light]
    ]
    return html.Ul(items, className="tally")


def _cards(store: Store, title: str, cards: dict[str, Promises]) -> Component | None:
    if not cards:
        return None
    shown = [_card(store, code, found) for code, found in cards.items()]
    return html.Section([html.H2(title), html.Div(shown, className="cards")])


def _card(store: Store, code: str, found: Promises) -> Component:
    members = promises.members(store, code)
    names = [part for row in members for part in (", ", entity(store, row.sigla))][1:]
    return html.Article(
        [
            html.H3(html.A(t(f"sectors.{code}"), href=f"{PATH}/{code}")),
            html.P(names, className="caveat"),
            tally(found.pairs) if found.pairs else None,
            _below(store, found),
            _silent(store, found),
            html.P(older(found), className="older"),
        ],
        className="sector",
    )


def _below(store: Store, found: Promises) -> Component | None:
    items = below(store, found.pairs)
    return html.Div([html.P(html.Strong(t("sectores.below"))), items]) if items else None


def below(store: Store, pairs: Iterable[Pair]) -> Component | None:
    """Return who is below the target and in what."""
    items = [
        html.Li(
            [
                entity(store, row.responsable),
                " · ",
                indicator_link(row.codigo, row.nombre),
                f" · {percent(value.percent)}",
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
        html.Li([entity(store, row.entidad), " · ",
                 indicator_link(row.codigo, store.indicators[row.codigo].nombre)])
        for row in found.silent
    ]  # fmt: skip
    return html.Div([html.P(html.Strong(t("panorama.silent"))), html.Ul(items, className="plain")])


def older(found: Promises) -> str:
    """Say how many actions, targets and metas of the older plans name them."""
    parts = []
    if found.actions:
        actions = count(len(found.actions), t("words.action"), t("words.actions"))
        targets = count(len(found.targets), t("words.target"), t("words.targets"))
        parts.append(t("sectores.plan_2017", actions=actions, targets=targets))
    if found.metas:
        metas = count(len(found.metas), t("words.target"), t("words.targets"))
        parts.append(t("sectores.plan_2007", metas=metas))
    return " ".join(parts) or t("sectores.no_older")


def way_back(path: str) -> Component:
    """Return what stands where a selection leaves nothing."""
    back = html.P(link(t("empty.way_back"), path, ""))
    return html.Section([html.P(t("empty.rows")), back], className="empty")


PAGE = Page(PATH, see, nav="sectores", controls=("anio", "sector"), charts=("sector-semaforo",))
