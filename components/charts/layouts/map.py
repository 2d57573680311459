"""Maps: a territory per shape, coloured by its class, drawn on a surface or made a figure."""

from dataclasses import dataclass

from components import svg
from components.charts.layouts import map_drawing, map_figure
from components.charts.layouts.map_spec import Class, MapSpec, Territory
from components.charts.layouts.plot import Figure
from components.charts.layouts.surface import Surface

__all__ = ["Class", "Map", "Territory"]


@dataclass(frozen=True, slots=True)
class Map(MapSpec):
    """The declaration of a map."""

    def drawing(self, surface: Surface) -> svg.Drawing:
        """Return it as SVG for a surface."""
        return map_drawing.drawing(self, surface)

    def figure(self) -> Figure:
        """Return it as an interactive figure."""
        return map_figure.figure(self)
