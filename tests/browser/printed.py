"""What a page says on paper, sheet by sheet."""

from dataclasses import dataclass

import pypdfium2 as pdfium
from playwright.sync_api import Page


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of a sheet in one line, and its size in points.

    A narrow space (U+202F) is lost, and a hyphen at the end of a line is read as U+0002.
    """

    text: str
    width: float
    height: float


def sheets(page: Page, **how: object) -> list[Sheet]:
    """Print a page, as `Page.pdf` is told how, and return its sheets."""
    with pdfium.PdfDocument(page.pdf(**how)) as document:
        return [_sheet(sheet) for sheet in document]


def _sheet(sheet: pdfium.PdfPage) -> Sheet:
    read = sheet.get_textpage()
    return Sheet(" ".join(read.get_text_bounded().split()), *sheet.get_size())
