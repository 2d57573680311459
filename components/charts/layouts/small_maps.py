"""Small maps: one per year beside each other, all painted by one scale of classes."""

from dataclasses import dataclass, replace

from components import svg
from components.charts.layouts import small_maps_figure
from components.charts.layouts.boxes import Point
from components.charts.layouts.map_panes import Pane, patterns, shapes
from components.charts.layouts.map_spec import pattern_prefix
from components.charts.layouts.marks import Drawn, block
from components.charts.layouts.small_maps_spec import SMALL, Small, SmallMapsSpec
from components.charts.layouts.surface import Surface
from components.outlines import frame

__all__ = ["Small", "SmallMaps"]
_COLUMNS, _COLUMNS_NARROW = 3, 2
_GAP = 1.2


@dataclass(frozen=True, slots=True)
class SmallMaps(SmallMapsSpec):
    """The declaration of small maps."""

    def drawing(self, on: Surface) -> svg.Drawing:
        """Return the maps in rows, each under its words, and one key for all."""
        columns = len(self.maps) if on.staged else _COLUMNS_NARROW if on.narrow else _COLUMNS
        gap = on.letter * _GAP
        room = (on.width - gap * (columns - 1) - 4) / columns
        over = max(_words(one, on, (0, 0), room)[1] for one in self.maps)
        pane = Pane(self.layer, 0, 0, room / 1000, pattern_prefix(self.layer, on, SMALL))
        high = over + frame(self.layer).height * pane.scale + on.letter
        parts: list[svg.Element | None] = [patterns(self.classes, [pane])]
        for index, one in enumerate(self.maps):
            x, y = 2 + (room + gap) * (index % columns), index // columns * high
            parts += _words(one, on, (x, y), room)[0]
            parts.append(shapes(one.plot, replace(pane, x=x, y=y + over + 4)))
        return self.key.closing(on, parts, high * -(-len(self.maps) // columns))

    figure = small_maps_figure.figure


def _words(one: Small, on: Surface, at: Point, room: float) -> Drawn:
    """Write the year of a map, bold, and what is said of it; the room has no space for the last."""
    parts, (x, y) = [], at
    for index, line in enumerate(one.lines[: 2 if on.staged else None]):
        look = {"fill": svg.paint("quiet")} if index else {"font_weight": 600}
        written, y = block(line, (x, y), room, on.small if index else on.letter, **look)
        parts += written
    return parts, y
