"""V13, V14, V18: a count agrees with its list, its places, its dates and its breakdowns."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from data.registro.checks.findings import Finding, blocks, explain
from data.registro.entry import Entry, Fact, Known

_NEAR_DAYS = 3


def _counted(entry: Entry, known: Known) -> Decimal | None:
    return entry.numerador if known.sheet.has_parts else entry.valor


def listed(entry: Entry, known: Known) -> Iterator[Finding]:
    """V13: the count is the sum of the facts; each is in the period and in a known place."""
    total = sum((fact.cantidad for fact in entry.hechos), Decimal(0))
    count = _counted(entry, known)
    if known.sheet.cuenta_hechos and count is not None and count != total:
        yield blocks("V13", "valor", "suma", cuenta=count, suma=total)
    for fact in entry.hechos:
        if not known.inicio <= fact.fecha <= known.fin:
            yield blocks("V13", "hechos", "fecha", fecha=fact.fecha.isoformat())
        if fact.lugar not in known.lugares:
            yield blocks("V13", "hechos", "lugar", lugar=fact.lugar)


def repeated(entry: Entry, _: Known) -> Iterator[Finding]:
    """V14: two facts of one type and place within three days may be the same one."""
    for one, other in combinations(entry.hechos, 2):
        if _alike(one, other):
            yield explain("V14", "hechos", tipo=one.tipo, lugar=one.lugar,
                          una=one.fecha.isoformat(), otra=other.fecha.isoformat())  # fmt: skip


def broken_down(entry: Entry, known: Known) -> Iterator[Finding]:
    """V18: each breakdown adds up to the total."""
    count = _counted(entry, known)
    for dimension, parts in sorted(entry.desagregado.items()):
        total = sum(parts.values(), Decimal(0))
        if count is not None and total != count:
            yield blocks("V18", "desagregado", dimension=dimension, suma=total, cuenta=count)
        if any(amount < 0 for amount in parts.values()):
            yield blocks("V18", "desagregado", "negativo", dimension=dimension)


def _alike(one: Fact, other: Fact) -> bool:
    near = abs((one.fecha - other.fecha).days) <= _NEAR_DAYS
    return near and (one.tipo, one.lugar) == (other.tipo, other.lugar)
