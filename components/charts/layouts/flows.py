"""Flows: places and the links between them over outlines, on a surface or as a figure."""

from dataclasses import dataclass

from components import svg
from components.charts.layouts import flows_drawing, flows_figure
from components.charts.layouts.flows_spec import FlowsSpec, Hint, Kind, Link, Place
from components.charts.layouts.plot import Figure
from components.charts.layouts.surface import Surface

__all__ = ["Flows", "Hint", "Kind", "Link", "Place"]


@dataclass(frozen=True, slots=True)
class Flows(FlowsSpec):
    """The declaration of a schematic map."""

    def drawing(self, surface: Surface) -> svg.Drawing:
        """Return it as SVG for a surface."""
        return flows_drawing.drawing(self, surface)

    def figure(self) -> Figure:
        """Return it as an interactive figure."""
        return flows_figure.figure(self)
