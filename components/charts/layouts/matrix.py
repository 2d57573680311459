"""Matrices: a mark where a row and a column meet, on a surface or as a figure."""

from dataclasses import dataclass

from components.charts.layouts import matrix_drawing, matrix_figure
from components.charts.layouts.matrix_spec import Cell, MatrixSpec

__all__ = ["Cell", "Matrix"]


@dataclass(frozen=True, slots=True)
class Matrix(MatrixSpec):
    """The declaration of a matrix."""

    drawing = matrix_drawing.drawing
    figure = matrix_figure.figure
