"""Timeline: spans over a scale of years, events as dots under it, and what the scale leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from components import svg, theme
from components.charts.layouts.figure_frame import Figure, bare
from components.charts.layouts.key import Key
from components.charts.layouts.key_entry import Entry
from components.charts.layouts.marks import around, mark, note, trace
from components.charts.layouts.surface import Surface
from components.text_width import width


@dataclass(frozen=True, slots=True)
class Span:
    """What lasts from a year to another."""

    name: str
    first: int
    last: int
    said: str


@dataclass(frozen=True, slots=True)
class Event:
    """What is of one year; the symbol tells its kind, and `full` that it is filled."""

    year: int
    kind: str
    said: str
    full: bool = True

    @property
    def symbol(self) -> str:
        """Return its mark by the name that a figure gives it."""
        return "circle" if self.full else "circle-open"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Spans and events between two years, with the sentences of what stands outside of them."""

    spans: tuple[Span, ...]
    events: tuple[Event, ...]
    years: tuple[int, int]
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """Return the kinds of events, and what stands outside of the scale."""
        kinds = {one.kind: one for one in self.events}
        return Key(tuple(
            Entry(kind, partial(svg.glyph, one.symbol, svg.paint("ink")),
                  letter="●" if one.full else "○")
            for kind, one in sorted(kinds.items(), key=lambda item: not item[1].full)
        ), note=" ".join(self.notes))  # fmt: skip

    def drawing(self, surface: Surface) -> svg.Drawing:
        """Return the spans, the scale, the dots in lanes where none touches another, the notes."""
        letter, step = surface.letter, max(24, 1.1 * surface.letter)
        lane = 1.75 * letter
        parts = [self._span(one, lane * i, surface) for i, one in enumerate(self.spans)]
        scale = lane * len(self.spans) + 0.5 * letter
        parts += self._scale(scale, surface)
        first = scale + 1.6 * surface.small + step / 2
        spots = [self._x(one.year, surface) for one in self.events]
        taken = lanes(spots, step)
        for one, x, depth in zip(self.events, spots, taken, strict=True):
            y = first + step * depth
            dot = svg.glyph(one.symbol, svg.paint("ink"), x, y, 0.34 * letter)
            parts.append(mark(one.said, dot, hit=around(x, y, step)))
        bottom = first + step * (max(taken, default=-1) + 0.5) + 0.4 * letter
        return self.key.closing(surface, parts, bottom - 0.6 * letter)

    def _x(self, year: int, surface: Surface) -> float:
        first, last = self.years
        return 14 + (year - first) / (last - first) * (surface.width - 28)

    def _span(self, one: Span, top: float, surface: Surface) -> svg.Element:
        """Return a bar with its name on the side that has room for it."""
        letter = surface.letter
        left, right = self._x(one.first, surface), self._x(one.last, surface)
        fits = right + width(one.name, letter) + letter < surface.width
        at, anchor = (right + 0.4 * letter, None) if fits else (left - 0.4 * letter, "end")
        return mark(
            one.said,
            svg.rect(left, top + 0.3 * letter, right - left, 1.2 * letter, svg.paint("accent")),
            svg.label(at, top + 1.25 * letter, one.name, letter, None, anchor),
            hit=(left, top, right - left, 1.75 * letter),
        )  # fmt: skip

    def _scale(self, y: float, surface: Surface) -> list[svg.Element]:
        (first, last), quiet, size = self.years, svg.paint("quiet"), surface.small
        step, under = 10 if surface.narrow else 5, y + 1.3 * size
        return [svg.line((2, y), (surface.width - 2, y), quiet)] + [
            svg.label(self._x(year, surface), under, str(year), size, None, "middle", quiet)
            for year in range(-(-(first + 1) // step) * step, last, step)
        ]  # fmt: skip

    def figure(self) -> Figure:
        """Return a bar per span over a dot per event, and the same notes under them."""
        spans, depths = self.spans, lanes([one.year for one in self.events], 2)
        bars = [
            trace("scatter", [one.said] * 2, mode="lines", x=[one.first, one.last], y=[-index] * 2,
                  line={"width": 12, "color": theme.ACCENT})
            for index, one in enumerate(spans)
        ]  # fmt: skip
        dots = trace(
            "scatter", [one.said for one in self.events], mode="markers",
            x=[one.year for one in self.events], y=[-len(spans) - depth for depth in depths],
            marker={"size": 11, "color": theme.INK, "symbol": [e.symbol for e in self.events]},
        )  # fmt: skip
        deep = len(spans) + max(depths, default=0) + 1
        names = [note(one.name, 0.2 - i, x=one.first, xref="x", size=13,
                      xanchor="left" if one.first < sum(self.years) / 2 else "center")
                 for i, one in enumerate(spans)]  # fmt: skip
        axis = {"dtick": 10, "tickformat": "d", "range": [self.years[0] - 1, self.years[1] + 1]}
        return self.key.under([*bars, dots], 34 * deep, names, ticks=20, xaxis=axis,
                              yaxis=bare(0.5 - deep, 1))  # fmt: skip


def lanes(spots: Sequence[float], step: float) -> list[int]:
    """Return for each point, in their order, the first lane where it touches none before it."""
    found: list[int] = []
    for x in spots:
        near = {lane for lane, other in zip(found, spots, strict=False) if abs(other - x) < step}
        found.append(next(lane for lane in range(len(near) + 1) if lane not in near))
    return found
