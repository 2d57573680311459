"""The rows of one table, each with its line, or what is wrong with them."""

import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data import characters
from data.faults import DERIVED, Fault, from_pydantic
from data.foreign_keys import Numbered
from data.model import Row
from data.table_text import read as _text

# The last text of each table in which nothing was wrong, and its rows: they are frozen, and most
# tables of a new folder say what those of the last did.
_SOUND: dict[type[Row], tuple[str, Numbered]] = {}


def read(file: Traversable, model: type[Row], faults: list[Fault]) -> Numbered:
    """Return the rows of a table with the line of each; what is wrong is added to `faults`."""
    known = len(faults)
    # The name of a file inside a zip is made anew each time that it is asked for.
    name, text = file.name, _text(file, faults)
    rows = unchanged(text, model)
    if not rows:
        rows = _rows(name, text, model, faults)
        if len(faults) == known:
            _SOUND[model] = text, rows
    return rows


def unchanged(text: str, model: type[Row]) -> Numbered:
    """Return the rows of a text if it is that of the last sound table of its model; else none."""
    before, rows = _SOUND.get(model, ("", []))
    return rows if text == before else []


def _rows(name: str, text: str, model: type[Row], faults: list[Fault]) -> Numbered:
    looked_at = characters.looked_at(text, model)
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: Numbered = []
    seen: dict[tuple[object, ...], int] = {}
    try:
        header = next(lines, [])
        if not _header_fits(name, header, model.columns(), faults):
            return rows
        for cells in lines:
            row_cells = dict(_named(header, cells))
            if odd := characters.faults(name, lines.line_num, row_cells, model, looked_at):
                faults += odd
                continue
            row = _row(name, lines.line_num, row_cells, model, faults)
            if row is None:
                continue
            if (first := seen.setdefault(row.identity, lines.line_num)) != lines.line_num:
                faults.append(_repeated(name, lines.line_num, row, first))
            rows.append((lines.line_num, row))
    except csv.Error as error:
        text = "no se puede leer como CSV"
        remedy = "revise comillas y separadores (coma, comillas dobles)"
        faults.append(Fault(name, lines.line_num, "fila", str(error), text, remedy))
    return rows


def _header_fits(name: str, header: list[str], wanted: list[str], faults: list[Fault]) -> bool:
    if header == wanted:
        return True
    order = "escriba la cabecera así: " + ",".join(wanted)
    if not header:
        if not any(fault.file == name for fault in faults):
            faults.append(Fault(name, 1, "cabecera", "", "el archivo está vacío", order))
        return False
    wrong = [Fault(name, 1, c, "", "falta la columna", order) for c in wanted if c not in header]
    wrong += [Fault(name, 1, c, "", "sobra la columna", order) for c in header if c not in wanted]
    faults += wrong or [Fault(name, 1, "cabecera", ",".join(header), "está en otro orden", order)]
    return False


def _named(header: list[str], cells: list[str]) -> Iterator[tuple[str, str]]:
    # The same words stand in thousands of cells: one copy of each is enough.
    yield from zip(header, map(sys.intern, cells), strict=False)
    for position, cell in enumerate(cells[len(header) :], start=len(header) + 1):
        yield f"columna {position}", cell


def _row(
    name: str, line: int, cells: dict[str, str], model: type[Row], faults: list[Fault]
) -> Row | None:
    try:
        return model.model_validate(cells).lean()
    except ValidationError as error:
        faults += [_wrong(name, line, detail, model) for detail in error.errors()]
        return None


def _wrong(name: str, line: int, detail: ErrorDetails, model: type[Row]) -> Fault:
    fault = from_pydantic(name, line, detail, model)
    if fault.column in model.derived and not fault.value:
        return replace(fault, reason="falta el cálculo", remedy=DERIVED)
    return fault


def _repeated(name: str, line: int, row: Row, first: int) -> Fault:
    key = ",".join(map(str, row.identity))
    remedy = f"deje una sola fila; la primera es la línea {first}"
    return Fault(name, line, ",".join(row.key), key, "repite la clave", remedy)
