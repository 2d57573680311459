"""V05, V06, V08: what the earlier years and the name of the indicator make one expect."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from data.registro import computed
from data.registro.checks.findings import Finding, blocks, explain, note
from data.registro.entry import Entry, Known
from data.rules.progress import advance
from data.text_normalisation import plain

_JUMP, _LEAP, _OVERSHOOT = Decimal(3), Decimal(10), Decimal(200)


def _value(entry: Entry, known: Known) -> Decimal | None:
    found = computed.value(known.sheet, entry)
    return entry.valor if found is None and entry.estado_dato == "dato" else found


def jump(entry: Entry, known: Known) -> Iterator[Finding]:
    """V05: three times more or less than the last year has a reason; ten times, a second look."""
    now, before = _value(entry, known), known.before(known.valores)
    if now is None or not before or before < 0:
        return
    if not before / _JUMP < now < before * _JUMP:
        found = explain("V05", "valor", antes=before, ahora=now)
        yield replace(found, revisor=not before / _LEAP < now < before * _LEAP)


def accumulated(entry: Entry, known: Known) -> Iterator[Finding]:
    """V06: what is cumulative does not fall, and the sheet says it as the name does."""
    named = "acumulad" in plain(known.sheet.nombre)
    if named and plain(known.sheet.agregacion).startswith("no"):
        yield blocks("V06", "ficha", "nombre", agregacion=known.sheet.agregacion)
    now, before = _value(entry, known), known.before(known.valores)
    if named and now is not None and before is not None and now < before:
        yield blocks("V06", "valor", "baja", antes=before, ahora=now)


def overshoot(entry: Entry, known: Known) -> Iterator[Finding]:
    """V08: twice the target two years running says something of the target."""
    before = known.before(known.valores)
    target = known.before(known.metas)
    percents = advance(_value(entry, known), known.meta), advance(before, target)
    if all(percent is not None and percent >= _OVERSHOOT for percent in percents):
        yield note("V08", "meta", ahora=percents[0], antes=percents[1])
