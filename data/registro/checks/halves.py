"""V20: the year agrees with its two halves, as the sheet says they are put together."""

from collections.abc import Iterator
from decimal import Decimal

from data.registro import computed
from data.registro.checks.findings import Finding, blocks
from data.registro.entry import Entry, Half, Known

_HALVES = 2


def year(entry: Entry, known: Known) -> Iterator[Finding]:
    """V20: asked only where both halves were approved."""
    if len(known.semestres) != _HALVES or entry.estado_dato not in ("dato", "cero"):
        return
    names = ("numerador", "denominador") if known.sheet.has_parts else ("valor",)
    for name in names:
        wanted, said = _together(known, name), _said(entry, known, name)
        if wanted is not None and said is not None and wanted != said:
            yield blocks("V20", name, parte=name, anual=said, semestres=wanted)


def _together(known: Known, name: str) -> Decimal | None:
    first, second = (_part(half, name) for half in known.semestres)
    if known.sheet.acumulacion == "ultimo":
        return second
    return None if first is None or second is None else first + second


def _part(half: Half, name: str) -> Decimal | None:
    found: Decimal | None = getattr(half, name)
    return found


def _said(entry: Entry, known: Known, name: str) -> Decimal | None:
    if name == "valor":
        return computed.value(known.sheet, entry)
    found: Decimal | None = getattr(entry, name)
    return found
