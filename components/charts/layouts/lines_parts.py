"""What lines are made of: points, series, panels."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from components import svg
from components.charts.layouts.key import Key
from components.charts.layouts.key_entry import Entry


@dataclass(frozen=True, slots=True)
class Point:
    """What a series has at a place: a figure, or the word of its kind of absence.

    coming: it is absent because it is still to come; symbol: its own mark, not that of its series.
    """

    place: int
    value: Decimal | None
    said: str
    absent: str = ""
    run: int = 0
    coming: bool = False
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One line; only points of one run that follow each other are joined. `target`: dashed."""

    name: str
    points: tuple[Point, ...]
    token: str = "accent"
    symbol: str = "circle"
    target: bool = False

    @property
    def entry(self) -> Entry:
        """Return what its mark means."""
        return Entry(self.name, partial(svg.glyph, self.symbol, svg.paint(self.token)))

    @property
    def known(self) -> list[Point]:
        """Return the points that have a figure."""
        return [point for point in self.points if point.value is not None]

    @property
    def parted(self) -> Iterator[Point | None]:
        """Yield the points that have a figure, with a gap between those that no line joins."""
        for before, point in zip(self.points[:1] + self.points, self.points, strict=False):
            known = point.value is not None
            if known and before.value is not None and before.run != point.run:
                yield None
            yield point if known else None


@dataclass(frozen=True, slots=True)
class Panel:
    """Some series on one scale that starts at zero; `least` is what its top reaches at least."""

    title: str
    unit: str
    series: tuple[Series, ...]
    least: int = 1

    @property
    def top(self) -> float:
        """Return the value at the top of the scale."""
        return float(max([self.least, *(p.value or 0 for s in self.series for p in s.points)]))


@dataclass(frozen=True, slots=True)
class Field:
    """Panels over the same places.

    every: all figures are written, not only as far as there is room; rows: the title of a panel
    is a sentence that stands beside it, or on a narrow place over it, and the last one names the
    places.
    """

    places: tuple[str, ...]
    panels: tuple[Panel, ...]
    every: bool = True
    rows: bool = False

    @property
    def key(self) -> Key:
        """Return the names of the lines, where no sentence beside them says what they are."""
        panels = () if self.rows else self.panels
        return Key(tuple(one.entry for panel in panels for one in panel.series))
