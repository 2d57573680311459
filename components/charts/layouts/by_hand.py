"""A picture that no layout draws yet: an SVG and a figure written apart."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from components import svg
from components.charts.layouts.plot import Figure, Plot
from components.charts.layouts.surface import Surface

# Widths of the drawings written apart, px.
WIDE, NARROW = 640, 340

Draw = Callable[[pd.DataFrame], Figure]
Sketch = Callable[[pd.DataFrame, int], svg.Drawing]


@dataclass(frozen=True, slots=True)
class ByHand:
    """Rows with the two functions that show them; it knows the wide and the narrow surface."""

    frame: pd.DataFrame
    draw: Draw
    sketch: Sketch

    def drawing(self, surface: Surface) -> svg.Drawing:
        """Return the SVG of a surface."""
        return self.sketch(self.frame, surface.width)

    def figure(self) -> Figure:
        """Return the interactive figure."""
        return self.draw(self.frame)


def by_hand(draw: Draw, sketch: Sketch) -> Callable[[pd.DataFrame], Plot]:
    """Return the declaration of a chart whose two pictures are written apart."""
    return lambda frame: ByHand(frame, draw, sketch)
