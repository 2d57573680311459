"""The documents that a record can speak of, as the tables have them."""

import re

from data.codes import REPORT, Document
from data.model import Discrepancia, Fuente, Mencion, Omitido
from data.query.table_index import Rows

_OF_A_REPORT = re.compile(rf"{REPORT}20\d\d(?=-|$)")


def documents(tables: Rows) -> tuple[Document, ...]:
    """Return the yearly reports that are cited, the newest first, then what else records name.

    The others stand in the order of the table of sources.
    """
    sources = [row.codigo for row in tables.rows(Fuente)]
    reports = {said[0] for code in sources if (said := _OF_A_REPORT.match(code))}
    named = {code for kind in (Discrepancia, Omitido, Mencion)
             for row in tables.rows(kind) for code in row.values("documento")}  # fmt: skip
    others = [code for code in sources if code in named - reports]
    return (*sorted(reports, reverse=True), *others)
