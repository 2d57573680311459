"""What every interactive figure shares, whichever layout it comes from."""

from typing import Any

from components import theme

Figure = dict[str, Any]
# Of which token of the face each colour is: a page draws the figure in those of its theme.
TOKENS = {colour: name for name, colour in theme.COLOURS.items()}
BAR = 48
"""Height of the row of the toolbar, px, in which nothing else stands."""

_SIDES = ((1, 1), (-1, 1), (1, -1), (-1, -1))
HALO = ", ".join(f"{x}px {y}px 1px {theme.PAPER}" for x, y in _SIDES)
"""What stands around the letters of a name that lies on a map."""

# How Plotly behaves in the page, whatever the figure.
CONFIG: dict[str, Any] = {
    "locale": "es-PE",
    "displayModeBar": True,
    "displaylogo": False,
    "scrollZoom": False,
    "showSendToCloud": False,
    "responsive": True,
    "topojsonURL": "/assets/",
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
}


def layout(height: int, **more: Any) -> Figure:
    """Return the layout every figure shares: face, es-PE separators, a row for the toolbar."""
    shared: Figure = {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": BAR, "b": 32},
        "paper_bgcolor": theme.PAPER,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": theme.FONT, "size": 15, "color": theme.INK},
        "separators": ".,",
        "showlegend": False,
        "hoverlabel": {"bgcolor": theme.PAPER, "bordercolor": theme.QUIET, "align": "left",
                       "font": {"family": theme.FONT, "color": theme.INK, "size": 14}},
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": theme.QUIET, "activecolor": theme.ACCENT},
        "meta": {"tokens": TOKENS},
    }  # fmt: skip
    return shared | more
