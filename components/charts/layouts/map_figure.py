"""A map as a Plotly figure: one trace per class; the shapes come by address, once."""

from components import assets, outlines, theme
from components.charts.layouts.figure_frame import BAR, Figure, layout
from components.charts.layouts.map_spec import Class, MapSpec, Territory
from components.charts.layouts.map_traces import CLEAR, SILENT, Spot, areas, halo, over, pane, told
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
    traces += [*_names(plot), *_chosen(plot, panes), *_rest(plot)]
    sides = {pane: axes(layer, *_DOMAINS[pane]) for pane, layer in panes}
    if plot.inset:
        sides["geo2"]["projection"] |= _FIXED
    margin = {"l": 0, "r": 0, "t": BAR, "b": _KEY}
    shared = layout(_HEIGHT, margin=margin, **plot.key.legend(), **sides)
    return {"data": traces, "layout": shared}


def shapes(kind: Class, inside: list[Territory], pane: str, layer: places.Layer) -> Figure:
    """Return the territories of a class in a pane, in its colour."""
    edge = theme.QUIET if kind.absent else theme.PAPER
    return areas(_address(layer), (one.code for one in inside), kind.colour, (edge, 0.8), geo=pane,
                 name=kind.counted, legendgroup=kind.label,
                 showlegend=pane == "geo" and not kind.absent,
                 **told(one.title for one in inside))  # fmt: skip


def marks(kind: Class, inside: list[Territory], pane: str, layer: places.Layer) -> Figure:
    """Draw the mark of an absence on each territory: the colour alone would not say it."""
    look = {"symbol": kind.mark, "size": 9, "color": theme.QUIET, "line": {"width": 1.5}}
    return over("markers", _spots(inside, layer), geo=pane, name=kind.counted, marker=look,
                legendgroup=kind.label, showlegend=pane == "geo", hoverinfo="skip")  # fmt: skip


def _names(plot: MapSpec) -> list[Figure]:
    """Write the names of the drawing, but for those of the inset, which are too near each other."""
    inset = places.places(plot.inset) if plot.inset else {}
    named = [one for one in plot.named(_NAMED) if one.code not in inset]
    words = [f"<b>{one.name}</b><br>{one.figure}" for one in named]
    return [over("text", _spots(named, plot.layer), geo="geo", text=words, textfont=halo(14),
                 **SILENT)] if named else []  # fmt: skip


def _chosen(plot: MapSpec, panes: Panes) -> list[Figure]:
    """Return the territory chosen once more, as an outline."""
    return [areas(_address(layer), [plot.chosen], CLEAR, (theme.INK, 3), geo=pane, **SILENT)
            for pane, layer in panes if plot.chosen in places.places(layer)]  # fmt: skip


def _rest(plot: MapSpec) -> list[Figure]:
    """Return an entry of the key for what belongs to no territory."""
    look = {"symbol": "circle-open", "color": theme.QUIET}
    return [over("markers", [(None, None)], geo="geo", name=plot.rest, showlegend=True,
                 hoverinfo="skip", marker=look)] if plot.rest else []  # fmt: skip


def axes(layer: places.Layer, x: list[float], y: list[float]) -> Figure:
    """Return a pane that a layer fills, in its part of the figure."""
    edge = outlines.frame(layer)
    return pane("mercator", (edge.west, edge.east), (edge.south, edge.north),
                domain={"x": x, "y": y})  # fmt: skip


def _address(layer: places.Layer) -> str:
    return assets.url(f"geo/{layer}.geojson")


def _spots(inside: list[Territory], layer: places.Layer) -> list[Spot]:
    known = places.places(layer)
    return [(known[one.code].lon, known[one.code].lat) for one in inside]
