"""Claims that the states contradict, and names that the catalogue does not have."""

import re
from collections.abc import Iterator

from data.compliance_report import free
from data.compliance_report.context import Context, Pair, below
from data.compliance_report.free_text import FreeText
from data.faults import Fault
from data.model import Entidad
from data.text_normalisation import plain

_ALL = re.compile(r"\b(todos|todas|la totalidad|siempre|sin excepción)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\bse (?:ha |han )?(?:cumplió|cumplieron|cumplido|alcanzó|alcanzaron|logró)\b", re.IGNORECASE
)
_NONE = re.compile(r"\b(no existen?|no hay|ningun[oa]?|ningún)\b", re.IGNORECASE)
_INITIALS = re.compile(r"\b[A-ZÁÉÍÓÚÑ]{3,}\b")
_MINISTRY = re.compile(
    r"\b(?:Ministerio|Superintendencia|Defensoría|Poder|Policía)"
    r"(?:(?: (?:de|del|la|las|los|y))* [A-ZÁÉÍÓÚÑ][\wáéíóúñ]+)+"
)


def doubts(context: Context, written: FreeText, place: str) -> Iterator[Fault]:
    """Give each claim and each name of a section that the tables do not bear out."""
    for match, reason, remedy in (*_claims(context, written), *_names(context, written.text)):
        line = written.line + written.text.count("\n", 0, match.start())
        yield Fault(place, line, written.section, match[0], reason, remedy)


def _scope(context: Context, section: str) -> tuple[Pair, ...]:
    own = tuple(p for p in context.pairs if free.aim(p[0].objetivo) == section)
    return own or context.pairs


def _claims(context: Context, written: FreeText) -> Iterator[tuple[re.Match[str], str, str]]:
    pairs = _scope(context, written.section)
    short = sum(below(value) for _, value in pairs)
    absent = sum(value.valor_obtenido is None for _, value in pairs)
    missing = sum(row.codigo in context.missing_codes for row, _ in pairs)
    against = f"{short} indicadores bajo su meta, {absent} sin valor, {missing} sin información"
    remedy = "diga cuántos, o de cuáles lo afirma"
    if short or absent or missing:
        yield from ((m, f"lo desmienten {against}", remedy) for m in _ALL.finditer(written.text))
    if short:
        yield from ((m, f"lo desmienten {against}", remedy) for m in _DONE.finditer(written.text))
    if short or missing:
        for match in _NONE.finditer(written.text):
            yield match, f"compruébelo: {against}", remedy


def _names(context: Context, text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    entities = context.store.rows(Entidad)
    known = {row.sigla for row in entities}
    names = {plain(row.nombre): row.nombre for row in entities}
    said = _said(context)
    for match in _INITIALS.finditer(text):
        if match[0] not in known and match[0] not in said:
            yield match, "la sigla no está en el catálogo", "use una de la tabla entidades"
    for match in _MINISTRY.finditer(text):
        if match[0] in names.values():
            continue
        near = next((name for flat, name in names.items() if flat.startswith(plain(match[0]))), "")
        remedy = f"escríbalo «{near}»" if near else "use un nombre de la tabla entidades"
        yield match, "el nombre no está en el catálogo", remedy


def _said(context: Context) -> frozenset[str]:
    """Return the initials that the names of the catalogue hold: NNA, UDAVIT, RETA."""
    names = [row.nombre for row, _ in context.pairs] + [row.nombre for row in context.services]
    return frozenset(word for name in names for word in _INITIALS.findall(name))
