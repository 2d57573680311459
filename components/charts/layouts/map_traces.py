"""The traces of figures on a map: areas of one colour, and marks, lines or names over them."""

from collections.abc import Iterable, Sequence

from components import theme
from components.charts.layouts.figure_frame import HALO, Figure

Spot = tuple[float | None, float | None]
Look = tuple[str, str, float]
"""The colour of a shape, that of its edge, and how wide its edge is, px."""
SILENT: Figure = {"showlegend": False, "hoverinfo": "skip"}
"""What a trace has that neither the key names nor a pointer asks."""


def areas(shapes: str, codes: Iterable[str], look: Look, **more: object) -> Figure:
    """Return shapes, at an address, by their codes."""
    known, (colour, edge, wide) = list(codes), look
    return {"type": "choropleth", "geojson": shapes, "locations": known, "z": [1] * len(known),
            "colorscale": [[0, colour], [1, colour]],
            "marker": {"line": {"color": edge, "width": wide}}, **more}  # fmt: skip


def over(mode: str, spots: Iterable[Spot], **more: object) -> Figure:
    """Return what stands at some degrees, or is not seen where these are None."""
    lon, lat = ([*axis] for axis in zip(*spots, strict=True))
    return {"type": "scattergeo", "mode": mode, "lon": lon, "lat": lat, **more}


def halo(size: int, colour: str | list[str] = theme.INK) -> Figure:
    """Return the letters of a name that lies on a map."""
    return {"size": size, "color": colour, "shadow": HALO}


def pane(projection: str, lon: Sequence[float], lat: Sequence[float], **more: object) -> Figure:
    """Return the ground of a map: its degrees from west to east, from south to north."""
    return {"projection": {"type": projection}, "lonaxis": {"range": [*lon]},
            "lataxis": {"range": [*lat]}, **more}  # fmt: skip
