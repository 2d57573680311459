"""What every row of a yearly file must agree on: one year, one span of months, one cut-off."""

from datetime import date

from data.importing import dates
from data.importing.cut_dates import Cuts
from data.importing.dates import Span
from data.importing.file_rows import Table
from data.importing.harvest import Options

ANOTHER_YEAR = "otro año (se pidió uno solo)"
FIRST_YEAR = 2000


class Agreement:
    """The year, the months and the cut-off of the rows that count, from the first one on."""

    def __init__(self, table: Table, options: Options) -> None:
        """Begin with nothing agreed."""
        self.table, self.options = table, options
        self.year = self.another = 0
        self.span: Span | None = None
        self.cuts = Cuts(table)

    def holds(self, line: int, year: str, months: str, cut: str) -> bool:
        """Tell whether a row is of the year asked for; Refusal if it contradicts the others.

        Months and cut-off may be blank here: only a row that counts needs them.
        """
        number = self._number(line, year)
        if self.options.year and number != self.options.year:
            self.another = self.another or number
            return False
        self.year = self.year or number
        if self.year != number:
            reason = f"el archivo mezcla los años {self.year} y {number}"
            first, second = sorted((self.year, number))
            remedy = f"impórtelo por años: --anio {first} y después --anio {second}"
            raise self.table.refusal(line, "anio_denuncia", year, reason, remedy)
        if months.strip():
            self._same_span(line, Span(number, *self._months(line, months)), months)
        if cut.strip():
            self.cuts.add(line, cut)
        return True

    def needs(self, line: int, months: str, cut: str) -> None:
        """Raise Refusal if a row that counts does not say of when it is."""
        for column, text in (("periodo_denuncia", months), ("fecha_corte", cut)):
            if not text.strip():
                remedy = "el archivo está cortado o alterado: descárguelo de nuevo"
                raise self.table.refusal(line, column, text, "falta en una fila de trata", remedy)

    def _number(self, line: int, text: str) -> int:
        latest = date.today().year + 1
        digits = text.strip()
        if digits.isascii() and digits.isdigit() and FIRST_YEAR <= int(digits[:9]) <= latest:
            return int(digits)
        reason, remedy = "no es un año", f"escriba un año entre {FIRST_YEAR} y {latest}"
        raise self.table.refusal(line, "anio_denuncia", text, reason, remedy)

    def _months(self, line: int, text: str) -> tuple[int, int]:
        if found := dates.months(text):
            return found
        remedy = "escriba los meses como «ENERO - DICIEMBRE»"
        raise self.table.refusal(line, "periodo_denuncia", text, "no son meses", remedy)

    def _same_span(self, line: int, span: Span, text: str) -> None:
        self.span = self.span or span
        if self.span != span:
            reason = f"las filas de antes son de {self.span}: hay dos periodos en el archivo"
            remedy = "divida el archivo y deje un solo periodo"
            raise self.table.refusal(line, "periodo_denuncia", text, reason, remedy)
