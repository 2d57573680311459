"""CSV tables in, rows out, or every fault at once."""

import sys
from collections.abc import Collection, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from data import (
    audit,
    correction_faults,
    folder_argument,
    foreign_keys,
    span_faults,
    year_faults,
)
from data.faults import Fault, TableError
from data.foreign_keys import Numbered
from data.hot_reload import snapshot
from data.model import TABLES
from data.publish import silent_changes
from data.settings import setting
from data.store import Kept, Store
from data.table_rows import read
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
    numbered = {name: read(source / f"{name}.csv", model, faults) for name, model in TABLES.items()}
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
