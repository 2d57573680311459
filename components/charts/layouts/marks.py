"""Marks of data: what each says, once, for drawing and figure; how it is painted and touched."""

from collections.abc import Iterable, Sequence
from typing import Any

from components import svg
from components.charts.layouts.boxes import Point
from components.charts.layouts.figure_frame import Figure
from components.text_width import lines

Drawn = tuple[list[svg.Element], float]
"""What is drawn, and the height under it."""
Parts = Iterable[svg.Element | None]
Hit = tuple[float, float, float, float]
"""What a finger reaches: x, y, wide, high."""

TOUCH = 24
"""The least side of what a finger can hit, px."""


def said(name: str, figure: str, *, period: object = "", state: str = "") -> str:
    """Return what a mark says: name and period, then figure with its unit, and state."""
    head, tail = (", ".join(filter(None, two)) for two in ((name, str(period)), (figure, state)))
    return f"{head}: {tail}"


def mark(
    words: str, *parts: svg.Element | None, hit: Hit | None = None, href: str = "", **linked: str
) -> svg.Element:
    """Return one mark of data with its words; `hit` is what a finger reaches, if anything."""
    inside = (svg.title(words), svg.rect(*hit, "transparent") if hit else None, *parts)
    if not href:
        return svg.element("g", *inside, class_="mark")
    named = {"aria_label": words} | linked
    return svg.element("a", *inside, class_="mark", href=href, tabindex="-1", **named)


def around(x: float, y: float, side: float = TOUCH) -> Hit:
    """Return the square that a finger reaches about a point."""
    return x - side / 2, y - side / 2, side, side


def reach(spots: Sequence[Point]) -> list[float]:
    """Return for each point the side of its square that leaves the nearest others theirs."""
    return [min([TOUCH, *(max(abs(x - a), abs(y - b)) for a, b in spots if (a, b) != (x, y))])
            for x, y in spots]  # fmt: skip


def block(
    text: str, at: Point, room: float, size: float, most: int = 99, lead: float = 1.22, **look: Any
) -> Drawn:
    """Write a text in lines under a height; return them and where the next may begin."""
    broken = lines(text, room / 1.06 if "font_weight" in look else room, size)
    if len(broken) > most:
        broken = [*broken[: most - 1], f"{broken[most - 1].rstrip('.,;:')}…"]
    look, step = {"fill": svg.paint("ink"), "font_size": size} | look, lead * size
    parts = [svg.text(at[0], at[1] + step * index + size, line, **look)
             for index, line in enumerate(broken)]  # fmt: skip
    return parts, at[1] + step * len(broken)


def trace(kind: str, words: Sequence[str], **more: object) -> Figure:
    """Return a trace of a figure whose marks say, one by one, what those of the drawing say."""
    return {"type": kind, "hovertext": list(words), **more}


def note(text: str, y: float, *, size: int = 14, **more: object) -> Figure:
    """Return words of a figure over a height of its plane, at the left edge of the whole."""
    return {"text": text, "y": y, "font": {"size": size}, **more}
