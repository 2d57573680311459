"""Figures that free text writes in words: «cuatro mil», «la mitad», «el triple»."""

import re

_UNITS = {
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
    "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
    "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20,
    "veintiuno": 21, "veintiún": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23,
    "veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27,
    "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
    "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
    "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300,
    "cuatrocientos": 400, "cuatrocientas": 400, "quinientos": 500, "quinientas": 500,
    "seiscientos": 600, "seiscientas": 600, "setecientos": 700, "setecientas": 700,
    "ochocientos": 800, "ochocientas": 800, "novecientos": 900, "novecientas": 900,
}  # fmt: skip
_TIMES = {"mil": 1_000, "millón": 1_000_000, "millones": 1_000_000}
_ONE = {"un": 1, "uno": 1, "una": 1, "ún": 1}
_SHARES = (
    "mitad", "doble", "triple", "cuádruple", "tercios?", "(?:tercera|cuarta|quinta|décima) parte",
    "decenas?", "docenas?", "centenas?", "centenares", "miles", "millares?",
)  # fmt: skip
_FIRST = "|".join((*_UNITS, *_TIMES))
_NEXT = "|".join((*_UNITS, *_TIMES, *_ONE))
PATTERN = rf"\b(?:(?:{_FIRST})(?:(?: y)? (?:{_NEXT}))*|{'|'.join(_SHARES)})\b"
_WORD = re.compile(r"\w+")


def value(words: str) -> int | None:
    """Return the number that some words of PATTERN write; None for a share or a round amount."""
    total = group = 0
    for word in _WORD.findall(words.lower()):
        if word in _TIMES:
            total, group = total + max(group, 1) * _TIMES[word], 0
        elif word in _UNITS or word in _ONE:
            group += _UNITS.get(word, 1)
        elif word != "y":
            return None
    return total + group
