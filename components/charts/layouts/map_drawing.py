"""A map as SVG: shapes used by address, names where they cover nothing, the key beside or under."""

from components import svg
from components.charts.layouts.map_panes import Pane, frame, hatches, panes, patterns, shapes
from components.charts.layouts.map_spec import MapSpec
from components.charts.layouts.names import LEADING, Names, Spot
from components.charts.layouts.surface import Surface
from geo import places

_NAMED, _NAMED_NARROW = 5, 3


def drawing(plot: MapSpec, on: Surface) -> svg.Drawing:
    """Return the map, its inset, its names and its key."""
    parts = panes(plot, on)
    left, top = (0.0, parts[0].bottom + on.small) if on.narrow else (_beside(on, parts), on.letter)
    key, bottom = plot.key.drawing(on, top, left, room=on.width - left, hatches=hatches(parts))
    names = Names(on.width if on.narrow else parts[0].right + on.letter, parts[0].bottom, on.small)
    amount = _NAMED_NARROW if on.narrow else _NAMED
    _over_inset(plot, parts, names, amount)
    _on_country(plot, parts, names, amount)
    ink = svg.paint("ink")
    return svg.drawing(
        on.width,
        round(max(bottom, parts[0].bottom + 8)),
        patterns(plot.absences, parts),
        *(frame(pane) for pane in parts[1:]),
        *(shapes(plot, pane) for pane in parts),
        svg.element("g", *names.written, class_="halo", fill=ink),
        *key,
        variant=on.variant,
    )


def _over_inset(plot: MapSpec, parts: list[Pane], names: Names, amount: int) -> None:
    """Write over the inset what it is, and the figures of it that are named on the country."""
    for pane in parts[1:]:
        names.keep(((pane.x + pane.right) / 2, (pane.y + pane.bottom) / 2), 500 * pane.scale)
        inside = [one for one in plot.named(amount) if one.code in places.places(pane.layer)]
        lines = [plot.inset_name, *(f"{one.name} {one.figure}" for one in inside)]
        top = pane.y - 12 - names.size * LEADING * (len(lines) - 1)
        names.write(lines, [Spot(2, top, "start")], always=True)


def _on_country(plot: MapSpec, parts: list[Pane], names: Names, amount: int) -> None:
    inset = places.places(parts[1].layer) if len(parts) > 1 else {}
    for one in plot.named(amount):
        if one.code not in inset:
            lines, (x, y) = [one.name, one.figure], parts[0].place(one.code)
            spots = [Spot(x, y - 2), *names.around((x, y), lines, 3)[2:4]]
            names.write(lines, spots, always=one.code == plot.chosen)


def _beside(on: Surface, parts: list[Pane]) -> float:
    return max(parts[0].right + on.letter * 2, on.width * (0.56 if on.staged else 0.706))
