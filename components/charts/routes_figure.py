"""The interactive map of the routes: the same links over our own coarse outlines."""

import math
from typing import Any

import pandas as pd

from components import theme
from components.charts.chart import Record, layout, records
from components.charts.curves import Curve
from components.charts.layouts.plot import Figure
from components.charts.outline import ABROAD, ADDRESS, PERU, outlines
from components.charts.routes_names import OPEN, OPEN_AT, beside
from components.charts.routes_sketch import role
from components.texts import t

_HEIGHT = 640
_FAINT = 0.18
_KINDS = ("interna", "internacional")
_SYMBOL = {"origen": "circle-open", "destino": "square", "ambos": "circle-open-dot",
           "abierto": "diamond-open"}  # fmt: skip


def draw(frame: pd.DataFrame) -> Figure:
    """Return outlines, one trace of lines and one of heads per type and state, and the places."""
    rows = records(frame)
    some = any(row["sentido"] for row in rows)
    traces = [_base(ABROAD, theme.PAPER), _base(PERU, theme.BANDS[0])]
    for kind in _KINDS:
        for faint in (True, False):
            held = [r for r in rows if r["tipo"] == kind and (some and not r["sentido"]) == faint]
            if held:
                traces += [_lines(kind, held, faint), _heads(kind, held, faint)]
    return {"data": [*traces, _places(rows)], "layout": _layout()}


def _layout() -> Figure:
    geo = {
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [-85, -60]},
        "lataxis": {"range": [-21, 5]},
    }
    legend = {"orientation": "h", "y": 0, "yanchor": "top"}
    margin = {"l": 0, "r": 0, "t": 8, "b": 48}
    return layout(_HEIGHT, geo=geo, showlegend=True, legend=legend, margin=margin)


def _base(layer: Any, colour: str) -> Figure:
    codes = list(outlines(layer))
    return {
        "type": "choropleth",
        "geojson": ADDRESS,
        "featureidkey": "properties.code",
        "locations": codes,
        "z": [0] * len(codes),
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": theme.RULE, "width": 0.7}},
    }


def _curve(row: Record) -> Curve:
    """Return the link in degrees; the sign of latitude is turned so that it bends as drawn."""
    start = float(row["origen_lon"]), -float(row["origen_lat"])
    if row["destino_lugar"] is None:
        return Curve(start, (OPEN_AT[0], -OPEN_AT[1]))
    return Curve(start, (float(row["destino_lon"]), -float(row["destino_lat"])))


def _lines(kind: str, rows: list[Record], faint: bool) -> Figure:
    lons: list[float | None] = []
    lats: list[float | None] = []
    for row in rows:
        points = _curve(row).points()
        lons += [*(round(x, 1) for x, _ in points), None]
        lats += [*(round(-y, 1) for _, y in points), None]
    abroad = kind == "internacional"
    return {
        "type": "scattergeo",
        "mode": "lines",
        "name": t(f"charts.rutas.key_{kind}"),
        "lon": lons,
        "lat": lats,
        "line": {"color": _colour(kind), "width": 1.6, "dash": "dash" if abroad else "solid"},
        "opacity": _FAINT if faint else 1,
        "showlegend": not faint,
        "hoverinfo": "skip",
    }


def _heads(kind: str, rows: list[Record], faint: bool) -> Figure:
    heads = [_curve(row).head() for row in rows]
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [round(x, 1) for (x, _), _ in heads],
        "lat": [round(-y, 1) for (_, y), _ in heads],
        "text": [_said(row) for row in rows],
        "hoverinfo": "text",
        "opacity": _FAINT if faint else 1,
        "showlegend": False,
        "marker": {
            "symbol": "triangle-up-open" if kind == "internacional" else "triangle-up",
            "size": 10,
            "color": _colour(kind),
            "angle": [round(math.degrees(angle)) + 90 for _, angle in heads],
        },
    }


def _places(rows: list[Record]) -> Figure:
    found: dict[str, tuple[float, float]] = {}
    for row in rows:
        found[row["origen_lugar"]] = float(row["origen_lon"]), float(row["origen_lat"])
        end = (row["destino_lon"], row["destino_lat"])
        name = row["destino_lugar"]
        found[name or OPEN] = (float(end[0]), float(end[1])) if name else OPEN_AT
    words = [t("charts.rutas.open_end") if name == OPEN else name for name in found]
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "lon": [lon for lon, _ in found.values()],
        "lat": [lat for _, lat in found.values()],
        "text": words,
        "textposition": [beside(name) for name in found],
        "textfont": {"size": 13, "color": theme.INK},
        "hoverinfo": "text",
        "showlegend": False,
        "marker": {
            "symbol": [_SYMBOL[role(name, rows)] for name in found],
            "size": 9,
            "color": theme.INK,
        },
    }


def _colour(kind: str) -> str:
    return theme.ACCENT if kind == "internacional" else theme.INK


def _said(row: Record) -> str:
    return f"{row['origen_lugar']} → {row['destino_lugar'] or t('charts.rutas.unnamed')}"
