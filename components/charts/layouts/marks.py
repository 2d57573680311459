"""Marks of data: what each says, once, for drawing and figure; how it is painted and touched."""

from collections.abc import Sequence
from typing import Any

from components import svg
from components.charts.layouts.figure_frame import Figure
from components.text_width import lines

TOUCH = 24
"""The least side of what a finger can hit, px."""


def said(name: str, figure: str, *, period: object = "", state: str = "") -> str:
    """Return what a mark says: name and period, then figure with its unit, and state."""
    head, tail = (", ".join(filter(None, two)) for two in ((name, str(period)), (figure, state)))
    return f"{head}: {tail}"


def mark(
    words: str, *parts: svg.Element | None, hit: tuple[float, ...] | None = None, href: str = ""
) -> svg.Element:
    """Return one mark of data with its words; `hit` is what a finger reaches: x, y, wide, high."""
    touched = hit and svg.element("rect", **dict(zip(("x", "y", "width", "height"), hit,
                                  strict=True)), fill="transparent")  # fmt: skip
    inside = (svg.title(words), touched or None, *parts)
    if not href:
        return svg.element("g", *inside, class_="mark")
    return svg.element("a", *inside, class_="mark", href=href, aria_label=words, tabindex="-1")


def around(x: float, y: float, side: float = TOUCH) -> tuple[float, ...]:
    """Return the square that a finger reaches about a point."""
    return x - side / 2, y - side / 2, side, side


def reach(spots: Sequence[tuple[float, float]]) -> list[float]:
    """Return for each point the side of its square that leaves the nearest others theirs."""
    return [min([TOUCH, *(max(abs(x - a), abs(y - b)) for a, b in spots if (a, b) != (x, y))])
            for x, y in spots]  # fmt: skip


def glyph(symbol: str, colour: str, x: float, y: float, r: float) -> svg.Element:
    """Return a symbol by the name that a figure gives it."""
    fill = svg.paint(colour)
    if symbol == "line-ew-open":
        return svg.element("line", x1=x - r, x2=x + r, y1=y, y2=y, stroke=fill,
                           stroke_width=0.35 * r)  # fmt: skip
    if symbol == "diamond":
        return svg.mark("ambar", x, y, 1.2 * r).with_(fill=fill)
    if symbol == "triangle-up":
        low, side = svg.short(y + 0.96 * r), 1.2 * r
        way = f"M{svg.short(x)} {svg.short(y - side)}L{svg.short(x + side)} {low}"
        return svg.element("path", d=f"{way}L{svg.short(x - side)} {low}Z", fill=fill)
    ring = {"fill": svg.paint("paper"), "stroke": fill, "stroke_width": 0.35 * r}
    look = ring if "open" in symbol else {"fill": fill}
    if symbol.startswith("square"):
        return svg.element("rect", x=x - 0.9 * r, y=y - 0.9 * r, width=1.8 * r, height=1.8 * r,
                           **look)  # fmt: skip
    return svg.element("circle", cx=x, cy=y, r=r, **look)


def block(
    text: str, at: tuple[float, float], room: float, size: float, most: int = 99, **drawn: Any
) -> tuple[list[svg.Element], float]:
    """Write a text in lines under a height; return them and where the next may begin."""
    broken = lines(text, room / 1.06 if "font_weight" in drawn else room, size)
    if len(broken) > most:
        broken = [*broken[: most - 1], f"{broken[most - 1].rstrip('.,;:')}…"]
    drawn = {"fill": svg.paint("ink"), "font_size": size} | drawn
    step = 1.22 * size
    parts = [svg.text(at[0], at[1] + step * index + size, line, **drawn)
             for index, line in enumerate(broken)]  # fmt: skip
    return parts, at[1] + step * len(broken)


def trace(kind: str, words: Sequence[str], **more: object) -> Figure:
    """Return a trace of a figure whose marks say, one by one, what those of the drawing say."""
    return {"type": kind, "hovertext": list(words), **more}


def note(text: str, y: float, *, size: int = 14, **more: object) -> Figure:
    """Return words of a figure over a height of its plane, at the left edge of the whole."""
    return {"text": text, "y": y, "font": {"size": size}, **more}
