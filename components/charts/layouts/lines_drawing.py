"""The drawing of lines: its panels on their places, as many as are seen at once."""

from dataclasses import replace

from components import svg
from components.charts.layouts.boxes import Point
from components.charts.layouts.lines_parts import Field, Panel
from components.charts.layouts.lines_pen import FAR, Pen
from components.charts.layouts.lines_words import draw
from components.charts.layouts.marks import Drawn, block
from components.charts.layouts.names import Names
from components.charts.layouts.surface import Surface
from components.text_width import width
from components.texts import t

_PAD, _TRIES, _ROW = 0.1, 4, 1.8
# What a stage has room for: rows under each other, panels beside each other.
_ROWS, _BESIDE = 4, 2
MORE = 1.25
"""Letters of height of the line that says how much is not shown."""


def drawing(plot: Field, surface: Surface) -> svg.Drawing:
    """Return the panels under each other; on a stage some, with how many more there are."""
    amount, letter = len(plot.panels), surface.letter
    first = min(amount, _ROWS if plot.rows else _BESIDE) if surface.staged else amount
    for kept in range(first, min(first, 1) - 1, -1):
        most = surface.most - MORE * letter * (kept < amount)
        body, bottom = _placed(replace(plot, panels=plot.panels[:kept]), surface, most)
        if bottom <= most:
            break
    if kept < amount:
        words = t("chart.more", amount=amount - kept)
        more, bottom = block(words, (2, bottom), surface.width, letter)
        body += more
    return svg.drawing(surface.width, round(bottom) or 1, *body, variant=surface.variant)


def _placed(plot: Field, surface: Surface, most: float) -> Drawn:
    """Return all panels, on a stage beside each other, and where the lowest ends."""
    apart = max(len(plot.panels), 1) if surface.staged and not plot.rows else 1
    wide = (surface.width - 28 * (apart - 1)) / apart
    tall = surface.letter * (_ROW if plot.rows else 9 + 2 * plot.every if surface.staged else 14)
    body, bottoms = list[svg.Element](), [0.0]
    for index, panel in enumerate(plot.panels):
        at, less = ((wide + 28) * (index % apart), bottoms[-1] if apart == 1 else 0), 0.0
        # On a stage the names of many lines leave less height to the lines.
        for _ in range(1 if plot.rows else _TRIES):
            parts, bottom = _panel(plot, panel, surface, at, wide, tall - min(less, 0.6 * tall))
            less += max(bottom - most, 0)
            if bottom <= most:
                break
        body += parts
        bottoms.append(bottom)
    return body, max(bottoms)


def _panel(plot: Field, panel: Panel, on: Surface, at: Point, wide: float, high: float) -> Drawn:
    """Return a panel of lines `high` px, its title over it or, of a row, beside it."""
    (left, top), letter, beside = at, on.letter, plot.rows and not on.narrow
    room = 0.5 * wide if beside else wide
    weight = {} if plot.rows else {"font_weight": 600}
    place = (left + 2, top + 0.3 * letter * bool(panel.title))
    parts, under = block(panel.title, place, room - letter, letter, most=4, **weight)
    over = (1.5 if plot.rows and not beside else 1.9) * letter
    base = (top if beside else under) + over + high
    x = left + (wide - room if beside else 0)
    pen = Pen(plot, panel, on, x, base, room, high, Names(x + room, FAR, letter, x, _PAD))
    if panel.title and not beside:
        pen.labels.take((left, top, left + 1.06 * min(width(panel.title, letter), room), under))
    drawn, bottom = draw(pen)
    rule = [svg.line((left, top), (left + wide, top), svg.paint("rule"))] if plot.rows else []
    return [*rule, *parts, *drawn], max(bottom, under) + 0.5 * letter
