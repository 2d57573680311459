"""The key of a schematic map: its kinds of links and of places, with how many are of each."""

from collections.abc import Iterable

from components import svg, theme
from components.charts.layouts.curves import Curve, Point
from components.charts.layouts.flows_spec import FlowsSpec, Kind
from components.charts.layouts.place_marks import mark, stroke
from components.charts.layouts.plane import Plane
from components.charts.layouts.surface import Surface
from components.text_width import lines, width

_LINE, _ROOM_LINE, _MOST = 1.85, 1.6, 3


def key(plot: FlowsSpec, on: Surface, plane: Plane) -> tuple[list[svg.Element], float]:
    """Return the key, beside or under the map, and how high the whole drawing is."""
    words = plot.counted()
    links = {link.kind for link in plot.links}
    columns = (
        1 if on.staged else min(max(int((on.width - 4) / entry(words.values(), on)), 1), _MOST)
    )
    left = plane.width + on.letter * 0.6 if on.staged else 8
    top = on.letter * 2 if on.staged else plane.height + on.letter * 1.7
    line = on.letter * (_ROOM_LINE if on.staged else _LINE)
    written = []
    for index, (name, word) in enumerate(words.items()):
        x, y = left + on.width / columns * (index % columns), top + line * (index // columns)
        written.append(named(plot.kinds[name], word, (x, y), on, line=name in links))
    end = top + line * -(-len(words) // columns)
    said, end = _note(plot.note, left, end, on)
    return [*written, *said], max(end, plane.height) if on.staged else end


def room(plot: FlowsSpec, on: Surface) -> float:
    """Return the room that the key takes beside the map."""
    return entry(plot.counted().values(), on) if on.staged else 0


def entry(words: Iterable[str], on: Surface) -> float:
    """Return the width of an entry of the key."""
    return max((width(word, on.letter) for word in words), default=0) + on.letter * 3.4


def named(kind: Kind, word: str, at: Point, on: Surface, *, line: bool) -> svg.Element:
    """Return an entry of the key: its stroke or its mark, and its word."""
    (x, y), size, colour = at, on.letter, svg.token(kind.token, kind.colour)
    middle = y - size * 0.35
    curve = Curve((x, middle), (x + size * 2, middle))
    shown = (stroke(curve, kind.dashed, colour, size * 0.4, on.stroke) if line
             else mark(kind.shape, x + size, middle, size * 0.4, colour))  # fmt: skip
    label = svg.text(x + size * 2.5, y, word, fill=svg.token("ink", theme.INK), font_size=size)
    return svg.together(shown, label)


def _note(text: str, x: float, y: float, on: Surface) -> tuple[list[svg.Element], float]:
    room = on.width - x - 4
    parts = []
    for part in lines(text, room, on.small):
        parts.append(svg.text(x, y, part, font_size=on.small, fill=svg.token("quiet", theme.QUIET)))
        y += on.small * 1.35
    return parts, y
