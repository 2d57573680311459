"""The drawing of lines: its panels on their places, as many as are seen at once."""

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

_PAD, _TRIES = 0.1, 4
MORE = 1.25
"""Letters of height of the line that says how much is not shown."""


def drawing(plot: Field, surface: Surface) -> svg.Drawing:
    """Return the panels under each other; on a stage two stand beside each other."""
    apart = len(plot.panels) if surface.staged and not plot.rows else 1
    wide = (surface.width - 28 * (apart - 1)) / max(apart, 1)
    row = 1.8 if surface.narrow else 2.4
    lined = (11 if plot.every else 9) if surface.staged else 14
    tall = (row if plot.rows else lined) * surface.letter
    drawn, bottoms = [], [0.0]
    for index, panel in enumerate(plot.panels):
        at, less = ((wide + 28) * (index % apart), bottoms[-1] if apart == 1 else 0), 0.0
        # On a stage the names of many lines leave less height to the lines.
        for _ in range(1 if plot.rows else _TRIES):
            parts, bottom = _panel(plot, panel, surface, at, wide, tall - min(less, 0.6 * tall))
            less += max(bottom - surface.most, 0)
            if bottom <= surface.most:
                break
        drawn.append(parts)
        bottoms.append(bottom)
    # Rows that are not seen at once are counted.
    most = surface.most - MORE * surface.letter * (max(bottoms) > surface.most)
    kept = sum(bottom <= most for bottom in bottoms[1:])
    body, bottom = [part for parts in drawn[:kept] for part in parts], max(bottoms[: kept + 1])
    if left_out := len(drawn) - kept:
        more, bottom = block(t("chart.more", amount=left_out), (2, bottom), wide, surface.letter)
        body += more
    return svg.drawing(surface.width, round(bottom) or 1, *body, variant=surface.variant)


def _panel(plot: Field, panel: Panel, on: Surface, at: Point, wide: float, high: float) -> Drawn:
    """Return a panel of lines `high` px, its title over it or, of a row, beside it."""
    (left, top), letter, beside = at, on.letter, plot.rows and not on.narrow
    room = 0.5 * wide if beside else wide
    weight = {} if plot.rows else {"font_weight": 600}
    place = (left + 2, top + 0.3 * letter * bool(panel.title))
    parts, under = block(panel.title, place, room - letter, letter, most=4, **weight)
    over = (1.5 if plot.rows and on.narrow else 1.9) * letter
    base = (top if beside else under) + over + high
    x = left + (wide - room if beside else 0)
    pen = Pen(plot, panel, on, x, base, room, high, Names(x + room, FAR, letter, x, _PAD))
    if panel.title and not beside:
        right = left + 1.06 * min(width(panel.title, letter), room)
        pen.labels.take((left, top, right, under))
    drawn, bottom = draw(pen)
    rule = [svg.line((left, top), (left + wide, top), svg.paint("rule"))] if plot.rows else []
    return [*rule, *parts, *drawn], max(bottom, under) + 0.5 * letter
