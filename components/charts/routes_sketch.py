"""The static map of the routes: links, places with their role, names; nothing finer than cities."""

import math
from collections.abc import Iterable
from urllib.parse import quote

import pandas as pd

from components import svg, theme
from components.charts.chart import Record, address, records
from components.charts.curves import Curve
from components.charts.layouts.by_hand import NARROW, WIDE
from components.charts.plane import Plane, Point, plane
from components.charts.routes_names import AT, DEFAULT, OPEN, OPEN_AT, PERU, SPLIT
from components.texts import t
from data.text_normalisation import slug

_SIZE = {WIDE: 17, NARROW: 12}
_RADIUS = {WIDE: 6.5, NARROW: 4.5}
_LEGEND = ("interna", "internacional", "origen", "destino", "ambos", "abierto")
_LINE = 26
_COARSE = 3


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return the map with links to the state in which each place is chosen."""
    return _drawn(frame, width, "narrow" if width == NARROW else "wide", linked=True)


def small(frame: pd.DataFrame) -> svg.Drawing:
    """Return the map for a corner of another page: no links inside, so that it can be one."""
    return _drawn(frame, NARROW, "small", linked=False)


def _drawn(frame: pd.DataFrame, width: int, variant: str, *, linked: bool) -> svg.Drawing:
    rows = records(frame)
    seen = plane(width, stands(rows))
    spots = {name: seen.at(name, lon, lat) for name, lon, lat in stands(rows)}
    some = any(row["sentido"] for row in rows)
    order = sorted(rows, key=lambda row: bool(row["sentido"]))
    lines = [link(row, spots, width, faint=some and not row["sentido"]) for row in order]
    names = [_place(name, spots[name], rows, (frame, width, linked)) for name in spots]
    legend = [_key(kind, index, seen, width) for index, kind in enumerate(_LEGEND)]
    height = seen.height + 14 + _LINE * math.ceil(len(_LEGEND) / _columns(width))
    return svg.drawing(
        width, height, seen.base(1 if linked else _COARSE), *lines, *names, *legend,
        variant=variant, linked=linked,
    )  # fmt: skip


def stands(rows: Iterable[Record]) -> list[tuple[str, float, float]]:
    """Return every place of the rows with its degrees, and the open end if a row has one."""
    found = {}
    for row in rows:
        found[row["origen_lugar"]] = (float(row["origen_lon"]), float(row["origen_lat"]))
        if row["destino_lugar"]:
            found[row["destino_lugar"]] = (float(row["destino_lon"]), float(row["destino_lat"]))
        else:
            found[OPEN] = OPEN_AT
    return [(name, *degrees) for name, degrees in found.items()]


def link(row: Record, spots: dict[str, Point], width: int, *, faint: bool) -> svg.Element:
    """Return one pair with its words; a faint one has no head."""
    curve = Curve(spots[row["origen_lugar"]], spots[row["destino_lugar"] or OPEN])
    abroad = row["tipo"] == "internacional"
    colour = svg.token("accent", theme.ACCENT) if abroad else svg.token("ink", theme.INK)
    colour = svg.token("band-2", theme.BANDS[2]) if faint else colour
    said = svg.title(f"{row['origen_lugar']} → {row['destino_lugar'] or t('charts.rutas.unnamed')}")
    size = 0 if faint else _RADIUS[width] - 0.5
    return svg.element("g", said, stroke(curve, abroad, colour, size))


def stroke(curve: Curve, abroad: bool, colour: str, size: float) -> svg.Element:
    """Return a curve with its head: dashed and hollow for international links; 0, no head."""
    form = "M{:.0f} {:.0f}Q{:.0f} {:.0f} {:.0f} {:.0f}"
    path = form.format(*curve.start, *curve.control, *curve.end)
    line = svg.element("path", d=path, fill="none", stroke=colour, stroke_width=1.4,
                       stroke_dasharray="6 4" if abroad else None)  # fmt: skip
    return svg.together(line, _head(curve, abroad, colour, size) if size else None)


def _head(curve: Curve, abroad: bool, colour: str, size: float) -> svg.Element:
    """Return an arrow head: full for internal links, hollow for international ones."""
    (x, y), angle = curve.head()
    corners = [(size, 0.0), (-size * 0.8, -size * 0.7), (-size * 0.8, size * 0.7)]
    turned = [
        (
            x + a * math.cos(angle) - b * math.sin(angle),
            y + a * math.sin(angle) + b * math.cos(angle),
        )
        for a, b in corners
    ]
    path = "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in turned) + "Z"
    fill = svg.token("paper", theme.PAPER) if abroad else colour
    return svg.element("path", d=path, fill=fill, stroke=colour, stroke_width=1.3)


def role(name: str, rows: Iterable[Record]) -> str:
    """Return what the plan makes of a place: origin, destination, both, or an open end."""
    if name in (OPEN, PERU):
        return "abierto"
    pairs = [(row["origen_lugar"], row["destino_lugar"]) for row in rows]
    starts, ends = any(a == name for a, _ in pairs), any(b == name for _, b in pairs)
    return "ambos" if starts and ends else "origen" if starts else "destino"


def marker(kind: str, x: float, y: float, radius: float, colour: str) -> svg.Element:
    """Return the mark of a role: each has its own shape."""
    paper = svg.token("paper", theme.PAPER)
    if kind == "abierto":
        return svg.element("circle", cx=x, cy=y, r=radius + 1, fill=paper, stroke=colour,
                           stroke_width=1.6, stroke_dasharray="3 2.2")  # fmt: skip
    if kind == "destino":
        side = radius * 1.8
        return svg.element("rect", x=x - side / 2, y=y - side / 2, width=side, height=side,
                           fill=colour, stroke=paper)  # fmt: skip
    ring = svg.element("circle", cx=x, cy=y, r=radius, fill=paper, stroke=colour, stroke_width=1.8)
    if kind == "origen":
        return ring
    side = radius * 0.95
    spot = svg.element("rect", x=x - side / 2, y=y - side / 2, width=side, height=side,
                       fill=colour)  # fmt: skip
    return svg.together(ring, spot)


def _place(
    name: str, spot: Point, rows: list[Record], drawing: tuple[pd.DataFrame, int, bool]
) -> svg.Element:
    frame, width, linked = drawing
    some = any(row["sentido"] for row in rows)
    mine = [row for row in rows if name in (row["origen_lugar"], row["destino_lugar"] or OPEN)]
    faint = some and not any(row["sentido"] for row in mine)
    colour = svg.token("light-sin-dato" if faint else "ink", theme.QUIET if faint else theme.INK)
    bold = 700 if any(name == row["lugar"] for row in rows) else 500
    parts = [
        svg.element("circle", cx=spot[0], cy=spot[1], r=13, fill="transparent"),
        marker(role(name, rows), *spot, _RADIUS[width], colour),
        *_name(name, spot, width, fill=colour, font_weight=bold),
    ]
    if not linked or name == OPEN:
        return svg.element("g", *parts)
    query = "&".join(filter(None, (frame.attrs["consulta"], f"lugar={quote(slug(name))}")))
    return svg.element("a", svg.title(name), *parts, href=address("/rutas", query),
                       data_query=query, tabindex="-1", aria_label=_written(name))  # fmt: skip


def _written(name: str) -> str:
    keys = {OPEN: "open_end", PERU: "open_start"}
    return t(f"charts.rutas.{keys[name]}") if name in keys else name


def _name(name: str, spot: Point, width: int, **drawn: object) -> list[svg.Element]:
    dx, dy, anchor = AT.get(name, DEFAULT)
    size, factor = _SIZE[width], 1.45 if width == WIDE else 1.0
    words = _written(name)
    lines = words.split(" ", 1) if name in SPLIT else [words]
    return [
        svg.text(spot[0] + dx * factor, spot[1] + dy * factor + index * size * 1.05, line,
                 font_size=size, text_anchor=anchor, class_="halo", **drawn)
        for index, line in enumerate(lines)
    ]  # fmt: skip


def _columns(width: int) -> int:
    return 2 if width == NARROW else 3


def _key(kind: str, index: int, seen: Plane, width: int) -> svg.Element:
    columns = _columns(width)
    x = 8 + width / columns * (index % columns)
    y = seen.height + 24 + _LINE * (index // columns)
    ink, accent = svg.token("ink", theme.INK), svg.token("accent", theme.ACCENT)
    if kind in ("interna", "internacional"):
        abroad = kind == "internacional"
        colour = accent if abroad else ink
        shown = stroke(Curve((x, y + 3), (x + 30, y + 3)), abroad, colour, _RADIUS[width] - 0.5)
    else:
        shown = marker(kind, x + 15, y, _RADIUS[width], ink)
    label = svg.text(x + 38, y + 4, t(f"charts.rutas.key_{kind}"), fill=ink,
                     font_size=15 if width == WIDE else 12)  # fmt: skip
    return svg.together(shown, label)
