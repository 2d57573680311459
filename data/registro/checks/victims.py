"""V17: nothing that identifies a victim is kept."""

from collections.abc import Iterator

from data.registro.checks.findings import Finding, blocks
from data.registro.entry import Entry, Known
from data.registro.screening.texts import identifying


def private(entry: Entry, _: Known) -> Iterator[Finding]:
    """V17: each field of words is looked through; the finding names the kind, never the datum."""
    fields = {
        "texto": entry.texto,
        "limitaciones": entry.limitaciones,
        "motivo": entry.motivo,
        "sin_evidencia": entry.sin_evidencia,
        "hechos": "\n".join(one.tipo for one in entry.hechos),
        "unidad": entry.unidad,
        **{f"explicaciones.{rule}": said for rule, said in entry.explicaciones.items()},
    }
    for field, text in fields.items():
        for kind in dict.fromkeys(found.kind for found in identifying(text)):
            yield blocks("V17", field, clase=kind)
