"""What ends a report: alternatives, signatures, how it is written, and its sources."""

from data.compliance_report import cells, free
from data.compliance_report.block_words import refs_of
from data.compliance_report.blocks import (
    Block,
    Heading,
    Row,
    Sentence,
    Signature,
    Table,
    Words,
)
from data.compliance_report.context import Context
from data.compliance_report.vocabulary import say
from data.model import Fuente

_RULES = ("avance", "bandas", "terminos", "ausentes")
_POSTS = ("secretaria", "presidencia")


def alternatives(context: Context) -> list[Block]:
    """Return the part that only people can write."""
    head = Heading(1, say("tres.encabezado"), "parte-tres")
    return [head, free.block(context, "alternativas")]


def signatures() -> list[Block]:
    """Return the places to sign."""
    posts = [Signature(say(f"firmas.{name}")) for name in _POSTS]
    return [Heading(1, say("firmas.encabezado"), "firmas"), *posts]


def rules() -> list[Block]:
    """Return how the document is written: its terms, its rounding, its bands."""
    said = [Sentence(say(f"reglas_texto.{name}"), f"regla-{name}") for name in _RULES]
    return [Heading(1, say("reglas_texto.encabezado"), "reglas"), *said]


def cited(context: Context, blocks: tuple[Block, ...]) -> list[Block]:
    """Return the table of the sources that some blocks cite: places, under their document."""
    codes = {code for ref in refs_of(blocks) for code in ref.sources}
    rows: list[Row] = []
    before: tuple[str, str] | None = None
    for source in context.store.cited(codes):
        named = (source.institucion, source.documento)
        if named != before:
            rows.append(Row((_document(source),), (2,), True))
        before = named
        code, place = cells.quoted(source, "codigo"), cells.quoted(source, "localizador")
        rows.append(Row((Words((code,)), Words((place,)))))
    if not rows:
        return []
    head = tuple(say(f"fuentes.{name}") for name in ("codigo", "lugar"))
    # As wide as the longest key: broken at a hyphen, Spanish writes the hyphen twice.
    table = Table(say("fuentes.cuadro"), head, tuple(rows), "cuadro-fuentes", widths=(46, 54))
    return [Heading(1, say("fuentes.encabezado"), "fuentes"), table]


def _document(source: Fuente) -> Words:
    return say(
        "fuentes.fila",
        institucion=cells.quoted(source, "institucion"),
        documento=cells.quoted(source, "documento"),
    )
