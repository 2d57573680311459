"""V11: the same fact in two reports is the same figure, or both say why it is not."""

from collections.abc import Iterator

from data.registro import computed
from data.registro.checks.findings import Finding, explain
from data.registro.entry import Entry, Known


def reconciled(entry: Entry, known: Known) -> Iterator[Finding]:
    """V11: asked of both sides, each with the figure of the other."""
    figures = {
        "numerador": entry.numerador,
        "denominador": entry.denominador,
        "valor": computed.value(known.sheet, entry),
    }
    for other in known.contrapartes:
        own = figures[other.que]
        if own is not None and other.cifra is not None and own != other.cifra:
            yield explain("V11", other.que, dato=other.dato, cifra=own, codigo=other.codigo,
                          otra=other.cifra)  # fmt: skip
