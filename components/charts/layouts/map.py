"""Maps: a territory per shape, coloured by its class, drawn on a surface or made a figure."""

from dataclasses import dataclass

from components.charts.layouts import map_drawing, map_figure
from components.charts.layouts.map_spec import Class, MapSpec, Territory

__all__ = ["Class", "Map", "Territory"]


@dataclass(frozen=True, slots=True)
class Map(MapSpec):
    """The declaration of a map."""

    drawing = map_drawing.drawing
    figure = map_figure.figure
