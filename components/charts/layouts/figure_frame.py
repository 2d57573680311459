"""What every interactive figure shares, whichever layout it comes from."""

from collections.abc import Sequence
from typing import Any

from components import theme

Figure = dict[str, Any]
Figures = Sequence[Figure]
Sides = tuple[int, int, int, int]
"""Px kept at the left and right of a plane, over it (the toolbar at least), and under it."""
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


CLEAR = "rgba(0,0,0,0)"
_PLAIN_AXIS: Figure = {"fixedrange": True, "zeroline": False, "gridcolor": theme.RULE}
_TOLD: Figure = {"hoverinfo": "text"}
_WHOLE = _TOLD | {"cliponaxis": False}
# What every figure looks like where it says nothing else, as Plotly has it.
TEMPLATE: Figure = {
    "layout": {
        "paper_bgcolor": theme.PAPER,
        "plot_bgcolor": CLEAR,
        "font": {"family": theme.FONT, "size": 15, "color": theme.INK},
        "hoverlabel": {"bgcolor": theme.PAPER, "bordercolor": theme.QUIET, "align": "left",
                       "font": {"family": theme.FONT, "color": theme.INK, "size": 14}},
        "modebar": {"bgcolor": CLEAR, "color": theme.QUIET, "activecolor": theme.ACCENT},
        "annotationdefaults": {"showarrow": False, "align": "left", "xanchor": "left",
                               "yanchor": "bottom", "xref": "paper", "yref": "y", "x": 0},
        "xaxis": _PLAIN_AXIS,
        "yaxis": _PLAIN_AXIS,
        "geo": {"visible": False, "bgcolor": CLEAR},
        "legend": {"orientation": "h", "x": 0, "bgcolor": CLEAR},
    },
    "data": {
        "scatter": [_WHOLE],
        "bar": [_WHOLE | {"orientation": "h"}],
        "scattergeo": [_TOLD],
        "choropleth": [_TOLD | {"showscale": False, "featureidkey": "properties.code"}],
    },
}  # fmt: skip


def framed(data: Figures, high: int, sides: Sides, **more: Any) -> Figure:
    """Return a figure of some traces in our look, on a plane `high` px."""
    left, right, over, under = sides
    frame = {"height": high + over + under, "separators": ".,", "showlegend": False,
             "margin": {"l": left, "r": right, "t": over, "b": under},
             "meta": {"tokens": TOKENS}, "template": TEMPLATE}  # fmt: skip
    return {"data": list(data), "layout": frame | more}


def bare(first: float, last: float) -> Figure:
    """Return an axis of which only the range counts."""
    return {"visible": False, "range": [first, last]}
