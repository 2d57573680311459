"""Flows: places and the links between them over outlines, on a surface or as a figure."""

from dataclasses import dataclass

from components.charts.layouts import flows_drawing, flows_figure
from components.charts.layouts.flows_spec import FlowsSpec, Hint, Link, Place
from components.charts.layouts.kinds import Kind

__all__ = ["Flows", "Hint", "Kind", "Link", "Place"]


@dataclass(frozen=True, slots=True)
class Flows(FlowsSpec):
    """The declaration of a schematic map."""

    drawing = flows_drawing.drawing
    figure = flows_figure.figure
