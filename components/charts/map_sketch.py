"""A map as SVG: the shapes are used by address, so that only their colours travel."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from components import assets, outlines, svg, theme
from components.charts.base import NARROW, Record
from components.charts.classes import Group, groups, shown, unit
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

    def place(self, code: str) -> tuple[float, float]:
        """Return where the label of a territory stands on the drawing."""
        place = places.places(self.layer)[code]
        x, y = outlines.frame(self.layer).place(place.lon, place.lat)
        return self.x + x * self.scale, self.y + y * self.scale


def sketch(frame: pd.DataFrame, width: int) -> str:
    """Return the map, its inset, its legend; one `use` per territory, coloured by its group."""
    narrow = width == NARROW
    scale = (width - 4) / 1000 if narrow else 0.425
    level = frame["desagregacion"].iloc[0]
    prefix = f"{level}-{'n' if narrow else 'w'}"
    whole = Pane(LAYERS[level], 2, 6, scale, prefix)
    bottom = 6 + outlines.frame(whole.layer).height * scale
    panes = [whole]
    if level == "distrito_fiscal":
        side = 0.100 if narrow else 0.125
        panes.append(Pane(INSET, 8, bottom - 1072 * side - 12, side, f"{prefix}i"))
    found = groups(frame)
    key, height = legend(frame, found, width, bottom, prefix)
    parts = [patterns(found, [(pane.prefix, pane.scale) for pane in panes], prefix)]
    parts += [_inset_frame(pane) for pane in panes[1:]]
    parts += [_shapes(found, pane) for pane in panes]
    parts += list(_labels(found, panes, 3 if narrow else 5))
    variant = "narrow" if narrow else "wide"
    return svg.drawing(width, round(height), *parts, key, variant=variant)


def _shapes(found: list[Group], pane: Pane) -> str:
    known = places.places(pane.layer)
    parts = [
        svg.element("g", *(_shape(row, pane) for row in rows), fill=_fill(group, pane.prefix))
        for group in found
        if (rows := [row for row in group.rows if row["codigo_territorio"] in known])
    ]
    move = f"translate({pane.x:g} {pane.y:g}) scale({pane.scale:g})"
    return svg.element("g", *parts, transform=move, class_="shapes",
                       stroke_width=round(0.9 / pane.scale, 1))  # fmt: skip


def _shape(row: Record, pane: Pane) -> str:
    code = row["codigo_territorio"]
    use = svg.element("use", href=f"{assets.url(f'geo/{pane.layer}.svg')}#{code}")
    return svg.element("g", svg.title(phrase(row)), use, data_place=code)


def _fill(group: Group, prefix: str) -> str:
    if group.rank is None:
        return f"url(#{prefix}-{group.key})"
    return svg.token(f"case-{group.rank}", theme.CASES[group.rank - 1])


def _inset_frame(pane: Pane) -> str:
    side = 1000 * pane.scale
    quiet = svg.token("quiet", theme.QUIET)
    box = svg.element("rect", x=pane.x - 6, y=pane.y - 6, width=side + 12,
                      height=1057 * pane.scale + 12, fill="none",
                      stroke=svg.token("rule", theme.RULE))  # fmt: skip
    said = svg.text(pane.x - 6, pane.y - 12, t("charts.mapa.inset"), font_size=13, fill=quiet)
    return box + said


def _labels(found: list[Group], panes: list[Pane], amount: int) -> Iterator[str]:
    """Name the territories with the largest figures; those of the inset, under it."""
    first = sorted(
        (row for group in found if group.rank for row in group.rows),
        key=lambda row: shown(row) or 0,
        reverse=True,
    )[:amount]
    ink = svg.token("ink", theme.INK)
    for row in first:
        code = row["codigo_territorio"]
        value = number(shown(row), unit(row))
        if len(panes) > 1 and code in places.places(INSET):
            x, y = panes[1].place(code)
            yield svg.text(x + 5, y + 4, f"{name(row)} {value}", font_size=12, font_weight=600,
                           fill=ink, class_="halo")  # fmt: skip
        else:
            x, y = panes[0].place(code)
            both = {"text_anchor": "middle", "fill": ink, "class_": "halo"}
            yield svg.text(x, y - 2, name(row), font_size=13, font_weight=600, **both)
            yield svg.text(x, y + 13, value, font_size=13, **both)
