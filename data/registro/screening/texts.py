"""Data in a text that may identify a person: found by their form, named by their kind."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from data.characters import misread

_WORD = r"[A-ZÁÉÍÓÚÑ][a-záéíóúñü]+"
_NAMES = rf"{_WORD}(?:\s+(?:(?:de|del|la|las|los|y)\s+){{0,2}}{_WORD}){{1,4}}"
_AGE = r"\(?\s*(?:de\s+|con\s+)?\d{1,2}\s*(?:años|a\.)"
_PERSON = (
    r"(?:v[ií]ctima|agraviad[oa]|menor|adolescente|niñ[oa]|joven|señor(?:a|ita)?|ciudadan[oa])"
)
_NAMED = r"(?i:de\s+nombre|llamad[oa]|identificad[oa]\s+como)"
_NUMBER = r"\s*(?i:n[.°ºro]*|:|\s)*\s*"
_PROCEEDING = r"(?i:\b(?:expediente|exp|carpeta(?: fiscal)?|caso|denuncia|atestado|parte))\.?"
_FOREIGN = r"(?i:\b(?:pasaporte|carn[eé] de extranjer[ií]a|c\.?\s?e\.?|c[eé]dula|ptp|cpp))"
_KINDS: tuple[tuple[str, str], ...] = (
    ("un número de DNI", r"(?<![\d.,/-])\d{8}(?![\d/-]|[.,]\d)"),
    ("un número de DNI", rf"(?i:\bdni)\W{{0,3}}{_NUMBER}\W{{0,3}}\d[\d\s.-]{{6,10}}\d"),
    ("un teléfono", r"(?<![\d.,/-])(?:\+?51[\s-]?)?9\d{2}[\s-]?\d{3}[\s-]?\d{3}(?![\d/-]|[.,]\d)"),
    (
        "un teléfono",
        r"(?i:\b(?:tel[eé]fono|telf?|cel(?:ular)?|whatsapp))\W{1,6}\+?\d[\d\s-]{5,12}\d",
    ),
    ("un correo", r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*[a-zA-Z]{2,}"),
    ("un documento extranjero", rf"{_FOREIGN}{_NUMBER}[A-Z]{{0,3}}\d{{6,12}}\b"),
    ("un número de caso", rf"{_PROCEEDING}{_NUMBER}\d{{1,12}}-(?:19|20)\d{{2}}(?:-[\w-]+)?"),
    ("un número de caso", r"(?<!\d)\d{3,10}-(?:19|20)\d{2}-\d{1,5}(?:-[\w-]+)*"),
    ("un nombre con su edad", rf"{_NAMES}\s*,?\s*{_AGE}"),
    ("un nombre con su edad", rf"\d{{1,2}}\s*años\W{{1,3}}(?:{_NAMED}\s+)?{_NAMES}"),
    ("unas iniciales con su edad", rf"\b(?:[A-ZÑ]\.\s?){{2,5}}[\s,]*{_AGE}"),
    ("unas iniciales con su edad", r"\b(?:[A-ZÑ]\.\s?){2,5}\s*\(\s*\d{1,2}\s*\)"),
    ("el nombre de una persona", rf"\b(?i:{_PERSON})\s+(?:{_NAMED}\s+)?{_NAMES}"),
    ("el nombre de una persona", rf"\b{_NAMED}\s+{_NAMES}"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
# Institutions that a sentence names right after «víctima» or «menor» are no person.
_INSTITUTION = re.compile(
    r"\b(?:Ministerio|Programa|Dirección|Unidad|Fiscalía|Policía|Poder|Centro|Hogar|Plan|Política|"
    r"Código|Ley|Registro|Región|Gobierno|Distrito|Provincia|Perú)\b"
)


# The longest text that is kept, of any kind.
LONGEST = 20_000
# Marks that nobody sees: with one inside, a number or a name is still read as what it is.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
# What has no end is read as one: a form tries each way to share a run of spaces among its parts.
_SPACES = re.compile(r"\s+")


class TextError(ValueError):
    """A text that is not kept, and why."""


class SignTextError(TextError):
    """A text that the public tables would refuse, or in which there is nothing to read."""


class PrivateTextError(TextError):
    """A text that seems to identify a person: it says of what kind, never the datum."""


@dataclass(frozen=True, slots=True)
class Identifying:
    """A place of a text that may identify a person: its kind, where it begins and ends."""

    kind: str
    start: int
    end: int


def identifying(text: str) -> Iterator[Identifying]:
    """Return what may identify a person in a text as it is seen, in the order of the kinds."""
    seen = _SPACES.sub(" ", unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(seen):
            if "nombre" in kind and _INSTITUTION.search(found[0]):
                continue
            yield Identifying(kind, found.start(), found.end())


def illegible(text: str) -> str:
    """Return why a text cannot be read by everybody, with its remedy; '' if it can."""
    if len(text) > LONGEST:
        return f"tiene {len(text):,} caracteres y caben {LONGEST:,}: acórtelo"
    if text.strip() and not any(map(str.isalnum, text)):
        return "no tiene ninguna letra ni cifra: escríbalo con palabras"
    return misread(text)


def refuse(*texts: str) -> None:
    """Raise TextError if a text that is to be kept cannot be read, or may identify a person."""
    for text in texts:
        if why := illegible(text):
            raise SignTextError(f"Un texto {why}.")
        for found in identifying(text):
            raise PrivateTextError(f"Parece haber {found.kind}. Quite lo que identifica.")
