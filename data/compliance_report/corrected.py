"""Which corrections speak of what a report prints, and the section that says them."""

from collections.abc import Iterable

from data.compliance_report import cells
from data.compliance_report.block_words import refs_of
from data.compliance_report.blocks import Block, Bullets, Heading, Ref, Sentence, Words
from data.compliance_report.vocabulary import counted, say
from data.model import Correccion
from data.query.corrections import Corrected, corrected
from data.store import Store


def of(blocks: Iterable[Block], store: Store) -> list[Corrected]:
    """Return the corrections that some tables hold of the rows that some blocks print."""
    printed = {(cell.table, cell.key) for ref in refs_of(tuple(blocks)) for cell in ref.cells}
    return [
        each
        for each in corrected(store)
        if (each.said.tabla, tuple(map(str, each.row.identity))) in printed
    ]


def section(store: Store, blocks: tuple[Block, ...]) -> list[Block]:
    """Return what was corrected of what some blocks print, each with its reason; [] if nothing."""
    rows = list(dict.fromkeys(each.said for each in of(blocks, store)))
    if not rows:
        return []
    amount = cells.amount(rows, "clave", "cuenta")
    return [
        Heading(1, say("correcciones.encabezado"), "correcciones"),
        Sentence(counted("correcciones.cuantas", amount), "correcciones-cuantas"),
        Bullets(tuple(map(_said, rows)), "correcciones-lista"),
    ]


def _said(row: Correccion) -> Words:
    return say(
        "correcciones.una",
        tabla=_quoted(row, "tabla"),
        clave=_quoted(row, "clave"),
        dia=_quoted(row, "fecha", f"{row.fecha:%d/%m/%Y}"),
        motivo=_quoted(row, "motivo", row.motivo.rstrip(". ")),
    )


def _quoted(row: Correccion, column: str, printed: str = "") -> Ref:
    """Return what a correction says; it has no source but the table in which it stands."""
    return Ref(printed or str(getattr(row, column)), (cells.cell(row, column),), "correccion")
