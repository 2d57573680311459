"""The prosecutors' yearly series as small maps, a year each, painted by one scale of classes."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from components.charts import incidence_maps, map_words
from components.charts.chart import Chart, Record, records
from components.charts.layouts.small_maps import Small, SmallMaps
from components.charts.map_classes import ranked, shown, unit
from components.charts.map_sentence import said_as
from components.format import joined, number, span
from components.texts import t
from data.query import map_rows, map_series, territory_series
from data.query.filters import Filters
from data.store import Store

_SLUG = "mapas-anuales"
_LEAST = 2


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return every distrito fiscal in every year of the series; none while there is one year.

    In the measure of the address if every year has it, for they share one scale; else in cases.
    """
    years = territory_series.years(store, "distrito_fiscal")
    years = years if len(years) >= _LEAST else ()
    asked = filters.medida
    measure = asked if all(one.measure(asked) == asked for one in years) else "casos"
    rows = [row for one in years for row in records(map_rows.rows(store, one, measure))]
    frame = pd.DataFrame(rows, columns=map_rows.COLUMNS, dtype=object)
    frame.attrs["serie"] = map_series.comparable(store, years[-1], measure) if years else ()
    return frame


def _years(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Give the rows of each year, which keep the scale of all."""
    for code in dict.fromkeys(frame["periodo"]):
        found = frame[frame["periodo"] == code].copy()
        found.attrs = dict(frame.attrs)
        yield found


def plot(frame: pd.DataFrame) -> SmallMaps:
    """Declare a map for each year, with its total and its highest figure over it."""
    return SmallMaps(tuple(map(_small, _years(frame))))


def _small(frame: pd.DataFrame) -> Small:
    row, lines = records(frame)[0], [_said(records(frame)[0])]
    if row["total"] is not None:
        lines.append(f"{number(row['total'])} {map_words.counted(row)}")
    lines += [
        f"{first['nombre']} {number(shown(first), unit(first))}" for first in ranked(frame)[:1]
    ]
    named = frame.assign(nombre=[f"{name}, {row['periodo_fin'].year}" for name in frame["nombre"]])
    named.attrs = frame.attrs
    # One key for all: it counts the places of none.
    alone = replace(incidence_maps.plot(named), heading=incidence_maps.measured(named))
    return Small(tuple(lines), alone)


def _said(row: Record) -> str:
    """Return the year of a map; a part of a year says which."""
    year = str(row["periodo_fin"].year)
    part = span(row["periodo_inicio"], row["periodo_fin"]).removesuffix(year).removesuffix(" de ")
    return t("mapa.years_part", year=year, part=part) if part else year


def heading(frame: pd.DataFrame) -> str:
    """Return what is counted, and the years."""
    if not len(frame):
        return t(f"charts.{_SLUG}.title_none")
    years = [row.year for row in frame["periodo_fin"]]
    word = map_words.counted(records(frame)[0]).capitalize()
    return t(f"charts.{_SLUG}.title", counted=word, first=min(years), last=max(years))


def sentence(frame: pd.DataFrame) -> str:
    """Say the total of each year, where its highest figure is, and what is in doubt."""
    if not len(frame):
        return t(f"charts.{_SLUG}.none")
    maps = list(_years(frame))
    firsts = [records(one)[0] for one in maps]
    totals = [f"{number(row['total'])} ({map_words.period(row)})" for row in firsts if row["total"]]
    highest = [row for one in maps for row in ranked(one)[:1]]
    said = [t(f"charts.{_SLUG}.sentence", amount=len(maps), counted=map_words.counted(firsts[0]),
              totals=joined(totals))]  # fmt: skip
    return " ".join([*said, *_highest(highest), *_doubts(firsts)])


def _highest(rows: list[Record]) -> list[str]:
    """Say the highest figure of each year, in the measure that is looked at."""
    said = [f"{number(shown(row), unit(row))} en {row['nombre']} ({row['periodo_fin'].year})"
            for row in rows]  # fmt: skip
    return [t(f"charts.{_SLUG}.highest.{said_as(rows[0])}", parts=joined(said))] if rows else []


def _doubts(firsts: list[Record]) -> list[str]:
    """Return each doubt about the scope once, with its years."""
    held: dict[str, list[str]] = {}
    for row in firsts:
        if row["alcance"] == "dudoso":
            held.setdefault(row["nota"], []).append(str(row["periodo_fin"].year))
    return [t(f"charts.{_SLUG}.doubt", years=joined(years), note=note)
            for note, years in held.items()]  # fmt: skip


CHART = Chart(_SLUG, select, plot, sentence, page="/mapa", narrows=("medida",), heading=heading)
