"""Screens of the country: where cases are registered, and the routes that the plan states."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.chart import Record, address, records
from components.charts.map_classes import shown, unit
from components.charts.map_words import counted, covered, name, period, phrase
from components.charts.map_words import whole as whole_of
from components.charts.view import View
from components.charts.views import Views
from components.format import count, joined, number
from components.session import room_map, room_routes
from components.session.drawings import drawn
from components.session.screen import Screen, pages, sources_of
from components.session.words import figure
from components.texts import t
from data.model import DestinoLima
from data.query.map_rows import COMPUTED
from data.store import Store

_BARS, _ROUTE_BARS, _PAIRS = 6, 5, 8
_LISTED = 39
Bar = tuple[str, Decimal | int, str]


def incidence(views: Views) -> Iterator[Screen]:
    """Give the map with the largest figures, then every territory in a list."""
    view = views.of("mapa")
    frame = view.frame
    ranked = list(room_map.territories(frame)) if len(frame) else []
    if not ranked:
        said = view.sentence
        heading = said if len(frame) else t("sesion.incidence_none")
        listed = (said, view.chart.caveat())
        yield Screen(heading, [html.P(text) for text in listed if text != heading])
        return
    told = _told(view)
    largest = [(name(row), shown(row) or 0, unit(row)) for row in ranked[:_BARS]]
    beside = [bars(largest), room_map.key(frame), html.P(t("sesion.not_prevalence"))]
    yield replace(told, heading=_highest(frame, ranked), body=[_pair(view, beside)])
    rows = records(frame)
    whole = _ordered(frame)
    for start in range(0, len(rows), _LISTED):
        yield replace(told, heading=whole, body=[_list(rows[start : start + _LISTED])])


def _highest(frame: pd.DataFrame, ranked: Sequence[Record]) -> str:
    """Say how many territories have a figure and which is the highest of those, if one is."""
    first = ranked[0]
    have, units = covered(frame)
    said = {"have": have, "units": units, "value": _said(first), "period": period(first)}
    if have == 1:
        return t("sesion.incidence_one", name=name(first), **said)
    tied = sum(shown(row) == shown(first) for row in ranked)
    if tied > 1:
        return t("sesion.incidence_tied", amount=tied, **said)
    return t("sesion.incidence", name=name(first), **said)


def _said(row: Record) -> str:
    """Return a figure with what it counts, or its share of that; ours says so."""
    value = number(shown(row), unit(row))
    if unit(row) == "%":
        share = t("sesion.amount_share", value=value, counted=whole_of(row))
        return figure(share, computed=row["porcentaje_es"] == COMPUTED)
    noun = t(f"counted_one.{row['indicador']}") if shown(row) == 1 else counted(row)
    return t("sesion.amount", value=value, counted=noun)


def _ordered(frame: pd.DataFrame) -> str:
    """Head the list of the territories: those with a figure are in order, the others are not."""
    rows = records(frame)
    have, units = covered(frame)
    level = rows[0]["desagregacion"]
    key = "territories" if have == len(rows) else "territories_part"
    if have > 1:
        units = count(have, t(f"charts.mapa.units_one.{level}"), t(f"charts.mapa.units.{level}"))
    elif len(rows) > 1:
        key = "territories_one"
    return t(f"sesion.{key}", units=units, counted=counted(rows[0]), period=period(rows[0]))


def _told(view: View) -> Screen:
    """Return what the screens of a chart share: where it comes from, its note, its figures."""
    return Screen(
        view.sentence,
        [],
        sources_of(view),
        address(view.chart.page, view.query),
        more=[view.title, view.sentence, view.chart.caveat()],
        figures={view.chart.slug: records(view.frame)},
    )


def _list(rows: Sequence[Record]) -> Component:
    """Return each territory with its figure or its kind of absence."""
    return html.Ul(
        [html.Li([html.Span(name(row)), html.Span(_figure(row), className="amount")])
         for row in rows],
        className="territories",
    )  # fmt: skip


def _figure(row: Record) -> str:
    if shown(row) is None:
        return phrase(row).removeprefix(f"{name(row)}: ")
    return number(shown(row), unit(row))


def bars(rows: Sequence[Bar]) -> Component:
    """Return figures with their bars; the amount is written, the bar repeats it."""
    top = max(float(value) for _, value, _ in rows) or 1
    return html.Ol(
        [
            html.Li([html.Span(label), html.Span(number(value, sign), className="amount"),
                     html.Span(className="bar", style={"width": f"{float(value) / top:.1%}"})])
            for label, value, sign in rows
        ],
        className="bars",
    )  # fmt: skip


def _pair(view: View, beside: Sequence[Component]) -> Component:
    return html.Div([drawn(view), html.Div(beside, className="beside-drawing")],
                    className="pair")  # fmt: skip


def routes(views: Views) -> Iterator[Screen]:
    """Give the map of the pairs, then every pair gathered by destination."""
    view = views.of("rutas")
    frame = view.frame
    told = _told(view)
    cells = _gathered(frame)
    named = [cell for cell in cells if cell[0] != t("sesion.unnamed")]
    if not named:
        yield replace(told, body=[html.P(view.chart.caveat())])
        return
    largest = [(cell[0], int(cell[2]), "n") for cell in named[:_ROUTE_BARS]]
    beside = [html.P(t("sesion.routes_bars")), bars(largest), room_routes.key(frame),
              html.P(t("sesion.routes_note")), *_lima(view.store)]  # fmt: skip
    yield replace(told, heading=_foremost(largest, view), body=[_pair(view, beside)])
    head = [t("sesion.destination"), t("sesion.origins"), t("sesion.pairs")]
    for part, listed in pages(told.heading, head, cells, _PAIRS, [2]):
        yield replace(told, heading=told.heading + part, body=[listed])


def _foremost(largest: Sequence[Bar], view: View) -> str:
    """Say which destination has most pairs, if one has; else how many pairs there are."""
    (place, most, _), *others = largest
    if not others or others[0][1] == most:
        return view.sentence
    selected = view.filters.tipo or view.filters.zona
    key = "sesion.routes_selected" if selected else "sesion.routes"
    return t(key, place=place, amount=most, total=len(view.frame))


def _lima(store: Store) -> list[Component]:
    """Say that Lima is a destination of the plan in no pair, where the tables name it so."""
    return [html.P(t("sesion.routes_lima"))] if store.rows(DestinoLima) else []


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
