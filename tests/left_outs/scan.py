"""Find the figures of a text: numbers and number words, without what only names or orders."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_SMALL = (
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte"
)
_WORDS = {word: str(number) for number, word in enumerate(_SMALL.split(), 2)} | {
    "cuartas partes": "cuartos", "mitad": "mitad", "millones": "millones", "mil": "mil",
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
_FIGURE = re.compile(rf"{_NUMBER}|\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b", re.I)
_LIST = r"(?:\d+[.,°º]*\s*(?:,|y|a|al|e|-|–)?\s*)*$"
_MONTH = (
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|setiembre|septiembre|octubre|noviembre|"
    "diciembre"
)
# What stands before a number that is no figure: of a norm, of a part of a text, of a code, a date.
_PARTS = (
    r"art[íi]culos?|arts?\.|incisos?|numeral|p[áa]rr(?:afo)?\.?|p[áa]g(?:s|ina)?\.?|pp?\.|vol\.",
    r"secci[oó]n|cap[íi]tulos?|edición|gr[aá]fico|tabla|anexo|nota|apartado|núm(?:ero|\.)|doc\.",
    r"servicios?|lineamiento|indicador(?:es)?|objetivos?(?: \w+)?|actividad|acci[oó]n|l[íi]nea",
    r"tipo|tip|informe defensorial|año|convenio|d\.?s\.?|directiva",
)
_CODES = r"OE|OI|O\.E\.|O\.I\.|OP|IOP|ISS|SS|LN|N|IVO|METAS?|Metas?|A|S|\$|CO|PP\)"
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i)\b(?:{'|'.join(_PARTS)})\s*\(?(?:n[.°º]+\s*)?{_LIST}",
        rf"\b(?:{_CODES})[\s.\-]*{_LIST}", r"(?i)n[.]?\s?[°ºª]s?\.?\s*$",
        rf"(?i)\b(?:{_MONTH})(?: del?)? ?$", r"https?:\S*$", r"<[^>]*$", r"<sup>[^<]*$",
        r"[A-Z.]\w*/$|\d{3,}/$", r"C\.$|4c-$", r"-\d{4}-$",
    )
)  # fmt: skip
_AFTER = re.compile(
    rf"-\d{{4}}|/\d|-[A-Z]{{2}}|[A-Z]\b|(?:da|a)\.? [Ee]d|"
    rf"\s*(?:-|al?)?\s*\d*\s*(?:de\s+)?(?:{_MONTH})\b"
)
_LABEL = re.compile(r"(.*[\s:])?\(|[\s*\-]*", re.S)
_LABELLED = re.compile(r"\*{0,2}[.)\-]\*{0,2}(?!\d)")
_HEADING = re.compile(r"\s*#[\s#*]*")
_REACH = 300
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(r"\d+(?:\.\d+){2,}")


class Found(NamedTuple):
    """A figure, as it is compared, with the words around it."""

    figure: str
    near: frozenset[str]


def figures(text: str) -> Iterator[Found]:
    """Return the figures of a text in order."""
    for match in _FIGURE.finditer(text):
        before, after = (
            text[max(0, match.start() - _REACH) : match.start()],
            text[match.end() :][:60],
        )
        if not _names(match[0], before, after):
            yield Found(value(match[0]), words(before[-50:] + " " + after[:50]))


def numbers(text: str) -> set[str]:
    """Return every number and number word of a text, whatever it means."""
    return {value(match[0]) for match in _FIGURE.finditer(text)}


def value(said: str) -> str:
    """Return one writing of a number: «1,795», «1795» and «1,795.0» are the same."""
    if said.lower() in _WORDS:
        return _WORDS[said.lower()]
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", said) and not said.startswith("0"):
        return re.sub(r"\D", "", said)
    if re.fullmatch(r"\d{1,3}(,\d{3})+\.\d+", said):
        said = said.replace(",", "")
    whole, _, part = said.replace(",", ".").partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{part}" if part else "")


def words(text: str) -> frozenset[str]:
    """Return the beginnings of the long words of a text, without accents."""
    split = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(letter for letter in split if not unicodedata.combining(letter))
    return frozenset(word[:6] for word in re.findall(r"[a-z]{4,}", bare))


def _names(said: str, before: str, after: str) -> bool:
    """Say whether a number is a year, a label, a page, a norm, a code or a date."""
    if _YEAR.fullmatch(said) or _CODE.fullmatch(said) or _AFTER.match(after):
        return True
    if _HEADING.fullmatch(before) or (said.isdigit() and _labels(before, after)):
        return True
    return any(pattern.search(before) for pattern in _BEFORE)


def _labels(before: str, after: str) -> bool:
    """Say whether a number begins a point of a list: «2. …», «(3) …», or is alone in its line."""
    return bool(_LABEL.fullmatch(before) and _LABELLED.match(after))
