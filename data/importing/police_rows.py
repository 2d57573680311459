"""The rows of the police base: complaints by month and department, and what they divide into."""

from data.importing import territories
from data.importing.amounts import amount, amount_or_none
from data.importing.commas import Fitting
from data.importing.equal_rows import ONCE
from data.importing.file_rows import Table
from data.importing.harvest import Harvest, Options, Tally
from data.importing.police_counts import Counts, Place, remarks
from data.importing.police_dimensions import PURPOSE, TOTAL, place
from data.importing.police_units import units
from data.importing.repeats import Repeats

ANOTHER_YEAR = "otro año (se pidió uno solo)"
NOT_READ = "otros totales y categorías que no se leen (instrucción, vínculo, destino…)"
PARTS = "desgloses: se escriben los que suman las denuncias de su año"
_MOST_LABELS = 5_000
_COLUMNS = ("categoria", "denuncias_por_comision")


class Reading:
    """Counts the rows of one base, in memory that does not grow with it."""

    def __init__(self, table: Table, columns: dict[str, int], options: Options, name: str) -> None:
        """Begin with nothing counted."""
        self.table, self.columns, self.options = table, columns, options
        self.harvest, self.counts = Harvest(name), Counts()
        self.fitting, self.repeats = Fitting(table, columns), Repeats()
        self.known: dict[tuple[str, str], tuple[str, str] | None] = {}
        self.tallies = {TOTAL: Tally(), PURPOSE: Tally()}

    def take(self, line: int, cells: list[str]) -> None:
        """Count one row, or raise Refusal; a cell that is not used is not judged."""
        cells = self.fitting.fit(line, cells)
        self.harvest.rows += 1
        what = self._place(line, cells)
        text = self._cell(cells, "valor")
        if what is None:
            self.harvest.leave(NOT_READ, amount_or_none(text) or 0)
            return
        year = self._number(line, "anio", cells, 2000, 2100)
        if self.options.year not in (None, year):
            self.harvest.leave(ANOTHER_YEAR, amount_or_none(text) or 0)
            return
        month = self._number(line, "mes", cells, 1, 12)
        where = year, month, self._department(line, self._cell(cells, "departamento"))
        if not text and what[0] not in (TOTAL, PURPOSE):
            self.counts.blank[year, what[0]] += 1
            return
        number = amount(self.table, line, "valor", text)
        if number and self._repeated(line, cells):
            self.harvest.leave(ONCE, number)
            return
        self._count(what, where, number)

    def finish(self) -> Harvest:
        """Close the counts into the units of each year, or raise Refusal if there is none."""
        if not self.counts.years:
            wanted = self.options.year or self.table.file
            remedy = "compruebe el año pedido y que el archivo no esté cortado"
            raise self.table.refusal(1, "anio", wanted, "no hay ninguna fila que leer", remedy)
        self.harvest.used = self.tallies[TOTAL if self.counts.totals else PURPOSE]
        for year in self.counts.years:
            self.harvest.units += units(self.counts, year, self._choice())
        choice = [self._choice()] if self.repeats.count else []
        self.harvest.remarks += [*remarks(self.counts), *choice]
        return self.harvest

    def _count(self, what: tuple[str, str], where: Place, number: int) -> None:
        name, label = what
        if name in self.tallies:
            self.tallies[name].add(number)
        if name == TOTAL:
            self.counts.totals[where] += number
            return
        self.harvest.leave(PARTS, number)
        self.counts.parts[where[0], name, label] += number
        if name == PURPOSE:
            self.counts.purposes[where] += number

    def _place(self, line: int, cells: list[str]) -> tuple[str, str] | None:
        key = self._cell(cells, _COLUMNS[0]), self._cell(cells, _COLUMNS[1])
        if key not in self.known:
            if len(self.known) == _MOST_LABELS:
                reason = f"hay más de {_MOST_LABELS:,} categorías distintas"
                raise self.table.refusal(
                    line, _COLUMNS[1], key[1], reason, "no es la base publicada"
                )
            self.known[key] = place(*key)
        return self.known[key]

    def _repeated(self, line: int, cells: list[str]) -> bool:
        before = self.repeats.first(line, cells)
        if before is None or self.options.repeats == "contar":
            return False
        if self.options.repeats == "una-vez":
            return True
        reason = f"la fila repite entera la línea {before}, y la base no numera las denuncias"
        remedy = (
            "si cada fila es una denuncia use --repetidas contar; si el extracto está "
            "duplicado, --repetidas una-vez"
        )
        raise self.table.refusal(line, "fila", ";".join(cells), reason, remedy)

    def _choice(self) -> str:
        if not self.repeats.count:
            return ""
        counted = "contadas todas" if self.options.repeats == "contar" else "contadas una vez"
        return f"{self.repeats.count:,} filas repetidas, {counted}"

    def _department(self, line: int, name: str) -> str:
        codes = self.counts.codes
        if name not in codes:
            if territories.is_total(name):
                raise territories.total_row(self.table, line, "departamento", name)
            where = line, "departamento", name
            codes[name] = territories.resolve(self.table, where, {}, "departamentos")
        return codes[name]

    def _number(self, line: int, column: str, cells: list[str], low: int, high: int) -> int:
        number = amount_or_none(text := self._cell(cells, column))
        if number is not None and low <= number <= high:
            return number
        reason = f"no es un número entre {low} y {high}"
        raise self.table.refusal(line, column, text, reason, "corrija la celda de la base")

    def _cell(self, cells: list[str], name: str) -> str:
        return cells[self.columns[name]].strip()
