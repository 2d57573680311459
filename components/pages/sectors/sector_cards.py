"""The card of a sector: its entities, who is below and in what, who was silent."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from components import explained
from components.format import percent
from components.pages.sectors.older_plans import older
from components.pages.sectors.sector_bands import tally
from components.table import entity, indicator_link
from components.texts import t
from data.query import commitments
from data.query.commitments import Promises
from data.query.ordering import Pair
from data.store import Store

PATH = "/sectores"


def section(store: Store, title: str, cards: dict[str, Promises], year: int) -> Component | None:
    """Return the cards of some sectors under a title; nothing without sectors."""
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
