"""A map as SVG: the shapes are used by address, so that only their colours travel."""

from dataclasses import dataclass

import pandas as pd

from components import assets, outlines, svg, theme
from components.charts.chart import Record
from components.charts.layouts.by_hand import NARROW
from components.charts.map_classes import Group, groups, shown, unit
from components.charts.map_figure import INSET, LAYERS
from components.charts.map_legend import legend, patterns
from components.charts.map_words import name, phrase
from components.format import number
from components.texts import t
from geo import places


@dataclass(frozen=True, slots=True)
class Pane:
    """A layer on the drawing: where, how large (units of the drawing per unit of the plane)."""

    layer: places.Layer
    x: float
    y: float
    scale: float
    prefix: str
    narrow: bool

    def place(self, code: str) -> tuple[float, float]:
        """Return where the label of a territory stands on the drawing."""
        place = places.places(self.layer)[code]
        x, y = outlines.frame(self.layer).place(place.lon, place.lat)
        return self.x + x * self.scale, self.y + y * self.scale


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return the map, its inset, its legend; one `use` per territory, coloured by its group."""
    level, variant = frame["desagregacion"].iloc[0], "narrow" if width == NARROW else "wide"
    prefix = f"{level}-{variant[0]}"
    panes, bottom = _panes(level, width, prefix)
    found = groups(frame)
    key, height = legend(frame, found, width, bottom, prefix)
    return svg.drawing(
        width,
        round(height),
        patterns(found, [(pane.prefix, pane.scale) for pane in panes], prefix),
        *(inset_frame(pane) for pane in panes[1:]),
        *(shapes(found, pane) for pane in panes),
        _labels(found, panes, 3 if width == NARROW else 5),
        key,
        variant=variant,
    )


def _panes(level: str, width: int, prefix: str) -> tuple[list[Pane], float]:
    """Return the country and, in the ocean below it, the inset; and where the country ends."""
    narrow = width == NARROW
    scale = (width - 4) / 1000 if narrow else 0.425
    whole = Pane(LAYERS[level], 2, 6, scale, prefix, narrow)
    bottom = 6 + outlines.frame(whole.layer).height * scale
    if level != "distrito_fiscal":
        return [whole], bottom
    side = 0.100 if narrow else 0.125
    inset = Pane(INSET, 8, bottom - 1072 * side - 12, side, f"{prefix}i", narrow)
    return [whole, inset], bottom


def shapes(found: list[Group], pane: Pane) -> svg.Element:
    """Return the territories of a pane, those of a class together."""
    known = places.places(pane.layer)
    parts = [
        svg.element("g", *(_shape(row, pane) for row in rows), fill=fill(group, pane.prefix))
        for group in found
        if (rows := [row for row in group.rows if row["codigo_territorio"] in known])
    ]
    move = f"translate({pane.x:g} {pane.y:g}) scale({pane.scale:g})"
    return svg.element("g", *parts, transform=move, class_="shapes",
                       stroke_width=round(0.9 / pane.scale, 1))  # fmt: skip


def _shape(row: Record, pane: Pane) -> svg.Element:
    code = row["codigo_territorio"]
    said = None if pane.narrow else svg.title(phrase(row))
    address = assets.url(f"geo/{pane.layer}.svg")
    return svg.element("use", said, href=outlines.reference(address, pane.layer, code))


def fill(group: Group, prefix: str) -> str:
    """Return the colour of a class, or the pattern of a kind of absence."""
    if group.rank is None:
        return f"url(#{prefix}-{group.key})"
    return svg.token(f"case-{group.rank}", theme.CASES[group.rank - 1])


def inset_frame(pane: Pane) -> svg.Element:
    """Return the frame around the inset."""
    return svg.element("rect", x=pane.x - 6, y=pane.y - 6, width=1000 * pane.scale + 12,
                       height=1057 * pane.scale + 12, fill="none",
                       stroke=svg.token("rule", theme.RULE))  # fmt: skip


def _labels(found: list[Group], panes: list[Pane], amount: int) -> svg.Element:
    """Name the territories with the largest figures; those of the inset, over its frame."""
    rows = [row for group in found if group.rank for row in group.rows]
    first = sorted(rows, key=lambda row: shown(row) or 0, reverse=True)[:amount]
    known = places.places(INSET) if len(panes) > 1 else {}
    over = [f"{name(row)} {_value(row)}" for row in first if row["codigo_territorio"] in known]
    parts = [part for row in first if row["codigo_territorio"] not in known
             for part in _label(row, panes[0])]  # fmt: skip
    if len(panes) > 1:
        lines = [t("charts.mapa.inset"), *over]
        parts += [
            svg.text(2, panes[1].y - 12 - 15 * (len(lines) - 1 - i), line, text_anchor="start",
                     font_weight=None if i else 600)
            for i, line in enumerate(lines)
        ]  # fmt: skip
    return svg.element("g", *parts, font_size=13, text_anchor="middle", class_="halo",
                       fill=svg.token("ink", theme.INK))  # fmt: skip


def _label(row: Record, pane: Pane) -> list[svg.Element]:
    x, y = pane.place(row["codigo_territorio"])
    return [svg.text(x, y - 2, name(row), font_weight=600), svg.text(x, y + 13, _value(row))]


def _value(row: Record) -> str:
    return number(shown(row), unit(row))
