"""The icon of the board for who knows no SVG: one ICO with a PNG of each size, from the one SVG."""

import struct
from collections.abc import Sequence
from functools import cache

from components import assets
from components.images import raster

SIZES = (16, 32, 48)
_HEAD, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")
_KIND, _PLANES, _DEPTH = 1, 1, 32


@cache
def icon() -> bytes:
    """Return the ICO; it is drawn when it is first asked for."""
    drawing = assets.text("favicon.svg")
    return packed([(size, raster.png(drawing, size)) for size in SIZES])


def packed(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """Return square pictures, each with its size in px, as one ICO."""
    place = _HEAD.size + _ENTRY.size * len(pictures)
    entries = []
    for size, picture in pictures:
        entries.append(_ENTRY.pack(size, size, 0, 0, _PLANES, _DEPTH, len(picture), place))
        place += len(picture)
    bodies = (picture for _, picture in pictures)
    return b"".join([_HEAD.pack(0, _KIND, len(pictures)), *entries, *bodies])
