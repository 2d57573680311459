"""A schematic map as a Plotly figure: the same places and links over our own coarse outlines."""

import math
from itertools import product

from components import theme
from components.charts.layouts.curves import Curve
from components.charts.layouts.figure_frame import BAR, Figure, framed
from components.charts.layouts.flows_spec import FlowsSpec, Link, Place
from components.charts.layouts.kinds import Kind
from components.charts.layouts.map_traces import SILENT, Spot, areas, halo, over, pane
from components.charts.layouts.outline import ABROAD, ADDRESS, PERU, outlines
from components.charts.layouts.plane import Plane, plane

_HIGH, _KEY = 562, 150
_WIDE = 640
_FAINT = 0.18
# Names may stand beyond the places at the edge: so much of the width is added for them.
_SLACK = 0.14
_INKS = {False: theme.INK, True: theme.QUIET}


def figure(plot: FlowsSpec) -> Figure:
    """Return outlines, one trace of lines and of heads per kind and state, and the places."""
    seen = plane(_WIDE, plot.stands, plot.window)
    traces = [
        areas(ADDRESS, outlines(layer), (colour, theme.RULE, 0.7), **SILENT)
        for layer, colour in ((ABROAD, theme.PAPER), (PERU, theme.BANDS[0]))
    ]
    for (kind, entry), faint in product(plot.entries.items(), (True, False)):
        links = [one for one in plot.links if one.kind == kind and one.faint == faint]
        traces += _links(plot, seen, links, entry.words) if links else []
    for kind, entry in plot.entries.items():
        places = {name: one for name, one in plot.places.items() if one.kind == kind}
        traces += [_places(plot.kinds[kind], seen, places, entry.words)] if places else []
    slack = seen.width * _SLACK
    corners = [(-slack / 2, -slack / 4), (seen.width + slack, seen.height)]
    (west, north), (east, south) = map(seen.degrees, corners)
    geo = pane("equirectangular", (west, east), (south, north))
    return framed(traces, _HIGH, (0, 0, BAR, _KEY), geo=geo, **plot.key.legend())


def _links(plot: FlowsSpec, seen: Plane, links: list[Link], word: str) -> list[Figure]:
    """Return the lines of some links of one kind and state, and their heads."""
    kind, opacity = plot.kinds[links[0].kind], _FAINT if links[0].faint else 1
    colour = theme.COLOURS[kind.token]
    curves = [Curve(seen.spots[link.start], seen.spots[link.end]) for link in links]
    spots: list[Spot] = []
    for curve in curves:
        spots += [*map(seen.degrees, curve.points()), (None, None)]
    line = {"color": colour, "width": 1.6, "dash": "dash" if kind.dashed else "solid"}
    spot, angle = zip(*(curve.head() for curve in curves), strict=True)
    angles = [round(math.degrees(one)) + 90 for one in angle]
    symbol = "triangle-up-open" if kind.dashed else "triangle-up"
    head = {"symbol": symbol, "size": 11, "color": colour, "angle": angles}
    return [over("lines", spots, name=word, line=line, opacity=opacity, hoverinfo="skip",
                 showlegend=not links[0].faint),
            over("markers", map(seen.degrees, spot), marker=head, opacity=opacity, showlegend=False,
                 hovertext=[link.title for link in links])]  # fmt: skip


def _places(kind: Kind, seen: Plane, places: dict[str, Place], word: str) -> Figure:
    inside = list(places.values())
    spots = [seen.degrees(seen.spots[name]) for name in places]
    look = {"symbol": kind.symbol, "size": 10, "color": theme.COLOURS[kind.token],
            "opacity": [0.5 if one.faint else 1 for one in inside]}  # fmt: skip
    return over("markers+text", spots, name=word, text=[_written(one) for one in inside],
                textposition=[one.hint.side for one in inside],
                textfont=halo(13, [_INKS[one.faint] for one in inside]),
                hovertext=[one.title for one in inside], showlegend=True, marker=look)  # fmt: skip


def _written(place: Place) -> str:
    name = "<br>".join(line for line in place.forms[0] if line != place.words)
    name = f"<b>{name}</b>" if place.chosen or place.words else name
    return f"{name}<br>{place.words}" if place.words else name
