"""Registers of the whole country, each apart, its breaks left open: cases, victims, sentences."""

from collections import Counter
from functools import partial

import pandas as pd

from components.charts.chart import Chart, Record, records
from components.charts.grouping import grouped
from components.charts.layouts.lines import Lines
from components.charts.layouts.lines_parts import Panel, Point, Series
from components.charts.layouts.marks import said
from components.format import joined, number
from components.texts import t
from data.query import national_series, people_counted
from data.query.filters import Filters
from data.query.map_periods import COUNTED
from data.store import Store

# One colour for each institution; its registers differ by their names and their marks.
_COLOURS = ("accent", "ink", "quiet")
_MARKS = ("circle", "square", "diamond", "triangle-up", "circle-open", "square-open")
_SEVERAL = 2


def select(counted: tuple[str, ...], store: Store, filters: Filters) -> pd.DataFrame:
    """Return the points of all national series of what is counted; no filter narrows them."""
    return national_series.national(store, counted)


def _registers(frame: pd.DataFrame) -> list[list[Record]]:
    return list(grouped(records(frame), lambda row: row["serie"]).values())


def _label(row: Record) -> str:
    """Name a register: who keeps it and what it counts, without two stops in a row."""
    body, counted = row["institucion"], row["que_cuenta"]
    return f"{body} ({counted})" if body.endswith(".") else f"{body}: {counted}"


def plot(frame: pd.DataFrame) -> Lines:
    """Declare one panel per institution, as their figures are not of one size."""
    first = min(frame["anio"])
    bodies: dict[str, list[Series]] = {}
    for rows in _registers(frame):
        body, _, register = rows[0]["institucion"].partition(" (")
        series = bodies.setdefault(body, [])
        name = " · ".join(filter(None, (rows[0]["que_cuenta"], register.rstrip(")"))))
        points = tuple(_point(row, first) for row in rows)
        token = _COLOURS[list(bodies).index(body) % len(_COLOURS)]
        series.append(Series(name, points, token, _MARKS[len(series) % len(_MARKS)]))
    years = tuple(map(str, range(first, max(frame["anio"]) + 1)))
    panels = tuple(Panel(body, "n", tuple(series)) for body, series in bodies.items())
    return Lines(years, panels, every=False)


def _point(row: Record, first: int) -> Point:
    absent = "" if row["valor"] is not None else t(f"states_short.{row['estado']}")
    words = said(_label(row), absent or number(row["valor"]), period=row["anio"])
    return Point(row["anio"] - first, row["valor"], words, absent, row["tramo"] or 0)


def sentence(frame: pd.DataFrame) -> str:
    """Say the first and last figure of each register."""
    if not len(frame):
        return t("empty.chart")
    parts = []
    for rows in _registers(frame):
        known = [row for row in rows if row["valor"] is not None]
        words = _ends(known) if known else t("charts.serie-nacional.absent")
        parts.append(f"{_label(rows[0])}, {words}{_zero(known)}")
    key = "sentence" if len(parts) > 1 else "sentence_one"
    return t(f"charts.serie-nacional.{key}", total=len(parts), parts="; ".join(parts))


def _zero(known: list[Record]) -> str:
    """Return what the source says of a last figure that is zero: it may be no absence of cases."""
    last = known[-1] if known else None
    return f" ({last['nota']})" if last and last["estado"] == "cero" and last["nota"] else ""


def _ends(known: list[Record]) -> str:
    """Return the first and the last figure of a register, and that it breaks between them."""
    first, last = (f"{number(row['valor'])} ({row['anio']})" for row in (known[0], known[-1]))
    if known[0]["tramo"] != known[-1]["tramo"]:
        return t("charts.serie-nacional.broken", first=first, last=last)
    return joined(list(dict.fromkeys((first, last))))


def finding(slug: str, frame: pd.DataFrame) -> str:
    """Say between which figures the registers lie, in the last year that several give.

    A zero is left out: a source may say of it that it is no absence of cases.
    """
    known = [row for row in records(frame) if row["valor"]]
    given = Counter(row["anio"] for row in known)
    last = max((year for year, amount in given.items() if amount >= _SEVERAL), default=None)
    figures = sorted(row["valor"] for row in known if row["anio"] == last)
    if len(set(figures)) < _SEVERAL:
        return ""
    return t(f"charts.{slug}.found", amount=len(figures), year=last,
             low=number(figures[0]), high=number(figures[-1]))  # fmt: skip


def _chart(slug: str, page: str, counted: tuple[str, ...]) -> Chart:
    return Chart(slug, partial(select, counted), plot, sentence, page=page, narrows=(),
                 found=partial(finding, slug))  # fmt: skip


CHART = _chart("serie-nacional", "/mapa", COUNTED)
VICTIMS = _chart("victimas", "/victimas", people_counted.VICTIMS)
JUDGED = _chart("sentencias", "/victimas", people_counted.JUDGED)
