"""What every declaration of a chart can do: be drawn on a surface, and become a figure."""

from typing import Any, Protocol

from components import svg
from components.charts.layouts.surface import Surface

Figure = dict[str, Any]


class Plot(Protocol):
    """A declaration of one of the layouts: labels, values, marks, absences, order and colours."""

    def drawing(self, surface: Surface, /) -> svg.Drawing:
        """Return it as SVG for a surface."""
        ...

    def figure(self) -> Figure:
        """Return it as an interactive figure (Plotly, as a plain dict that `go.Figure` accepts)."""
        ...
