"""Screens of the country: the map of where cases are registered, then every territory."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.chart import Record, records
from components.charts.map_classes import ranked, shown, unit
from components.charts.map_words import counted, covered, name, period, phrase
from components.charts.map_words import whole as whole_of
from components.charts.views import Views
from components.format import count, number
from components.session.drawings import drawn
from components.session.screen import Screen
from components.session.screens.of_chart import of_chart
from components.session.words import figure
from components.texts import t
from data.query.map_rows import COMPUTED

_LISTED = 39


def incidence(views: Views) -> Iterator[Screen]:
    """Give the map with the largest figures, then every territory in a list."""
    view = views.of("mapa")
    frame = view.frame
    largest = ranked(frame) if len(frame) else []
    if not largest:
        said = view.sentence
        heading = said if len(frame) else t("sesion.incidence_none")
        listed = (said, view.chart.caveat())
        yield Screen(heading, [html.P(text) for text in listed if text != heading])
        return
    told = of_chart(view)
    body = [drawn(view), html.P(t("sesion.not_prevalence"))]
    yield replace(told, heading=_highest(frame, largest), body=body)
    rows = records(frame)
    whole = _ordered(frame)
    for start in range(0, len(rows), _LISTED):
        yield replace(told, heading=whole, body=[_list(rows[start : start + _LISTED])])


def _highest(frame: pd.DataFrame, largest: Sequence[Record]) -> str:
    """Say how many territories have a figure and which is the highest of those, if one is."""
    first = largest[0]
    have, units = covered(frame)
    said = {"have": have, "units": units, "value": _said(first), "period": period(first)}
    if have == 1:
        return t("sesion.incidence_one", name=name(first), **said)
    tied = sum(shown(row) == shown(first) for row in largest)
    if tied > 1:
        return t("sesion.incidence_tied", amount=tied, **said)
    return t("sesion.incidence", name=name(first), **said)


def _said(row: Record) -> str:
    """Return a figure with what it counts, or its share of that; ours says so."""
    value = number(shown(row), unit(row))
    if row["medida"] == "tasa":
        return figure(t("sesion.amount_rate", value=value, counted=counted(row)), computed=True)
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
