"""What every declaration of a chart can do: be drawn on a surface, and become a figure."""

from typing import Protocol

from components import svg
from components.charts.layouts.figure_frame import Figure
from components.charts.layouts.key import Key
from components.charts.layouts.surface import Surface


class Plot(Protocol):
    """A declaration of one of the layouts: labels, values, marks, absences, order and colours."""

    @property
    def key(self) -> Key:
        """Return what its marks mean, in the words that drawing and figure use."""

    def drawing(self, surface: Surface, /) -> svg.Drawing:
        """Return it as SVG for a surface."""

    def figure(self) -> Figure:
        """Return it as an interactive figure (Plotly, as a plain dict that `go.Figure` accepts)."""
