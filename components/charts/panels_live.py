"""The same panels of bars as an interactive figure."""

from collections.abc import Sequence
from textwrap import wrap

from components import theme
from components.charts.chart import layout
from components.charts.layouts.plot import Figure
from components.charts.panels import COLOURS, Bar, Panel

# The labels have a fixed column: headings start at its left edge on any width.
_COLUMN, _ROW, _HEAD = 150, 30, 2.4
_SHORT = 22
_ROOM = 0.07  # of a bar of 100 %, for each character after it, so that a phone cuts none


def draw(panels: Sequence[Panel]) -> Figure:
    """Return the panels one under the other, each with axes of its own."""
    rows = sum(len(panel.bars) + _HEAD for panel in panels) or 1
    longest = max((len(bar.written) for panel in panels for bar in panel.bars), default=0)
    margin = {"l": _COLUMN, "r": 8, "t": 8, "b": 8}
    figure: Figure = {
        "data": [],
        "layout": layout(round(_ROW * rows) + 16, annotations=[], bargap=0.35, margin=margin),
    }
    used = 0.0
    for index, panel in enumerate(panels, start=1):
        top = 1 - (used + _HEAD) / rows
        used += len(panel.bars) + _HEAD
        name = "" if index == 1 else str(index)
        figure["data"].append(_trace(panel, name))
        figure["layout"][f"xaxis{name}"] = {
            "range": [0, 1 + _ROOM * longest], "visible": False, "fixedrange": True,
            "anchor": f"y{name}",
        }  # fmt: skip
        figure["layout"][f"yaxis{name}"] = _labels(panel, (max(1 - used / rows, 0), top), name)
        figure["layout"]["annotations"].append(_heading(panel, top))
    return figure


def _labels(panel: Panel, domain: tuple[float, float], name: str) -> Figure:
    return {
        "domain": list(domain), "autorange": "reversed", "fixedrange": True, "anchor": f"x{name}",
        "tickvals": list(range(len(panel.bars))), "tickfont": {"size": 13},
        "ticktext": [_two_lines(bar.label) for bar in panel.bars], "showgrid": False,
        "zeroline": False,
    }  # fmt: skip


def _two_lines(label: str) -> str:
    """Return what fits beside a bar; the whole label is on the bar itself."""
    lines = wrap(label, _SHORT)
    return "<br>".join(lines) if len(lines) < 3 else f"{lines[0]}<br>{lines[1]}…"


def _trace(panel: Panel, name: str) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "name": panel.title,
        "x": [bar.share for bar in panel.bars],
        "y": list(range(len(panel.bars))),
        "xaxis": f"x{name}",
        "yaxis": f"y{name}",
        "text": [bar.written for bar in panel.bars],
        "textposition": "outside",
        "textfont": {"size": 13},
        "cliponaxis": False,
        "hovertext": [f"{b.label}: {b.written}".removeprefix(": ") for b in panel.bars],
        "hoverinfo": "text",
        "marker": {
            "color": [_fill(bar) for bar in panel.bars],
            "line": {"color": theme.QUIET, "width": [_edge(bar) for bar in panel.bars]},
            "pattern": {
                "shape": ["/" if bar.kind == "rest" else "" for bar in panel.bars],
                "bgcolor": theme.PAPER,
                "size": 7,
            },
        },
    }


def _fill(bar: Bar) -> str:
    if bar.kind == "rest":
        return theme.QUIET  # of the hatch: a pattern paints with the colour of its bar
    return theme.PAPER if bar.kind == "unknown" else COLOURS[bar.tone]


def _edge(bar: Bar) -> int:
    return 0 if bar.kind in ("known", "detail") else 1


def _heading(panel: Panel, top: float) -> Figure:
    return {
        "text": f"<b>{panel.title}</b><br>{panel.notes[0] if panel.notes else ''}",
        "x": 0, "y": top, "xref": "paper", "yref": "paper", "xshift": 4 - _COLUMN,
        "xanchor": "left", "yanchor": "bottom", "align": "left", "showarrow": False,
    }  # fmt: skip
