"""Cases and complaints of the whole country: every register apart, its breaks left open."""

from itertools import pairwise

import pandas as pd

from components import svg, theme
from components.charts.chart import Chart, Record, layout, records
from components.charts.layouts.by_hand import NARROW, by_hand
from components.charts.layouts.plot import Figure
from components.format import joined, number
from components.texts import t
from data.query import national_series
from data.query.filters import Filters
from data.store import Store

_HEAD, _PLOT, _GAP = 34, 54, 34
_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "star")


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return the points of all national series; no filter narrows them."""
    return national_series.national(store)


def runs(rows: list[Record]) -> list[list[Record]]:
    """Return the points of one series that may be joined, run by run."""
    found: dict[int, list[Record]] = {}
    for row in rows:
        if row["tramo"] is not None:
            found.setdefault(row["tramo"], []).append(row)
    return list(found.values())


def _registers(frame: pd.DataFrame) -> list[list[Record]]:
    found: dict[str, list[Record]] = {}
    for row in records(frame):
        found.setdefault(row["serie"], []).append(row)
    return list(found.values())


def _label(row: Record) -> str:
    return f"{row['institucion']}: {row['que_cuenta']}"


def draw(frame: pd.DataFrame) -> Figure:
    """Return one line per run; points of different runs are never joined."""
    data = []
    for place, rows in enumerate(_registers(frame)):
        colour = theme.ACCENT if rows[0]["institucion"].startswith("Min") else theme.QUIET
        for index, run in enumerate(runs(rows)):
            data.append(
                {
                    "type": "scatter",
                    "mode": "lines+markers",
                    "name": _label(rows[0]),
                    "legendgroup": rows[0]["serie"],
                    "showlegend": index == 0,
                    "x": [row["anio"] for row in run],
                    "y": [float(row["valor"]) for row in run],
                    "line": {"color": colour, "width": 2},
                    "marker": {"size": 9, "symbol": _SYMBOLS[place % len(_SYMBOLS)]},
                    "hovertemplate": f"{_label(rows[0])} %{{x}}: %{{y:,}}<extra></extra>",
                }
            )
    return {
        "data": data,
        "layout": layout(
            560,
            showlegend=True,
            legend={"orientation": "h", "y": -0.12},
            margin={"l": 56, "r": 16, "t": 16, "b": 36},
            xaxis={"dtick": 2, "showgrid": False, "fixedrange": True},
            yaxis={"rangemode": "tozero", "gridcolor": theme.RULE, "tickformat": ","},
        ),
    }


class _Plane:
    """Years to the right, amounts upwards: one scale for all registers."""

    def __init__(self, frame: pd.DataFrame, width: int) -> None:
        years = list(frame["anio"])
        self.first, self.last, self.width = min(years), max(years), width
        self.step = (width - 52) / max(self.last - self.first, 1)
        known = (value for value in frame["valor"] if value is not None)
        self.top = float(max(known, default=0)) or 1.0

    def x(self, row: Record) -> float:
        return 24 + float(self.step * (row["anio"] - self.first))

    def y(self, row: Record, base: float) -> float:
        return base - float(row["valor"] or 0) / self.top * _PLOT


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return the registers one under the other, all on one scale."""
    plane, parts, y = _Plane(frame, width), [], 0
    for rows in _registers(frame):
        parts.append(_register(rows, plane, y))
        y += _HEAD + _PLOT + _GAP
    years = [
        svg.text(24 + plane.step * (year - plane.first), y + 18, str(year))
        for year in range(plane.first, plane.last + 1, 4)
    ]
    quiet = svg.token("quiet", theme.QUIET)
    axis = svg.element("g", *years, font_size=13, text_anchor="middle", fill=quiet)
    variant = "narrow" if width == NARROW else "wide"
    return svg.drawing(width, y + 26, *parts, axis, variant=variant)


def _register(rows: list[Record], plane: _Plane, top: int) -> svg.Element:
    base = top + _HEAD + _PLOT + 10.0
    accent, ink = svg.token("accent", theme.ACCENT), svg.token("ink", theme.INK)
    points = [[(plane.x(row), plane.y(row, base)) for row in run] for run in runs(rows)]
    lines = [
        svg.element("line", x1=a[0], y1=a[1], x2=b[0], y2=b[1])
        for run in points
        for a, b in pairwise(run)
    ]
    dots = [svg.element("circle", cx=x, cy=y, r=4) for run in points for x, y in run]
    return svg.together(
        *(
            svg.text(2, top + 16, _label(rows[0]), font_size=14, font_weight=600, fill=ink),
            svg.element("line", x1=2, x2=plane.width - 2, y1=base, y2=base,
                        stroke=svg.token("rule", theme.RULE)),
            svg.element("g", *lines, *dots, fill=accent, stroke=accent, stroke_width=2),
            svg.element("g", *_values(rows, plane, base), font_size=12, text_anchor="middle",
                        fill=ink, class_="halo"),
            svg.element("g", *_absent(rows, plane, base), font_size=11, text_anchor="middle",
                        fill=svg.token("quiet", theme.QUIET)),
        )
    )  # fmt: skip


def _values(rows: list[Record], plane: _Plane, base: float) -> list[svg.Element]:
    """Write the figures, the latest first, as far as they do not touch each other."""
    said: list[Record] = []
    for row in reversed([row for row in rows if row["valor"] is not None]):
        if all(abs(row["anio"] - other["anio"]) * plane.step >= 30 for other in said):
            said.append(row)
    return [svg.text(plane.x(r), plane.y(r, base) - 9, number(r["valor"])) for r in said]


def _absent(rows: list[Record], plane: _Plane, base: float) -> list[svg.Element]:
    parts = []
    for row in rows:
        if row["valor"] is None:
            word, x = t(f"states_short.{row['estado']}"), plane.x(row)
            long = len(word) > 2
            side = "end" if long and x > plane.width - 60 else None
            parts.append(svg.mark("sin-dato", x, base, 4))
            parts.append(svg.text(x + (8 if side else 0), base + (28 if long else 16), word,
                                  text_anchor=side))  # fmt: skip
    return parts


def sentence(frame: pd.DataFrame) -> str:
    """Say the first and last figure of each register."""
    if not len(frame):
        return t("empty.chart")
    said = []
    for rows in _registers(frame):
        known = [row for row in rows if row["valor"] is not None]
        words = _ends(known) if known else t("charts.serie-nacional.absent")
        said.append(f"{_label(rows[0])}, {words}{_zero(known)}")
    key = "sentence" if len(said) > 1 else "sentence_one"
    return t(f"charts.serie-nacional.{key}", total=len(said), parts="; ".join(said))


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


CHART = Chart("serie-nacional", select, by_hand(draw, sketch), sentence, page="/mapa", narrows=())
