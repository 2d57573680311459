"""What every interactive figure shares, whichever layout it comes from."""

from typing import Any

from components import theme
from components.charts.layouts.plot import Figure


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
