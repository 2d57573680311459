"""The gauges of the objectives for the room: name, state and figure over each bar."""

from decimal import Decimal
from itertools import pairwise

import pandas as pd

from components import svg, theme
from components.charts.chart import Record, records
from components.charts.objectives import shown
from components.format import percent
from components.session.labels import SIZE
from components.texts import t
from data.rules.progress import AMBER_FROM, FULL, GREEN_FROM

WIDE = 940
_ROW, _BAR, _AXIS = 128, 44, 40
_EDGES = (Decimal(0), AMBER_FROM, GREEN_FROM, FULL)


def sketch(frame: pd.DataFrame) -> svg.Drawing:
    """Return one bar per objective over its bands, and the limits of the bands under the last."""
    rows = records(frame)
    ink = svg.token("ink", theme.INK)
    parts = [part for index, row in enumerate(rows) for part in _gauge(row, index * _ROW)]
    limits = [
        svg.text(_x(edge), len(rows) * _ROW + 14, str(edge), font_size=SIZE, fill=ink,
                 text_anchor="start" if not edge else "end" if edge == FULL else "middle")
        for edge in _EDGES if edge != GREEN_FROM
    ]  # fmt: skip
    return svg.drawing(WIDE, len(rows) * _ROW + _AXIS, *parts, *limits, variant="wide")


def _x(value: Decimal) -> float:
    return float(min(value, FULL)) / 100 * WIDE


def _gauge(row: Record, top: float) -> list[svg.Element]:
    ink, light = svg.token("ink", theme.INK), row["semaforo"]
    colour = svg.token(f"light-{light}", theme.LIGHT_COLOUR[light])
    value, line, bar = shown(row), top + 40, top + 58
    bands = [
        svg.element("rect", x=_x(low) + (2 if low else 0), y=bar, height=_BAR,
                    width=_x(high) - _x(low) - (2 if low else 0),
                    fill=svg.token(f"band-{index}", theme.BANDS[index]), class_="band")
        for index, (low, high) in enumerate(pairwise(_EDGES))
    ]  # fmt: skip
    filled = svg.element("rect", x=0, y=bar + 10, width=_x(value or Decimal()), height=_BAR - 20,
                         fill=ink, class_="filled")  # fmt: skip
    return [
        *bands,
        filled,
        svg.text(0, line, t(f"axes.{row['eje']}"), font_size=34, font_weight=600, fill=ink),
        svg.mark(light, WIDE - 330, line - 11, 13),
        svg.text(WIDE - 308, line, t(f"lights.{light}"), font_size=28, font_weight=600,
                 fill=colour),
        svg.text(WIDE, line, percent(value), font_size=44, font_weight=700, text_anchor="end",
                 fill=ink),
    ]  # fmt: skip
