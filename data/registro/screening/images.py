"""Images without what says where, when and with what they were taken, nor anything after them."""

import struct

_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"pHYs"})
_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
# JFIF and Adobe say how to read the colours; the other segments of applications and remarks go.
_DROPPED = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})


class ImageError(ValueError):
    """An image that does not hold together."""


def bare_png(content: bytes) -> bytes:
    """Return a PNG with only the chunks that draw it."""
    kept, place = [content[:8]], 8
    while place + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, place)
        name, end = content[place + 4 : place + 8], place + 12 + length
        if end > len(content):
            break
        if name in _PNG_KEPT:
            kept.append(content[place:end])
        if name == b"IEND":
            return b"".join(kept)
        place = end
    raise ImageError("PNG")


def bare_jpeg(content: bytes) -> bytes:
    """Return a JPEG without metadata; what follows its end is cut off."""
    kept, place = [content[:2]], 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        mark = content[place + 1]
        if mark in _ALONE:
            place += 2
            continue
        if mark == _SCAN:
            end = content.rfind(b"\xff\xd9")
            if end < place:
                break
            return b"".join([*kept, content[place : end + 2]])
        (length,) = struct.unpack_from(">H", content, place + 2)
        if mark not in _DROPPED:
            kept.append(content[place : place + 2 + length])
        place += 2 + length
    raise ImageError("JPEG")
