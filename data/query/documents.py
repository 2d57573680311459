"""The documents that a record can speak of, as the table of sources has them."""

import re
from collections.abc import Iterable

from data.codes import OTHER_DOCUMENTS, REPORT, Document
from data.model import Fuente

_OF_A_REPORT = re.compile(rf"{REPORT}20\d\d(?=-|$)")


def documents(sources: Iterable[Fuente]) -> tuple[Document, ...]:
    """Return the yearly reports that are cited, the newest first, and the other documents."""
    found = {said[0] for row in sources if (said := _OF_A_REPORT.match(row.codigo))}
    return (*sorted(found, reverse=True), *OTHER_DOCUMENTS)
