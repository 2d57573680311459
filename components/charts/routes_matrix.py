"""The second view of the same pairs: origins in rows, destinations in columns."""

from dataclasses import dataclass

import pandas as pd

from components import svg, theme
from components.charts import routes
from components.charts.chart import Chart, Record, layout, records
from components.charts.layouts.by_hand import NARROW, WIDE, by_hand
from components.charts.layouts.plot import Figure
from components.format import count
from components.texts import t

_SIZE = {WIDE: 16, NARROW: 12}
_LABEL = {WIDE: 172, NARROW: 128}
_STEP = {WIDE: 27, NARROW: 19}


def draw(frame: pd.DataFrame) -> Figure:
    """Return the pairs as bands of one thickness from the origins to the destinations."""
    rows = records(frame)
    starts, ends = _starts(rows), _ends(rows)
    return {
        "data": [
            {
                "type": "sankey",
                "arrangement": "snap",
                "node": {
                    "label": [*starts, *map(_named, ends)],
                    "color": theme.INK,
                    "pad": 12,
                    "thickness": 8,
                    "hovertemplate": "%{label}<extra></extra>",
                },
                "link": {
                    "source": [starts.index(row["origen_lugar"]) for row in rows],
                    "target": [len(starts) + ends.index(row["destino_lugar"]) for row in rows],
                    "value": [1] * len(rows),
                    "color": [_tint(row, rows) for row in rows],
                    "customdata": [t(f"charts.rutas.key_{row['tipo']}") for row in rows],
                    "hovertemplate": "%{source.label} → %{target.label}, %{customdata}"
                    "<extra></extra>",
                },
            }
        ],
        "layout": layout(max(300, 30 * len(starts))),
    }


def _tint(row: Record, rows: list[Record]) -> str:
    if any(other["sentido"] for other in rows) and not row["sentido"]:
        return theme.BANDS[0]
    return "rgba(11,79,138,0.45)" if row["tipo"] == "internacional" else "rgba(18,38,58,0.35)"


def _starts(rows: list[Record]) -> list[str]:
    return list(dict.fromkeys(row["origen_lugar"] for row in rows))


def _ends(rows: list[Record]) -> list[str | None]:
    return list(dict.fromkeys(row["destino_lugar"] for row in rows))


def _named(end: str | None) -> str:
    return end or t("charts.rutas.unnamed")


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return a grid with a mark where the plan states the pair."""
    rows = records(frame)
    starts, ends = _starts(rows), _ends(rows)
    left, size = _LABEL[width], _SIZE[width]
    step = min(_STEP[width], (width - left - 2) / max(len(ends), 1))
    grid = _Grid(left, size * 10 + 12, step, size)
    right, bottom = left + step * len(ends), grid.top + step * len(starts)
    some = any(row["sentido"] for row in rows)
    parts = [
        *(grid.row(index, name, right) for index, name in enumerate(starts)),
        *(grid.column(index, _named(end), bottom) for index, end in enumerate(ends)),
        *(_mark(row, grid.cell(starts.index(row["origen_lugar"]), ends.index(row["destino_lugar"])),
                step * 0.3, faint=some and not row["sentido"]) for row in rows),
        _rule(0, bottom, right, bottom),
        _keys(bottom + 26, size),
    ]  # fmt: skip
    variant = "narrow" if width == NARROW else "wide"
    return svg.drawing(width, round(bottom) + 42, *parts, variant=variant)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where rows and columns stand: px from the left and the top, of a cell, of a letter."""

    left: int
    top: int
    step: float
    size: int

    def cell(self, row: int, column: int) -> tuple[float, float]:
        return self.left + self.step * (column + 0.5), self.top + self.step * (row + 0.5)

    def row(self, index: int, name: str, right: float) -> svg.Element:
        y = self.top + self.step * index
        middle = y + self.step / 2 + self.size / 3
        label = svg.text(self.left - 8, middle, name, font_size=self.size, text_anchor="end",
                         fill=svg.token("ink", theme.INK))  # fmt: skip
        return svg.together(_rule(0, y, right, y), label)

    def column(self, index: int, name: str, bottom: float) -> svg.Element:
        x, y = self.left + self.step * index, self.top - 8
        middle = x + self.step / 2 + self.size / 3
        label = svg.text(middle, y, name, font_size=self.size, fill=svg.token("ink", theme.INK),
                         transform=f"rotate(-90 {middle:.1f} {y})")  # fmt: skip
        return svg.together(_rule(x, self.top, x, bottom), label)


def _rule(x1: float, y1: float, x2: float, y2: float) -> svg.Element:
    return svg.element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=svg.token("rule", theme.RULE))


def _mark(row: Record, spot: tuple[float, float], radius: float, *, faint: bool) -> svg.Element:
    """Return a full square (internal) or a hollow diamond (international), pale if not chosen."""
    abroad = row["tipo"] == "internacional"
    colour = svg.token("accent", theme.ACCENT) if abroad else svg.token("ink", theme.INK)
    colour = svg.token("band-2", theme.BANDS[2]) if faint else colour
    said = svg.title(f"{row['origen_lugar']} → {_named(row['destino_lugar'])}")
    return svg.element("g", said, _shape(abroad, *spot, radius, colour))


def _shape(abroad: bool, x: float, y: float, radius: float, colour: str) -> svg.Element:
    if abroad:
        path = f"M{x:.1f} {y - radius:.1f}l{radius:.1f} {radius:.1f} -{radius:.1f} {radius:.1f} "
        path += f"-{radius:.1f} -{radius:.1f}z"
        return svg.element("path", d=path, fill="none", stroke=colour, stroke_width=2)
    return svg.element("rect", x=x - radius * 0.8, y=y - radius * 0.8, width=radius * 1.6,
                       height=radius * 1.6, fill=colour)  # fmt: skip


def _keys(y: float, size: int) -> svg.Element:
    ink, accent = svg.token("ink", theme.INK), svg.token("accent", theme.ACCENT)
    return svg.together(*(
        part
        for kind, abroad, x in (("interna", False, 10), ("internacional", True, 10 + size * 7))
        for part in (
            _shape(abroad, x, y, size * 0.45, accent if abroad else ink),
            svg.text(x + size, y + size / 3, t(f"charts.rutas.key_{kind}"), font_size=size,
                     fill=ink),
        )
    ))  # fmt: skip


def sentence(frame: pd.DataFrame) -> str:
    """Say how many origins, destinations and pairs there are on screen."""
    if not len(frame):
        return t("empty.chart")
    rows = records(frame)
    words = ("start", "end", "pair")
    amounts = (len(_starts(rows)), len([end for end in _ends(rows) if end]), len(rows))
    parts = {
        word: count(
            amount, t(f"charts.rutas-matriz.{word}_one"), t(f"charts.rutas-matriz.{word}_many")
        )
        for word, amount in zip(words, amounts, strict=True)
    }
    return t("charts.rutas-matriz.sentence", **parts)


CHART = Chart(
    "rutas-matriz", routes.select, by_hand(draw, sketch), sentence, page="/rutas",
    narrows=("tipo", "zona", "lugar"),
)  # fmt: skip
