"""The answer of oEmbed 1.0: one frame, within the room that the asker has."""

from dataclasses import replace
from typing import Any

from components.charts.view import View
from components.embeds.discovery import image_path
from components.embeds.embed_options import HIGHEST, LOWEST, Options
from components.embeds.heights import embed_height
from components.embeds.snippets import sized
from components.images.image_options import WIDTHS
from components.images.layouts import CARD
from components.texts import t

_WIDEST, _NARROWEST = 1200, 240
_DEFAULT = 640
_AGE = 3600
_PLAIN = Options()


def answer(
    view: View, origin: str, room: tuple[int, int], options: Options = _PLAIN
) -> dict[str, Any]:
    """Describe a view for a consumer with `room` (width, height; 0 where it did not say).

    Its height stands for the width that it gives: whoever shows it drops the style.
    """
    width = min(room[0] or _DEFAULT, _WIDEST)
    height = options.alto or embed_height(view, max(width, _NARROWEST), options.controles)
    if room[1] and room[1] < height:
        height = room[1]
        options = replace(options, alto=min(max(height, LOWEST), HIGHEST))
    html = sized(view, origin, options, height, str(width))
    return {
        "version": "1.0",
        "type": "rich",
        "title": view.title,
        "provider_name": t("board.name"),
        "provider_url": f"{origin}/",
        "cache_age": _AGE,
        "html": html,
        "width": width,
        "height": height,
    } | _thumbnail(view, origin, room)


def _thumbnail(view: View, origin: str, room: tuple[int, int]) -> dict[str, Any]:
    """Offer the largest card that fits the room; none where none fits."""
    for width in sorted(WIDTHS, reverse=True)[1:]:
        height = -(-width * CARD[1] // CARD[0])
        if width <= (room[0] or width) and height <= (room[1] or height):
            more = f"ancho={width}" if width != CARD[0] else ""
            address = origin + image_path(view, more=more)
            return {
                "thumbnail_url": address, "thumbnail_width": width, "thumbnail_height": height,
            }  # fmt: skip
    return {}
