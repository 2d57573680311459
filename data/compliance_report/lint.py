"""The check of the free text: figures that the document does not hold, claims, names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from data.compliance_report import cells, claims, written_numbers
from data.compliance_report.block_words import refs_of
from data.compliance_report.blocks import Block, Free, Piece, Ref
from data.compliance_report.context import Context
from data.compliance_report.free_text import FOLDER, FreeText
from data.compliance_report.references import Kept
from data.compliance_report.vocabulary import number
from data.faults import Fault
from data.model import TABLES

# {tabla/clave/columna}: the figure of a cell, by the whole key of its row with commas between.
_NAMED = re.compile(r"\{(\w+)/([^/{}]+)/(\w+)\}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Figures of one sign (½, ²), figures in words, and a brace that names no cell.
_SIGN = "[\u00b2\u00b3\u00b9\u00bc-\u00be\u2150-\u215e]"
# 94 % of a target are not 94 victims.
_SHARE = re.compile(r"\s?(?:%|por ciento)")
_ADVANCES = ("avance_publicado", "avance_calculado")
# Letters of other scripts and pictures, which the letter of the documents does not have.
_STRANGE = re.compile("[\u0370-\u1fff\u2600-\ufaff\U00010000-\U0010ffff]")
_EITHER = re.compile(
    f"{_NAMED.pattern}|{_NUMBER.pattern}|{_SIGN}|[{{}}]|{written_numbers.PATTERN}", re.IGNORECASE
)


class Checked:
    """The free text of a document against the figures of its computed blocks.

    `doubts` grows as sections are resolved: each has its place and its remedy.
    """

    def __init__(self, context: Context, blocks: tuple[Block, ...]) -> None:
        """Take the figures of some blocks as those that free text may print."""
        self._context, self._blocks = context, blocks
        self.doubts: list[Fault] = []

    @cached_property
    def _held(self) -> dict[tuple[str, bool], Ref]:
        """Return the reference of each number that the blocks print, and whether it is a share."""
        found: dict[tuple[str, bool], Ref] = {}
        for ref in refs_of(self._blocks):
            bare = any(cell.column in _ADVANCES for cell in ref.cells)
            for each in _NUMBER.finditer(ref.text):
                share = bare or bool(_SHARE.match(ref.text, each.end()))
                found.setdefault((_plain(each[0]), share), ref)
        return found

    def resolved(self, block: Block) -> Block:
        """Return a block; the text of a free one with each of its figures looked up."""
        if not isinstance(block, Free):
            return block
        written = self._context.texts.sections.get(block.section)
        if written is None:
            return block
        self.doubts += claims.doubts(self._context, written, self._place(written))
        for match in _STRANGE.finditer(written.text):
            self._doubt(written, match, "el PDF no puede escribir ese signo", "use otro")
        return replace(block, pieces=tuple(self._pieces(written)))

    def _place(self, written: FreeText) -> str:
        return f"data/{FOLDER}/{self._context.texts.file}"

    def _pieces(self, written: FreeText) -> Iterator[Piece]:
        end = 0
        for match in _EITHER.finditer(written.text):
            if match.start() > end:
                yield Piece(written.text[end : match.start()])
            end = match.end()
            yield self._named(written, match) if match[1] else self._number(written, match)
        if end < len(written.text):
            yield Piece(written.text[end:])

    def _named(self, written: FreeText, match: re.Match[str]) -> Piece:
        table, key, column = match[1], match[2], match[3]
        model = TABLES.get(table)
        rows = self._context.store.tables.get(table, ())
        row = next((row for row in rows if row.key_text == key), None)
        if model is None or row is None or column not in model.model_fields:
            return self._doubt(
                written, match, "la celda no existe", "revise tabla, clave y columna"
            )
        held = getattr(row, column)
        if held in (None, ""):
            remedy = "diga con palabras que no hay dato, o use otra celda"
            return self._doubt(written, match, "la celda no tiene dato", remedy)
        printed = number(held) if isinstance(held, Decimal) else str(held)
        return Piece(printed, "celda", (cells.cell(row, column),), cells.sources(row))

    def _number(self, written: FreeText, match: re.Match[str]) -> Piece:
        if match[0] in "{}":
            remedy = "escriba la celda así: {tabla/clave/columna}"
            return self._doubt(written, match, "la llave no nombra ninguna celda", remedy)
        share = bool(_SHARE.match(written.text, match.end()))
        ref = self._held.get((_plain(match[0]), share))
        if ref is None:
            remedy = (
                "use {tabla/clave/columna}, póngala en las tablas con su fuente o quítela; si es "
                "un porcentaje, con su signo"
            )
            reason = "la cifra no está en los datos del documento"
            return self._doubt(written, match, reason, remedy)
        kept: Kept = "calculado" if ref.origin == "calculado" else "celda"
        return Piece(match[0], kept, ref.cells, ref.sources)

    def _doubt(self, written: FreeText, match: re.Match[str], reason: str, remedy: str) -> Piece:
        """Take a note of a doubt; return what it is of, to be marked where it stands."""
        line = written.line + written.text.count("\n", 0, match.start())
        self.doubts.append(
            Fault(self._place(written), line, written.section, match[0], reason, remedy)
        )
        return Piece(match[0], "sin-dato")


def _plain(written: str) -> str:
    """Return a number as it compares: in figures, without thousands, without zeros at the end."""
    bare = written.replace(",", "")
    if bare[0].isalpha():
        return str(written_numbers.value(bare))
    return bare.rstrip("0").rstrip(".") if "." in bare else bare
