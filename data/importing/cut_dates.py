"""The cut-off of a file: one day, in whichever order of day and month its column can have."""

from dataclasses import dataclass, field
from datetime import date

from data.importing import dates
from data.importing.dates import Order, Span
from data.importing.file_rows import Table

_COLUMN = "fecha_corte"
_WAYS: dict[Order, str] = {"dia": "día/mes", "mes": "mes/día"}


@dataclass
class Cuts:
    """The texts of a column of dates, and the orders of day and month that fit them all."""

    table: Table
    seen: dict[str, tuple[int, dict[Order, date]]] = field(default_factory=dict)
    ways: set[Order] = field(default_factory=lambda: set(_WAYS))

    def add(self, line: int, text: str) -> None:
        """Take note of a cell, or raise Refusal if it is no date or fits none of the others."""
        if text in self.seen:
            return
        found = dates.readings(text)
        if not found:
            reason, remedy = "no es una fecha dd/mm/aaaa", "el archivo está cortado o alterado"
            raise self.table.refusal(line, _COLUMN, text, reason, remedy)
        ways = self.ways & found.keys()
        if not ways:
            reason = "unas fechas solo pueden ser día/mes y otras solo mes/día"
            remedy = "el archivo mezcla dos copias: descárguelo de nuevo"
            raise self.table.refusal(line, _COLUMN, text, reason, remedy)
        self.ways, self.seen[text] = ways, (line, found)
        first = next(iter(self.seen.values()))[1]
        if all(first[way] != found[way] for way in ways):
            self._two(line, text, first[min(ways)])

    def agreed(self, span: Span) -> date | None:
        """Return the only cut-off, None if no cell gave one, or raise Refusal."""
        cut = None
        for text, (line, found) in self.seen.items():
            day = found[self._way]
            if day < date(span.year, span.last, 1):
                reason = f"el corte es anterior a los meses que el archivo dice cubrir ({span})"
                remedy = "compruebe fecha_corte y periodo_denuncia en la página de datos abiertos"
                raise self.table.refusal(line, _COLUMN, text, reason, remedy)
            if cut not in (None, day):
                self._two(line, text, cut)
            cut = day
        return cut

    def remarks(self) -> list[str]:
        """Return how the dates were read, when they could have been read otherwise."""
        for text, (_, found) in self.seen.items():
            if len(self.ways) == 2 and found["dia"] != found["mes"]:
                return [f"fecha_corte «{text}» cabe como día/mes y como mes/día: se leyó día/mes"]
            if self._way == "mes":
                return [f"fecha_corte «{text}» se leyó mes/día: la columna no puede ser otra cosa"]
        return []

    @property
    def _way(self) -> Order:
        return "dia" if "dia" in self.ways else "mes"

    def _two(self, line: int, text: str, first: date | None) -> None:
        shown = dates.spoken(first) if first else ""
        reason = f"las filas de antes tienen corte {shown}: hay dos cortes"
        raise self.table.refusal(line, _COLUMN, text, reason, "importe un corte cada vez")
