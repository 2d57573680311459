"""A matrix as a Plotly figure: one trace of marks per kind and state, over two axes of names."""

from components import theme
from components.charts.layouts.figure_frame import Figure, layout
from components.charts.layouts.map_traces import told
from components.charts.layouts.matrix_spec import MatrixSpec
from components.charts.layouts.place_marks import SYMBOLS
from components.text_width import width

_ROW, _BAR, _GAP, _LETTER = 26, 100, 12, 13
_FAINT = 0.25


def figure(plot: MatrixSpec) -> Figure:
    """Return the marks with the same names and words as the drawing."""
    traces = []
    for name, entry in plot.entries.items():
        for faint in (True, False):
            cells = [c for c in plot.cells if c.kind == name and c.faint == faint]
            kind = plot.kinds[name]
            trace = {
                "type": "scatter", "mode": "markers", "name": entry.words, "showlegend": not faint,
                "x": [cell.column for cell in cells], "y": [cell.row for cell in cells],
                **told(cell.title for cell in cells),
                "opacity": _FAINT if faint else 1,
                "marker": {"symbol": SYMBOLS[kind.shape], "size": 9, "color": kind.colour},
            }  # fmt: skip
            traces += [trace] if cells else []
    return {"data": traces, "layout": _layout(plot)}


def _layout(plot: MatrixSpec) -> Figure:
    names, columns = [row.label for row in plot.rows], plot.columns
    left, bottom = (max(width(name, _LETTER) for name in each) + _GAP for each in (names, columns))
    shared = {"type": "category", "dtick": 1, "gridcolor": theme.RULE, "ticks": "",
              "tickfont": {"size": _LETTER}}  # fmt: skip
    axes = {
        "xaxis": shared | {"tickangle": -90, "categoryarray": columns,
                           "range": [-0.5, len(columns) - 0.5]},
        "yaxis": shared | {"categoryarray": names, "range": [len(names) - 0.5, -0.5]},
    }  # fmt: skip
    legend = plot.key.legend(xref="container", y=1, yanchor="bottom")
    margin = {"l": round(left), "r": 8, "t": _BAR, "b": round(bottom)}
    high = round(_BAR + bottom + _ROW * len(names))
    return layout(high, dragmode=False, margin=margin, **legend, **axes)
