"""Each format holds the whole document: every block, row and point, in its order."""

import io
import re
from html import unescape

import pytest
from pypdf import PdfReader

from components.compliance_report import docx_writer, html_writer, pdf_writer
from components.compliance_report.document import Document
from components.markup import render
from data.compliance_report.block_words import words_of
from data.compliance_report.blocks import Table
from data.compliance_report.report import REPORT
from tests.compliance_report import files

TEXTS = {
    "html": lambda document: files.of_page(render(html_writer.see(document).content)),
    "docx": lambda document: files.of_docx(docx_writer.write(document)),
    "pdf": lambda document: files.of_pdf(PdfReader(io.BytesIO(pdf_writer.write(document)))),
}


def units(report):
    """Return what a document says, each whole: a sentence, a point, a row of a table."""
    for block in report.blocks:
        if isinstance(block, Table):
            yield _exact(str(block.caption))
            yield _exact("".join(map(str, block.head)))
            yield from (_exact("".join(map(str, row.cells))) for row in block.rows)
        else:
            # Where a line of prose ends at a hyphen, Spanish writes it again in the next.
            yield from (_exact(str(words)).replace(r"\-", "--?") for words in words_of(block))


def _exact(text):
    return re.escape(squeezed(text))


def squeezed(text):
    """Return a text without spaces, and without the mark that stands on every page of a draft."""
    return re.sub(r"\s|BORRADOR", "", unescape(text))


@pytest.mark.parametrize("form", TEXTS)
def test_every_block_is_written_in_its_order(form, live_store):
    pytest.importorskip("docx")
    pytest.importorskip("typst")
    document = Document.of(live_store, 2024, REPORT)
    text, place, seen = squeezed(TEXTS[form](document)), 0, 0
    for unit in units(document.report):
        found = re.compile(unit).search(text, place)
        assert found, f"{form} lost, or moved: {unit[:200]}"
        place, seen = found.end(), seen + 1
    assert seen > 500
