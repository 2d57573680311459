"""V15, V16: who reports answers for the indicator, and shows what the sheet asks for."""

from collections.abc import Iterator

from data.registro.checks.findings import Finding, blocks
from data.registro.entry import Entry, Known


def in_force(entry: Entry, known: Known) -> Iterator[Finding]:
    """V15: the entity, and its unit where the sheet names one, answer in the period."""
    held = known.responsables
    named = ", ".join(dict.fromkeys(one.entidad for one in held)) or "nadie"
    if entry.entidad not in {one.entidad for one in held}:
        yield blocks("V15", "entidad", entidad=entry.entidad or "nadie", responsables=named)
        return
    units = {one.unidad for one in held if one.entidad == entry.entidad and one.unidad}
    if units and entry.unidad and entry.unidad not in units:
        yield blocks("V15", "unidad", "unidad", unidad=entry.unidad,
                     unidades=", ".join(sorted(units)))  # fmt: skip


def evidence(entry: Entry, known: Known) -> Iterator[Finding]:
    """V16: evidence of a kind that the sheet asks for, or a reason for its absence."""
    wanted = known.sheet.evidencia
    reported = entry.estado_dato in ("dato", "cero")
    shown = set(wanted) & set(entry.evidencia) or entry.sin_evidencia.strip()
    if wanted and reported and not shown:
        yield blocks("V16", "evidencia", clases=", ".join(wanted))
