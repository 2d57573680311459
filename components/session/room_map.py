"""A map for the room: few names, large; the rest stands in the list beside it and in the next."""

from collections.abc import Iterator

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import outlines, svg, theme
from components.charts.chart import Record
from components.charts.layouts.labels import SIZE, Labels, around
from components.charts.map_classes import Group, groups, shown, unit
from components.charts.map_figure import INSET, LAYERS
from components.charts.map_legend import patterns
from components.charts.map_sketch import Pane, fill, inset_frame, shapes
from components.charts.map_words import name
from components.format import number
from components.markup import attrs
from components.texts import t
from geo import places

WIDE, HIGH = 440, 540
_LEFT = 66
_SIDE = 0.125
_NAMED = 4


def sketch(frame: pd.DataFrame) -> svg.Drawing:
    """Return the map with the largest figures written on it."""
    level = frame["desagregacion"].iloc[0]
    found = groups(frame)
    panes = _panes(level)
    labels = Labels(WIDE, HIGH)
    rows = _ranked(found)
    inside = places.places(INSET) if len(panes) > 1 else {}
    _inset_names(panes, [row for row in rows if row["codigo_territorio"] in inside], labels)
    _names([row for row in rows if row["codigo_territorio"] not in inside], panes[0], labels)
    return svg.drawing(
        WIDE,
        HIGH,
        patterns(found, [(pane.prefix, pane.scale) for pane in panes], _prefix(level)),
        shapes(found, panes[0]),
        *(svg.together(inset_frame(pane), shapes(found, pane)) for pane in panes[1:]),
        svg.element("g", *labels.written, fill=svg.token("ink", theme.INK)),
        variant="wide",
    )


def key(frame: pd.DataFrame) -> Component:
    """Return the classes and the kinds of absence that occur, each with its swatch."""
    prefix = _prefix(frame["desagregacion"].iloc[0])
    entries = [
        html.Li([html.Span(**attrs(data_svg=_swatch(group, prefix), aria_hidden="true")),
                 group.label])
        for group in groups(frame)
    ]  # fmt: skip
    return html.Ul(entries, className="swatches")


def _prefix(level: str) -> str:
    return f"room-{level}"


def _panes(level: str) -> list[Pane]:
    layer = LAYERS[level]
    scale = min((WIDE - _LEFT - 4) / 1000, (HIGH - 8) / outlines.frame(layer).height)
    whole = Pane(layer, _LEFT, 4, scale, f"{_prefix(level)}w", False)
    if level != "distrito_fiscal":
        return [whole]
    high = outlines.frame(INSET).height * _SIDE
    return [whole, Pane(INSET, 8, HIGH - high - 10, _SIDE, f"{_prefix(level)}i", False)]


def _ranked(found: list[Group]) -> list[Record]:
    rows = [row for group in found if group.rank for row in group.rows]
    return sorted(rows, key=lambda row: shown(row) or 0, reverse=True)


def _inset_names(panes: list[Pane], rows: list[Record], labels: Labels) -> None:
    """Write over the inset what it is and its largest figure."""
    for pane in panes[1:]:
        top = pane.y - 12
        lines = [t("charts.mapa.inset"), *(_words(row)[0] for row in rows[:1])]
        labels.keep((pane.x + 60, pane.y + 60), 72)
        labels.write(lines, [(0, top - len(lines) * SIZE / 2)], always=True)


def _words(row: Record) -> list[str]:
    return [f"{name(row)} {number(shown(row), unit(row))}"]


def _names(rows: list[Record], pane: Pane, labels: Labels) -> None:
    written = 0
    for row in rows:
        lines = [name(row), number(shown(row), unit(row))]
        spot = pane.place(row["codigo_territorio"])
        written += labels.write(lines, [spot, *around(spot, lines, 2)[:2]])
        if written == _NAMED:
            return


def _swatch(group: Group, prefix: str) -> svg.Element:
    paint = fill(group, prefix if group.rank else f"{prefix}-k")
    box = svg.element("rect", x=1, y=1, width=34, height=22, fill=paint,
                      stroke=svg.token("quiet", theme.QUIET))  # fmt: skip
    return svg.element("svg", box, viewBox="0 0 36 24", class_="swatch", focusable="false",
                       aria_hidden="true")  # fmt: skip


def territories(frame: pd.DataFrame) -> Iterator[Record]:
    """Yield the territories with a figure, the largest first."""
    yield from _ranked(groups(frame))
