"""Codes of periods: a year keeps its code from one cut to the next, whatever months it holds."""

from itertools import chain, count

from data.importing.dates import Span
from data.importing.harvest import Unit
from data.writing.folder import Cells, Folder


class Periods:
    """Gives each new unit the code of a period, and keeps the table `periodos` in step."""

    def __init__(self, folder: Folder, units: list[Unit]) -> None:
        """Note which rows of `incidencia` are about to be replaced."""
        self._rows = folder.rows("periodos")
        self._figures = folder.rows("incidencia")
        self._mine = {(unit.source.codigo, unit.span.year) for unit in units}
        self._were_mine = {row["periodo"] for row in self._figures if self._is_mine(row)}
        self._given: dict[object, str] = {}

    def place(self, unit: Unit) -> str:
        """Return the code for the span of a unit, adding or mending its row of `periodos`."""
        return self._place(unit.span, unit.note, str(unit.span.year))

    def month(self, span: Span) -> str:
        """Return the code for a month by itself, adding its row of `periodos` if it is new."""
        return self._place(span, str(span).capitalize())

    def _place(self, span: Span, note: str, *first: str) -> str:
        key = span, first
        if key in self._given:
            return self._given[key]
        codes = chain([*first, span.code], (f"{span.code}-{n}" for n in count(2)))
        code = next(code for code in codes if self._fits(code, span))
        row = {
            "codigo": code,
            "inicio": span.start.isoformat(),
            "fin": span.end.isoformat(),
            "completo": "si" if span.whole else "no",
            "nota": note,
        }
        self._write(row)
        self._given[key] = code
        return code

    def drop_unused(self) -> None:
        """Remove the periods that only the replaced rows had."""
        used = {row["periodo"] for row in self._figures}
        gone = self._were_mine - used
        self._rows[:] = [row for row in self._rows if row["codigo"] not in gone]

    def _fits(self, code: str, span: Span) -> bool:
        """Tell whether a code is free, is of the same days, or is ours alone to change."""
        held = [row for row in self._rows if row["codigo"] == code]
        days = span.start.isoformat(), span.end.isoformat()
        same = all((row["inicio"], row["fin"]) == days for row in held)
        return same or self._only_mine(code)

    def _only_mine(self, code: str) -> bool:
        return all(self._is_mine(row) for row in self._figures if row["periodo"] == code)

    def _is_mine(self, row: Cells) -> bool:
        year = row["periodo_inicio"][:4]
        return year.isdigit() and (row["fuente"], int(year)) in self._mine

    def _write(self, row: Cells) -> None:
        for index, old in enumerate(self._rows):
            if old["codigo"] == row["codigo"]:
                if self._only_mine(row["codigo"]):
                    self._rows[index] = row
                return
        after = (i for i, old in enumerate(self._rows) if old["codigo"] > row["codigo"])
        self._rows.insert(next(after, len(self._rows)), row)
