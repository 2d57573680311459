"""A report as JSON: every figure with its cells, its rule and its sources."""

from components.compliance_report.document import Document
from data.compliance_report.record import written

MIMETYPE = "application/json"


def write(document: Document) -> bytes:
    """Return the bytes of the record."""
    return written(document.content).encode()
