"""What panels are made of: bars, their kinds, panels."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from operator import itemgetter
from typing import Literal

from components.charts.grouping import grouped
from components.charts.layouts.key import Key, states
from components.charts.layouts.strip import Dot
from components.format import number

# known: a category; detail: part of the one above; unknown: the source says it does not know;
# rest: what is left up to the whole, by subtraction; promised: nothing was reported of it.
Kind = Literal["known", "detail", "unknown", "rest", "promised"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure with its share (0 to 1) of the whole of its panel, and what its mark says.

    `tone` is a colour; `whose` is said after the figure; no label: that of the bar above; no
    value: `absent` is written.
    """

    label: str
    value: Decimal | int | None
    unit: str
    share: float
    kind: Kind
    tone: str
    said: str
    whose: str = ""
    absent: str = ""

    @property
    def written(self) -> str:
        """Return the figure as it stands at the end of the bar."""
        figure = self.absent if self.value is None else number(self.value, self.unit)
        return f"{figure} {self.whose}".rstrip()

    @property
    def solid(self) -> bool:
        """Say whether the bar is filled."""
        return self.kind in ("known", "detail")


@dataclass(frozen=True, slots=True)
class Panel:
    """One breakdown: a title, what it counts, when and who says so, its bars or its dots.

    Without a title it goes on under the panel before it.
    """

    title: str
    notes: tuple[str, ...]
    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Some panels; `inline`: the labels are short and stand beside their bars."""

    panels: tuple[Panel, ...]
    inline: bool = False

    @property
    def bars(self) -> list[Bar]:
        """Return the bars of all panels."""
        return [bar for panel in self.panels for bar in panel.bars]

    @property
    def groups(self) -> list[list[Panel]]:
        """Return the panels that belong together: one with a title, and those that go on under."""
        titled = accumulate(bool(panel.title) for panel in self.panels)
        together = grouped(zip(titled, self.panels, strict=True), itemgetter(0))
        return [[panel for _, panel in group] for group in together.values()]

    @property
    def key(self) -> Key:
        """Return the states that occur."""
        return states(dot.light for panel in self.panels for dot in panel.dots)
