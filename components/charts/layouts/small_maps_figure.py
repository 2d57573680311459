"""Small maps as one Plotly figure: a pane for each year, one entry of the key for each class."""

from components.charts.layouts.figure_frame import BAR, TOKENS, Figure, layout
from components.charts.layouts.map_figure import axes, marks, shapes
from components.charts.layouts.small_maps_spec import SmallMapsSpec
from components.text_width import lines as broken

_COLUMNS, _HEIGHT, _KEY = 3, 400, 150
# The part of the whole that a line of words needs, on a phone too.
_LINE = 0.036
_SIZE, _NARROWEST = 13, 96
Box = tuple[list[float], list[float]]


def figure(plot: SmallMapsSpec) -> Figure:
    """Return the maps in rows of three under their years; what one shows, all show."""
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
    words = [_words(one.lines) for one in plot.maps]
    head = _LINE * max(map(len, words))
    domains = [_domain(index, rows, head) for index in range(len(panes))]
    boxes = {pane: axes(plot.layer, *box) for pane, box in zip(panes, domains, strict=True)}
    titles = [_title(said, box, head) for said, box in zip(words, domains, strict=True)]
    margin = {"l": 0, "r": 0, "t": BAR, "b": _KEY}
    meta = {"tokens": TOKENS, "together": True}
    shared = layout(_HEIGHT * rows + BAR + _KEY, margin=margin, annotations=titles, meta=meta,
                    **plot.key.legend(), **boxes)  # fmt: skip
    return {"data": traces, "layout": shared}


def _domain(index: int, rows: int, head: float) -> Box:
    """Return where a map stands, under the room of its words."""
    left, top = index % _COLUMNS / _COLUMNS, 1 - index // _COLUMNS / rows
    return [left, left + 1 / _COLUMNS], [top - 1 / rows, top - head]


def _words(lines: tuple[str, ...]) -> list[str]:
    """Return what stands over a map in lines as wide as it is on a phone, the first one bold."""
    first, *more = (broken(line, _NARROWEST, _SIZE) for line in lines)
    return [*(f"<b>{line}</b>" for line in first), *(line for part in more for line in part)]


def _title(lines: list[str], box: Box, head: float) -> Figure:
    return {"text": "<br>".join(lines), "x": box[0][0], "y": box[1][1] + head, "xref": "paper",
            "yref": "paper", "xanchor": "left", "yanchor": "top", "showarrow": False,
            "align": "left", "font": {"size": _SIZE}}  # fmt: skip
