"""A report as DOCX, to be edited: real styles, headings that repeat, alternative texts."""

import io
from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from components.compliance_report import docx_parts, drawings
from components.compliance_report.document import Document
from components.compliance_report.docx_frame import begun, packed, portrait, sideways
from components.compliance_report.missing_package import package
from components.texts import t
from data.compliance_report import blocks
from data.compliance_report.block_words import numbered
from data.compliance_report.references import paragraphs

MIMETYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WIDTH_MM, _WIDE_MM, _SIZE, _SMALL = 170.0, 390.0, 18, 14
_DEPTH = 2


def write(document: Document) -> bytes:
    """Return the bytes of the DOCX: the same data, the same bytes.

    Raises MissingPackageError where python-docx is not installed.
    """
    writing = _Writing(document, package("docx"))
    writing.front()
    writing.body()
    return packed(writing.file)


class _Writing:
    """A document while it is written."""

    def __init__(self, document: Document, docx: Any) -> None:
        self._document, self._docx = document, docx
        self._parse: Callable[[str], Any] = docx.oxml.parse_xml
        day = document.store.versions.get(document.store.version) or document.store.cutoff
        self.file = begun(docx, document.title, datetime.combine(day, time()))
        if document.report.draft:
            self.file.sections[0].header.paragraphs[0].text = t("reporte.draft")

    def front(self) -> None:
        self.file.add_paragraph(self._document.title, style="Title")
        for words in self._document.standing:
            self.file.add_paragraph().add_run(str(words)).bold = True
        self.file.add_paragraph(str(self._document.imprint))
        self.file.add_paragraph(t("reporte.contents"), style="TOC Heading")
        headings = [
            (block.level, str(block.words))
            for block in self._document.report.blocks
            if isinstance(block, blocks.Heading) and block.level <= _DEPTH
        ]
        for line in docx_parts.contents(headings):
            self._append(line)

    def body(self) -> None:
        """Write the blocks; the first begins a page, without an empty one where contents end."""
        before = len(self.file.paragraphs)
        self._blocks()
        for first in self.file.paragraphs[before : before + 1]:
            first.paragraph_format.page_break_before = True

    def _blocks(self) -> None:
        numbers = numbered(self._document.report.blocks)
        for place, block in enumerate(self._document.report.blocks):
            if isinstance(block, blocks.Table):
                self._table(block, numbers[place])
            elif isinstance(block, blocks.Chart):
                self._chart(block, numbers[place])
            else:
                self._worded(block)

    def _append(self, xml: str) -> None:
        body = self.file.element.body
        body.insert(len(body) - 1, self._parse(xml))

    def _worded(self, block: Any) -> None:
        if isinstance(block, blocks.Heading):
            self.file.add_heading(str(block.words), block.level)
        elif isinstance(block, blocks.Bullets):
            for words in block.items:
                self.file.add_paragraph(str(words), style="List Bullet")
        elif isinstance(block, blocks.Citation):
            self.file.add_paragraph(str(block.words), style="Quote")
        elif isinstance(block, blocks.Signature):
            self.file.add_paragraph("\n\n" + "_" * 40)
            self.file.add_paragraph(str(block.post))
        elif isinstance(block, blocks.Free):
            self._free(block)
        else:
            self.file.add_paragraph(str(block.words))

    def _free(self, block: blocks.Free) -> None:
        if not block.written:
            pending = t("reporte.pending", guide=block.guide)
            self.file.add_paragraph().add_run(pending).italic = True
            return
        for pieces in paragraphs(block.pieces):
            self.file.add_paragraph("".join(piece.text for piece in pieces))
        signed = t("reporte.signed", author=block.author, day=str(block.day))
        self.file.add_paragraph().add_run(signed).italic = True

    def _caption(self, key: str, number: int, words: blocks.Words) -> None:
        before, _, after = t(f"reporte.{key}", number="\0").partition("\0")
        label = docx_parts.field(f"SEQ {before.strip()} \\* ARABIC", str(number))
        said = docx_parts.run(before) + label + docx_parts.run(after + str(words))
        self._append(docx_parts.paragraph("Caption", said))

    def _table(self, table: blocks.Table, number: int) -> None:
        if table.wide:
            sideways(self.file, self._docx)
        self._caption("table", number, table.caption)
        width, size = (_WIDE_MM, _SMALL) if table.wide else (_WIDTH_MM, _SIZE)
        self._append(docx_parts.table(table, width, size))
        self.file.add_paragraph()
        if table.wide:
            portrait(self.file, self._docx)

    def _chart(self, chart: blocks.Chart, number: int) -> None:
        view = self._document.views[chart.slug]
        if not len(view.frame):
            self.file.add_paragraph(f"{chart.caption}. {t('reporte.no_chart')}")
            return
        picture = io.BytesIO(drawings.png(drawings.svg(view)))
        shown = self.file.add_picture(picture, width=self._docx.shared.Mm(_WIDTH_MM))
        named = shown._inline.docPr
        named.set("descr", view.sentence)
        named.set("title", str(chart.caption))
        self._caption("chart", number, chart.caption)
        self.file.add_paragraph(view.sentence)
