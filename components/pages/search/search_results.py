"""What a search found as lists: each thing with its kind, its name and a line about it."""

import re
from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.pages.page import Content
from components.texts import t
from data.search.entries import Found
from data.search.spanish_stems import root, words

_SHOWN, _MOST = 5, 15
_LONGEST = 220
_WORD = re.compile(r"(\w+)")


def groups(found: Sequence[Found], meant: frozenset[str]) -> Content:
    """Return what was found kind by kind, that of the best first."""
    kinds: dict[str, list[Found]] = {}
    for one in found:
        kinds.setdefault(one.entry.kind, []).append(one)
    return [_group(kind, held, meant) for kind, held in kinds.items()]


def _group(kind: str, held: list[Found], meant: frozenset[str]) -> Component:
    shown: Content = [
        html.H2(f"{t(f'buscar.kinds.{kind}')} ({len(held):,})"),
        items(held[:_SHOWN], meant, tagged=False),
    ]
    rest = held[_SHOWN:_MOST]
    if rest:
        more = html.Summary(t("buscar.rest", amount=len(rest)))
        shown.append(html.Details([more, items(rest, meant, tagged=False)], className="beside"))
    if len(held) > _MOST:
        shown.append(html.P(t("buscar.more", amount=len(held) - _MOST)))
    return html.Section(shown)


def items(found: Sequence[Found], meant: frozenset[str], tagged: bool = True) -> Component:
    """Return some of what was found as a list, with the words that answer marked."""
    lines = [html.Li(_item(one, meant, tagged)) for one in found]
    return html.Ol(lines, className="results")


def _item(one: Found, meant: frozenset[str], tagged: bool) -> list[Any]:
    entry = one.entry
    kind = html.P(html.Span(t(f"buscar.kinds.{entry.kind}"), className="tag")) if tagged else None
    note = html.P(_shortened(entry.note), className="caveat") if entry.note else None
    return [kind, html.P(html.A(_marked(entry.title, meant), href=entry.address)), note]


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"


def _marked(text: str, meant: frozenset[str]) -> list[Any]:
    """Return a text with the words that answer the question marked."""
    found: list[Any] = [""]
    for part in _WORD.split(_shortened(text)):
        if part.isalnum() and not meant.isdisjoint(map(root, words(part))):
            found += [html.Mark(part), ""]
        else:
            found[-1] += part
    return found
