"""How names are compared and how the address writes them."""

import re
import unicodedata
from functools import lru_cache

# All of them stand in the first two planes of Unicode.
_MARKS = re.compile(
    "[" + "".join(chr(n) for n in range(0x300, 0x20000) if unicodedata.combining(chr(n))) + "]"
)


def plain(text: str) -> str:
    """Return a text in lower case without accents, for searching."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))


def alphabetical(text: str) -> str:
    """Return what orders a text as a Spanish reader looks it up: accents apart, ñ after n."""
    return plain(text.lower().replace("ñ", "n\uffff"))


@lru_cache(maxsize=64)
def words(search: str) -> tuple[str, ...]:
    """Return the words that are looked for: every row of a table is held to the same."""
    return tuple(plain(search).split())


def slug(text: str) -> str:
    """Return a name as the address writes it: lower case, ASCII, hyphens between its words."""
    letters = (c if c.isascii() and c.isalnum() else " " for c in plain(text))
    return "-".join("".join(letters).split())


def legible(text: str) -> str:
    """Return what somebody sent as it may be shown: a mark for what cannot be seen, or turns it."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
