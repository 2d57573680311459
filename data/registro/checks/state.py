"""V04: no datum, zero and no report are three things; absence has a reason."""

from collections.abc import Iterator

from data.registro.checks.findings import Finding, blocks
from data.registro.entry import Entry, Known


def state(entry: Entry, known: Known) -> Iterator[Finding]:
    """V04: the state is chosen, a zero is confirmed, an absence says why."""
    if entry.estado_dato is None:
        yield blocks("V04", "estado_dato", "elija")
    elif entry.estado_dato == "cero":
        if not entry.cero_confirmado:
            yield blocks("V04", "cero_confirmado", "cero")
        if entry.numerador or entry.valor:
            yield blocks("V04", "estado_dato", "no_es_cero")
    elif entry.estado_dato == "dato":
        yield from _datum(entry, known)
    elif not entry.motivo.strip():
        yield blocks("V04", "motivo", "motivo")


def _datum(entry: Entry, known: Known) -> Iterator[Finding]:
    if not known.sheet.has_parts and entry.valor is None:
        yield blocks("V04", "valor", "falta")
    figure = entry.numerador if known.sheet.has_parts else entry.valor
    if figure == 0 and known.sheet.clase != "variacion":
        yield blocks("V04", "estado_dato", "es_cero")
    if any(part is not None and part < 0 for part in (entry.numerador, entry.denominador)):
        yield blocks("V04", "numerador", "negativo")
