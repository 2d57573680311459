"""The board's own drawings in a document: as SVG that stands alone, and as PNG."""

from functools import lru_cache

from components.charts.layouts.surface import WIDE
from components.charts.view import View
from components.images import plain_svg, raster

_PNG_WIDTH = 1280


def svg(view: View) -> str:
    """Return the drawing of a view, with its colours written out."""
    drawing = view.chart.drawing(view.frame, WIDE)
    width, height = drawing.width, drawing.height
    placed = plain_svg.placed(drawing, 0, 0, width, height)
    return plain_svg.whole(width, round(height), [placed])


@lru_cache(8)
def png(drawing: str) -> bytes:
    """Return a drawing as PNG, twice as fine as a screen."""
    return raster.png(drawing, _PNG_WIDTH)
