"""The index of the policy and its objectives, over the closed years that have a figure."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

import pandas as pd

from components import other_figures
from components.charts.chart import Chart, Record, records
from components.charts.layouts.lines import Lines
from components.charts.layouts.lines_parts import Panel, Point, Series
from components.charts.layouts.marks import said
from components.charts.objectives import others, shown
from components.format import advance, joined, shortened
from components.other_figures import INDEX
from components.texts import t
from data.model import Objetivo
from data.query.filters import Filters
from data.store import Store

COLUMNS = [
    "codigo", "eje", "anio", "avance_publicado", "avance_calculado", "semaforo",
    "otro_avance_publicado", "fuente",
]  # fmt: skip
_WHOLE, _ENDS = 100, 2


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per year and objective, the index first; no filter narrows them."""
    axes = {INDEX: ""} | {o.codigo: o.eje for o in store.rows(Objetivo) if o.nivel == "OP"}
    rows = [
        [code, axis, row.anio, row.avance_publicado, row.avance_calculado, row.semaforo,
         _other(store, code, row.anio), row.fuente]
        for code, axis in axes.items()
        for (own, year), row in sorted(store.advances.items())
        if own == code and row.percent is not None and store.state(year) == "cerrado"
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def _other(store: Store, code: str, year: int) -> Decimal | None:
    """Return the other figure that the report prints; that of the index is ours, and no row's."""
    return None if code == INDEX else other_figures.value(store, code, year)


def name(row: Record) -> str:
    """Return what a line is of: the index or an objective by its axis."""
    return t(f"axes.{row['eje']}") if row["eje"] else t("charts.tendencia.index")


def lines(frame: pd.DataFrame) -> list[list[Record]]:
    """Return the rows of each line, in their order."""
    return [list(rows) for _, rows in groupby(records(frame), key=lambda row: row["codigo"])]


def figure(row: Record) -> str:
    """Return the advance of a row, with «calculado» where it is ours."""
    return advance(_value(row), computed=_ours(row))


def _value(row: Record) -> Decimal:
    """Return the advance of a row: it has one, published or computed."""
    value = shown(row)
    return Decimal(0) if value is None else value


def _ours(row: Record) -> bool:
    return row["avance_publicado"] is None


def plot(frame: pd.DataFrame) -> Lines:
    """Declare a panel per line, all on one scale; a mark that is ours is hollow."""
    years = sorted(set(frame["anio"]))
    panels = [
        Panel(name(rows[0]), "%", (Series(name(rows[0]), tuple(_points(rows, years))),), _WHOLE)
        for rows in lines(frame)
    ]
    return Lines(tuple(map(str, years)), tuple(panels), rows=True)


def _points(rows: list[Record], years: list[int]) -> Iterator[Point]:
    """Yield the points of a line; only years that follow each other are joined."""
    for row in rows:
        state = t(f"lights.{row['semaforo']}")
        words = said(name(row), figure(row), period=row["anio"], state=state)
        place = years.index(row["anio"])
        value = shown(row)
        yield Point(place, value and shortened(value), words, run=row["anio"] - place,
                    symbol="circle-open" if _ours(row) else "")  # fmt: skip


def sentence(frame: pd.DataFrame) -> str:
    """Say every figure of every line, and the other figure that the report prints."""
    if not len(frame):
        return t("empty.chart")
    parts = [
        t("charts.tendencia.line", name=name(rows[0]), figures=joined(
            [t("charts.tendencia.year", value=figure(row), year=row["anio"]) for row in rows]))
        for rows in lines(frame)
    ]  # fmt: skip
    latest = frame[frame["anio"] == max(frame["anio"])]
    return " ".join([f"{'; '.join(parts)}.", *others(latest)])


def finding(frame: pd.DataFrame) -> str:
    """Say which lines rose, fell or stayed between their first and their last year."""
    ends = [(rows[0], rows[-1]) for rows in lines(frame)]
    first, last = min(frame["anio"]), max(frame["anio"])
    if first == last or any((a["anio"], b["anio"]) != (first, last) for a, b in ends):
        return ""
    parts = []
    for key, order in (("rose", 1), ("fell", -1), ("stayed", 0)):
        names = [_called(now) for then, now in ends if _order(then, now) == order]
        if names:
            number = "one" if len(names) == 1 else "many"
            parts.append(t(f"charts.tendencia.{key}_{number}", names=joined(names)))
    return t("charts.tendencia.found", first=first, last=last, parts="; ".join(parts))


def _called(row: Record) -> str:
    return name(row) if row["eje"] else t("charts.tendencia.the_index")


def _order(then: Record, now: Record) -> int:
    old, new = _value(then), _value(now)
    return (new > old) - (new < old)


CHART = Chart("tendencia", select, plot, sentence, page="/", narrows=(), found=finding)
