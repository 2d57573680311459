"""The sheets of an .xlsx, row by row: as many as there are, whatever the file says of itself."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from data.importing import markup
from data.importing.cells import LONGEST, Cell, column_of
from data.importing.markup import Book
from data.importing.refusal import Refusal
from data.importing.workbook_parts import Parts, Sheet, parts, sheets

Numbered = Iterator[tuple[int, list[str]]]
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_ORDER = "ábralo en Excel o LibreOffice y guárdelo de nuevo como .xlsx"


def names(path: Path) -> list[Sheet]:
    """Return the sheets of a workbook, or raise Refusal."""
    with markup.opened(path) as book:
        return sheets(book)


def rows(path: Path, sheet: Sheet) -> Numbered:
    """Yield every row of a sheet with its number, or raise Refusal; never fewer in silence."""
    with markup.opened(path) as book:
        reading = _Reading(book, sheet, parts(book))
        for _ in book.tell(sheet.part, reading):
            while reading.done:
                yield reading.done.popleft()
        if not reading.closed:
            raise book.refusal(sheet.part, "la hoja no tiene filas que leer (falta sheetData)")


@dataclass
class _Reading:
    book: Book
    sheet: Sheet
    parts: Parts
    done: deque[tuple[int, list[str]]] = field(default_factory=deque)
    closed: bool = False
    row: int = 0
    cells: list[str] = field(default_factory=list)
    cell: Cell | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self.row = self._place(attributes.get("r", ""), self.row, LAST_ROW)
            self.cells = []
        elif name == "c":
            self._column(attributes.get("r", ""))
            self.cell = Cell(attributes.get("t", "n"), attributes.get("s", "0"))
        elif self.cell:
            self.cell.open(name)

    def end(self, name: str) -> None:
        if name == "row":
            self.done.append((self.row, self.cells))
        elif name == "c" and self.cell:
            self.cells.append(self._value(self.cell))
            self.cell = None
        elif self.cell:
            self.cell.close(name)
        elif name == "sheetData":
            self.closed = True

    def text(self, words: str) -> None:
        if self.cell and self.cell.add(words) > LONGEST:
            reason = f"una celda pasa de {LONGEST:,} caracteres"
            raise self._refusal(reason, "no es una tabla publicada: revise el archivo")

    def _value(self, cell: Cell) -> str:
        try:
            return cell.value(self.parts)
        except (IndexError, ValueError) as error:
            reason = "una celda remite a un texto o a un estilo que el libro no trae"
            raise self._refusal(reason, _ORDER) from error

    def _column(self, reference: str) -> None:
        """Fill the gap before a cell; its reference must follow the last one, in this row."""
        letters = reference.rstrip("0123456789")
        number = reference[len(letters) :]
        if reference and number != str(self.row):
            raise self._refusal(f"la celda {reference[:20]} no es de la fila {self.row}", _ORDER)
        place = column_of(letters) if reference else len(self.cells) + 1
        if not len(self.cells) < place <= LAST_COLUMN:
            raise self._refusal(f"la celda {reference[:20]} está fuera de orden", _ORDER)
        self.cells += [""] * (place - len(self.cells) - 1)

    def _place(self, text: str, before: int, last: int) -> int:
        if not text:
            return before + 1
        if text.isascii() and text.isdigit() and len(text) < 8 and before < int(text) <= last:
            return int(text)
        raise self._refusal(f"la fila dice ser la {text[:20]} y sigue a la {before}", _ORDER)

    def _refusal(self, reason: str, remedy: str) -> Refusal:
        return self.book.refusal(self.sheet.name, reason, remedy, max(1, self.row))
