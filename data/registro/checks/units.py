"""V09: what is counted is what the sheet counts."""

import re
from collections.abc import Iterator

from data.registro.checks.figures_in_text import counted, figures, stem
from data.registro.checks.findings import Finding, explain
from data.registro.entry import Entry, Known
from data.text_normalisation import plain


def unit(entry: Entry, known: Known) -> Iterator[Finding]:
    """V09: a figure of the text with another unit, or without the word that qualifies it."""
    own = known.sheet.unidad
    units = known.unidades | {own}
    named = [(figure, counted(figure, units)) for figure in figures(entry.texto)]
    others = [(figure, other) for figure, other in named if other and stem(other) != stem(own)]
    for figure, other in dict.fromkeys(others):
        yield explain("V09", "texto", cifra=figure.amount, otra=other, unidad=own)
    if any(_unqualified(line, known) for line in entry.texto.splitlines()):
        yield explain("V09", "texto", "calificador", unidad=own,
                      calificador=known.sheet.calificador)  # fmt: skip


def _unqualified(line: str, known: Known) -> bool:
    own, qualifier = stem(known.sheet.unidad), known.sheet.calificador
    mentioned = own in map(stem, re.findall(r"\w+", line))
    return bool(qualifier) and mentioned and stem(qualifier) not in plain(line)
