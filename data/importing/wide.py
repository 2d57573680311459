"""The wide workbook of cases by distrito fiscal: one row per district, one column per year."""

import re
from dataclasses import dataclass, field

from data.importing import header, territories
from data.importing.amounts import amount
from data.importing.dates import Span
from data.importing.file_rows import Table
from data.importing.harvest import Harvest, Options
from data.importing.refusal import Refusal
from data.importing.wide_units import units
from data.importing.workbook import Numbered
from geo.spelling import plain

NAME = "Ministerio Público, casos por distrito fiscal y año (cuadro 2.7, libro ancho)"
PLACE = "distrito_fiscal"
WHOLE = "total"
_YEAR = re.compile(r"((?:19|20)\d\d)(?:\D.{0,4})?$")
_ABSENT = frozenset({"", "-", "–", "—", "...", "…", "ND", "N.D.", "NO DISPONIBLE"})


def match(cells: list[str]) -> dict[str, int] | None:
    """Return the place of the names, of each year, and of a total, if this row is the header."""
    names = [header.name(cell) for cell in cells]
    if PLACE not in names:
        return None
    start = names.index(PLACE)
    years = {
        found[1]: index
        for index, cell in enumerate(cells)
        if index > start and (found := _YEAR.match(cell.strip()))
    }
    totals = {WHOLE: names.index(WHOLE)} if WHOLE in names else {}
    return {PLACE: start} | years | totals if years else None


def read(table: Table, columns: dict[str, int], body: Numbered, options: Options) -> Harvest:
    """Read the workbook, hold it against its own row `Nacional`, or raise Refusal."""
    years = sorted(int(name) for name in columns if name.isdigit())
    if options.year and options.year not in years:
        remedy = f"el archivo trae {years[0]} a {years[-1]}"
        raise table.refusal(1, "cabecera", options.year, "no hay columna de ese año", remedy)
    reading = _Reading(table, columns, years)
    for line, cells in body:
        reading.take(line, cells)
    wanted = [options.year] if options.year else years
    return reading.finish(wanted)


@dataclass
class _Reading:
    table: Table
    columns: dict[str, int]
    years: list[int]
    harvest: Harvest = field(default_factory=lambda: Harvest(NAME))
    codes: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[int, int | None]] = field(default_factory=dict)
    national: dict[int, int | None] = field(default_factory=dict)
    line: int = 0

    def take(self, line: int, cells: list[str]) -> None:
        """Keep the figures of a row; a row of text alone is a title or a footnote."""
        width = max(self.columns.values()) + 1
        cells = [*cells, *[""] * (width - len(cells))]
        name = cells[self.columns[PLACE]].strip()
        texts = {year: cells[self.columns[str(year)]].strip() for year in self.years}
        if not name or all(text.upper() in _ABSENT for text in texts.values()):
            if any(cells):
                self.harvest.leave("filas de texto (título, nota, fuente)", 0)
            return
        self.harvest.rows += 1
        figures = {year: self._figure(line, year, text) for year, text in texts.items()}
        self._row_total(line, cells, figures)
        if territories.is_total(name):
            self.national, self.line = figures, line
            return
        code = territories.resolve(
            self.table, (line, PLACE, name), self.codes, "distritos_fiscales"
        )
        if code in self.values:
            reason, remedy = "el distrito fiscal está dos veces", "deje una sola fila"
            raise self.table.refusal(line, PLACE, name, reason, remedy)
        self.codes[name], self.values[code] = code, figures

    def finish(self, wanted: list[int]) -> Harvest:
        """Close the reading into two units a year, if the sums are those of `Nacional`."""
        if not self.national:
            reason, remedy = "falta la fila «Nacional»", "el libro está cortado: descárguelo"
            raise self.table.refusal(1, PLACE, "Nacional", reason, remedy)
        for year in self.years:
            self._sum(year)
        for year in wanted:
            values = {
                code: (name, self.values[code][year], "") for name, code in self.codes.items()
            }
            for _, value, _ in values.values():
                self.harvest.used.rows += value is not None
                self.harvest.used.amount += value or 0
            self.harvest.units += units(self.years, Span(year, 1, 12), values, self.national[year])
        self.harvest.remarks = [
            f"distritos fiscales en el archivo: {len(self.values)}",
            "la suma de los distritos es la fila «Nacional» en los "
            f"{len(self.years)} años del archivo",
        ]
        return self.harvest

    def _figure(self, line: int, year: int, text: str) -> int | None:
        if text.upper() in _ABSENT:
            return None
        return amount(self.table, line, str(year), text)

    def _row_total(self, line: int, cells: list[str], figures: dict[int, int | None]) -> None:
        text = cells[self.columns[WHOLE]].strip() if WHOLE in self.columns else ""
        total = sum(value or 0 for value in figures.values())
        if text and amount(self.table, line, "Total", text) != total:
            reason, remedy = f"los años de la fila suman {total}", "corrija la fila o la suma"
            raise self.table.refusal(line, "Total", text, reason, remedy)

    def _sum(self, year: int) -> None:
        total = sum(values[year] or 0 for values in self.values.values())
        if self.national[year] != total:
            reason = f"los distritos fiscales suman {total}"
            remedy = "falta o sobra un distrito: compare el archivo con el publicado"
            raise self._refused(year, reason, remedy)

    def _refused(self, year: int, reason: str, remedy: str) -> Refusal:
        column = f"Nacional {year}"
        return self.table.refusal(self.line, column, self.national[year], reason, remedy)


def about_trafficking(table: Table, titles: list[list[str]]) -> None:
    """Raise Refusal unless a title, the sheet or the file says that the cases are of trata."""
    said = " ".join(cell for row in titles for cell in row)
    if "TRATA" in plain(f"{said} {table.sheet} {table.path.stem}").split():
        return
    reason = "ni los títulos ni el nombre dicen que sean casos de trata de personas"
    remedy = "deje las filas de título del libro publicado"
    raise table.refusal(1, "título", said.strip(), reason, remedy)
