"""What does not agree between the registers and names a territory, by the words of its record."""

import re

from data.model import Discrepancia
from data.query.territories import Subject
from data.store import Store

# Who counts cases: a record of plans and activities alone says nothing of a figure here.
_COUNTING = re.compile(r"PNP|Policía|Ministerio Público|RETA")


def contrasts(store: Store, subject: Subject) -> list[Discrepancia]:
    """Return the records of the contrast of figures that name a territory, in their order."""
    named = re.compile(rf"\b{re.escape(subject.name)}\b")
    return [
        row
        for row in store.rows(Discrepancia)
        if _COUNTING.search(f"{row.donde_a} {row.donde_b or ''}")
        and named.search(" ".join(filter(None, (row.dice_a, row.dice_b, row.comentario))))
    ]
