"""The two forms of a list of values: of which one may be chosen, or several."""

from collections.abc import Iterable, Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.filter_words import chosen_word, label
from components.format import joined
from components.texts import t
from data.query.filters import Filters
from data.store import Store

_LISTS = ("sector", "entidad", "eje", "semaforo")


def field_id(name: str) -> dict[str, str]:
    """Return the id by which Dash finds the field of a filter."""
    return {"type": "filter", "name": name}


def worded(name: str, codes: Iterable[str]) -> dict[str, str]:
    """Return each value of a filter with its word."""
    return {code: chosen_word(name, code) for code in codes}


def options(words: Mapping[Any, str]) -> list[dict[str, str]]:
    """Return values with their words, as Dash takes them."""
    return [{"label": label, "value": value} for value, label in words.items()]


def one_of(name: str, words: Mapping[Any, str], chosen: str) -> Component:
    """Return a list of which one may be chosen; none is everything."""
    listed = options({"": t("filters.any"), **words})
    control = dbc.Select(
        id=field_id(name), options=listed, value=chosen, placeholder=t("filters.any")
    )
    return html.Label([html.Span(t(f"filters.{name}")), control], className="filter")


def several_of(
    store: Store, name: str, words: Mapping[str, str], chosen: tuple[str, ...]
) -> Component:
    """Return a list of which several may be chosen, closed under what is chosen."""
    return html.Details(
        [
            html.Summary(
                [
                    html.Span(t(f"filters.{name}")),
                    html.Span(said(store, name, chosen), className="chosen", id=_chosen_id(name)),
                ]
            ),
            html.Fieldset(
                [
                    html.Legend(t(f"filters.{name}"), className="unseen"),
                    dbc.Checklist(
                        id=field_id(name),
                        options=options(words),
                        value=list(chosen),
                    ),
                ]
            ),
        ],
        className="filter choices",
        id=f"choices-{name}",
    )


def amounted(shown: Component, name: str, left: Mapping[str, int] | None) -> Component:
    """Write beside each choice of a field how many rows it leaves, where they are counted."""
    if left is not None:
        control = shown[field_id(name)]
        control.options = [
            one | {"label": _amounted(one, left)} if one["value"] else one
            for one in control.options
        ]
    return shown


def _amounted(one: Mapping[str, str], left: Mapping[str, int]) -> str:
    return t("filters.amount", word=one["label"], amount=left.get(one["value"], 0))


def said(store: Store, name: str, chosen: tuple[str, ...]) -> str:
    """Return the words that a closed list of choices shows."""
    return joined([label(store, name, code) for code in chosen]) or t("filters.any")


def summaries(store: Store, filters: Filters) -> dict[str, str]:
    """Return those words for every list, so that a change need not write the controls anew."""
    return {name: said(store, name, getattr(filters, name)) for name in _LISTS}


def _chosen_id(name: str) -> dict[str, str]:
    return {"type": "chosen", "name": name}
