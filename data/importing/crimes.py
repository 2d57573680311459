"""Which rows of the yearly file are trafficking, and why the others are not."""

import re
from functools import lru_cache

from geo.spelling import plain

TRAFFICKING = "trata"
CONNECTED = "explotacion"
OTHER = "otros delitos"
TREATIES = "art. 340, violación de tratados: el nombre se parece, no es trata"
NO_ARTICLE = "rubro «Trata de personas» sin artículo de trata"
OTHER_CRIME = "artículo de trata bajo otro delito"
OTHER_ERA = "artículo de trata que no es el de ese año"
SUBTOTAL = "total"

RENUMBERED = 2023
"""First year whose file numbers trafficking 129-A and 129-B (Ley 31146), not 153 and 153-A."""

OLD, NEW = ("153", "153-A"), ("129-A", "129-B")
_CONNECTED = frozenset(f"129-{letter}" for letter in "CDEFGHIJKLMNÑOP")
_HEADINGS = {
    **dict.fromkeys(OLD, ("CONTRA LA LIBERTAD", "VIOLACION DE LA LIBERTAD PERSONAL")),
    **dict.fromkeys(NEW, ("CONTRA LA DIGNIDAD HUMANA", "TRATA DE PERSONAS")),
}
_ARTICLE = re.compile(r"(?:ART(?:[IÍ]CULO)?\.?\s*)?(\d{1,3})\s*[-–]?\s*([A-ZÑ]{0,2})$")


def article(text: str) -> str:
    """Return an article as «129-A» or «153»; empty when there is none («S/Art»)."""
    found = _ARTICLE.match(text.strip().upper().replace("N\u0303", "Ñ"))
    return "-".join(part for part in found.groups() if part) if found else ""


def articles(year: int) -> tuple[str, str]:
    """Return the two articles of trafficking in the file of a year: basic and aggravated."""
    return OLD if year < RENUMBERED else NEW


@lru_cache(maxsize=10_000)
def classify(year: int, generic: str, subgeneric: str, text: str) -> str:
    """Return TRAFFICKING, CONNECTED, SUBTOTAL, or the reason why a row is left out."""
    number, headings = article(text), (plain(generic), plain(subgeneric))
    if any(heading.startswith(("TOTAL", "SUB TOTAL", "SUBTOTAL")) for heading in headings):
        return SUBTOTAL
    if number in _HEADINGS:
        if not any(map(str.endswith, headings, _HEADINGS[number])):
            return OTHER_CRIME
        return TRAFFICKING if number in articles(year) else OTHER_ERA
    if headings[1] == "TRATA DE PERSONAS":
        return NO_ARTICLE
    if number in _CONNECTED and headings[1] == "EXPLOTACION":
        return CONNECTED
    return TREATIES if number == "340" else OTHER
