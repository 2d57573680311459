"""Matrices: a mark where a row and a column meet, on a surface or as a figure."""

from dataclasses import dataclass

from components import svg
from components.charts.layouts import matrix_drawing, matrix_figure
from components.charts.layouts.matrix_spec import Cell, MatrixSpec
from components.charts.layouts.plot import Figure
from components.charts.layouts.surface import Surface

__all__ = ["Cell", "Matrix"]


@dataclass(frozen=True, slots=True)
class Matrix(MatrixSpec):
    """The declaration of a matrix."""

    def drawing(self, surface: Surface) -> svg.Drawing:
        """Return it as SVG for a surface."""
        return matrix_drawing.drawing(self, surface)

    def figure(self) -> Figure:
        """Return it as an interactive figure."""
        return matrix_figure.figure(self)
