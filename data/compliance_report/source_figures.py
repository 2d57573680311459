"""The absolute figures that the sources print beside an indicator or a service."""

from collections.abc import Iterable, Iterator

from data.compliance_report import cells
from data.compliance_report.blocks import Block, Bullets, Words
from data.compliance_report.context import Context
from data.compliance_report.vocabulary import say
from data.model import Cifra


def figures(context: Context, name: str, codes: Iterable[str]) -> Iterator[Block]:
    """Give the figures of some codes up to the year, each with its unit; nothing if none."""
    held = context.store.by(Cifra, "codigo")
    rows = [row for code in codes for row in held.get((code,), ()) if row.anio <= context.year]
    if rows:
        yield Bullets(tuple(map(_figure, rows)), f"cifras-{name}")


def _figure(row: Cifra) -> Words:
    return say(
        "dos.cifra" if str(row.anio) in row.concepto else "dos.cifra_de_anio",
        anio=cells.year(row.anio, row),
        concepto=cells.quoted(row, "concepto"),
        valor=cells.figure(row, "valor", "n"),
        unidad=cells.quoted(row, "unidad"),
    )
