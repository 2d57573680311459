"""Strip: one mark of state per thing, line by line, each named by its group."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components import svg, theme
from components.charts.layouts.boxes import Point
from components.charts.layouts.figure_frame import Figure, bare
from components.charts.layouts.key import Key, states
from components.charts.layouts.marks import TOUCH, Drawn, around, block, mark, note, trace
from components.charts.layouts.surface import Surface
from components.text_width import width
from data.codes import Light


@dataclass(frozen=True, slots=True)
class Dot:
    """One thing in its state: what its mark says and, where it has one, its page."""

    light: Light
    said: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Some dots under one name."""

    name: str
    dots: tuple[Dot, ...]

    @property
    def label(self) -> str:
        """Return the name with how many they are."""
        return f"{self.name} · {len(self.dots)}"


@dataclass(frozen=True, slots=True)
class Strip:
    """Groups of dots."""

    groups: tuple[Group, ...]

    @property
    def key(self) -> Key:
        """Return the states that occur."""
        return states(dot.light for group in self.groups for dot in group.dots)

    def drawing(self, surface: Surface) -> svg.Drawing:
        """Return the marks as SVG, each a link to its page, and what each state means."""
        letter, narrow = surface.letter, surface.narrow
        longest = max((width(group.label, letter) for group in self.groups), default=0)
        # The names stand at the left where there is room, else over their marks.
        left = 0 if narrow else longest + letter
        top, parts = 0.0, []
        for group in self.groups:
            place = (2, top + (step(surface) - 1.22 * letter) / 2)
            name, under = block(group.label, place, surface.width, letter)
            start = (left, under if narrow else top)
            drawn, bottom = row(group.dots, start, surface.width - left, surface)
            parts += name + drawn
            top = bottom + (0.1 if surface.staged else 0.6) * letter
        linked = any(dot.href for group in self.groups for dot in group.dots)
        return replace(self.key.closing(surface, parts, top - 0.4 * letter), linked=linked)

    def figure(self) -> Figure:
        """Return the same marks, line by line under the names of their groups."""
        most = max((len(group.dots) for group in self.groups), default=1)
        data = [markers(group.dots, (0, -index), (1, 0), most, name=group.name)
                for index, group in enumerate(self.groups)]  # fmt: skip
        names = [note(group.label, 0.22 - index) for index, group in enumerate(self.groups)]
        amount, across = len(self.groups), bare(-0.6, max(most, 14))
        return self.key.under(data, 56 * amount, names, xaxis=across, yaxis=bare(0.4 - amount, 0.6))


def step(surface: Surface) -> float:
    """Return how far dots stand from each other: a finger hits one of them."""
    return max(TOUCH, 1.25 * surface.letter)


def row(dots: Sequence[Dot], at: Point, room: float, surface: Surface) -> Drawn:
    """Return dots in as many lines as they need, and the height under them."""
    side = step(surface)
    per_line = max(int(room // side), 1)
    parts = []
    for index, dot in enumerate(dots):
        x = at[0] + side * (index % per_line + 0.5)
        y = at[1] + side * (index // per_line + 0.5)
        parts.append(mark(dot.said, svg.mark(dot.light, x, y, side / 3), hit=around(x, y, side),
                          href=dot.href))  # fmt: skip
    return parts, at[1] + side * -(-len(dots) // per_line)


def markers(dots: Sequence[Dot], at: Point, apart: Point, most: int, **more: object) -> Figure:
    """Return dots as markers of a figure in as many lines as they need, `most` on each."""
    (x, y), (across, down) = at, apart
    cells = [divmod(index, most) for index in range(len(dots))]
    return trace(
        "scatter", [dot.said for dot in dots], mode="markers",
        x=[x + across * column for _, column in cells], y=[y - down * line for line, _ in cells],
        marker={"size": 14, "symbol": [theme.LIGHT_SYMBOL[dot.light] for dot in dots],
                "color": [theme.LIGHT_COLOUR[dot.light] for dot in dots]}, **more)  # fmt: skip
