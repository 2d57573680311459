"""A map as SVG: shapes used by address, names where they cover nothing, the key beside or under."""

from components import svg
from components.charts.layouts.boxes import square
from components.charts.layouts.map_panes import Pane, frame, panes, patterns, shapes
from components.charts.layouts.map_spec import MapSpec
from components.charts.layouts.names import LEADING, Names, Spot
from components.charts.layouts.surface import Surface

_NAMED, _NAMED_NARROW = 5, 3


def drawing(plot: MapSpec, on: Surface) -> svg.Drawing:
    """Return the map, its inset, its names and its key."""
    whole, *insets = parts = panes(plot, on)
    beside = max(whole.right + on.letter * 2, on.width * (0.56 if on.staged else 0.706))
    top, left = (whole.bottom + on.small, 0) if on.narrow else (on.letter, beside)
    key, bottom = plot.key.drawing(on, top, left)
    names = Names(on.width if on.narrow else whole.right + on.letter, whole.bottom, on.small)
    _write(plot, names, _NAMED_NARROW if on.narrow else _NAMED, whole, *insets)
    high, hatches = round(max(bottom, whole.bottom + 8)), patterns(plot.classes, parts)
    drawn = [*map(frame, insets), *(shapes(plot, pane) for pane in parts)]
    written = svg.element("g", *names.written, class_="halo", fill=svg.paint("ink"))
    return svg.drawing(on.width, high, hatches, *drawn, written, *key, variant=on.variant)


def _write(plot: MapSpec, names: Names, amount: int, whole: Pane, *insets: Pane) -> None:
    """Write over the inset what it is and its figures that are named, then those of the country."""
    outside, inside = plot.named(amount)
    for pane in insets:
        middle = (pane.x + pane.right) / 2, (pane.y + pane.bottom) / 2
        names.take(square(middle, 500 * pane.scale))
        lines = [plot.inset_name, *(f"{one.name} {one.figure}" for one in inside)]
        top = pane.y - 12 - names.size * LEADING * (len(lines) - 1)
        names.write(lines, [Spot(2, top, "start")], always=True)
    for one in outside:
        lines, (x, y) = [one.name, one.figure], whole.place(one.code)
        spots = [Spot(x, y - 2), *names.around((x, y), lines, 3)[2:4]]
        names.write(lines, spots, always=one.code == plot.chosen)
