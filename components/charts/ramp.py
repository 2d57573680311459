"""The ramps of one action: the same promise in the three periods, where it is one series."""

from collections import Counter

import pandas as pd

from components.charts.chart import Chart, Record, records
from components.charts.layouts.lines import Lines
from components.charts.layouts.lines_parts import Panel, Point, Series
from components.charts.layouts.marks import said
from components.format import joined, number
from components.texts import t
from data.query.filters import Filters
from data.rules.ramps import PERIODS
from data.store import Store

COLUMNS = ["serie", "accion", "periodo", "orden", "texto", "cantidad", "unidad", "fuente"]
_WAYS = ("up", "flat", "down")


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return the targets of the action of the address that stand in a ramp that is drawn."""
    rows = [
        {**target.model_dump(), "serie": ramp.series}
        for ramp in store.ramps.get(filters.codigo, [])
        if ramp.drawn
        for target in ramp.targets
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def series(frame: pd.DataFrame) -> list[list[Record]]:
    """Return the rows of each ramp."""
    return [records(rows) for _, rows in frame.groupby("serie", sort=False)]


def plot(frame: pd.DataFrame) -> Lines:
    """Declare one row per ramp, each on its own scale; one of percentages on that of 100."""
    return Lines(PERIODS, tuple(map(_panel, series(frame))), rows=True)


def _panel(rows: list[Record]) -> Panel:
    points = tuple(
        Point(PERIODS.index(row["periodo"]), row["cantidad"],
              said(row["texto"], number(row["cantidad"], row["unidad"]), period=row["periodo"]))
        for row in rows
    )  # fmt: skip
    unit = rows[0]["unidad"]
    line = Series(t("words.target"), points, "quiet", "line-ew-open", target=True)
    return Panel(rows[-1]["texto"], unit, (line,), least=100 if unit == "%" else 1)


def sentence(frame: pd.DataFrame) -> str:
    """Say how many ramps rise, stay or fall."""
    if not len(frame):
        return t("charts.accion-metas.none")
    found = series(frame)
    if len(found) == 1:
        return t("charts.accion-metas.one", way=t(f"planes.way.{_way(found[0])}"))
    ways = Counter(_way(rows) for rows in found)
    if len(ways) == 1:
        way = t(f"planes.ways.{_way(found[0])}")
        return t("charts.accion-metas.same", total=len(found), way=way)
    parts = [f"{ways[way]} {_ways(way, ways[way])}" for way in _WAYS if ways[way]]
    return t("charts.accion-metas.sentence", total=len(found), parts=joined(parts))


def _ways(way: str, amount: int) -> str:
    return t(f"planes.way.{way}") if amount == 1 else t(f"planes.ways.{way}")


def _way(rows: list[Record]) -> str:
    first, last = rows[0]["cantidad"], rows[-1]["cantidad"]
    return "flat" if first == last else "up" if first < last else "down"


CHART = Chart("accion-metas", select, plot, sentence, page="/planes", narrows=("codigo",))
