"""The routes for the room: every pair as a line; only the destinations named most have names."""

from collections import Counter
from math import dist

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import svg, theme
from components.charts.chart import Record, records
from components.charts.curves import Curve
from components.charts.layouts.by_hand import NARROW
from components.charts.layouts.labels import Labels, around
from components.charts.plane import Point, plane
from components.charts.routes_names import OPEN, PERU
from components.charts.routes_sketch import link, marker, role, stands, stroke
from components.markup import attrs
from components.texts import t

_SCALE = 1.5
_PLANE = 228
_MARGIN = 54
_NAMED = 5
_RADIUS = 5.0
_APART = 30
_KINDS = ("interna", "internacional", "origen", "destino", "ambos", "abierto")


def sketch(frame: pd.DataFrame) -> svg.Drawing:
    """Return the map of the pairs, drawn small and enlarged so that lines and marks are thick."""
    rows = records(frame)
    seen = plane(_PLANE, stands(rows))
    spots = {name: seen.at(name, lon, lat) for name, lon, lat in stands(rows)}
    marks = [marker(role(name, rows), *spot, _RADIUS, svg.token("ink", theme.INK))
             for name, spot in spots.items()]  # fmt: skip
    lines = [link(row, spots, NARROW, faint=False) for row in rows]
    wide, high = _PLANE * _SCALE + 2 * _MARGIN, seen.height * _SCALE
    labels = Labels(wide, high)
    _names(rows, {name: _enlarged(spot) for name, spot in spots.items()}, labels)
    return svg.drawing(
        round(wide), round(high),
        svg.element("g", seen.base(), *lines, *marks,
                    transform=f"translate({_MARGIN} 0) scale({_SCALE})"),
        svg.element("g", *labels.written, fill=svg.token("ink", theme.INK)),
        variant="wide",
    )  # fmt: skip


def destinations(frame: pd.DataFrame) -> list[tuple[str, int]]:
    """Return the places that the plan names as destinations with their pairs, most first."""
    return Counter(row["destino_lugar"] or OPEN for row in records(frame)).most_common()


def key(frame: pd.DataFrame) -> Component:
    """Return what each line and each mark of the drawing means."""
    rows = records(frame)
    found = {row["tipo"] for row in rows} | {role(name, rows) for name, _, _ in stands(rows)}
    entries = [
        html.Li([html.Span(**attrs(data_svg=_swatch(kind), aria_hidden="true")),
                 t(f"charts.rutas.key_{kind}")])
        for kind in _KINDS if kind in found
    ]  # fmt: skip
    return html.Ul(entries, className="swatches")


def _enlarged(spot: Point) -> Point:
    return spot[0] * _SCALE + _MARGIN, spot[1] * _SCALE


def _names(rows: list[Record], spots: dict[str, Point], labels: Labels) -> None:
    for spot in spots.values():
        labels.keep(spot, _RADIUS * _SCALE + 1)
    ends = Counter(row["destino_lugar"] for row in rows if row["destino_lugar"])
    main = [place for place, _ in ends.most_common()][:_NAMED]
    for place in [*main, *(name for name in _apart(spots) if name not in (*main, OPEN, PERU))]:
        lines = place.split(" ", 1)
        where = around(spots[place], lines, 10) + around(spots[place], [place], 10)
        labels.write(lines, where, font_weight=700 if place in main else None)


def _apart(spots: dict[str, Point]) -> list[str]:
    """Return the places that stand so far from any other that a name beside them is theirs."""
    return [
        name
        for name, spot in spots.items()
        if all(dist(spot, other) >= _APART for near, other in spots.items() if near != name)
    ]


def _swatch(kind: str) -> svg.Element:
    ink, accent = svg.token("ink", theme.INK), svg.token("accent", theme.ACCENT)
    if kind in ("interna", "internacional"):
        abroad = kind == "internacional"
        shown = stroke(Curve((1, 9), (29, 9)), abroad, accent if abroad else ink, 4.5)
    else:
        shown = marker(kind, 15, 8, 5.5, ink)
    return svg.element("svg", shown, viewBox="0 0 30 16", class_="swatch", focusable="false",
                       aria_hidden="true")  # fmt: skip
