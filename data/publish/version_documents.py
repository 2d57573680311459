"""Which documents the records of an early version hold against each other.

Until the table had a column of documents, the words of the two places told. This reads versions of
those days only: nothing is added here for a new document.
"""

import re
from collections.abc import Mapping

from data.model.row import LIST_MARK

_REPORT = re.compile(r"Reporte de Cumplimiento (?:de )?(20\d\d)")
# What a place names, in the order in which it is asked; else it is a published figure.
_NAMED = (
    ("Informe de Avances", "informe-avances"),
    ("Matriz 2007-2013", "plan-2007-2013"),
    ("versión ciudadana", "plan-2017-2021-ciudadana"),
    ("(resumen)", "plan-2017-2021-resumen"),
    ("Plan Nacional", "plan-2017-2021"),
)
_ELSE = "otras-publicaciones"


def told(row: Mapping[str, str]) -> str:
    """Return the documents that the places of a record name, as its column says them today."""
    places = (row.get("donde_a"), row.get("donde_b"))
    return LIST_MARK.join(dict.fromkeys(_document(place) for place in places if place))


def _document(place: str) -> str:
    if report := _REPORT.search(place):
        return f"reporte-{report[1]}"
    return next((code for words, code in _NAMED if words in place), _ELSE)
