"""A matrix as a Plotly figure: one trace of marks per kind and state, over two axes of names."""

from itertools import product

from components import theme
from components.charts.layouts.figure_frame import Figure, framed
from components.charts.layouts.marks import trace
from components.charts.layouts.matrix_spec import MatrixSpec
from components.text_width import width

_ROW, _BAR, _GAP, _LETTER = 26, 100, 12, 13
_FAINT = 0.25


def figure(plot: MatrixSpec) -> Figure:
    """Return the marks with the same names and words as the drawing."""
    traces = []
    for (name, entry), faint in product(plot.entries.items(), (True, False)):
        kind, cells = (
            plot.kinds[name],
            [c for c in plot.cells if (c.kind, c.faint) == (name, faint)],
        )
        traces += [trace(
            "scatter", [cell.title for cell in cells], mode="markers", name=entry.words,
            x=[cell.column for cell in cells], y=[cell.row for cell in cells],
            marker={"symbol": kind.symbol, "size": 9, "color": theme.COLOURS[kind.token]},
            showlegend=not faint, opacity=_FAINT if faint else 1,
        )] if cells else []  # fmt: skip
    names, columns = [row.label for row in plot.rows], plot.columns
    left, bottom = (max(width(name, _LETTER) for name in each) + _GAP for each in (names, columns))
    shared = {"type": "category", "dtick": 1, "fixedrange": False, "tickfont": {"size": _LETTER}}
    xaxis = {"tickangle": -90, "categoryarray": columns, "range": [-0.5, len(columns) - 0.5]}
    yaxis = {"categoryarray": names, "range": [len(names) - 0.5, -0.5]}
    return framed(
        traces, _ROW * len(names), (round(left), 8, _BAR, round(bottom)), dragmode=False,
        xaxis=shared | xaxis, yaxis=shared | yaxis,
        **plot.key.legend(xref="container", y=1, yanchor="bottom"),
    )  # fmt: skip
