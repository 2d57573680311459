"""Keys: what each mark of a chart means, declared once; its drawing and its figure read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from components import svg, theme
from components.charts.layouts.figure_frame import BAR, Figure, Figures, framed
from components.charts.layouts.key_entry import APART, Entry, Sample
from components.charts.layouts.marks import Drawn, Parts, block, note
from components.charts.layouts.surface import Surface
from components.text_width import lines
from components.texts import t
from data.codes import LIGHTS, Light

_LINE = 1.5
_FIGURE_LINE, _FIGURE_SIZE, _FIGURE_ROOM = 20, 13, 300


@dataclass(frozen=True, slots=True)
class Key:
    """Entries under a heading and over a note; `aligned`: they stand in columns."""

    entries: tuple[Entry, ...] = ()
    heading: str = ""
    note: str = ""
    aligned: bool = False

    def drawing(self, on: Surface, top: float, left: float = 0, room: float = 0) -> Drawn:
        """Return it in as many lines as it needs, and the height under it."""
        if not self.entries and not self.note:
            return [], top
        size, start, edge = on.small, left + 2, left + (room or on.width - left)
        parts, top = block(self.heading, (start, top), edge - start, on.letter, font_weight=600)
        samples = [Sample(one, on, edge - left) for one in self.entries]
        step = max((one.wide for one in samples), default=0) * self.aligned
        x, y = start, top + _LINE * size
        for one in samples:
            if x > left + size and x + one.wide - APART * size > edge:
                x, y = start, y + _LINE * size
            drawn, under = one.drawn(x, y)
            parts += drawn
            x, y = x + (step or one.wide), under - 0.22 * size
        said, end = block(self.note, (start, y + 0.5 * size), edge - start, size,
                          fill=svg.paint("quiet"), font_style="italic")  # fmt: skip
        return [svg.element("g", *parts, *said, class_="key")], (end if said else y) + 0.6 * size

    def closing(self, on: Surface, parts: Parts, bottom: float) -> svg.Drawing:
        """Return a drawing of some parts that end at a height, with it under them."""
        key, end = self.drawing(on, bottom)
        return svg.drawing(on.width, round(end) or 1, *parts, *key, variant=on.variant)

    def wide(self, on: Surface) -> float:
        """Return the width of its widest entry."""
        return max((Sample(one, on, on.width).wide for one in self.entries), default=0)

    def under(
        self, data: Figures, high: int, notes: Figures, ticks: int = 0, **axes: Any
    ) -> Figure:
        """Return a figure of some traces on a plane `high` px, with it as words under its ticks."""
        entries = (f"{one.letter} {one.words}" for one in self.entries)
        said = [*entries, *lines(self.note, _FIGURE_ROOM, _FIGURE_SIZE)]
        words = note("<br>".join(said), 0, size=_FIGURE_SIZE, yref="paper", yanchor="top",
                     yshift=-8 - ticks)  # fmt: skip
        bottom = 16 + ticks + _FIGURE_LINE * len(said)
        written = [*notes, words] if said else list(notes)
        return framed(data, high, (14, 16, BAR, bottom), annotations=written, **axes)

    def legend(self, **place: object) -> Figure:
        """Return the layout of a figure that names its traces: under it, or at another place."""
        title = {"title": {"text": self.heading, "side": "top"}} if self.heading else {}
        legend = {"y": 0, "yanchor": "top", **title, **place}
        return {"showlegend": bool(self.entries), "legend": legend}


def states(present: Iterable[Light]) -> Key:
    """Return the key of states of progress, with their limits where there is room."""
    among = set(present)
    return Key(tuple(
        Entry(t(f"lights_key.{light}"), partial(svg.mark, light), fewer=t(f"lights.{light}"),
              letter=f'<span style="color:{theme.LIGHT_COLOUR[light]}">'
                     f"{theme.LIGHT_MARK[light]}</span>")
        for light in LIGHTS if light in among
    ))  # fmt: skip
