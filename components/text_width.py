"""How wide a text is, near enough to break it into lines without a browser.

Widths are those of the board's typeface in parts of its size, rounded up a little, so that what
is reserved is never too small.
"""

from functools import lru_cache
from math import inf

_NARROW, _WIDE = frozenset("iljtfrI.,;:'!|()[]·- \u202f"), frozenset("mwMWGOQÓ%@—…")


def width(text: str, size: float) -> float:
    """Return the width of a text in px, for a size in px."""
    return size * sum(map(_share, text))


def lines(text: str, room: float, size: float) -> list[str]:
    """Break a text into lines no wider than `room` px; a word alone may be wider."""
    found: list[str] = []
    space, used = width(" ", size), 0.0
    for word in text.split(" ") if text else ():
        wide = _word(word) * size
        if found and used + space + wide <= room:
            found[-1] = f"{found[-1]} {word}"
            used += space + wide
        else:
            found.append(word)
            used = wide
    return found


def height(text: str, room: float, size: float, leading: float) -> float:
    """Return the height in px of a text set within `room` px: of as many lines as `lines` gives."""
    count, used, space = 0, inf, width(" ", size)
    for share in _words(text):
        wide = share * size
        if used + space + wide <= room:
            used += space + wide
        else:
            count, used = count + 1, wide
    return count * size * leading


@lru_cache(512)
def _words(text: str) -> tuple[float, ...]:
    """Return how wide each word of a text is: the same text is set at many widths."""
    return tuple(map(_word, text.split(" "))) if text else ()


@lru_cache(4096)
def _word(word: str) -> float:
    return sum(map(_share, word))


@lru_cache(1024)
def _share(letter: str) -> float:
    if letter in _NARROW:
        return 0.27
    if letter in _WIDE:
        return 0.8
    return 0.6 if letter.isupper() else 0.51
