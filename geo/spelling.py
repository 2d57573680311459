"""One way to compare names that sources write in capitals, with or without accents."""

import unicodedata


def plain(text: str) -> str:
    """Return the name in capitals, without accents or punctuation, single-spaced (Ñ becomes N)."""
    letters = unicodedata.normalize("NFD", text.upper())
    kept = (letter for letter in letters if unicodedata.category(letter) != "Mn")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())
