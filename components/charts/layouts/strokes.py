"""The strokes of links: a curve with its head, dashed and hollow or whole and full."""

import math

from components import svg
from components.charts.layouts.curves import Curve

_THIN = 0.56
"""How thick links, of which there are many, are for each px of a line of data (`data`)."""


def stroke(curve: Curve, dashed: bool, colour: str, size: float, data: float) -> svg.Element:
    """Return a curve with its head: dashed and hollow, or whole and full; of size 0, no head."""
    form = "M{:.0f} {:.0f}Q{:.0f} {:.0f} {:.0f} {:.0f}"
    steps = form.format(*curve.start, *curve.control, *curve.end)
    line = svg.path(steps, colour, data * _THIN, dashed=dashed)
    (x, y), angle = curve.head()
    shape = f"M{size:.1f} 0L{-0.8 * size:.1f} {-0.7 * size:.1f}v{1.4 * size:.1f}Z"
    turned = f"translate({x:.1f} {y:.1f}) rotate({math.degrees(angle):.0f})"
    fill = svg.paint("paper") if dashed else colour
    look = {"fill": fill, "stroke": colour, "stroke_width": 1.3, "transform": turned}
    return svg.together(line, svg.element("path", d=shape, **look) if size else None)
