"""Completes a folder of tables and says what is missing next: ``python -m data.complete FOLDER``.

It writes the derived cells, then reads the folder as the board would.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from data import derived, folder_argument
from data.compliance_report import check
from data.faults import Fault, TableError
from data.loader import folder, load
from data.model import TABLES
from data.publish import silent_changes
from data.store import Store
from data.writing import recovery
from data.writing.refusal import Refusal

# The order in which a new report is entered (see the guide of this room).
ORDER = (
    "fuentes", "ejercicios", "entidades", "indicadores", "vigencias", "valores",
    "metas_ajustadas", "avances", "otros_avances", "conteos", "sin_reporte", "explicaciones",
    "cifras", "componentes", "valoraciones", "discrepancias", "correcciones",
)  # fmt: skip
_SHOWN = 10


def main(arguments: list[str]) -> int:
    """Complete a folder; print what was written and what is missing; 0 if nothing is, else 1."""
    source = Path(str(folder_argument.chosen(arguments, folder())))
    recovery.complete(source)
    try:
        written = derived.fill(source)
    except Refusal as refused:
        print(refused, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{source}: no se puede escribir ({error.strerror})", file=sys.stderr)
        return 1
    for line in amounts(written):
        print(f"escrito en {line}")
    try:
        store = load(source)
        if silent := silent_changes.faults(store, source):
            raise TableError(silent)
    except TableError as error:
        print("\n".join(missing(error.faults)), file=sys.stderr)
        return 1
    print("\n".join(whole(store)))
    doubts = list(check.doubts(store))
    if doubts:
        print("\n".join(["Texto libre de los reportes:", *doubts]), file=sys.stderr)
    return 1 if doubts else 0


def amounts(changed: Mapping[str, int]) -> Iterator[str]:
    """Say what was written, a line for each table."""
    for name, amount in changed.items():
        noun = "celda calculada" if amount == 1 else "celdas calculadas"
        yield f"{name}.csv: {amount} {noun}"


def missing(faults: tuple[Fault, ...]) -> list[str]:
    """Say what to do next: the faults of one table, then how many each later one has."""
    files: dict[str, list[Fault]] = {}
    for fault in faults:
        files.setdefault(fault.file, []).append(fault)
    first, *later = sorted(files, key=_place)
    here = files[first]
    said = [f"Falta, en este orden. Ahora {first} ({len(here)}):", *map(str, here[:_SHOWN])]
    if len(here) > _SHOWN:
        said.append(f"… y {len(here) - _SHOWN} más en {first}")
    return said + [f"Después {name} ({len(files[name])})" for name in later]


def _place(file: str) -> tuple[int, str]:
    name = file.removesuffix(".csv")
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def whole(store: Store) -> list[str]:
    """Say what is there, and which tables have nothing yet of the last closed year."""
    counts = [f"{name}: {len(rows)} filas" for name, rows in store.tables.items()]
    bare = [name for name in ORDER if _dated(name) and not _of(store, name)]
    said = [*counts, f"último año cerrado: {store.latest}"]
    if bare:
        said.append(f"sin filas de {store.latest}, por si el reporte las da: {', '.join(bare)}")
    return [*said, f"versión de los datos: {store.version}", "No falta nada."]


def _dated(name: str) -> bool:
    return "anio" in TABLES[name].filtered


def _of(store: Store, name: str) -> bool:
    return any(getattr(row, "anio", None) == store.latest for row in store.tables[name])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
