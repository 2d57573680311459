"""What every declaration of a chart can do: be drawn on a surface, and become a figure."""

from typing import Any, Protocol

from components import svg, theme
from components.charts.layouts.surface import Surface

Figure = dict[str, Any]


class Plot(Protocol):
    """A declaration of one of the layouts: labels, values, marks, absences, order and colours."""

    def drawing(self, surface: Surface) -> svg.Drawing:
        """Return it as SVG for a surface."""
        ...

    def figure(self) -> Figure:
        """Return it as an interactive figure (Plotly, as a plain dict that `go.Figure` accepts)."""
        ...


def layout(height: int, **more: Any) -> Figure:
    """Return the layout every figure shares: the face, es-PE separators, no frame."""
    shared: Figure = {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 24, "b": 32},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": theme.FONT, "size": 15, "color": theme.INK},
        "separators": ".,",
        "showlegend": False,
        "hoverlabel": {"bgcolor": theme.PAPER, "font": {"color": theme.INK, "size": 14}},
    }
    return shared | more
