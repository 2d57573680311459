"""The filter bar: a plain form without JavaScript, Dash controls with it."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.control_fields import field
from components.field_kinds import amounted, summaries
from components.filter_words import label
from components.markup import attrs
from components.period_field import starting
from components.texts import known, t
from data.query.filters import Filters
from data.query.option_counts import Counted, uncounted
from data.query.query_string import pairs
from data.store import Store

__all__ = ["amounts", "bar", "chips", "cleared", "link", "said", "starting", "summaries"]


def bar(
    store: Store,
    filters: Filters,
    path: str,
    names: tuple[str, ...],
    count: str = "",
    counts: Counted = uncounted,
) -> Component:
    """Return the form with the named filters, set to the state of the address.

    count: what the filters leave; counts: what each choice would.
    """
    shown = [
        amounted(field(store, filters, path, name), name, counts(store, filters, name))
        for name in names
    ]
    send = html.Button(t("filters.apply"), type="submit", className="apply")
    return html.Form(
        [*shown, *_kept(filters, names), send, _chosen(store, filters, path, count)],
        id="filters",
        action=path,
        className="filters",
        method="get",
        # What a browser puts back by itself would be taken for a choice.
        autoComplete="off",
        **attrs(aria_label=t("filters.title")),
    )


def _chosen(store: Store, filters: Filters, path: str, count: str) -> Component:
    """Return how much the filters leave, and which are set: its room is kept, nothing moves."""
    clear = html.A(
        t("filters.clear"), id=_id("clear"), href=path, className=cleared(filters), **_view("")
    )
    chosen = html.Ul(chips(store, filters, path), id=_id("chips"), className="chosen-chips")
    return html.Div(
        [html.Span(count, id=_id("count"), className="count"), clear, chosen],
        className="filter-state",
    )


def amounts(store: Store, filters: Filters, names: tuple[str, ...], counts: Counted) -> str:
    """Return how many rows each choice leaves, as a query: a counted filter, then its choices."""
    found = {name: counts(store, filters, name) for name in names}
    said = {
        f"{name}.{value}" if value else name: amount
        for name, left in found.items()
        if left is not None
        for value, amount in (("", len(left)), *sorted(left.items()))
    }
    return urlencode(said)


def _id(name: str) -> dict[str, str]:
    return {"type": name, "name": name}


def cleared(filters: Filters) -> str:
    """Return the class of the link that takes every filter away; idle where there is none."""
    return "clear" if filters.to_query() else "clear idle"


def chips(store: Store, filters: Filters, path: str) -> list[Component]:
    """Return each chosen value with the link that takes it away."""
    return [
        html.Li(
            [
                html.Span(said),
                link(t("filters.remove"), path, rest, **attrs(aria_label=_remove(said))),
            ]
        )
        for said, rest in _values(store, filters)
    ]


def said(store: Store, filters: Filters) -> list[str]:
    """Return the words of each chosen value, with the name of its filter."""
    return [words for words, _ in _values(store, filters)]


def _remove(said: str) -> str:
    return t("filters.remove_label", what=said)


def _values(store: Store, filters: Filters) -> Iterator[tuple[str, str]]:
    """Give the words of each chosen value, and the query without it."""
    for name in Filters.__dataclass_fields__:
        value = getattr(filters, name)
        if not value or not known(f"filters.{name}"):
            continue
        several = isinstance(value, tuple)
        for one in value if several else (value,):
            left = tuple(other for other in value if other != one) if several else None
            rest = filters.with_(**{name: left or getattr(Filters(), name)})
            said = f"{t(f'filters.{name}')}: {label(store, name, str(one))}"
            yield said, rest.to_query()


def link(text: Any, path: str, query: str, **more: Any) -> Component:
    """Return a link that changes the state of the same page, with or without JavaScript."""
    page, mark, place = path.partition("#")
    href = f"{page}?{query}{mark}{place}" if query else path
    return html.A(text, href=href, **_view(query), **more)


def _view(query: str) -> dict[str, Any]:
    return {"data-query": query}


def _kept(filters: Filters, names: tuple[str, ...]) -> list[Component]:
    """Keep in the form what the address holds and no control shows."""
    empty = Filters()
    hidden = filters.with_(**{name: getattr(empty, name) for name in names})
    return [
        dbc.Input(id={"type": "kept", "name": name}, type="hidden", value=value)
        for name, value in pairs(hidden.to_query())
    ]
