"""Claims that the states contradict, and names that the catalogue does not have."""

import re
from collections.abc import Iterator

from data.compliance_report import free
from data.compliance_report.context import Context, Pair, below
from data.compliance_report.free_text import FreeText
from data.faults import Fault
from data.model import Entidad, Fuente
from data.text_normalisation import plain

_ALL = re.compile(
    r"\b(?:tod[oa]s|la totalidad|en su totalidad|siempre|sin excepción|cada un[oa] de|"
    r"íntegramente|plenamente|cabalmente)\b|\b100 ?% de (?:los|las)\b|\bcien por ciento\b",
    re.IGNORECASE,
)
_REACHED = r"(?:cumpl|alcanz|logr|super)"
_PAST, _PART = r"(?:ió|ieron|ó|aron)", r"(?:id|ad)[oa]s?"
_DONE = re.compile(
    rf"\b(?:cumpli(?:ó|eron)|(?:se|fue|fueron) {_REACHED}(?:{_PAST}|{_PART})|"
    rf"(?:se |)(?:ha|han|hemos)(?: sido|) {_REACHED}{_PART})\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    rf"\bno (?:se )?(?:(?:ha|han|hemos) (?:sido )?|fue |fueron )?{_REACHED}(?:{_PAST}|{_PART})\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(no existen?|no hay|ningun[oa]?|ningún)\b", re.IGNORECASE)
_INITIALS = re.compile(r"\b[A-ZÁÉÍÓÚÑ]{3,}\b")
_ROMAN = re.compile(r"[IVXLC]+")
_HEADS = (
    r"(?:Ministerio|Superintendencia|Defensoría|Poder|Policía|Fiscalía|Contraloría|Procuraduría|"
    r"Congreso|Autoridad)"
)
_JOINS = r"(?:de|del|la|las|los|e|y(?! (?:el |la |los |las )?" + _HEADS + r"))"
_OFFICE = re.compile(rf"\b{_HEADS}(?:(?: {_JOINS})* (?!{_HEADS}\b)[A-ZÁÉÍÓÚÑ][a-záéíóúñ]\w*)+")
# What is no prose: the reference to a cell, the code of an indicator.
_NO_PROSE = re.compile(r"\{[^{}]*\}|\b(?:IOP|ISS|OP|LN|SS)(?:\.\d+)+")


def doubts(context: Context, written: FreeText, place: str) -> Iterator[Fault]:
    """Give each claim and each name of a section that the tables do not bear out."""
    prose = _NO_PROSE.sub(_blank, written.text)
    found = (*_claims(context, written.section, prose), *_names(context, prose))
    for match, reason, remedy in found:
        line = written.line + written.text.count("\n", 0, match.start())
        yield Fault(place, line, written.section, match[0], reason, remedy)


def _blank(match: re.Match[str]) -> str:
    """Return as many spaces as a match takes, so that what follows keeps its place."""
    return " " * len(match[0])


def _scope(context: Context, section: str) -> tuple[Pair, ...]:
    own = tuple(p for p in context.pairs if free.aim(p[0].objetivo) == section)
    return own or context.pairs


def _claims(context: Context, section: str, prose: str) -> Iterator[tuple[re.Match[str], str, str]]:
    pairs = _scope(context, section)
    short = sum(below(value) for _, value in pairs)
    absent = sum(value.valor_obtenido is None for _, value in pairs)
    missing = sum(row.codigo in context.missing_codes for row, _ in pairs)
    against = f"{short} indicadores bajo su meta, {absent} sin valor, {missing} sin información"
    remedy = "diga cuántos, o de cuáles lo afirma"
    tried = (
        (_ALL, short or absent or missing, f"lo desmienten {against}"),
        (_DONE, short, f"lo desmienten {against}"),
        (_MISSED, not short, "ningún indicador con valor y meta quedó por debajo"),
        (_NONE, short or missing, f"compruébelo: {against}"),
    )
    for pattern, contradicted, reason in tried:
        if contradicted:
            text = _MISSED.sub(_blank, prose) if pattern is _DONE else prose
            yield from ((match, reason, remedy) for match in pattern.finditer(text))


def _names(context: Context, prose: str) -> Iterator[tuple[re.Match[str], str, str]]:
    entities = context.store.rows(Entidad)
    known = {row.sigla for row in entities} | _said(context)
    names = {plain(row.nombre): row.nombre for row in entities}
    names |= {plain(row.institucion): row.institucion for row in context.store.rows(Fuente)}
    for match in _INITIALS.finditer(prose):
        if match[0] not in known and not _ROMAN.fullmatch(match[0]):
            yield match, "la sigla no está en el catálogo", "use una de la tabla entidades"
    for match in _OFFICE.finditer(prose):
        if match[0] in names.values():
            continue
        near = next((name for flat, name in names.items() if flat.startswith(plain(match[0]))), "")
        remedy = f"escríbalo «{near}»" if near else "use un nombre de la tabla entidades"
        yield match, "el nombre no está en el catálogo", remedy


def _said(context: Context) -> frozenset[str]:
    """Return the initials that the names of the catalogue hold: NNA, UDAVIT, RETA."""
    names = [row.nombre for row, _ in context.pairs] + [row.nombre for row in context.services]
    return frozenset(word for name in names for word in _INITIALS.findall(name))
