"""The history of an indicator for the room: two lines with their names on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pandas as pd

from components import svg, theme
from components.charts.chart import Record, records
from components.format import number
from components.session.labels import SIZE, Labels, Point, around
from components.texts import t

WIDE, HIGH = 960, 430
_LEFT, _RIGHT, _TOP, _BASE = 50, 250, 36, 350
_APART = 34
_SERIES = (("logro_esperado", "quiet", theme.QUIET), ("valor_obtenido", "accent", theme.ACCENT))


@dataclass(frozen=True, slots=True)
class _Scale:
    amount: int
    top: float

    def at(self, index: int, value: Decimal | int) -> Point:
        step = (WIDE - _LEFT - _RIGHT) / max(self.amount - 1, 1)
        return _LEFT + step * index, _BASE - float(value) / self.top * (_BASE - _TOP)


def sketch(frame: pd.DataFrame) -> svg.Drawing:
    """Return the targets dashed and the results solid; each line says what it is at its end."""
    rows = records(frame)
    numbers = [row[name] for row in rows for name, _, _ in _SERIES if row[name]]
    scale = _Scale(len(rows), float(max(numbers, default=1)))
    labels = Labels(WIDE, _BASE - 4)
    drawn = [part for series in _SERIES for part in _line(rows, series, scale, labels)]
    axis = [*_years(rows, scale), *_absent(rows, scale)]
    _ends(rows, scale, labels)
    for name, colour, fallback in reversed(_SERIES):
        _values(rows, (name, colour, fallback), scale, labels)
    return svg.drawing(WIDE, HIGH, *axis, *drawn, *labels.written, variant="wide")


def _known(rows: list[Record], name: str) -> list[tuple[int, Decimal]]:
    return [(index, row[name]) for index, row in enumerate(rows) if row[name] is not None]


def _line(
    rows: list[Record], series: tuple[str, str, str], scale: _Scale, labels: Labels
) -> Iterator[svg.Element]:
    """Join only years that follow each other: an absent year leaves a gap."""
    name, token, fallback = series
    colour, target = svg.token(token, fallback), name == "logro_esperado"
    places = [(index, scale.at(index, value)) for index, value in _known(rows, name)]
    for (i, a), (j, b) in pairwise(places):
        if j == i + 1:
            labels.keep_line(a, b)
            yield svg.element("line", x1=a[0], y1=a[1], x2=b[0], y2=b[1], stroke=colour,
                              stroke_width=4, stroke_dasharray="10 8" if target else None,
                              class_=f"line {token}")  # fmt: skip
    for _, (x, y) in places:
        labels.keep((x, y), 9)
        if target:
            yield svg.element("line", x1=x - 14, x2=x + 14, y1=y, y2=y, stroke=colour,
                              stroke_width=5)  # fmt: skip
        else:
            yield svg.element(
                "circle",
                cx=x,
                cy=y,
                r=9,
                fill=colour,
                class_="result",
                stroke_width=2,
                stroke=svg.token("paper", theme.PAPER),
            )


def _years(rows: list[Record], scale: _Scale) -> Iterator[svg.Element]:
    ink = svg.token("ink", theme.INK)
    end = scale.at(len(rows) - 1, 0)[0] + 30
    yield svg.element(
        "line", x1=10, x2=end, y1=_BASE, y2=_BASE, stroke=svg.token("quiet", theme.QUIET)
    )
    for index, row in enumerate(rows):
        yield svg.text(scale.at(index, 0)[0], _BASE + 44, str(row["anio"]), font_size=SIZE,
                       text_anchor="middle", fill=ink)  # fmt: skip


def _absent(rows: list[Record], scale: _Scale) -> Iterator[svg.Element]:
    """Mark the years without a result on the axis, with the word of their kind of absence."""
    for index, row in enumerate(rows):
        if row["valor_obtenido"] is None:
            x, y = scale.at(index, 0)
            word = t(f"states_short.{row['estado']}")
            yield svg.mark("sin-dato", x, y, 11)
            yield svg.text(x, _BASE + 72, word, font_size=SIZE, text_anchor="middle",
                           fill=svg.token("ink", theme.INK))  # fmt: skip


def _ends(rows: list[Record], scale: _Scale, labels: Labels) -> None:
    """Name each line at its end, in the margin if it reaches the last year."""
    last = len(rows) - 1
    found: list[tuple[float, str, dict[str, Any]]] = []
    for name, token, fallback in _SERIES:
        known = _known(rows, name)
        if not known:
            continue
        index, value = known[-1]
        word = t(f"sesion.end_{name}", value=number(value, rows[0]["unidad"]))
        drawn = {"fill": svg.token(token, fallback), "font_weight": 700, "data_series": token}
        if index == last:
            found.append((scale.at(index, value)[1], word, drawn))
        else:
            spot = scale.at(index, value)
            labels.write([word], around(spot, [word], 14), always=True, **drawn)
    for y, (_, word, drawn) in zip(_spread([y for y, _, _ in found]), found, strict=True):
        x = scale.at(last, 0)[0] + 22
        labels.written.append(
            svg.text(x, y + SIZE * 0.32, word, font_size=SIZE, text_anchor="start", **drawn)
        )


def _spread(heights: list[float]) -> list[float]:
    """Part two heights that are closer than a line of text."""
    if len(heights) < 2 or abs(heights[0] - heights[1]) >= _APART:
        return heights
    middle = min(sum(heights) / 2, _BASE - _APART / 2)
    first = -1 if heights[0] <= heights[1] else 1
    return [middle + first * _APART / 2, middle - first * _APART / 2]


def _values(
    rows: list[Record], series: tuple[str, str, str], scale: _Scale, labels: Labels
) -> None:
    """Write the other values where there is room: the results first, the targets if they fit."""
    name, token, fallback = series
    result = name == "valor_obtenido"
    for index, value in _known(rows, name)[:-1]:
        spot, word = scale.at(index, value), number(value, rows[0]["unidad"])
        places = around(spot, [word], 14)
        labels.write([word], places, always=result, font_weight=700 if result else None,
                     fill=svg.token(token, fallback))  # fmt: skip
