"""V01, V02, V03, V10: the parts, what is computed from them, and the universe they divide by."""

from collections.abc import Iterator
from decimal import Decimal

from data.registro import computed
from data.registro.checks.findings import Finding, blocks, explain, says
from data.registro.entry import Entry, Known
from data.rules.progress import FULL, reproduces

_CHANGE = Decimal("0.20")


def whole(entry: Entry, known: Known) -> Iterator[Finding]:
    """V01: a part is not more than its whole."""
    if known.sheet.clase == "parte-de-un-todo" and _exceeds(entry):
        yield blocks("V01", "numerador", num=_above(entry), den=_below(entry))


def executed(entry: Entry, known: Known) -> Iterator[Finding]:
    """V02: more done than was programmed has a reason."""
    if known.sheet.clase == "ejecutado-programado" and _exceeds(entry):
        yield explain("V02", "numerador", num=_above(entry), den=_below(entry))


def arithmetic(entry: Entry, known: Known) -> Iterator[Finding]:
    """V03: the value and the advance are those that the parts give."""
    exact = computed.from_parts(known.sheet, entry.numerador, entry.denominador)
    typed = entry.valor if known.sheet.has_parts else None
    if typed is not None and exact is not None and not reproduces(typed, exact):
        right = computed.rounded(exact, known.sheet.decimales)
        yield _computed("valor", "dice_valor", typed=typed, right=right)
    worth = entry.valor if entry.valor is not None else computed.value(known.sheet, entry)
    if entry.avance is None or worth is None or not known.meta:
        return
    quotient = worth / known.meta * FULL
    if not reproduces(entry.avance, quotient):
        right = computed.rounded(quotient, 1)
        yield _computed("avance", "dice_avance", typed=entry.avance, right=right)


def complete(entry: Entry, known: Known) -> Iterator[Finding]:
    """V03: a value of parts has both, and they can be divided."""
    if not known.sheet.has_parts or entry.estado_dato != "dato":
        return
    for name in ("numerador", "denominador"):
        if getattr(entry, name) is None:
            yield blocks("V03", name, "falta", parte=name)
    if entry.denominador is not None and entry.denominador <= 0:
        yield blocks("V03", "denominador", "no_divide")


def universe(entry: Entry, known: Known) -> Iterator[Finding]:
    """V10: the denominator is the universe of the sheet; a large change has a reason."""
    below = entry.denominador
    if below is None or not known.sheet.has_parts:
        return
    fixed = known.sheet.universo_n
    if fixed is not None and below != fixed:
        yield explain("V10", "denominador", den=below, universo=fixed, nombre=known.sheet.universo)
    before = known.before(known.denominadores)
    if before and abs(below - before) > before * _CHANGE:
        yield explain("V10", "denominador", "cambia", den=below, antes=before)
    for code, other in sorted(known.mismo_universo.items()):
        if abs(below - other) > max(below, other) * _CHANGE:
            yield explain("V10", "denominador", "otro", den=below, codigo=code, cifra=other)


def _exceeds(entry: Entry) -> bool:
    above, below = entry.numerador, entry.denominador
    if above is not None and below is not None:
        return above > below
    return entry.valor is not None and entry.valor > FULL


def _above(entry: Entry) -> Decimal:
    found = entry.numerador if entry.denominador is not None else entry.valor
    return found or Decimal(0)


def _below(entry: Entry) -> Decimal:
    return FULL if entry.denominador is None or entry.numerador is None else entry.denominador


def _computed(field: str, variant: str, typed: Decimal, right: Decimal) -> Finding:
    return Finding("V03", "calculado", field, says("V03", variant, dice=typed, sale=right))
