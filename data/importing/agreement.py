"""What every row of a yearly file must agree on: one year, one span of months, one cut-off."""

from dataclasses import dataclass
from datetime import date

from data.importing import dates
from data.importing.dates import Span
from data.importing.file_rows import Table
from data.importing.harvest import Options

ANOTHER_YEAR = "otro año (se pidió uno solo)"
FIRST_YEAR = 2000


@dataclass
class Agreement:
    """The year, the months and the cut-off of the rows that count, from the first one on."""

    table: Table
    options: Options
    year: int = 0
    span: Span | None = None
    cut: date | None = None

    def holds(self, line: int, year: str, months: str, cut: str) -> bool:
        """Tell whether a row is of the year asked for; Refusal if it contradicts the others."""
        number = self._number(line, year)
        if self.options.year and number != self.options.year:
            self.year = self.year or number
            return False
        if self.span and self.span.year != number:
            reason = f"el archivo mezcla los años {self.span.year} y {number}"
            first, second = sorted((self.span.year, number))
            remedy = f"impórtelo por años: --anio {first} y después --anio {second}"
            raise self.table.refusal(line, "anio_denuncia", year, reason, remedy)
        self._same_span(line, Span(number, *self._months(line, months)), months)
        self._same_cut(line, cut)
        return True

    def _number(self, line: int, text: str) -> int:
        latest = date.today().year + 1
        if text.strip().isdecimal() and FIRST_YEAR <= int(text) <= latest:
            return int(text)
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

    def _same_cut(self, line: int, text: str) -> None:
        cut = dates.day(text)
        if cut is None:
            reason, remedy = "no es una fecha dd/mm/aaaa", "el archivo está cortado o alterado"
            raise self.table.refusal(line, "fecha_corte", text, reason, remedy)
        if self.span and cut < date(self.span.year, self.span.last, 1):
            reason = f"el corte es anterior a los meses que el archivo dice cubrir ({self.span})"
            remedy = "compruebe fecha_corte y periodo_denuncia en la página de datos abiertos"
            raise self.table.refusal(line, "fecha_corte", text, reason, remedy)
        self.cut = self.cut or cut
        if self.cut != cut:
            reason = f"las filas de antes tienen corte {dates.spoken(self.cut)}: hay dos cortes"
            raise self.table.refusal(line, "fecha_corte", text, reason, "importe un corte cada vez")
