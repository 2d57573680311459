"""Screens of the routes that the plan states: their map, then every pair by destination."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd
from dash import html

from components.charts.chart import Record, records
from components.charts.view import View
from components.charts.views import Views
from components.format import joined
from components.session.drawings import drawn
from components.session.screen import Screen, pages
from components.session.screens.of_chart import of_chart
from components.texts import t
from data.model import DestinoLima
from data.store import Store

_PAIRS = 8


def routes(views: Views) -> Iterator[Screen]:
    """Give the map of the pairs, then every pair gathered by destination."""
    view = views.of("rutas")
    frame = view.frame
    told = of_chart(view)
    cells = _gathered(frame)
    named = [cell for cell in cells if cell[0] != t("sesion.unnamed")]
    if not named:
        yield replace(told, body=[html.P(view.chart.caveat())])
        return
    largest = [(cell[0], int(cell[2])) for cell in named]
    body = [drawn(view), html.P(t("sesion.routes_note"))]
    more = [*told.more, *_lima(view.store)]
    yield replace(told, heading=_foremost(largest, view), body=body, more=more)
    head = [t("sesion.destination"), t("sesion.origins"), t("sesion.pairs")]
    for part, listed in pages(told.heading, head, cells, _PAIRS, [2]):
        yield replace(told, heading=told.heading + part, body=[listed])


def _foremost(largest: Sequence[tuple[str, int]], view: View) -> str:
    """Say which destination has most pairs, if one has; else how many pairs there are."""
    (place, most), *others = largest
    if not others or others[0][1] == most:
        return view.sentence.removesuffix(".")
    selected = view.filters.tipo or view.filters.zona
    key = "sesion.routes_selected" if selected else "sesion.routes"
    return t(key, place=place, amount=most, total=len(view.frame))


def _lima(store: Store) -> list[str]:
    """Say that Lima is a destination of the plan in no pair, where the tables name it so."""
    return [t("sesion.routes_lima")] if store.rows(DestinoLima) else []


def _gathered(frame: pd.DataFrame) -> list[list[str]]:
    origins: dict[str, list[str]] = {}
    for row in records(frame):
        origins.setdefault(_end(row, "destino"), []).append(_end(row, "origen"))
    return [
        [place, joined(list(dict.fromkeys(found))), str(len(found))]
        for place, found in sorted(origins.items(), key=lambda item: -len(item[1]))
    ]


def _end(row: Record, end: str) -> str:
    return str(row[f"{end}_lugar"] or row[f"{end}_region"] or t("sesion.unnamed"))
