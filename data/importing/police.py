"""The police base of complaints (MININTER), summed by department and year."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from data.importing import header, territories
from data.importing.amounts import amount
from data.importing.commas import Fitting
from data.importing.dates import Span
from data.importing.file_rows import Numbered, Table
from data.importing.harvest import Harvest, Options
from data.importing.police_units import units
from data.importing.refusal import Refusal
from data.importing.repeats import Repeats
from geo.spelling import plain

NAME = "PNP, base de denuncias de trata de personas (MININTER)"
REQUIRED: dict[str, tuple[str, ...]] = {
    "anio": ("ano",),
    "mes": (),
    "departamento": ("lugar",),
    "categoria": (),
    "denuncias_por_comision": (),
    "valor": (),
}
OPTIONAL: dict[str, tuple[str, ...]] = {
    "ccdd": (), "provincia": (), "distrito": (), "comisaria": (),
}  # fmt: skip
PURPOSE = "FINALIDAD DEL TIPO DE DELITO"
TOTALS = "filas de total (F1_TOTAL, SUB TOTAL…): suman lo mismo otra vez"
OTHERS = "otras categorías (víctimas, lugar, medio, captación…): no cuentan denuncias"
ANOTHER_YEAR = "otro año (se pidió uno solo)"


def match(cells: list[str]) -> dict[str, int] | None:
    """Return the places of the columns if this row is the header of such a base."""
    found = header.positions(cells, REQUIRED | OPTIONAL)
    return found if found.keys() >= REQUIRED.keys() else None


def read(table: Table, columns: dict[str, int], body: Numbered, options: Options) -> Harvest:
    """Count a whole base in memory that does not grow with it, or raise Refusal."""
    reading = _Reading(table, columns, options, Fitting(table, columns))
    for line, cells in body:
        if any(cells):
            reading.take(line, cells)
    return reading.finish()


@dataclass
class _Reading:
    table: Table
    columns: dict[str, int]
    options: Options
    fitting: Fitting
    harvest: Harvest = field(default_factory=lambda: Harvest(NAME))
    codes: dict[str, str] = field(default_factory=dict)
    months: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    seen: set[tuple[int, str]] = field(default_factory=set)
    sums: Counter[tuple[int, str]] = field(default_factory=Counter)
    totals: Counter[tuple[int, str]] = field(default_factory=Counter)
    repeats: Repeats = field(default_factory=Repeats)
    repeated: int = 0

    def take(self, line: int, cells: list[str]) -> None:
        """Count one row, or raise Refusal."""
        cells = self.fitting.fit(line, cells)
        self.harvest.rows += 1
        year = self._number(line, "anio", cells, 2000, 2100)
        month = self._number(line, "mes", cells, 1, 12)
        number = amount(self.table, line, "valor", self._cell(cells, "valor"))
        if self.options.year not in (None, year):
            self.harvest.leave(ANOTHER_YEAR, number)
            return
        place = year, self._department(line, self._cell(cells, "departamento"))
        self.months[year].add(month)
        self.seen.add(place)
        self._count(line, cells, place, number)

    def finish(self) -> Harvest:
        """Close the counts into two units a year, or raise Refusal if there is none."""
        if not self.seen:
            wanted = self.options.year or self.table.file
            remedy = "compruebe el año pedido y que el archivo no esté cortado"
            raise self.table.refusal(1, "anio", wanted, "no hay ninguna fila que leer", remedy)
        for year, months in sorted(self.months.items()):
            span = Span(year, min(months), max(months))
            values = {code: self.sums[y, code] for y, code in self.seen if y == year}
            names = {code: name for name, code in self.codes.items()}
            self.harvest.units += units(self.table.path.name, span, values, names, self._choice())
        self._compare_totals()
        return self.harvest

    def _count(self, line: int, cells: list[str], place: tuple[int, str], number: int) -> None:
        category = plain(self._cell(cells, "categoria"))
        kind = plain(self._cell(cells, "denuncias_por_comision"))
        if kind.endswith("TOTAL"):
            self.harvest.leave(TOTALS, number)
            self.totals[place] += number if kind == "F1 TOTAL" else 0
        elif category != PURPOSE:
            self.harvest.leave(OTHERS, number)
        elif number and self._repeated(line, cells):
            self.harvest.leave("filas repetidas, contadas una sola vez", number)
        else:
            self.harvest.used.add(number)
            self.sums[place] += number

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

    def _compare_totals(self) -> None:
        if choice := self._choice():
            self.harvest.remarks.append(choice)
        places = sorted(place for place in self.seen if self.sums[place] != self.totals[place])
        if not self.totals or not places:
            return
        year, code = places[0]
        self.harvest.remarks.append(
            f"en {len(places)} departamentos y años las finalidades no suman F1_TOTAL; el primero: "
            f"{code}, {year}: {self.sums[places[0]]:,} y {self.totals[places[0]]:,}"
        )

    def _department(self, line: int, name: str) -> str:
        if name not in self.codes:
            if territories.is_total(name):
                raise territories.total_row(self.table, line, "departamento", name)
            where = line, "departamento", name
            self.codes[name] = territories.resolve(self.table, where, {}, "departamentos")
        return self.codes[name]

    def _number(self, line: int, column: str, cells: list[str], low: int, high: int) -> int:
        text = self._cell(cells, column)
        if text.isascii() and text.isdigit() and low <= int(text) <= high:
            return int(text)
        raise self._out_of_range(line, column, text, f"no es un número entre {low} y {high}")

    def _out_of_range(self, line: int, column: str, text: str, reason: str) -> Refusal:
        return self.table.refusal(line, column, text, reason, "corrija la celda de la base")

    def _cell(self, cells: list[str], name: str) -> str:
        return cells[self.columns[name]].strip()
