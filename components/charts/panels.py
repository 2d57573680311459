"""Small multiples of bars: one panel per breakdown, all on the scale of their own whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from typing import Literal

from components import svg, theme
from components.charts.layouts.by_hand import NARROW
from components.format import number

# known: a category; detail: part of the one above; unknown: the source says it does not know;
# rest: what is left up to the whole, by subtraction.
Kind = Literal["known", "detail", "unknown", "rest"]
COLOURS = {"ink": theme.INK, "accent": theme.ACCENT, "quiet": theme.QUIET}
_GUTTER, _BAR, _LINE = 28, 13, 17


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure with its share (0 to 1) of the whole of its panel.

    `tone` is a colour token; `whose` is said after the figure; no label: that of the bar above.
    """

    label: str
    value: Decimal
    unit: str
    share: float
    kind: Kind
    tone: str
    whose: str = ""

    @property
    def written(self) -> str:
        """Return the figure as it stands at the end of the bar."""
        return f"{number(self.value, self.unit)} {self.whose}".rstrip()


@dataclass(frozen=True, slots=True)
class Panel:
    """One breakdown: a title, what it counts, when and who says so, and its bars."""

    title: str
    notes: tuple[str, ...]
    bars: tuple[Bar, ...]


def sketch(panels: Sequence[Panel], width: int) -> svg.Drawing:
    """Return the panels as SVG: two columns where there is room, one where there is not."""
    columns = 1 if width == NARROW else 2
    room = (width - 4 - _GUTTER * (columns - 1)) // columns
    longest = max((len(bar.written) for panel in panels for bar in panel.bars), default=0)
    scale = room - 7.4 * longest - 12
    bottoms = [0.0] * columns
    parts = []
    for panel in panels:
        column = bottoms.index(min(bottoms))
        left = 2 + column * (room + _GUTTER)
        drawn, bottom = _panel(panel, (left, bottoms[column]), room, scale)
        parts += drawn
        bottoms[column] = bottom + 22
    variant = "narrow" if width == NARROW else "wide"
    return svg.drawing(width, round(max(bottoms)) or 1, *parts, variant=variant)


def _panel(
    panel: Panel, corner: tuple[float, float], room: int, scale: float
) -> tuple[list[svg.Element], float]:
    ink, quiet = svg.token("ink", theme.INK), svg.token("quiet", theme.QUIET)
    left, y = corner
    parts = []
    for line in wrap(panel.title, room // 8):
        y += 19
        parts.append(svg.text(left, y, line, font_size=16, font_weight=600, fill=ink))
    for note in panel.notes:
        for line in wrap(note, round(room / 6.4)):
            y += 16
            parts.append(svg.text(left, y, line, font_size=13, fill=quiet))
    y += 8
    for bar in panel.bars:
        inset = 14 if bar.kind == "detail" else 0
        drawn, y = _bar(bar, (left + inset, y), room - inset, bar.share * scale)
        parts += drawn
    return parts, y


def _bar(
    bar: Bar, corner: tuple[float, float], room: int, length: float
) -> tuple[list[svg.Element], float]:
    ink = svg.token("ink", theme.INK)
    x, y = corner
    parts = []
    for line in wrap(bar.label, round(room / 7)):
        y += _LINE
        parts.append(svg.text(x, y, line, font_size=14, fill=ink))
    y += 5 if bar.label else 0
    length = max(length, 1.5)
    parts += _body(bar, x, y, length)
    parts.append(svg.text(x + length + 7, y + 11.5, bar.written, font_size=14, font_weight=600,
                          fill=ink))  # fmt: skip
    name = f"{bar.label}: {bar.written}" if bar.label else bar.written
    return [svg.element("g", svg.title(name), *parts)], y + _BAR + 5


def _body(bar: Bar, x: float, y: float, length: float) -> list[svg.Element]:
    quiet = svg.token("quiet", theme.QUIET)
    if bar.kind in ("known", "detail"):
        thin = 4 if bar.kind == "detail" else 0
        colour = svg.token(bar.tone, COLOURS[bar.tone])
        return [svg.element("rect", x=x, y=y + thin / 2, width=length, height=_BAR - thin,
                            fill=colour)]  # fmt: skip
    frame = svg.element("rect", x=x, y=y, width=length, height=_BAR, fill="none", stroke=quiet)
    if bar.kind == "unknown":
        return [frame]
    return [frame, svg.element("path", d=_hatch(x, y, length), stroke=quiet, fill="none")]


def _hatch(x: float, y: float, length: float) -> str:
    """Return diagonals cut at the edges: a pattern would need an id of its own per drawing."""
    found = []
    for step in range(-_BAR + 6, round(length), 6):
        start, end = max(step, 0.0), min(step + float(_BAR), length)
        if end > start:
            low, high = y + _BAR - (start - step), y + _BAR - (end - step)
            found.append(f"M{x + start:.1f} {low:.1f}L{x + end:.1f} {high:.1f}")
    return "".join(found)
