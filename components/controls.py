"""The filter bar: a plain form without JavaScript, Dash controls with it."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.control_fields import field, starting
from components.field_kinds import summaries
from components.markup import attrs
from components.texts import t
from data.query.filters import Filters
from data.query.query_string import pairs
from data.store import Store

__all__ = ["bar", "link", "starting", "summaries"]


def bar(store: Store, filters: Filters, path: str, names: tuple[str, ...]) -> Component:
    """Return the form with the named filters, set to the state of the address."""
    shown = [field(store, filters, path, name) for name in names]
    return html.Form(
        [
            *shown,
            *_kept(filters, names),
            html.Div(
                [
                    html.Button(t("filters.apply"), type="submit", className="apply"),
                    html.A(
                        t("filters.clear"),
                        id={"type": "clear", "name": "all"},
                        href=path,
                        className="clear",
                        hidden=not filters.to_query(),
                        **_view(""),
                    ),
                ],
                className="filter-actions",
            ),
        ],
        id="filters",
        action=path,
        className="filters",
        method="get",
        **attrs(aria_label=t("filters.title")),
    )


def link(text: Any, path: str, query: str, **more: Any) -> Component:
    """Return a link that changes the state of the same page, with or without JavaScript."""
    return html.A(text, href=f"{path}?{query}" if query else path, **_view(query), **more)


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
