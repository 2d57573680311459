"""V12, V19: what the text says that the data do not."""

import re
from collections.abc import Iterator
from decimal import Decimal

from data.registro import computed
from data.registro.checks.figures_in_text import figures
from data.registro.checks.findings import Finding, note
from data.registro.entry import Entry, Known
from data.text_normalisation import plain

_YEARS = range(1990, 2050)
_EVERYTHING = re.compile(r"\btod[oa]s\b|\bla totalidad\b")
_FULFILLED = re.compile(r"\bse cumplio\b|\bcumplimiento del 100\b|\bmeta (?:fue )?cumplida\b")
_NOTHING = re.compile(r"\bno existen?\b|\bno hay\b|\bningun[ao]?\b")


def unknown_figures(entry: Entry, known: Known) -> Iterator[Finding]:
    """V12: a figure of the text that is in no field of the report and in no earlier one."""
    data = _figures(entry, known)
    for figure in dict.fromkeys(figure.amount for figure in figures(entry.texto)):
        if figure not in data and figure not in _YEARS:
            yield note("V12", "texto", cifra=figure)


def claims(entry: Entry, known: Known) -> Iterator[Finding]:
    """V19: «todos», «se cumplió», «no existe» against what the report says in figures."""
    said, worth = plain(entry.texto), computed.value(known.sheet, entry)
    above, below = entry.numerador, entry.denominador
    partial = above is not None and below is not None and above < below
    if partial and (found := _EVERYTHING.search(said)):
        yield note("V19", "texto", "todos", palabra=found[0], num=above, den=below)
    short = known.meta is not None and (worth is None or worth < known.meta)
    if short and (found := _FULFILLED.search(said)):
        yield note("V19", "texto", "cumplio", palabra=found[0], meta=known.meta)
    if worth and (found := _NOTHING.search(said)):
        yield note("V19", "texto", "nada", palabra=found[0], valor=worth)


def _figures(entry: Entry, known: Known) -> set[Decimal]:
    own = (entry.numerador, entry.denominador, entry.valor, entry.avance,
           computed.value(known.sheet, entry), known.base, known.sheet.universo_n)  # fmt: skip
    details = [amount for parts in entry.desagregado.values() for amount in parts.values()]
    facts = [fact.cantidad for fact in entry.hechos]
    series = [*known.metas.values(), *known.valores.values(), *known.denominadores.values()]
    return {figure for figure in (*own, *details, *facts, *series) if figure is not None}
