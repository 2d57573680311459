"""A map as a Plotly figure: one trace per class; the shapes come by address, once."""

from typing import Any

import pandas as pd

from components import assets, outlines, theme
from components.charts.chart import layout
from components.charts.layouts.plot import Figure
from components.charts.map_classes import Group, groups
from components.charts.map_words import phrase
from geo import places

LAYERS: dict[str, places.Layer] = {
    "distrito_fiscal": "distritos_fiscales",
    "departamento": "departamentos",
}
INSET: places.Layer = "lima_callao"
_HEIGHT = 720
_MARKS = {"cero": "0", "nd": "ND", "no-publicado": "?", "no-existia": "×"}
_DOMAINS: dict[str, tuple[list[float], list[float]]] = {
    "geo": ([0, 1], [0, 1]),
    "geo2": ([0, 0.27], [0.03, 0.25]),
}
_BLANK = "#f1f3f4"


def draw(frame: pd.DataFrame) -> Figure:
    """Return the map and, for distritos fiscales, the inset of Lima and Callao."""
    level = frame["desagregacion"].iloc[0]
    panes: list[tuple[str, places.Layer]] = [("geo", LAYERS[level])]
    if level == "distrito_fiscal":
        panes.append(("geo2", INSET))
    found = groups(frame)
    traces = [_shapes(group, *pane) for pane in panes for group in found if _in(group, pane[1])]
    traces += [
        _marks(group, *pane)
        for pane in panes
        for group in found
        if group.rank is None and _in(group, pane[1])
    ]
    axes = {pane: _axes(layer, *_DOMAINS[pane]) for pane, layer in panes}
    legend = {"x": 1, "xanchor": "right", "y": 1, "bgcolor": "rgba(0,0,0,0)"}
    return {"data": traces, "layout": layout(_HEIGHT, showlegend=True, legend=legend, **axes)}


def _in(group: Group, layer: places.Layer) -> list[dict[str, Any]]:
    known = places.places(layer)
    return [row for row in group.rows if row["codigo_territorio"] in known]


def _shapes(group: Group, pane: str, layer: places.Layer) -> Figure:
    rows = _in(group, layer)
    colour = _BLANK if group.rank is None else theme.CASES[group.rank - 1]
    return {
        "type": "choropleth",
        "geo": pane,
        "name": group.label,
        "legendgroup": group.key,
        "showlegend": pane == "geo",
        "geojson": assets.url(f"geo/{layer}.geojson"),
        "featureidkey": "properties.code",
        "locations": [row["codigo_territorio"] for row in rows],
        "z": [group.rank or 0] * len(rows),
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "marker": {"line": {"color": theme.PAPER if group.rank else theme.QUIET, "width": 0.8}},
        "text": [phrase(row) for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _marks(group: Group, pane: str, layer: places.Layer) -> Figure:
    """Write the mark of an absence on each territory: the colour alone would not say it."""
    at = [places.places(layer)[row["codigo_territorio"]] for row in _in(group, layer)]
    return {
        "type": "scattergeo",
        "geo": pane,
        "mode": "text",
        "legendgroup": group.key,
        "showlegend": False,
        "hoverinfo": "skip",
        "lon": [place.lon for place in at],
        "lat": [place.lat for place in at],
        "text": [_MARKS[group.key]] * len(at),
        "textfont": {"size": 13, "color": theme.INK},
    }


def _axes(layer: places.Layer, x: list[float], y: list[float]) -> Figure:
    edge = outlines.frame(layer)
    return {
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [edge.west, edge.east]},
        "lataxis": {"range": [edge.south, edge.north]},
        "domain": {"x": x, "y": y},
    }
