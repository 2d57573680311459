"""Links by corridor, as the room reads them: from which places, to which, under which heading."""

from dataclasses import dataclass

from components import svg
from components.charts.layouts.curves import Curve
from components.charts.layouts.flows_spec import Corridor, FlowsSpec
from components.charts.layouts.key import Key
from components.charts.layouts.marks import mark
from components.charts.layouts.strokes import stroke
from components.charts.layouts.surface import Surface
from components.format import joined
from components.text_width import lines

_LEADING, _GAP, _ARROW = 1.02, 0.36, 3.4
_HEADING, _STARTS = 0.19, 0.41


def corridors(plot: FlowsSpec, on: Surface) -> svg.Drawing:
    """Return a row per corridor: its heading, where it starts, an arrow, where it ends."""
    y = float(on.letter)
    written: list[svg.Element] = []
    before = ""
    for one in plot.corridors():
        row = _Row(plot, one, on, y, heading=one.group != before)
        written.append(row.element())
        y, before = row.bottom, one.group
    links = tuple(entry for kind, entry in plot.entries.items() if not plot.kinds[kind].symbol)
    key, bottom = Key(links).drawing(on, y - 1.5 * on.small, on.width * _HEADING,
                                     room=on.width * (1 - _HEADING))  # fmt: skip
    return svg.drawing(on.width, round(bottom), *written, *key, variant=on.variant)


@dataclass(frozen=True, slots=True)
class _Row:
    plot: FlowsSpec
    one: Corridor
    on: Surface
    top: float
    heading: bool

    def names(self, keys: tuple[str, ...]) -> str:
        return joined([self.plot.places[key].name for key in keys])

    @property
    def cells(self) -> list[tuple[float, list[str]]]:
        """Return the lines of heading, starts and ends, each with its left edge."""
        wide, letter = self.on.width, self.on.letter
        starts, ends = wide * _HEADING, wide * (_HEADING + _STARTS) + letter * _ARROW
        head = lines(self.one.group, starts - letter * 0.5, letter) if self.heading else []
        return [(0, head), (starts, lines(self.names(self.one.starts), wide * _STARTS, letter)),
                (ends, lines(self.names(self.one.ends), wide - ends, letter))]  # fmt: skip

    @property
    def bottom(self) -> float:
        most = max(len(found) for _, found in self.cells)
        return self.top + self.on.letter * (_LEADING * most + _GAP)

    def element(self) -> svg.Element:
        """Return the row as one mark."""
        letter, kind = self.on.letter, self.plot.kinds[self.one.kind]
        texts = [
            svg.text(x, self.top + letter * _LEADING * index, line, font_size=letter,
                     font_weight=None if x else 600)
            for x, found in self.cells for index, line in enumerate(found)
        ]  # fmt: skip
        x, y = self.on.width * (_HEADING + _STARTS) + letter * 0.4, self.top - letter * 0.3
        colour = svg.paint("band-2") if self.one.faint else kind.ink
        line = stroke(
            Curve((x, y), (x + letter * 2.4, y)), kind.dashed, colour, letter * 0.4, self.on.stroke
        )
        pair = f"{self.names(self.one.starts)} → {self.names(self.one.ends)}"
        said = f"{pair}: {kind.word}, {self.one.group}"
        return mark(said, *texts, line).with_(
            fill=svg.paint("light-sin-dato" if self.one.faint else "ink"))  # fmt: skip
