"""Small maps as one Plotly figure: a pane for each year, one entry of the key for each class."""

from components.charts.layouts.figure_frame import BAR, Figure, layout
from components.charts.layouts.map_figure import FIXED, axes, marks, shapes
from components.charts.layouts.small_maps_spec import SmallMapsSpec
from components.text_width import lines as broken

_COLUMNS, _HEIGHT, _KEY = 3, 400, 150
_TITLE = 0.12
_SIZE, _NARROWEST = 13, 96


def figure(plot: SmallMapsSpec) -> Figure:
    """Return the maps in rows of three under their years; they do not zoom one without another."""
    panes = ["geo", *(f"geo{place}" for place in range(2, len(plot.maps) + 1))]
    rows = -(-len(plot.maps) // _COLUMNS)
    traces: list[Figure] = []
    told: set[str] = set()
    for pane, one in zip(panes, plot.maps, strict=True):
        for kind in one.plot.classes:
            inside = list(kind.territories)
            keyed = {"name": kind.label, "showlegend": kind.label not in told}
            painted = shapes(kind, inside, pane, plot.layer) | keyed
            traces.append(painted | {"showlegend": False} if kind.absent else painted)
            if kind.absent:
                traces.append(marks(kind, inside, pane, plot.layer) | keyed)
            told.add(kind.label)
    boxes = {pane: axes(plot.layer, *_domain(index, rows)) for index, pane in enumerate(panes)}
    for box in boxes.values():
        box["projection"] |= FIXED
    titles = [_title(one.lines, index, rows) for index, one in enumerate(plot.maps)]
    margin = {"l": 0, "r": 0, "t": BAR, "b": _KEY}
    shared = layout(_HEIGHT * rows + BAR + _KEY, margin=margin, annotations=titles,
                    **plot.key.legend(), **boxes)  # fmt: skip
    return {"data": traces, "layout": shared}


def _domain(index: int, rows: int) -> tuple[list[float], list[float]]:
    """Return where a map stands, under the room of its words."""
    left, top = index % _COLUMNS / _COLUMNS, 1 - index // _COLUMNS / rows
    return [left, left + 1 / _COLUMNS], [top - 1 / rows, top - _TITLE]


def _title(lines: tuple[str, ...], index: int, rows: int) -> Figure:
    (left, _), (_, top) = _domain(index, rows)
    first, *more = ("<br>".join(broken(line, _NARROWEST, _SIZE)) for line in lines)
    return {"text": "<br>".join((f"<b>{first}</b>", *more)), "x": left, "y": top + _TITLE,
            "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top",
            "showarrow": False, "align": "left", "font": {"size": _SIZE}}  # fmt: skip
