"""The drawing of panels: packed into columns, or in bands that are seen at once."""

from components import svg
from components.charts.layouts.lines_drawing import MORE
from components.charts.layouts.marks import block
from components.charts.layouts.panels_parts import Sheet
from components.charts.layouts.panels_pen import Pen
from components.charts.layouts.surface import Surface
from components.text_width import width
from components.texts import t

_GUTTER = 28
Packed = tuple[list[svg.Element], float, int]


def drawing(plot: Sheet, surface: Surface) -> svg.Drawing:
    """Return the panels in the columns that show most of them; what does not fit is counted."""
    if surface.staged and plot.inline:
        return _bands(plot, surface)
    columns = (1,) if surface.narrow else (2, 3, 4) if surface.staged else (2,)
    for most in (surface.most, surface.most - MORE * surface.letter):
        tries = [_packed(plot, surface, amount, most) for amount in columns]
        parts, bottom, left_out = min(tries, key=lambda found: found[2])
        if not left_out:
            return plot.key.closing(surface, parts, bottom)
    words = t("chart.more", amount=left_out)
    more, bottom = block(words, (2, bottom), surface.width, surface.letter)
    return plot.key.closing(surface, parts + more, bottom)


def _bands(plot: Sheet, surface: Surface) -> svg.Drawing:
    """Return panels that go on beside each other, a band for each title; many bars stand up."""
    letter, groups = surface.letter, plot.groups
    left = max(width(group[0].title, 1.1 * letter) for group in groups) + 0.5 * letter
    room = (surface.width - left) / max(map(len, groups))
    lying = [bar for bar in plot.bars if not bar.solid]
    pen = Pen.of(lying, surface, room - 0.8 * letter, inline=True)
    parts, top, quiet = list[svg.Element](), 0.0, svg.paint("quiet")
    for index, column in enumerate(zip(*groups, strict=True)):
        head = next((panel.notes[0] for panel in column if panel.bars or panel.dots), "")
        drawn, under = block(head, (left + room * index, 0), pen.room, letter, fill=quiet)
        parts, top = parts + drawn, max(top, under + 0.2 * letter)
    for group in groups:
        bottoms = []
        for index, panel in enumerate(group):
            at = left + room * index, top
            drawn, bottom = pen.inside(panel, at, stands=True)
            if not drawn:
                drawn, bottom = block(panel.notes[0], at, pen.room, letter)
            parts += drawn
            bottoms.append(bottom)
        at = (0, bottoms[0] - 1.6 * letter)
        parts += block(group[0].title, at, left, letter, font_weight=600)[0]
        top = max(bottoms) + 0.3 * letter
    return plot.key.closing(surface, parts, top - letter)


def _packed(plot: Sheet, surface: Surface, columns: int, most: float) -> Packed:
    """Put each panel under the shortest column; tell how many went beyond what is seen at once."""
    room = (surface.width - 4 - _GUTTER * (columns - 1)) / columns
    pen = Pen.of(plot.bars, surface, room, inline=plot.inline)
    bottoms, left_out = [0.0] * columns, 0
    parts: list[svg.Element] = []
    for group in plot.groups:
        column = bottoms.index(min(bottoms))
        drawn, bottom = pen.group(group, 2 + column * (room + _GUTTER), bottoms[column])
        if bottom > most:
            left_out += 1
            continue
        parts += drawn
        bottoms[column] = bottom + surface.letter
    return parts, max(bottoms) - 0.7 * surface.letter, left_out
