"""A map as a Plotly figure: one trace per class; the shapes come by address, once."""

from typing import Any

from components import assets, outlines, theme
from components.charts.layouts.figure_frame import BAR, HALO, Figure, layout
from components.charts.layouts.map_spec import Class, MapSpec, Territory
from geo import places

_HEIGHT, _KEY = 720, 130
_NAMED = 5
_DOMAINS: dict[str, tuple[list[float], list[float]]] = {
    "geo": ([0, 1], [0, 1]),
    "geo2": ([0, 0.27], [0.03, 0.25]),
}
# The buttons that zoom ask every pane, and only the last to move would: the country is that one.
_FIXED = {"minscale": 1, "maxscale": 1}
Panes = list[tuple[str, places.Layer]]


def figure(plot: MapSpec) -> Figure:
    """Return the map, its inset, the marks of what is absent, and the names of the drawing."""
    panes: Panes = [("geo", plot.layer)]
    panes += [("geo2", plot.inset)] if plot.inset else []
    kinds = [(pane, kind, kind.within(pane[1])) for pane in panes for kind in plot.classes]
    held = [each for each in kinds if each[2]]
    traces = [shapes(kind, inside, *pane) for pane, kind, inside in held]
    traces += [marks(kind, inside, *pane) for pane, kind, inside in held if kind.absent]
    traces += [_names(plot), *_chosen(plot, panes), *_rest(plot)]
    sides = {pane: axes(layer, *_DOMAINS[pane]) for pane, layer in panes}
    if plot.inset:
        sides["geo2"]["projection"] |= _FIXED
    margin = {"l": 0, "r": 0, "t": BAR, "b": _KEY}
    shared = layout(_HEIGHT, margin=margin, **plot.key.legend(), **sides)
    return {"data": traces, "layout": shared}


def shapes(kind: Class, inside: list[Territory], pane: str, layer: places.Layer) -> Figure:
    """Return the territories of a class in a pane, in its colour."""
    colour = kind.colour or theme.WASH
    return {
        "type": "choropleth",
        "geo": pane,
        "name": kind.counted,
        "legendgroup": kind.label,
        "showlegend": pane == "geo" and not kind.absent,
        "geojson": assets.url(f"geo/{layer}.geojson"),
        "featureidkey": "properties.code",
        "locations": [one.code for one in inside],
        "z": [1] * len(inside),
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "marker": {"line": {"color": theme.QUIET if kind.absent else theme.PAPER, "width": 0.8}},
        "text": [one.title for one in inside],
        "hovertemplate": "%{text}<extra></extra>",
    }


def marks(kind: Class, inside: list[Territory], pane: str, layer: places.Layer) -> Figure:
    """Draw the mark of an absence on each territory: the colour alone would not say it."""
    at = [places.places(layer)[one.code] for one in inside]
    return {
        "type": "scattergeo",
        "geo": pane,
        "mode": "markers",
        "name": kind.counted,
        "legendgroup": kind.label,
        "showlegend": pane == "geo",
        "hoverinfo": "skip",
        "lon": [place.lon for place in at],
        "lat": [place.lat for place in at],
        "marker": {"symbol": kind.mark, "size": 9, "color": theme.QUIET, "line": {"width": 1.5}},
    }


def _names(plot: MapSpec) -> Figure:
    """Write the names of the drawing, but for those of the inset, which are too near each other."""
    inset = places.places(plot.inset) if plot.inset else {}
    named = [one for one in plot.named(_NAMED) if one.code not in inset]
    at = [places.places(plot.layer)[one.code] for one in named]
    return {
        "type": "scattergeo",
        "geo": "geo",
        "mode": "text",
        "showlegend": False,
        "hoverinfo": "skip",
        "lon": [place.lon for place in at],
        "lat": [place.lat for place in at],
        "text": [f"<b>{one.name}</b><br>{one.figure}" for one in named],
        "textfont": {"size": 14, "color": theme.INK, "shadow": HALO},
    }


def _chosen(plot: MapSpec, panes: Panes) -> list[Figure]:
    """Return the territory chosen once more, as an outline."""
    return [
        {"type": "choropleth", "geo": pane, "geojson": assets.url(f"geo/{layer}.geojson"),
         "featureidkey": "properties.code", "locations": [plot.chosen], "z": [1],
         "colorscale": [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]], "showscale": False,
         "hoverinfo": "skip", "showlegend": False,
         "marker": {"line": {"color": theme.INK, "width": 3}}}
        for pane, layer in panes if plot.chosen in places.places(layer)
    ]  # fmt: skip


def _rest(plot: MapSpec) -> list[Figure]:
    """Return an entry of the key for what belongs to no territory."""
    if not plot.rest:
        return []
    return [{"type": "scattergeo", "geo": "geo", "mode": "markers", "lon": [None], "lat": [None],
             "name": plot.rest, "showlegend": True, "hoverinfo": "skip",
             "marker": {"symbol": "circle-open", "color": theme.QUIET}}]  # fmt: skip


def axes(layer: places.Layer, x: list[float], y: list[float]) -> dict[str, Any]:
    """Return a pane that a layer fills, in its part of the figure."""
    edge = outlines.frame(layer)
    return {
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [edge.west, edge.east]},
        "lataxis": {"range": [edge.south, edge.north]},
        "domain": {"x": x, "y": y},
    }
