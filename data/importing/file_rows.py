"""Numbered rows of a file, one at a time: the CSV as text lines, the workbook as sheets."""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from data.importing.progress_bar import EVERY, Progress
from data.importing.refusal import Refusal, refusal

Numbered = Iterator[tuple[int, list[str]]]
LONGEST_LINE = 1_000_000
HEAD = 30
DELIMITERS = {",": "coma", ";": "punto y coma", "\t": "tabulador", "|": "barra"}


@dataclass
class Table:
    """One table of a file: how to read it, and the names of its columns once they are known."""

    path: Path
    sheet: str = ""
    delimiter: str = ","
    header: list[str] = field(default_factory=list)

    @property
    def file(self) -> str:
        """Return the name that messages carry: the file, and the sheet of a workbook."""
        return f"{self.path.name}[{self.sheet}]" if self.sheet else self.path.name

    def head(self) -> list[tuple[int, list[str]]]:
        """Return the first rows, read without judging them."""
        if self.sheet:
            return list(islice(_sheet_rows(self.path, self.sheet), HEAD))
        with self.path.open("rb") as file:
            lines = [file.readline(LONGEST_LINE) for _ in range(HEAD)]
        text = b"".join(lines).decode("utf-8-sig", "replace")
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter)
        try:
            return [(reader.line_num, cells) for cells in reader]
        except csv.Error:
            return []

    def rows(self) -> Numbered:
        """Yield every row with the number of its last line, showing the progress."""
        if not self.sheet:
            return self._csv_rows()
        return _shown(_sheet_rows(self.path, self.sheet))

    def refusal(self, line: int, column: str, value: object, reason: str, remedy: str) -> Refusal:
        """Return a refusal that names this file."""
        return refusal(self.file, line, column, value, reason, remedy)

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
                cut = "end of data" in str(error)
                reason = "termina dentro de unas comillas" if cut else "tiene las comillas mal"
                remedy = "el archivo está cortado o dañado: descárguelo de nuevo"
                raise self.refusal(reader.line_num, "fila", str(error), reason, remedy) from error
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


def sheets(path: Path) -> list[str]:
    """Return the names of the sheets of a workbook."""
    book = _open(path)
    try:
        return list(book.sheetnames)
    finally:
        book.close()


def _sheet_rows(path: Path, sheet: str) -> Numbered:
    book = _open(path)
    try:
        for number, cells in enumerate(book[sheet].iter_rows(values_only=True), start=1):
            yield number, [_text(cell) for cell in cells]
    finally:
        book.close()


def _open(path: Path) -> Any:
    try:
        with warnings.catch_warnings(action="ignore"):
            return load_workbook(path, read_only=True, data_only=True)
    except (KeyError, ValueError, OSError, ParseError, zipfile.BadZipFile) as error:
        remedy = "ábralo y guárdelo de nuevo como .xlsx"
        reason = "el libro está dañado o no es un .xlsx"
        raise refusal(path.name, 1, "archivo", path.name, reason, remedy) from error


def _shown(rows: Numbered) -> Numbered:
    progress, number = Progress(0), 0
    for number, cells in rows:
        if number % EVERY == 0:
            progress.at(0, number)
        yield number, cells
    progress.end(number)


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
