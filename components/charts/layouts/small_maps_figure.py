"""Small maps as one Plotly figure: a pane for each year, one entry of the key for each class."""

from itertools import chain

from components.charts.layouts.figure_frame import BAR, TOKENS, Figure, framed
from components.charts.layouts.map_figure import Pane, painted
from components.charts.layouts.marks import note
from components.charts.layouts.small_maps_spec import SmallMapsSpec
from components.text_width import lines

_COLUMNS, _HEIGHT, _KEY = 3, 400, 150
# The part of the whole that a line of words needs, on a phone too.
_LINE = 0.036
_SIZE, _NARROWEST = 13, 96


def figure(plot: SmallMapsSpec) -> Figure:
    """Return the maps in rows of three under their years; what one shows, all show."""
    rows = -(-len(plot.maps) // _COLUMNS)
    # Over a map, in lines as wide as it is on a phone, its year in bold.
    broken = [[lines(line, _NARROWEST, _SIZE) for line in one.lines] for one in plot.maps]
    words = [[*(f"<b>{line}</b>" for line in first), *chain(*more)] for first, *more in broken]
    head = _LINE * max(map(len, words))
    panes, titles = [], []
    for index, (one, said) in enumerate(zip(plot.maps, words, strict=True)):
        left, top = index % _COLUMNS / _COLUMNS, 1 - index // _COLUMNS / rows
        panes.append(Pane(f"geo{index + 1 if index else ''}", one.plot, plot.layer,
                          (left, left + 1 / _COLUMNS), (top - 1 / rows, top - head)))  # fmt: skip
        titles.append(note("<br>".join(said), top, x=left, size=_SIZE, yref="paper",
                           yanchor="top"))  # fmt: skip
    return framed(
        painted(panes, lambda kind: kind.label), _HEIGHT * rows, (0, 0, BAR, _KEY),
        annotations=titles, meta={"tokens": TOKENS, "together": True}, **plot.key.legend(),
        **{one.name: one.ground for one in panes})  # fmt: skip
