"""The words of a panel of lines: names, figures and absences where they cover nothing."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from components import svg
from components.charts.layouts.key import Key
from components.charts.layouts.lines_parts import Point, Series
from components.charts.layouts.lines_pen import FAR, Pen
from components.charts.layouts.marks import Drawn
from components.charts.layouts.names import Spot
from components.format import printed
from components.text_width import lines, width


def draw(pen: Pen) -> Drawn:
    """Return what is drawn and the height under it."""
    parts = [*pen.axis(), *filter(None, map(pen.line, pen.panel.series)), *pen.marks()]
    key = Key(tuple(one.entry for one in _words(pen)))
    bottom = max([pen.base + (1.8 if pen.named else 0.4) * pen.surface.small,
                  *(box[3] for box in pen.labels.boxes if box[3] < FAR)])  # fmt: skip
    named, under = key.drawing(pen.surface, bottom, pen.left, room=pen.wide)
    return [*parts, *pen.labels.written, *named], under


def _words(pen: Pen) -> list[Series]:
    """Write names and figures; return the series whose name found no place."""
    said = {(p.place, p.absent) for s in pen.panel.series for p in s.points if p.absent}
    size, y = pen.surface.letter, pen.base + (1.9 if pen.named else 0.8) * pen.surface.small
    for place, word in _shared(pen, sorted(said)):
        spots = [Spot(pen.x(place), y + size * step) for step in (0.755, 1.855, 2.955)]
        pen.labels.write([word], spots, always=True, fill=svg.paint("ink"), class_="halo")
    every, ordered = pen.plot.every, sorted(pen.panel.series, key=lambda one: one.target)
    nameless = [one for one in ordered if one.known and not pen.plot.rows]
    if not every or pen.margin:
        for one in nameless * (not every):
            _figures(pen, one, one.known[-1:])
        nameless = [one for one in nameless if not _named(pen, one)]
    for one in ordered:
        _figures(pen, one, one.known if every else one.known[:-1])
    return nameless


def _shared(pen: Pen, said: list[tuple[int, str]]) -> Iterator[tuple[float, str]]:
    """Give each word with its place; what is too wide for one is written once for a run of it."""
    size, step = pen.surface.letter, pen.x(1) - pen.x(0)
    # Places that follow each other are as far from their index.
    steps = ((word, place - (width(word, size) > step) * index, place)
             for index, (place, word) in enumerate(said))  # fmt: skip
    for (word, _), run in groupby(steps, key=itemgetter(0, 1)):
        places = [place for *_, place in run]
        yield sum(places) / len(places), word


def _named(pen: Pen, one: Series) -> bool:
    size = pen.surface.letter
    drawn: dict[str, Any] = {"fill": svg.paint(one.token), "font_weight": 600, "class_": "halo",
                             "data_series": one.token}  # fmt: skip
    x, y = pen.at(one.known[-1])
    if pen.margin:
        x = pen.left + pen.wide - pen.margin + 12 + 1.06 * width(one.name, size) / 2
        steps = (0.255, 0.855, -0.345, 1.355, -0.845, 1.855, -1.345)
        spots = [Spot(x, y + step * size) for step in steps]
        return pen.labels.write([one.name], spots, **drawn) is not None
    first, *others = lines(one.name, 0.42 * pen.wide, size)
    # Where there is one line, its mark beside its name would be read as one more of its points.
    marked = len(pen.panel.series) > 1
    broken = [f"\u00a0\u00a0\u00a0{first}" if marked else first, *others]
    spread = pen.labels.about(map(pen.at, reversed(one.known)), broken, 0.6, 1.6)
    box = pen.labels.write(broken, spread, **drawn)
    if box and marked:
        x = (box[0] + box[2] - width(broken[0], size)) / 2 + 0.5 * size
        mark = svg.glyph(one.symbol, drawn["fill"], x, box[1] + 0.5 * size, 0.4 * size)
        pen.labels.written.append(mark)
    return box is not None


def _figures(pen: Pen, one: Series, points: list[Point]) -> None:
    """Write the figures, the latest first; not all where they would touch each other."""
    every = pen.plot.every
    weight = 700 if every and not one.target else None
    for point in reversed(points):
        word = printed(point.value, pen.panel.unit)
        gaps = (0.5, 1.1, 1.8) if every else (0.45, 0.8)
        spots = pen.labels.about([pen.at(point)], [word], *gaps)
        pen.labels.write([word], spots, always=every, fill=svg.paint(one.token),
                         font_weight=weight, class_="halo")  # fmt: skip
