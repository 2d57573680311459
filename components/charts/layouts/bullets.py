"""Bullets: a figure of 0 to 100 against its bands, one under the other."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from components import svg, theme
from components.charts.layouts.figure_frame import Figure, bare
from components.charts.layouts.key import Key, states
from components.charts.layouts.marks import mark, note, trace
from components.charts.layouts.surface import WIDE, Surface
from components.format import percent
from components.text_width import width
from components.texts import t
from data.codes import LIGHTS, Light


@dataclass(frozen=True, slots=True)
class Bullet:
    """A name, its figure if there is one, its state, and what its mark says."""

    name: str
    value: Decimal | None
    light: Light
    said: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """Some bullets on one scale, and the edges of its bands, from 0 on."""

    bullets: tuple[Bullet, ...]
    edges: tuple[Decimal, ...]

    @property
    def key(self) -> Key:
        """Return the states to explain: those of the bands, and what is without a figure."""
        return states([*LIGHTS[: len(self.edges) - 1], *(one.light for one in self.bullets)])

    def drawing(self, surface: Surface) -> svg.Drawing:
        """Return them as SVG: name, state and figure over each bar; the edges under the last."""
        row = 5.2 * surface.letter
        parts = [self._row(one, surface, row * i) for i, one in enumerate(self.bullets)]
        bottom = row * len(self.bullets) - 0.1 * surface.letter
        anchors = {self.edges[0]: "start", self.edges[-1]: "end"}
        ticks = [
            svg.text(_x(edge, surface), bottom, str(edge), font_size=surface.small,
                     fill=svg.paint("quiet"), text_anchor=anchors.get(edge, "middle"))
            for edge in (self.edges if surface is WIDE else self.ticks)
        ]  # fmt: skip
        return self.key.closing(surface, [*parts, *ticks], bottom + surface.small)

    @property
    def ticks(self) -> list[Decimal]:
        """Return the edges that there is room to write: the last but one would touch the last."""
        return [*self.edges[:-2], self.edges[-1]]

    def _row(self, one: Bullet, surface: Surface, top: float) -> svg.Element:
        letter, ink = surface.letter, svg.paint("ink")
        line, track = top + 1.7 * letter, top + 2.3 * letter
        wide = 0 if one.value is None else _x(one.value, surface)
        filled = svg.rect(0, track + 0.45 * letter, wide, 0.8 * letter, ink, class_="filled")
        right = surface.width - width(percent(one.value), 1.8 * letter) - 0.6 * letter
        word = t(f"lights.{one.light}")
        left = right - width(word, 1.05 * letter) - letter
        bands = pairwise(_x(edge, surface) for edge in self.edges)
        return mark(
            one.said,
            svg.label(0, line, one.name, 1.2 * letter, 600),
            svg.mark(one.light, left, line - 0.4 * letter, 0.55 * letter),
            svg.label(right, line, word, 1.05 * letter, 600, "end", svg.status(one.light)),
            svg.label(surface.width, line, percent(one.value), 1.8 * letter, 700, "end"),
            *(svg.rect(start + 2 * bool(start), track, end - start - 2 * bool(start), 1.7 * letter,
                       svg.paint(f"band-{index}"), class_="band")
              for index, (start, end) in enumerate(bands)),
            None if one.value is None else filled,
            hit=(0, top + 0.5 * letter, surface.width, 3.5 * letter),
        )  # fmt: skip

    def figure(self) -> Figure:
        """Return one bar per bullet over its bands, with the same words over it."""
        some, whole = self.bullets, float(self.edges[-1])
        bar = trace(
            "bar", [one.said for one in some], width=0.22,
            x=[None if one.value is None else min(float(one.value), whole) for one in some],
            y=[-index for index in range(len(some))], marker={"color": theme.INK},
        )  # fmt: skip
        notes = [
            said for i, one in enumerate(some) for said in (
                note(f"<b>{one.name}</b>", 0.26 - i, size=16),
                note(f"{theme.LIGHT_MARK[one.light]} {t(f'lights.{one.light}')} "
                     f"<b>{percent(one.value)}</b>", 0.26 - i, x=1, size=16, xanchor="right"))
        ]  # fmt: skip
        axis = {"range": [0, whole], "showgrid": False, "tickvals": [float(x) for x in self.ticks]}
        return self.key.under([bar], 90 * len(some), notes, ticks=24, xaxis=axis,
                              yaxis=bare(0.3 - len(some), 0.65), shapes=self._bands())  # fmt: skip

    def _bands(self) -> list[Figure]:
        return [
            {"type": "rect", "x0": float(low), "x1": float(high), "y0": -i - 0.24, "y1": -i + 0.24,
             "fillcolor": theme.BANDS[band], "line": {"width": 0}, "layer": "below"}
            for i in range(len(self.bullets))
            for band, (low, high) in enumerate(pairwise(self.edges))
        ]  # fmt: skip


def _x(value: Decimal, surface: Surface) -> float:
    return min(float(value), 100) / 100 * surface.width
