"""What the report of 2024 says in sentences of a cell: its figures, and the quoted ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.model import Cifra, Discrepancia
from data.registro import sheets
from data.store import Store

_QUOTED = re.compile(r"«([^»]+)»")
_MATRIX = "matriz"


@dataclass(frozen=True, slots=True)
class Quotes:
    """The sentences of the report, from the tables that quote it."""

    store: Store

    def text(self, code: str, year: int) -> str:
        """Return the sentences of a cell, one per line."""
        return "\n".join([*self._figures(code, year), *self._quoted(code, year)])

    def _figures(self, code: str, year: int) -> Iterator[str]:
        for row in self.store.by(Cifra, "codigo").get((code,), ()):
            if row.anio == year:
                yield f"{row.concepto}: {row.valor} {row.unidad}"

    def _quoted(self, code: str, year: int) -> Iterator[str]:
        wanted = {row["id"] for row in sheets.rows("replay/contradicciones.csv")
                  if (row["codigo"], row["anio"]) == (code, str(year))}  # fmt: skip
        for row in self.store.rows(Discrepancia):
            if row.id in wanted:
                for place, said in ((row.donde_a, row.dice_a), (row.donde_b, row.dice_b)):
                    if said and place and _MATRIX not in place:
                        yield from _QUOTED.findall(said)
