"""One column of panels: titles, notes, bars with their labels and figures, dots."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components import svg
from components.charts.layouts.boxes import Point
from components.charts.layouts.marks import TOUCH, Drawn, block, mark
from components.charts.layouts.panels_parts import Bar, Panel
from components.charts.layouts.strip import row
from components.charts.layouts.surface import Surface
from components.text_width import width


@dataclass(frozen=True, slots=True)
class Pen:
    """A column of a width: `start` is where bars begin, `scale` the length of a whole."""

    surface: Surface
    room: float
    start: float
    scale: float

    @classmethod
    def of(cls, bars: Sequence[Bar], surface: Surface, room: float, *, inline: bool) -> "Pen":
        """Leave room for the longest label, where labels stand beside bars, and figure."""
        letter = surface.letter
        start = max((width(bar.label, letter) for bar in bars), default=0) + 0.6 * letter
        figure = max((width(bar.written, letter) for bar in bars), default=0) * 1.06 + letter
        start = start if inline else min(start, 0.45 * room) if surface.staged else 0
        if not inline and room - start - figure < 0.25 * room:
            start = 0
        return cls(surface, room, start, room - start - figure)

    def group(self, panels: Iterable[Panel], left: float, y: float) -> Drawn:
        """Return panels that belong together, under each other."""
        letter, small, quiet = self.surface.letter, self.surface.small, svg.paint("quiet")
        parts = []
        for panel in panels:
            drawn, y = block(panel.title, (left, y), self.room, 1.15 * letter, font_weight=600)
            parts += drawn
            for note in panel.notes[:1] if self.surface.staged else panel.notes:
                drawn, y = block(note, (left, y), self.room, small, fill=quiet)
                parts += drawn
            drawn, y = self.inside(panel, (left, y + 0.3 * letter))
            parts += drawn
        return parts, y

    def inside(self, panel: Panel, at: Point, *, stands: bool = False) -> Drawn:
        """Return the bars and the dots of a panel; `stands`: what was reported stands up."""
        letter, parts, (left, y) = self.surface.letter, [], at
        if stands and panel.bars and panel.bars[0].solid:
            return self._standing(panel.bars, left, y)
        for bar in panel.bars:
            drawn, y = self._bar(bar, left + letter * (bar.kind == "detail"), y)
            parts += drawn
        dots, bottom = row(panel.dots, (left, y), self.room, self.surface)
        return [*parts, *dots], bottom

    def _standing(self, bars: Sequence[Bar], left: float, top: float) -> Drawn:
        """Return bars as columns of a whole of some letters, each figure over its own."""
        letter, step, whole = self.surface.letter, self.room / len(bars), 2.1 * self.surface.letter
        parts, base = [], top + whole + letter
        for index, bar in enumerate(bars):
            x, high = left + step * index, bar.share * whole
            figure, y = bar.written.split("\u202f")[0], base - high
            parts.append(mark(
                bar.said,
                svg.label(x + step / 2, y - 0.2 * letter, figure, letter, None, "middle"),
                svg.rect(x + 2, y, step - 4, high, svg.paint(bar.tone)),
                svg.line((x, base), (x + step, base), svg.paint("quiet")),
            ))  # fmt: skip
        return parts, base

    def _bar(self, bar: Bar, x: float, top: float) -> Drawn:
        letter = self.surface.letter
        high, step = 0.93 * letter, max(TOUCH, 1.15 * letter)
        room = (self.start or self.room) - 0.5 * letter
        label, bottom = block(bar.label, (x, top), room, letter)
        if self.start:
            step, bottom = max(step, bottom - top + 0.15 * letter), top
        elif bar.label:
            step = 1.45 * letter
        y = bottom + 0.16 * letter
        long = max(bar.share * self.scale, 1.5) if bar.value is not None else 0.0
        left = x + self.start
        figure = svg.label(left + long + 0.5 * letter, y + 0.82 * letter, bar.written, letter, 600)
        parts = [*label, *_body(bar, left, y, long, high), figure]
        whole = (x, top, self.room - letter, bottom + step - top)
        return [mark(bar.said, *parts, hit=whole)], bottom + step


def _body(bar: Bar, x: float, y: float, length: float, high: float) -> list[svg.Element]:
    quiet, thin = svg.paint("quiet"), 0.3 * high if bar.kind == "detail" else 0
    hollow = {"fill": "none", "stroke": quiet,
              "stroke_dasharray": "3 3" if bar.kind == "promised" else None}  # fmt: skip
    look = {"fill": svg.paint(bar.tone)} if bar.solid else hollow
    body = svg.rect(x, y + thin / 2, length, high - thin, **look)
    # A pattern would need an id of its own per drawing: dashes of a line as thick as the bar.
    hatch = svg.line((x, y + high / 2), (x + length, y + high / 2), quiet, stroke_width=high,
                     stroke_dasharray="1 5")  # fmt: skip
    return [body, hatch][: 1 + (bar.kind == "rest")] if length else []
