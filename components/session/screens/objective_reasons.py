"""What the sources say of the indicators of an objective: a line each, or a screen with all."""

from collections.abc import Iterator
from dataclasses import replace

from dash import html

from components import explained
from components.session.room_lines import lined
from components.session.screen import Screen, part
from components.session.screens.below_history import reasons
from components.session.words import reached
from components.table import Cell, status
from data.query.ordering import Pair
from data.store import Store


def told_whole(store: Store, pairs: list[Pair], code: str, told: Screen) -> Iterator[Screen]:
    """Give the screen of an objective and, where a reason takes more than its line, all whole."""
    if all(lined(text) <= 1 for text in reasons_of(store, pairs)):
        yield told
        return
    body = [html.P(said) for pair in _charged(pairs) for said in _whole(store, pair)]
    yield replace(told, heading=told.heading + part(1, 2))
    yield replace(told, heading=told.heading + part(2, 2), body=body, code=f"{code}-razon",
                  more=[], figures={})  # fmt: skip


def reasons_of(store: Store, pairs: list[Pair]) -> list[str]:
    """Return what the sources say of the indicators of objective that are below."""
    return [
        said
        for row, value in _charged(pairs)
        for said in explained.sentences(store, row.codigo, value.anio)[:1]
    ]


def _whole(store: Store, pair: Pair) -> list[list[Cell]]:
    """Return an indicator that is below, and what the sources say of it, as paragraphs."""
    row, value = pair
    who = explained.named(store, row, value.anio)
    lead = [status(value.semaforo), f" {reached(value)} · {row.short} · {who}"]
    return [lead, *([text] for text in reasons(store, value))]


def _charged(pairs: list[Pair]) -> list[Pair]:
    """Return the indicators of objective that are below."""
    return [(row, value) for row, value in pairs if row.nivel == "IOP" and value.semaforo == "rojo"]
