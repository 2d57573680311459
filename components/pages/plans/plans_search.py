"""What a search finds in the three plans, grouped so that a promise stands once."""

import re
from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.controls import link
from components.format import count
from components.pages.page import Content
from components.pages.plans.commitment_links import PATH, code, institutions, place
from components.texts import t
from data.model import (
    Accion2017,
    Actividad2007,
    Indicador,
    Ivo2017,
    Meta2007,
    Meta2017,
    Row,
    SerieMeta,
    Servicio,
)
from data.query.filters import Filters
from data.search.full_text import Hit, strength
from data.search.spanish_stems import asked, words
from data.store import Store

_MOST, _MOST_PARTIAL = 40, 12
_KINDS: dict[type[Row], str] = {
    Meta2017: "target", Accion2017: "action", Meta2007: "meta", Actividad2007: "activity",
    Ivo2017: "sign", Indicador: "indicator", Servicio: "service",
}  # fmt: skip
_WORD = re.compile(r"(\w+)")


def results(store: Store, filters: Filters) -> tuple[str, Content]:
    """Return the headline of a search and what it found, whole matches first."""
    hits = [hit for hit in store.search.find(filters.buscar) if _within(store, hit.row, filters)]
    whole = _grouped(store, (hit for hit in hits if hit.whole))
    partial = _grouped(store, (hit for hit in hits if not hit.whole))
    back = html.P(link(t("planes.search_back"), PATH, filters.with_(buscar="").to_query()))
    said = count(len(whole), t("planes.match"), t("planes.matches"))
    headline = t("planes.found", amount=said, words=filters.buscar)
    shown: list[Any] = [html.H2(headline, id="resultados"), back]
    if not whole:
        shown.append(html.P(t("planes.not_found"), className="remark"))
    shown.append(html.Ol([_item(store, g, filters) for g in whole[:_MOST]], className="results"))
    if len(whole) > _MOST:
        shown.append(html.P(t("planes.more_found", amount=len(whole) - _MOST)))
    shown.append(_partial(store, partial[:_MOST_PARTIAL], filters, not whole))
    return headline, [html.Section(shown)]


def _partial(
    store: Store, groups: list[list[Hit]], filters: Filters, opened: bool
) -> Component | None:
    if not groups:
        return None
    items = html.Ol([_item(store, group, filters) for group in groups], className="results")
    return html.Details([html.Summary(t("planes.partial")), items], className="beside",
                        open=opened, id="en-parte")  # fmt: skip


def _within(store: Store, row: Row, filters: Filters) -> bool:
    if filters.periodo and not isinstance(row, Meta2017):
        return False
    if isinstance(row, Servicio):
        mine = [i for i in store.indicators.values() if i.servicio == row.codigo]
        return any(store.keeps(one, filters) for one in mine)
    return store.keeps(row, filters)


def _grouped(store: Store, hits: Iterable[Hit]) -> list[list[Hit]]:
    """Put the periods of one series together, in the order of the first one found."""
    series = {(row.accion, row.periodo, row.orden): row.serie for row in store.rows(SerieMeta)}
    groups: dict[Any, list[Hit]] = {}
    for hit in hits:
        key = (type(hit.row), series.get(hit.row.identity, hit.row.identity))
        groups.setdefault(key, []).append(hit)
    return list(groups.values())


def _item(store: Store, group: list[Hit], filters: Filters) -> Component:
    first = group[0].row
    kind = _KINDS[type(first)]
    label = f"{t(f'planes.kind.{kind}')} · {code(first)}"
    lines: list[Any] = [
        html.P(html.Span(label, className="tag")),
        html.P(html.A(_marked(group[0].text, filters.buscar), href=place(store, first))),
    ]
    if isinstance(first, Meta2017):
        lines.append(_periods(store, group))
    who = _answers(store, first)
    if who:
        lines.append(html.P(institutions(store, who), className="caveat"))
    return html.Li(lines)


def _periods(store: Store, group: list[Hit]) -> Component:
    rows = sorted((h.row for h in group if isinstance(h.row, Meta2017)), key=lambda r: r.periodo)
    links = [html.A(row.periodo, href=place(store, row), title=row.texto) for row in rows]
    return html.P(links, className="links")


def _answers(store: Store, row: Row) -> str | None:
    match row:
        case Meta2017():
            return store.actions[row.accion].responsables
        case Accion2017():
            return row.responsables
        case Meta2007():
            return row.agentes
        case Indicador():
            return row.responsable
    return None


def _marked(text: str, question: str) -> list[Any]:
    """Return a text with the words that answer the question marked."""
    terms = asked(question)
    return [
        html.Mark(part) if part.isalnum() and _answers_any(part, terms) else part
        for part in _WORD.split(text)
        if part
    ]


def _answers_any(word: str, terms: list[str]) -> bool:
    said = words(word)
    return any(strength(term, one) is not None for term in terms for one in said)
