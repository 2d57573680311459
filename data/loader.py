"""CSV tables in, rows out, or every fault at once; the only module that opens tables."""

import csv
import io
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data import (
    audit,
    characters,
    correction_faults,
    folder_argument,
    foreign_keys,
    span_faults,
    year_faults,
)
from data.faults import DERIVED, Fault, TableError, from_pydantic
from data.foreign_keys import Numbered
from data.hot_reload import snapshot
from data.model import TABLES, Row
from data.publish import silent_changes
from data.settings import setting
from data.store import Kept, Store
from data.table_text import read as _text
from data.writing import recovery


def folder() -> Traversable:
    """Return the folder of tables: ``TABLERO_DATOS`` if set, else the packaged one."""
    chosen = setting("TABLERO_DATOS")
    return Path(chosen) if chosen else files("data") / "tables"


def load(source: Traversable | None = None, kept: Kept | None = None) -> Store:
    """Read a whole folder of tables, or raise TableError naming all their faults.

    `kept` are the earlier versions.
    """
    source = snapshot.steady(source or folder())
    faults: list[Fault] = []
    numbered = {
        name: _read(source / f"{name}.csv", model, faults) for name, model in TABLES.items()
    }
    faults += _empty(numbered, {fault.file for fault in faults})
    faults += foreign_keys.faults(numbered, {fault.file for fault in faults})
    faults += correction_faults.faults(numbered, {fault.file for fault in faults})
    if not faults:
        faults += [*year_faults.faults(numbered), *span_faults.faults(numbered)]
        faults += audit.faults(numbered)
    if faults:
        raise TableError(faults)
    tables = {name: tuple(row for _, row in rows) for name, rows in numbered.items()}
    return Store(tables, kept)


def _empty(numbered: Mapping[str, Numbered], faulty: Collection[str]) -> list[Fault]:
    """Return the tables without a row, but those to which that is something to say."""
    reason, remedy = "no tiene ninguna fila", "complétela, o recupere la de la última versión"
    return [
        Fault(f"{name}.csv", 1, "archivo", f"{name}.csv", reason, remedy)
        for name, rows in numbered.items()
        if not rows and not TABLES[name].empty_says and f"{name}.csv" not in faulty
    ]


def _read(file: Traversable, model: type[Row], faults: list[Fault]) -> Numbered:
    lines = csv.reader(io.StringIO(_text(file, faults), newline=""), strict=True)
    rows: Numbered = []
    seen: dict[tuple[object, ...], int] = {}
    try:
        header = next(lines, [])
        if not _header_fits(file.name, header, model.columns(), faults):
            return rows
        for cells in lines:
            row = _row(file.name, lines.line_num, dict(_named(header, cells)), model, faults)
            if row is None:
                continue
            if (first := seen.setdefault(row.identity, lines.line_num)) != lines.line_num:
                faults.append(_repeated(file.name, lines.line_num, row, first))
            rows.append((lines.line_num, row))
    except csv.Error as error:
        text = "no se puede leer como CSV"
        remedy = "revise comillas y separadores (coma, comillas dobles)"
        faults.append(Fault(file.name, lines.line_num, "fila", str(error), text, remedy))
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
    if odd := characters.faults(name, line, cells, model):
        faults += odd
        return None
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


def main(arguments: list[str]) -> int:
    """Check a folder of tables; print what is there or what is wrong; 0 or 1."""
    source = folder_argument.chosen(arguments, folder())
    recovery.complete(source)
    try:
        store = load(source)
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    if silent := silent_changes.faults(store, source):
        print("\n".join(map(str, silent)), file=sys.stderr)
        return 1
    counts = (f"{name}: {len(rows)} filas" for name, rows in store.tables.items())
    print("\n".join([*counts, f"versión de los datos: {store.version}"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
