"""A report as PDF/UA-1, by Typst, which refuses what is not conformant."""

from datetime import UTC, datetime, time
from importlib.resources import as_file, files

from components.compliance_report.document import Document
from components.compliance_report.missing_package import package
from components.compliance_report.row_headers import marked
from components.compliance_report.typst_source import source
from data.store import Store

MIMETYPE = "application/pdf"


def write(document: Document) -> bytes:
    """Return the bytes of the PDF: the same data, the same bytes.

    Raises MissingPackageError where Typst or pypdf is not installed.
    """
    return compiled(source(document), document.store)


def compiled(written: str, store: Store) -> bytes:
    """Return what a source comes to, dated with its data and not with the hour."""
    typst = package("typst")
    day = store.versions.get(store.version) or store.cutoff
    with as_file(files("assets") / "fonts") as fonts:
        made: bytes = typst.compile(
            written.encode(),
            format="pdf",
            pdf_standards=["ua-1"],
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            timestamp=int(datetime.combine(day, time(), UTC).timestamp()),
        )
    return marked(made)
