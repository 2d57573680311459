"""The sheet of reports of a workbook, read into the fields of a form."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.registro.screening.files import FileError
from data.registro.typed import figure
from data.registro.workbooks import layout
from data.registro.workbooks.cells import Cell, Fault, fault
from data.registro.workbooks.layout import COLUMNS, GIVEN, HEADINGS, STATE_WORDS, YES, Column
from data.registro.workbooks.opening import Sheets

_AGAIN = "descargue de nuevo la plantilla del periodo y pase a ella lo suyo"
_SORTS = {
    "fórmula": "copie la celda y péguela como valor",
    "fecha": "Excel la volvió una fecha: dé formato de texto a la celda y escriba la cifra",
    "error": "la celda da un error de Excel: escriba la cifra",
    "lógico": "escriba la palabra, no VERDADERO ni FALSO",
    "porcentaje": "dé formato de texto a la celda y escriba 12.5, sin «%»",
}


@dataclass(frozen=True, slots=True)
class Marks:
    """What the template says of itself: what it is for, and the version of each report then."""

    periodo: str
    entidad: str
    versiones: dict[str, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the workbook: the code, where it is, and its fields as a form has them."""

    codigo: str
    cell: Cell
    fields: dict[str, str]
    places: dict[str, str]


def marks(sheets: Sheets) -> Marks:
    """Return what a template says of itself; FileError if it is none, or of another version."""
    rows = [[one.said for one in row[:2]] for row in sheets.get(layout.INSIDE, [])]
    pairs = [(row[0], row[1]) for row in rows if len(row) == 2 and row[0]]
    if len(pairs) < 3 or pairs[0][0] != layout.MARK:
        raise FileError(f"El libro no es una plantilla del Registro: {_AGAIN}.")
    if pairs[0][1] != str(layout.FORMAT):
        raise FileError(f"La plantilla es de la versión {pairs[0][1][:9]} y hoy se usa la "
                        f"{layout.FORMAT}: {_AGAIN}.")  # fmt: skip
    given = {code: int(n) for code, n in pairs[3:] if n.isascii() and n.isdigit() and len(n) < 10}
    return Marks(pairs[1][1], pairs[2][1], given)


def lines(sheets: Sheets) -> tuple[list[Line], list[Fault]]:
    """Return the rows of the sheet of reports and the fault of every cell that has one."""
    rows = sheets.get(layout.REPORT, [])
    headed = rows[layout.HEADING_ROW - 1] if len(rows) >= layout.HEADING_ROW else []
    if wrong := _headings(headed):
        return [], wrong
    found, faults = [], list[Fault]()
    for row in rows[layout.FIRST_ROW - 1 :]:
        if not any(one.said.strip() for one in row):
            continue
        line, wrong = _line(row)
        found.append(line)
        faults += wrong
    return found, faults


def _headings(row: list[Cell]) -> list[Fault]:
    said = [*row, *(Cell("—") for _ in HEADINGS[len(row) :])]
    return [
        fault(layout.REPORT, cell, f"el encabezado «{heading}»", _AGAIN)
        for cell, heading in zip(said, HEADINGS, strict=False)
        if cell.said.strip() != heading
    ]


def _line(row: list[Cell]) -> tuple[Line, list[Fault]]:
    fields, places, faults = dict[str, str](), dict[str, str](), list[Fault]()
    for column, cell in zip(COLUMNS, row[len(GIVEN) :], strict=False):
        places[column.field] = cell.place
        wrong = next(_wrong(column, cell), None)
        if wrong:
            faults.append(wrong)
        else:
            fields[column.field] = _field(column, cell)
    return Line(row[0].said.strip(), row[0], fields, places), faults


def _wrong(column: Column, cell: Cell) -> Iterator[Fault]:
    expected = _EXPECTED[column.kind]
    if cell.sort in _SORTS and not (cell.sort == "porcentaje" and column.kind == "texto"):
        yield fault(layout.REPORT, cell, expected, _SORTS[cell.sort])
    said = cell.said.strip()
    if not said:
        return
    if column.kind == "cifra" and figure(said) is None:
        yield fault(layout.REPORT, cell, expected, "quite las palabras, los signos y los espacios")
    if column.kind == "estado" and said not in STATE_WORDS.values():
        yield fault(layout.REPORT, cell, expected, "elija una de la lista de la celda")
    if column.kind == "si" and said.lower() not in (YES, "si"):
        yield fault(layout.REPORT, cell, expected, f"escriba «{YES}» o déjela vacía")


_EXPECTED = {
    "cifra": "una cifra: 1,033 o 12.5, con seis decimales o menos",
    "estado": "una de: " + " · ".join(STATE_WORDS.values()),
    "si": f"«{YES}» o nada",
    "texto": "texto",
}


def _field(column: Column, cell: Cell) -> str:
    said = cell.said.replace("\r\n", "\n").replace("_x000D_", "")
    if column.kind == "estado":
        return next((str(one) for one, words in STATE_WORDS.items() if words == said.strip()), "")
    if column.kind == "si":
        return "si" if said.strip() else ""
    return said.strip() if column.kind == "cifra" else said
