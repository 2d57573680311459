"""Numbered rows of a file, one at a time: the CSV as text lines, the workbook as sheets."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from data.importing import workbook
from data.importing.progress_bar import EVERY, Progress
from data.importing.refusal import Refusal, refusal
from data.importing.workbook import Numbered
from data.importing.workbook_parts import Sheet

LONGEST_LINE = 1_000_000
HEAD = 30
_QUOTES = "tiene las comillas mal"
_CSV = {
    "end of data": "termina dentro de unas comillas",
    "field limit": "una celda pasa de 131,072 caracteres",
}
DELIMITERS = {",": "coma", ";": "punto y coma", "\t": "tabulador", "|": "barra"}


@dataclass
class Table:
    """One table of a file: how to read it, and the names of its columns once they are known."""

    path: Path
    page: Sheet | None = None
    delimiter: str = ","
    header: list[str] = field(default_factory=list)
    begun: tuple[list[tuple[int, list[str]]], Numbered] | None = None

    @property
    def sheet(self) -> str:
        """Return the name of the sheet of a workbook; empty for a text."""
        return (self.page.name or "hoja") if self.page else ""

    @property
    def file(self) -> str:
        """Return the name that messages carry: the file, and the sheet of a workbook."""
        return f"{self.path.name}[{self.sheet}]" if self.sheet else self.path.name

    def head(self) -> list[tuple[int, list[str]]]:
        """Return the first rows, read without judging them."""
        if self.page:
            return self._begun(self.page)[0]
        with self.path.open("rb") as file:
            lines = [file.readline(LONGEST_LINE) for _ in range(HEAD)]
        text = b"".join(lines).decode("utf-8-sig", "replace")
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter)
        found: list[tuple[int, list[str]]] = []
        with suppress(csv.Error):
            for cells in reader:
                found.append((reader.line_num, cells))
        return found

    def rows(self) -> Numbered:
        """Yield every row with the number of its last line, showing the progress."""
        if not self.page:
            return self._csv_rows()
        first, rest = self._begun(self.page)
        return _shown(chain(first, rest))

    def refusal(self, line: int, column: str, value: object, reason: str, remedy: str) -> Refusal:
        """Return a refusal that names this file."""
        return refusal(self.file, line, column, value, reason, remedy)

    def _begun(self, page: Sheet) -> tuple[list[tuple[int, list[str]]], Numbered]:
        """Return the first rows of a sheet and those that follow: a workbook is read only once."""
        if self.begun is None:
            rest = workbook.rows(self.path, page)
            self.begun = list(islice(rest, HEAD)), rest
        return self.begun

    def _csv_rows(self) -> Numbered:
        progress, rows, number = Progress(self.path.stat().st_size), 0, 0
        with self.path.open("rb") as file:
            reader = csv.reader(self._lines(file), delimiter=self.delimiter, strict=True)
            try:
                for cells in reader:
                    number = reader.line_num
                    rows += 1
                    if rows % EVERY == 0:
                        progress.at(file.tell(), rows)
                    yield number, cells
            except csv.Error as error:
                reason = next((_CSV[key] for key in _CSV if key in str(error)), _QUOTES)
                remedy = "el archivo está cortado o dañado: descárguelo de nuevo"
                raise self.refusal(reader.line_num, "fila", "", reason, remedy) from error
        progress.end(rows)

    def _lines(self, file: io.BufferedReader) -> Iterator[str]:
        number = 0
        while raw := file.readline(LONGEST_LINE):
            number += 1
            if len(raw) == LONGEST_LINE:
                reason = "la línea pasa de un millón de caracteres"
                raise self.refusal(number, "fila", raw[:20], reason, "no es una tabla: revíselo")
            try:
                yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise self._not_utf8(number, raw, error.start) from error

    def _not_utf8(self, number: int, raw: bytes, start: int) -> Refusal:
        place = raw.count(self.delimiter.encode(), 0, start)
        known = place < len(self.header)
        column = self.header[place] if known else f"columna {place + 1}"
        wrong = raw[max(0, start - 8) : start + 8]
        remedy = "guarde el archivo como «CSV UTF-8» (en Excel: Guardar como)"
        return self.refusal(number, column, wrong, "no es UTF-8 (parece Latin-1)", remedy)


def tables(path: Path) -> list[Table]:
    """Return the sheets of a workbook as tables."""
    return [Table(path, page) for page in workbook.names(path)]


def _shown(rows: Numbered) -> Numbered:
    progress, number = Progress(0), 0
    for number, cells in rows:
        if number % EVERY == 0:
            progress.at(0, number)
        yield number, cells
    progress.end(number)
