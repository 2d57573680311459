"""The drawing of lines: its panels on their places, as many as are seen at once."""

from collections.abc import Sequence

from components import svg
from components.charts.layouts.lines_parts import Field, Panel
from components.charts.layouts.lines_pen import FAR, Pen
from components.charts.layouts.lines_words import draw
from components.charts.layouts.marks import block
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
    drawn, bottoms = [], [0.0]
    for index, panel in enumerate(plot.panels):
        place = ((wide + 28) * (index % apart), bottoms[-1] if apart == 1 else 0, wide)
        parts, bottom = _panel(plot, panel, surface, place)
        # On a stage the names of many lines leave less height to the lines.
        less = 0.0
        for _ in range(_TRIES * (apart > 1)):
            if bottom <= surface.most:
                break
            less += bottom - surface.most
            parts, bottom = _panel(plot, panel, surface, place, less=less)
        drawn.append(parts)
        bottoms.append(bottom)
    kept = fitting(bottoms[1:], surface)
    body, bottom = [part for parts in drawn[:kept] for part in parts], max(bottoms[: kept + 1])
    if left_out := len(drawn) - kept:
        more, bottom = block(t("chart.more", amount=left_out), (2, bottom), wide, surface.letter)
        body += more
    return svg.drawing(surface.width, round(bottom) or 1, *body, variant=surface.variant)


def fitting(bottoms: Sequence[float], surface: Surface) -> int:
    """Return how many parts are seen at once, with room for a line where some are not."""
    if not surface.most or max(bottoms, default=0) <= surface.most:
        return len(bottoms)
    return sum(bottom <= surface.most - MORE * surface.letter for bottom in bottoms)


def _panel(
    plot: Field, panel: Panel, surface: Surface, at: tuple[float, float, float], *, less: float = 0
) -> tuple[list[svg.Element], float]:
    left, top, wide = at
    letter, beside = surface.letter, plot.rows and not surface.narrow
    room = 0.5 * wide if beside else wide
    weight = {} if plot.rows else {"font_weight": 600}
    place = (left + 2, top + 0.3 * letter * bool(panel.title))
    parts, under = block(panel.title, place, room - letter, letter, most=4, **weight)
    low = plot.rows and surface.narrow
    high = _tall(plot, surface) * letter
    high -= min(less, 0.6 * high)
    start = top if beside else under
    x = left + (wide - room if beside else 0)
    pen = Pen(plot, panel, surface, x, start + (1.5 if low else 1.9) * letter, room, high,
              Names(x + room, FAR, letter, x, _PAD))  # fmt: skip
    if panel.title and not beside:
        right = left + 1.06 * min(width(panel.title, letter), room)
        pen.labels.take((left, top, right, under))
    drawn, bottom = draw(pen)
    rule = [svg.element("line", x1=left, x2=left + wide, y1=top, y2=top, stroke=svg.paint("rule"))]
    end = max(bottom, under) + 0.5 * letter
    return [*(rule if plot.rows else []), *parts, *drawn], end


def _tall(plot: Field, surface: Surface) -> float:
    """Return how many letters high the lines of a panel are: rows of a phone the least."""
    if plot.rows:
        return 1.8 if surface.narrow else 2.4
    return 14 if not surface.most else 11 if plot.every else 9
