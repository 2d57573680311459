"""The parts of a map: the country and its inset, each a layer of shapes at some scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from components import assets, outlines, svg
from components.charts.layouts.map_spec import Class, MapSpec, of_key, pattern_prefix
from components.charts.layouts.surface import Surface
from geo import places

_PATTERN = 8
_STROKES = {
    "cero": svg.element("circle", cx=4, cy=4, r=1.7, fill="none"),
    "nd": svg.element("path", d="M0 0l8 8M8 0l-8 8"),
    "no-publicado": svg.element("path", d="M-2 2l4-4M0 8l8-8M6 10l4-4"),
    "no-existia": svg.element("path", d="M0 2h4M4 6h4"),
}
_INSET, _INSET_NARROW = 0.125, 0.1
_COUNTRY, _ROOM = 0.664, 0.45


@dataclass(frozen=True, slots=True)
class Pane:
    """A layer on the drawing: where, how large (units of the drawing per unit of the plane)."""

    layer: places.Layer
    x: float
    y: float
    scale: float
    prefix: str

    @property
    def bottom(self) -> float:
        """Return where it ends."""
        return self.y + outlines.frame(self.layer).height * self.scale

    @property
    def right(self) -> float:
        """Return where it ends to the right."""
        return self.x + 1000 * self.scale

    def place(self, code: str) -> tuple[float, float]:
        """Return where the name of a territory stands on the drawing."""
        x, y = outlines.spot(self.layer, code)
        return self.x + x * self.scale, self.y + y * self.scale


def panes(plot: MapSpec, on: Surface) -> list[Pane]:
    """Return the country and, in the ocean beside it, the inset."""
    share = 1 if on.narrow else _ROOM if on.staged else _COUNTRY
    high = outlines.frame(plot.layer).height
    scale = min((on.width * share - 4) / 1000, (on.captioned - 16) / high)
    left = on.letter * 4 if on.staged else 2
    prefix = pattern_prefix(plot.layer, on)
    whole = Pane(plot.layer, left, 6, scale, prefix)
    if plot.inset is None:
        return [whole]
    side = _INSET_NARROW if on.narrow else _INSET
    top = whole.bottom - (outlines.frame(plot.inset).height + 15) * side - 12
    return [whole, Pane(plot.inset, 8, top, side, f"{prefix}i")]


def shapes(plot: MapSpec, pane: Pane) -> svg.Element:
    """Return the territories of a pane, those of a class together, and the outline of one."""
    parts = [
        svg.element("g", *(
            svg.element("use", svg.title(one.title), class_="mark", data_place=one.place,
                        href=address(pane.layer, one.code)) for one in inside
        ), fill=kind.fill(pane.prefix)) for kind in plot.classes
        if (inside := kind.within(pane.layer))
    ]  # fmt: skip
    if plot.chosen in places.places(pane.layer):
        parts.append(svg.element("use", href=address(pane.layer, plot.chosen), class_="chosen",
                                 fill="none", pointer_events="none", stroke_width=3 / pane.scale,
                                 stroke=svg.paint("ink")))  # fmt: skip
    move = f"translate({pane.x:.1f} {pane.y:.1f}) scale({pane.scale:.4g})"
    return svg.element("g", *parts, transform=move, class_="shapes",
                       stroke_width=round(0.9 / pane.scale, 1))  # fmt: skip


def address(layer: places.Layer, code: str) -> outlines.Reference:
    """Return where the shape of a territory is, for a drawing that uses it."""
    return outlines.reference(assets.url(f"geo/{layer}.svg"), layer, code)


def frame(pane: Pane) -> svg.Element:
    """Return the frame around the inset."""
    wide, high = 1000 * pane.scale + 12, pane.bottom - pane.y + 12
    return svg.rect(pane.x - 6, pane.y - 6, wide, high, "none", stroke=svg.paint("rule"))


def patterns(classes: Sequence[Class], found: Sequence[Pane]) -> svg.Element | None:
    """Return a pattern per absence that occurs at the scale of each pane, and of a key."""
    scales = {of_key(found[0].prefix): 1.0} | {pane.prefix: pane.scale for pane in found}
    ground = svg.element("rect", width=_PATTERN, height=_PATTERN, fill=svg.paint("wash"))
    parts = [
        svg.element(
            "pattern", ground, svg.element("g", _STROKES[kind.absent], stroke=svg.paint("quiet")),
            id=f"{prefix}-{kind.absent}", width=_PATTERN, height=_PATTERN,
            patternUnits="userSpaceOnUse", patternTransform=f"scale({1 / scale:.4g})")
        for kind in classes if kind.absent for prefix, scale in scales.items()
    ]  # fmt: skip
    return svg.element("defs", *parts) if parts else None
