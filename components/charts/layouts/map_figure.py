"""A map as a Plotly figure: one trace per class; the shapes come by address, once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from components import assets, outlines, theme
from components.charts.layouts.figure_frame import BAR, CLEAR, Figure, framed
from components.charts.layouts.map_spec import Class, MapSpec, Territory
from components.charts.layouts.map_traces import SILENT, Look, Spot, areas, halo, over, pane
from geo import places

_HIGH, _KEY = 542, 130
_NAMED = 5
# The buttons that zoom ask every pane, and only the last to move would: the country is that one.
_FIXED = {"minscale": 1, "maxscale": 1}
Part = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pane:
    """A layer of a map in its part of a figure: from left to right, from the bottom to the top."""

    name: str
    plot: MapSpec
    layer: places.Layer
    x: Part = (0, 1)
    y: Part = (0, 1)

    @property
    def ground(self) -> Figure:
        """Return the degrees that its layer fills, in its part of the figure."""
        edge = outlines.frame(self.layer)
        return pane("mercator", (edge.west, edge.east), (edge.south, edge.north),
                    domain={"x": self.x, "y": self.y})  # fmt: skip

    def areas(self, codes: Iterable[str], look: Look, **more: object) -> Figure:
        """Return some of its shapes in a colour, with the colour and the width of their edge."""
        return areas(assets.url(f"geo/{self.layer}.geojson"), codes, look, geo=self.name, **more)

    def over(self, mode: str, inside: Iterable[Territory], **more: object) -> Figure:
        """Return what stands where the names of some territories do."""
        known = places.places(self.layer)
        spots: list[Spot] = [(known[one.code].lon, known[one.code].lat) for one in inside]
        return over(mode, spots, geo=self.name, **more)


def figure(plot: MapSpec) -> Figure:
    """Return the map, its inset, the marks of what is absent, and the names of the drawing."""
    panes = [Pane("geo", plot, plot.layer)]
    panes += [Pane("geo2", plot, plot.inset, (0, 0.27), (0.03, 0.25))] if plot.inset else []
    traces = painted(panes, lambda kind: kind.counted)
    # The names of the drawing, but for those of the inset, which are too near each other.
    if named := plot.named(_NAMED)[0]:
        words = [f"<b>{one.name}</b><br>{one.figure}" for one in named]
        traces.append(panes[0].over("text", named, text=words, textfont=halo(14), **SILENT))
    if plot.rest:
        rest = {"name": plot.rest, "showlegend": True, "hoverinfo": "skip"}
        look = {"symbol": "circle-open", "color": theme.QUIET}
        traces.append(over("markers", [(None, None)], geo="geo", marker=look, **rest))
    traces += [one.areas([plot.chosen], (CLEAR, theme.INK, 3), **SILENT)
               for one in panes if plot.chosen in places.places(one.layer)]  # fmt: skip
    sides = {one.name: one.ground for one in panes}
    sides[panes[-1].name]["projection"] |= _FIXED if plot.inset else {}
    return framed(traces, _HIGH, (0, 0, BAR, _KEY), **plot.key.legend(), **sides)


def painted(panes: Iterable[Pane], named: Callable[[Class], str]) -> list[Figure]:
    """Return the territories of each class in each pane; `named`: what the key says, once."""
    traces: list[Figure] = []
    held = [(one, kind, found) for one in panes for kind in one.plot.classes
            if (found := kind.within(one.layer))]  # fmt: skip
    first = {kind.label: one.name for one, kind, _ in reversed(held)}
    for one, kind, inside in held:
        words = {"name": named(kind), "legendgroup": kind.label}
        keyed, edge = first[kind.label] == one.name, theme.QUIET if kind.absent else theme.PAPER
        traces.append(one.areas(
            (each.code for each in inside), (theme.COLOURS[kind.token], edge, 0.8), **words,
            showlegend=keyed and not kind.absent, hovertext=[each.title for each in inside],
        ))  # fmt: skip
        if kind.absent:
            # The colour alone would not say the kind of absence.
            mark = {"symbol": kind.mark, "size": 9, "color": theme.QUIET, "line": {"width": 1.5}}
            traces.append(one.over("markers", inside, marker=mark, hoverinfo="skip", **words,
                                   showlegend=keyed))  # fmt: skip
    return traces
