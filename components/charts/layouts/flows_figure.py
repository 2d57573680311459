"""A schematic map as a Plotly figure: the same places and links over our own coarse outlines."""

import math
from collections.abc import Iterable

from components import theme
from components.charts.layouts.curves import Curve
from components.charts.layouts.figure_frame import BAR, Figure, layout
from components.charts.layouts.flows_spec import FlowsSpec, Link, Place
from components.charts.layouts.map_traces import SILENT, Spot, areas, halo, over, pane, told
from components.charts.layouts.outline import ABROAD, ADDRESS, PERU, outlines
from components.charts.layouts.place_marks import SYMBOLS
from components.charts.layouts.plane import Plane, Point, plane
from geo.places import Layer

_HEIGHT, _KEY = 760, 150
_WIDE = 640
_FAINT = 0.18
# Names may stand beyond the places at the edge: so much of the width is added for them.
_SLACK = 0.14
_INKS = {False: theme.INK, True: theme.QUIET}


def figure(plot: FlowsSpec) -> Figure:
    """Return outlines, one trace of lines and of heads per kind and state, and the places."""
    seen = plane(_WIDE, plot.stands, plot.window)
    words = {kind: entry.words for kind, entry in plot.entries.items()}
    traces = [_base(ABROAD, theme.PAPER), _base(PERU, theme.BANDS[0])]
    for kind, word in words.items():
        for faint in (True, False):
            links = [one for one in plot.links if one.kind == kind and one.faint == faint]
            traces += [_lines(plot, seen, links, word), _heads(plot, seen, links)] if links else []
    for kind, word in words.items():
        places = {name: one for name, one in plot.places.items() if one.kind == kind}
        traces += [_places(plot, seen, places, word)] if places else []
    return {"data": traces, "layout": _layout(plot, seen)}


def _layout(plot: FlowsSpec, seen: Plane) -> Figure:
    slack = seen.width * _SLACK
    west, north = seen.degrees((-slack / 2, -slack / 4))
    east, south = seen.degrees((seen.width + slack, seen.height))
    geo = pane("equirectangular", (round(west, 1), round(east, 1)),
               (round(south, 1), round(north, 1)))  # fmt: skip
    margin = {"l": 0, "r": 0, "t": BAR, "b": _KEY}
    return layout(_HEIGHT, geo=geo, margin=margin, **plot.key.legend())


def _base(layer: Layer, colour: str) -> Figure:
    return areas(ADDRESS, outlines(layer), colour, (theme.RULE, 0.7), **SILENT)


def _curve(plot: FlowsSpec, seen: Plane, link: Link) -> Curve:
    ends = (plot.places[name] for name in (link.start, link.end))
    start, end = (seen.at(name, one.lon, one.lat)
                  for name, one in zip((link.start, link.end), ends, strict=True))  # fmt: skip
    return Curve(start, end)


def _degrees(seen: Plane, points: Iterable[Point]) -> list[Spot]:
    """Return where points of the drawing stand, no finer than a tenth of a degree."""
    found = (seen.degrees(point) for point in points)
    return [(round(lon, 1), round(lat, 1)) for lon, lat in found]


def _lines(plot: FlowsSpec, seen: Plane, links: list[Link], word: str) -> Figure:
    kind, faint = plot.kinds[links[0].kind], links[0].faint
    ways = (_degrees(seen, _curve(plot, seen, link).points()) for link in links)
    spots = [spot for way in ways for spot in (*way, (None, None))]
    look = {"color": kind.colour, "width": 1.6, "dash": "dash" if kind.dashed else "solid"}
    return over("lines", spots, name=word, line=look, opacity=_FAINT if faint else 1,
                showlegend=not faint, hoverinfo="skip")  # fmt: skip


def _heads(plot: FlowsSpec, seen: Plane, links: list[Link]) -> Figure:
    kind, heads = plot.kinds[links[0].kind], [_curve(plot, seen, link).head() for link in links]
    look = {"symbol": "triangle-up-open" if kind.dashed else "triangle-up", "size": 11,
            "color": kind.colour,
            "angle": [round(math.degrees(angle)) + 90 for _, angle in heads]}  # fmt: skip
    return over("markers", _degrees(seen, (spot for spot, _ in heads)), marker=look,
                opacity=_FAINT if links[0].faint else 1, showlegend=False,
                **told(link.title for link in links))  # fmt: skip


def _places(plot: FlowsSpec, seen: Plane, places: dict[str, Place], word: str) -> Figure:
    kind, inside = plot.kinds[next(iter(places.values())).kind], list(places.values())
    spots = _degrees(seen, (seen.at(name, one.lon, one.lat) for name, one in places.items()))
    look = {"symbol": SYMBOLS[kind.shape], "size": 10, "color": kind.colour,
            "opacity": [0.5 if one.faint else 1 for one in inside]}  # fmt: skip
    return over("markers+text", spots, name=word, text=[_written(one) for one in inside],
                textposition=[one.hint.side for one in inside],
                textfont=halo(13, [_INKS[one.faint] for one in inside]),
                hovertext=[one.title for one in inside],
                hovertemplate="%{hovertext}<extra></extra>", showlegend=True,
                marker=look)  # fmt: skip


def _written(place: Place) -> str:
    lines = [line for line in place.forms[0] if line != place.words]
    name = "<br>".join(lines)
    name = f"<b>{name}</b>" if place.chosen or place.words else name
    return f"{name}<br>{place.words}" if place.words else name
