"""The key of a map: classes, kinds of absence with their patterns, what is left over."""

from collections.abc import Sequence

import pandas as pd

from components import svg, theme
from components.charts.chart import Record, records
from components.charts.layouts.by_hand import NARROW
from components.charts.map_classes import Group, shown, unit
from components.charts.map_words import counted, whole
from components.format import number
from components.texts import t
from data.query.map_rows import COMPUTED
from geo import places

_LINE, _SWATCH = 24, 20
_SIDE = 8
_STROKES = {
    "cero": svg.element("circle", cx=4, cy=4, r=1.7, fill="none"),
    "nd": svg.element("path", d="M0 0l8 8M8 0l-8 8"),
    "no-publicado": svg.element("path", d="M-2 2l4-4M0 8l8-8M6 10l4-4"),
    "no-existia": svg.element("path", d="M0 2h4M4 6h4"),
}


def patterns(
    found: list[Group], panes: Sequence[tuple[str, float]], prefix: str
) -> svg.Element | None:
    """Return one pattern per absence that occurs, and its copy at the scale of each pane."""
    absent = [group.key for group in found if group.rank is None]
    parts = []
    for state in absent:
        parts.append(_pattern(f"{prefix}-k-{state}", state))
        parts += [
            svg.element("pattern", id=f"{pane}-{state}", href=f"#{prefix}-k-{state}",
                        patternTransform=f"scale({1 / scale:.4g})")
            for pane, scale in panes
        ]  # fmt: skip
    return svg.element("defs", *parts) if parts else None


def _pattern(name: str, state: str) -> svg.Element:
    ground = svg.element("rect", width=_SIDE, height=_SIDE, fill=svg.token("wash", "#f1f3f4"))
    lines = svg.element("g", _STROKES[state], stroke=svg.token("quiet", theme.QUIET))
    return svg.element("pattern", ground, lines, id=name, width=_SIDE, height=_SIDE,
                       patternUnits="userSpaceOnUse")  # fmt: skip


def legend(
    frame: pd.DataFrame, found: list[Group], width: int, bottom: float, prefix: str
) -> tuple[svg.Element, float]:
    """Return the key and the height of the whole drawing: beside the map, or under it."""
    rows = records(frame)
    classes = [group for group in found if group.rank]
    absent = [group for group in found if group.rank is None]
    if width == NARROW:
        left, top = 2.0, bottom + 30
        second, second_top = 168.0, top + _LINE - 6
        height = top + (1 + max(len(classes), len(absent) + 1)) * _LINE + 20
    else:
        left, top = 452.0, 40.0
        second, second_top = left, top + (len(classes) + 1.4) * _LINE
        height = bottom + 8
    entries = [(g, left, top + 22 + _LINE * i) for i, g in enumerate(classes)]
    entries += [(g, second, second_top + _LINE * i) for i, g in enumerate(absent)]
    boxes = [_box(*entry, prefix) for entry in entries]
    words = [
        svg.text(x + _SWATCH + 16, y, f"{group.label} · {len(group.rows)}")
        for group, x, y in entries
    ]
    rest = _rest(rows[-1], second, second_top + _LINE * (len(absent) + 0.7))
    ink = svg.token("ink", theme.INK)
    said = (_heading(rows[0], left, top), *words, rest, _limits(width, height))
    swatches = svg.element("g", *boxes, stroke=ink, stroke_width=0.4)
    names = svg.element("g", *said, font_size=14, fill=ink)
    return svg.together(swatches, names), height


def _heading(row: Record, x: float, y: float) -> svg.Element:
    share = row["medida"] == "porcentaje"
    key = "share" if share else "amount"
    key += "_computed" if share and row["porcentaje_es"] == COMPUTED else ""
    word = whole(row) if key == "share" else counted(row)
    said = t(f"charts.mapa.legend_{key}", counted=word)
    return svg.text(x, y, said[0].upper() + said[1:], font_weight=600)


def _box(group: Group, x: float, y: float, prefix: str) -> svg.Element:
    fill = (
        f"url(#{prefix}-k-{group.key})"
        if group.rank is None
        else svg.token(f"case-{group.rank}", theme.CASES[group.rank - 1])
    )
    return svg.element("rect", x=x, y=y - 14, width=_SWATCH + 8, height=_SWATCH - 2, fill=fill)


def _rest(row: Record, x: float, y: float) -> svg.Element | None:
    if row["estado"] != COMPUTED:
        return None
    said = svg.text(x, y, t("charts.mapa.rest"))
    value = svg.text(x, y + 18, number(shown(row), unit(row)), font_weight=600)
    return svg.together(said, value)


def _limits(width: int, height: float) -> svg.Element:
    kind = "schematic" if places.schematic() else "official"
    word = t(f"charts.mapa.limits.{kind}")
    return svg.text(width - 2, height - 6, word, font_size=12, text_anchor="end",
                    font_style="italic", fill=svg.token("quiet", theme.QUIET))  # fmt: skip
