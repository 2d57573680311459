"""One picture of a view: what it is drawn from, and its bytes."""

from components.charts.view import View
from components.images import layouts, plain_svg, raster
from components.images.image_options import Options


def source(view: View, kind: str, options: Options) -> str:
    """Return the drawing as SVG; one that is served as SVG carries its typeface."""
    if kind == "svg":
        return layouts.sheet(view, plain_svg.face())
    return layouts.sheet(view) if options.forma == "lamina" else layouts.card(view)


def content(drawing: str, kind: str, options: Options) -> bytes:
    """Return the bytes of a drawing in a format."""
    return drawing.encode() if kind == "svg" else raster.png(drawing, options.ancho)
