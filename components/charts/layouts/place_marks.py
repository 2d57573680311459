"""The marks of places and the strokes of links: each kind has its own shape."""

import math
from typing import Literal

from components import svg
from components.charts.layouts.curves import Curve

Shape = Literal["line", "ring", "square", "both", "open", "box", "triangle", "diamond"]
_THIN = 0.56
SYMBOLS: dict[Shape, str] = {
    "ring": "circle-open", "square": "square", "both": "circle-open-dot", "box": "square-open",
    "open": "diamond-open", "diamond": "diamond-open", "triangle": "triangle-down-open",
}  # fmt: skip
"""What each shape is called in a figure."""


def place_mark(shape: Shape, x: float, y: float, radius: float, colour: str) -> svg.Element:
    """Return the mark of a kind of place."""
    paper = svg.paint("paper")
    if shape == "open":
        return svg.element("circle", cx=x, cy=y, r=radius + 1, fill=paper, stroke=colour,
                           stroke_width=1.6, stroke_dasharray="3 2.2")  # fmt: skip
    if shape in ("square", "box"):
        return _square(
            x, y, radius * 1.8, *((colour, paper) if shape == "square" else (paper, colour))
        )
    if shape == "diamond":
        path = f"M{x:.1f} {y - radius:.1f}l{radius:.1f} {radius:.1f} -{radius:.1f} {radius:.1f} "
        path += f"-{radius:.1f} -{radius:.1f}z"
        return svg.element("path", d=path, fill="none", stroke=colour, stroke_width=2)
    if shape == "triangle":
        corner, side = (
            f"M{x - radius:.1f} {y - radius * 0.8:.1f}",
            f"{-radius:.1f} {radius * 1.8:.1f}",
        )
        path = f"{corner}h{radius * 2:.1f}l{side}z"
        return svg.element("path", d=path, fill=paper, stroke=colour, stroke_width=1.8)
    ring = svg.element("circle", cx=x, cy=y, r=radius, fill=paper, stroke=colour, stroke_width=1.8)
    return svg.together(ring, _square(x, y, radius * 0.95, colour)) if shape == "both" else ring


def _square(x: float, y: float, side: float, fill: str, stroke: str | None = None) -> svg.Element:
    return svg.element("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, fill=fill,
                       stroke=stroke)  # fmt: skip


def stroke(curve: Curve, dashed: bool, colour: str, size: float, data: float) -> svg.Element:
    """Return a curve with its head: dashed and hollow, or whole and full; of size 0, no head.

    data: how thick the surface draws a line of data; where there are many, they are thinner.
    """
    form = "M{:.0f} {:.0f}Q{:.0f} {:.0f} {:.0f} {:.0f}"
    path = form.format(*curve.start, *curve.control, *curve.end)
    line = svg.element("path", d=path, fill="none", stroke=colour, stroke_width=data * _THIN,
                       stroke_dasharray="6 4" if dashed else None)  # fmt: skip
    return svg.together(line, _head(curve, dashed, colour, size) if size else None)


def _head(curve: Curve, dashed: bool, colour: str, size: float) -> svg.Element:
    """Return an arrow head."""
    (x, y), angle = curve.head()
    corners = [(size, 0.0), (-size * 0.8, -size * 0.7), (-size * 0.8, size * 0.7)]
    turned = [
        (
            x + a * math.cos(angle) - b * math.sin(angle),
            y + a * math.sin(angle) + b * math.cos(angle),
        )
        for a, b in corners
    ]
    path = "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in turned) + "Z"
    fill = svg.paint("paper") if dashed else colour
    return svg.element("path", d=path, fill=fill, stroke=colour, stroke_width=1.3)
