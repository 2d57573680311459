"""The ramps of one action: the same promise in the three periods, where it is one series."""

from collections import Counter
from textwrap import wrap

import pandas as pd

from components import svg, theme
from components.charts.chart import Chart, Record, layout, records
from components.charts.layouts.by_hand import NARROW, by_hand
from components.charts.layouts.plot import Figure
from components.format import joined, number
from components.texts import t
from data.query.code_order import rank
from data.query.filters import Filters
from data.rules.ramps import PERIODS
from data.store import Store

COLUMNS = ["serie", "accion", "periodo", "orden", "texto", "cantidad", "unidad", "fuente"]
_ROW, _TALL, _SLOT = 104, 58, 82
_LETTER = 7.1
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


def draw(frame: pd.DataFrame) -> Figure:
    """Return one small panel of bars per ramp, each on its own scale."""
    found = series(frame)
    share = 1 / max(len(found), 1)
    data, axes = [], {}
    for index, rows in enumerate(found):
        suffix = str(index + 1) if index else ""
        high = 1 - index * share
        data.append(
            {"type": "bar", "x": [row["periodo"] for row in rows],
             "y": [float(row["cantidad"]) for row in rows], "yaxis": f"y{suffix}",
             "text": [number(row["cantidad"], row["unidad"]) for row in rows], "width": 0.5,
             "customdata": [row["texto"] for row in rows], "cliponaxis": False,
             "hovertemplate": "%{x}: %{text}<br>%{customdata}<extra></extra>",
             "marker": {"color": theme.BANDS[2], "line": {"color": theme.QUIET, "width": 1}}}
        )  # fmt: skip
        axes[f"yaxis{suffix}"] = {
            "domain": [high - share * 0.8, high - share * 0.2], "rangemode": "tozero",
            "visible": False, "fixedrange": True,
        }  # fmt: skip
    height = 110 * len(found) + 60
    ticks = {"categoryarray": list(PERIODS), "categoryorder": "array", "fixedrange": True}
    return {"data": data, "layout": layout(height, xaxis=ticks, **axes)}


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return one row per ramp: its words, and a bar per period with its quantity."""
    narrow = width == NARROW
    top, parts = 0.0, []
    for rows in series(frame):
        drawn, high = _row(rows, top, width)
        parts.append(drawn)
        top += high
    return svg.drawing(width, int(top) or 1, *parts, variant="narrow" if narrow else "wide")


def _row(rows: list[Record], top: float, width: int) -> tuple[svg.Element, float]:
    narrow = width == NARROW
    room = width - 4 if narrow else width - _SLOT * 3 - 24
    lines = wrap(rows[-1]["texto"], int(room / _LETTER), max_lines=4, placeholder="…")
    ink = svg.token("ink", theme.INK)
    said = [
        svg.text(2, top + 24 + 18 * index, line, font_size=14, fill=ink)
        for index, line in enumerate(lines)
    ]
    below = 18 * len(lines) + 8 if narrow else 0
    left = 2.0 if narrow else width - _SLOT * 3.0
    rule = svg.element("line", x1=0, x2=width, y1=top + 4, y2=top + 4,
                       stroke=svg.token("rule", theme.RULE))  # fmt: skip
    return svg.element("g", rule, *said, *_bars(rows, left, top + below)), _ROW + below + 8


def _bars(rows: list[Record], left: float, top: float) -> list[svg.Element]:
    most = max(float(row["cantidad"]) for row in rows)
    whole = 100.0 if rows[0]["unidad"] == "%" else most
    base = top + 26 + _TALL
    quiet, ink = svg.token("quiet", theme.QUIET), svg.token("ink", theme.INK)
    parts = []
    for row in rows:
        x = left + _SLOT * rank(PERIODS, row["periodo"])
        high = _TALL * float(row["cantidad"]) / max(whole, most)
        middle = x + 34
        parts += [
            svg.element("rect", x=x + 12, y=base - high, width=44, height=high,
                        fill=svg.token("band-2", theme.BANDS[2])),
            svg.element("line", x1=x + 12, x2=x + 56, y1=base - high, y2=base - high, stroke=quiet,
                        stroke_width=2.5),
            svg.text(middle, base - high - 6, number(row["cantidad"], row["unidad"]),
                     font_size=14, font_weight=700, text_anchor="middle", fill=ink),
            svg.text(middle, base + 17, row["periodo"], font_size=12, text_anchor="middle",
                     fill=quiet),
        ]  # fmt: skip
    return parts


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
    parts = [f"{ways[way]} {_said(way, ways[way])}" for way in _WAYS if ways[way]]
    return t("charts.accion-metas.sentence", total=len(found), parts=joined(parts))


def _said(way: str, amount: int) -> str:
    return t(f"planes.way.{way}") if amount == 1 else t(f"planes.ways.{way}")


def _way(rows: list[Record]) -> str:
    first, last = rows[0]["cantidad"], rows[-1]["cantidad"]
    return "flat" if first == last else "up" if first < last else "down"


CHART = Chart(
    "accion-metas", select, by_hand(draw, sketch), sentence, page="/planes", narrows=("codigo",)
)
