"""Which signs the letter of the documents has: one that it lacks would stop the whole PDF."""

import struct
from functools import cache
from importlib.resources import files

_FONTS = ("tablero-sans-400.ttf", "tablero-sans-600.ttf")
_SEGMENTS = 4
# What is written in the place of a sign that the letter does not have.
LACKING = "?"


def printable(text: str) -> str:
    """Return a text with a question mark for each sign that the letter does not have."""
    known = _signs()
    return "".join(sign if ord(sign) in known or sign.isspace() else LACKING for sign in text)


@cache
def _signs() -> frozenset[int]:
    found = [_of((files("assets") / "fonts" / name).read_bytes()) for name in _FONTS]
    return frozenset.intersection(*found)


def _of(font: bytes) -> frozenset[int]:
    """Return the code points of a font, from the tables of segments of its `cmap`."""
    (tables,) = struct.unpack_from(">H", font, 4)
    places = (struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(tables))
    start = next(place for tag, _, place, _ in places if tag == b"cmap")
    (amount,) = struct.unpack_from(">H", font, start + 2)
    found: set[int] = set()
    for number in range(amount):
        (offset,) = struct.unpack_from(">L", font, start + 8 + 8 * number)
        if struct.unpack_from(">H", font, start + offset)[0] == _SEGMENTS:
            found |= _segments(font, start + offset)
    return frozenset(found)


def _segments(font: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    begins = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    whole = (
        code for begin, end in zip(begins, ends, strict=True) for code in range(begin, end + 1)
    )
    return {code for code in whole if code < 0xFFFF}
