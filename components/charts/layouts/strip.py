"""Strip: one mark of state per thing, line by line, each named by its group."""

from collections.abc import Sequence
from dataclasses import dataclass

from components import svg, theme
from components.charts.layouts.figure_frame import Figure, bare
from components.charts.layouts.key import Key, states
from components.charts.layouts.marks import TOUCH, around, mark, note, trace
from components.charts.layouts.surface import Surface
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
    """Groups of dots; `beside`: their names stand at the left where there is room."""

    groups: tuple[Group, ...]
    beside: bool = False

    @property
    def key(self) -> Key:
        """Return the states that occur."""
        return states(dot.light for group in self.groups for dot in group.dots)

    def drawing(self, surface: Surface) -> svg.Drawing:
        """Return the marks as SVG, each a link to its page, and what each state means."""
        beside, letter = self.beside and not surface.narrow, surface.letter
        left = 0.44 * surface.width if beside else 0.0
        top, parts = 0.0, []
        for group in self.groups:
            line = step(surface) / 2 + 0.36 * letter if beside else 1.25 * letter
            weight = None if self.beside else 600
            parts.append(svg.text(2, top + line, group.label, font_size=letter,
                                  font_weight=weight, fill=svg.paint("ink")))  # fmt: skip
            start = top if beside else top + 1.6 * letter
            drawn, bottom = row(group.dots, (left, start), surface.width - left, surface)
            parts += drawn
            top = bottom + (0.1 if surface.most else 0.6) * letter
        entries, high = self.key.drawing(surface, top - 0.4 * letter)
        return svg.drawing(surface.width, round(high), *parts, *entries, variant=surface.variant,
                           linked=any(dot.href for g in self.groups for dot in g.dots))  # fmt: skip

    def figure(self) -> Figure:
        """Return the same marks, line by line under the names of their groups."""
        groups = self.groups
        most = max((len(group.dots) for group in groups), default=1)
        data = [
            markers(group.dots, list(range(len(group.dots))), -index, name=group.name)
            for index, group in enumerate(groups)
        ]
        names = [note(group.label, 0.22 - index) for index, group in enumerate(groups)]
        return {"data": data, "layout": self.key.under(
            56 * len(groups), names, xaxis=bare(-0.6, max(most, 14)),
            yaxis=bare(0.4 - len(groups), 0.6))}  # fmt: skip


def step(surface: Surface) -> float:
    """Return how far dots stand from each other: a finger hits one of them."""
    return max(TOUCH, 1.25 * surface.letter)


def row(
    dots: Sequence[Dot], at: tuple[float, float], room: float, surface: Surface
) -> tuple[list[svg.Element], float]:
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


def markers(dots: Sequence[Dot], x: Sequence[float], y: float, **more: object) -> Figure:
    """Return dots as markers of a figure on one line."""
    return trace(
        "scatter", [dot.said for dot in dots], mode="markers", x=list(x), y=[y] * len(dots),
        marker={"size": 14, "symbol": [theme.LIGHT_SYMBOL[dot.light] for dot in dots],
                "color": [theme.LIGHT_COLOUR[dot.light] for dot in dots]}, **more)  # fmt: skip
