"""Panels: small multiples of bars, all on one scale of their own wholes."""

from itertools import accumulate

from components import theme
from components.charts.layouts import panels_drawing
from components.charts.layouts.figure_frame import Figure, bare
from components.charts.layouts.marks import note, trace
from components.charts.layouts.panels_parts import Panel, Sheet
from components.charts.layouts.strip import markers
from components.text_width import lines

_ROW, _ROOM, _DOTS = 44, 290, 13


class Panels(Sheet):
    """A declaration of panels."""

    drawing = panels_drawing.drawing

    def figure(self) -> Figure:
        """Return the panels one under the other, labels over the bars, on one plane."""
        data, notes, y = [], [], 0.0
        for panel in self.panels:
            heads = [f"<b>{line}</b>" for line in lines(panel.title, _ROOM, 15)]
            words = heads + [line for said in panel.notes for line in lines(said, _ROOM, 12)]
            y -= 0.45 * len(words) + 0.25
            notes.append(note("<br>".join(words), y, size=13))
            steps = [1.0 if bar.label else 0.55 for bar in panel.bars]
            places = [y + 0.2 - below for below in accumulate(steps)]
            named = zip(panel.bars, places, strict=True)
            notes += [note(bar.label, at + 0.2, size=13) for bar, at in named if bar.label]
            data += [_bars(panel, places)] if panel.bars else []
            if panel.dots:
                data.append(markers(panel.dots, (0.02, y - 0.4), (0.07, 0.5), _DOTS))
            y = min([y - 0.5 * -(-len(panel.dots) // _DOTS), *places]) - 0.5
        room = 1 + 0.035 * max((len(bar.written) for bar in self.bars), default=0)
        return self.key.under(data, round(_ROW * -y), notes, xaxis=bare(0, room), yaxis=bare(y, 0))


def _bars(panel: Panel, places: list[float]) -> Figure:
    bars = panel.bars
    return trace(
        "bar", [bar.said for bar in bars], name=panel.title, width=0.34,
        x=[bar.share for bar in bars], y=places, text=[bar.written for bar in bars],
        textposition="outside", textfont={"size": 13},
        marker={
            # Of a hatch: a pattern paints with the colour of its bar.
            "color": [theme.COLOURS[bar.tone] if bar.solid else
                      theme.QUIET if bar.kind == "rest" else theme.PAPER for bar in bars],
            "line": {"color": theme.QUIET, "width": [0 if bar.solid else 1 for bar in bars]},
            "pattern": {"shape": ["/" if bar.kind == "rest" else "" for bar in bars],
                        "bgcolor": theme.PAPER, "size": 7},
        })  # fmt: skip
