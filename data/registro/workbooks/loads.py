"""A workbook judged before anything is written, and then written by what writes the forms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from data.registro import known, versions
from data.registro.checks import check, obstacles
from data.registro.checks.findings import Finding
from data.registro.listed import FACT, rows_of
from data.registro.reports import NotFoundError, Report, find
from data.registro.rights import Person, puede
from data.registro.screening.files import FileError
from data.registro.screening.texts import LONGEST
from data.registro.typed import read
from data.registro.workbooks import facts_sheet, layout
from data.registro.workbooks.cells import Fault, fault
from data.registro.workbooks.layout import COLUMNS
from data.registro.workbooks.opening import opened
from data.registro.workbooks.reading import Line, Marks, lines, marks
from data.registro.written import standing, written


@dataclass(frozen=True, slots=True)
class Change:
    """What a workbook would write of one report, and what the checks would say of it."""

    codigo: str
    version: int
    raw: Mapping[str, str]
    cambia: tuple[str, ...]
    obstaculos: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """A workbook as it was judged: nothing of it is written while one cell has a fault."""

    periodo: str
    entidad: str
    cambios: tuple[Change, ...]
    iguales: int
    faltas: tuple[Fault, ...]


def simulate(connection: Connection, person: Person, content: bytes) -> Load:
    """Judge a workbook; FileError if it is no template of the person's, before any cell."""
    sheets = opened(content)
    said = marks(sheets)
    if said.entidad not in person.entities(("registrador",)):
        raise FileError(f"La plantilla es de «{said.entidad[:40]}», y usted no registra por esa "
                        "entidad: descargue la suya.")  # fmt: skip
    found, faults = lines(sheets)
    facts, wrong_facts = facts_sheet.read(sheets, {one.codigo for one in found})
    faults += wrong_facts if found else []
    for one in found:
        one.fields.update(facts[one.codigo])
    seen = set[str]()
    changes, same = list[Change](), 0
    broken = {one.celda.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for one in faults}
    for line in found:
        wrong, change = _judged(connection, person, said, line, seen)
        faults += wrong
        if change is not None and line.cell.place[1:] not in broken and not wrong:
            changes.append(change)
        same += change is None and not wrong
    return Load(said.periodo, said.entidad, tuple(changes), same, tuple(faults))


def _judged(
    connection: Connection, person: Person, said: Marks, line: Line, seen: set[str]
) -> tuple[list[Fault], Change | None]:
    where = _report(connection, person, said, line, seen)
    if isinstance(where, Fault):
        return [where], None
    before = written(connection, where, where.actual or 0)
    changed = tuple(_changed(line, before))
    if not changed:
        return [], None
    if not puede(person, "guardar", where.subject):
        return [fault(layout.REPORT, line.cell, "un reporte que se pueda escribir",
                      f"está «{where.estado}»: deje su fila como estaba")], None  # fmt: skip
    if said.versiones.get(line.codigo, -1) != where.version:
        name = standing(connection, where)[1] or "otra persona"
        return [fault(layout.REPORT, line.cell, "la plantilla descargada después de lo último "
                      f"guardado, por {name}", "descárguela de nuevo y pase a ella lo suyo")
                ], None  # fmt: skip
    raw = dict(before) | {name: line.fields.get(name, "") for name in changed}
    typed = read(raw, where.entidad, versions.evidence(connection, where))
    every = (*typed.illegible, *check(typed.entry, known.of(connection, where)))
    faults = [*_private(every, line), *_long(line)]
    change = Change(line.codigo, where.version, raw, changed, obstacles(every, typed.entry))
    return faults, change


def _report(
    connection: Connection, person: Person, said: Marks, line: Line, seen: set[str]
) -> Report | Fault:
    if line.codigo in seen:
        return fault(layout.REPORT, line.cell, "cada código una vez", "borre la fila repetida")
    seen.add(line.codigo)
    try:
        report = find(connection, person, said.periodo, line.codigo)
    except NotFoundError:
        report = None
    if report is None or report.entidad != said.entidad:
        return fault(layout.REPORT, line.cell, f"un código de {said.entidad} en {said.periodo}",
                     "no cambie la columna «Código»: descargue de nuevo la plantilla")  # fmt: skip
    return report


def _changed(line: Line, before: Mapping[str, str]) -> Iterator[str]:
    """Return the fields that say something else: what a workbook cannot hold is no change."""
    for one in COLUMNS:
        now = line.fields.get(one.field, "")
        if one.field in line.fields and now.strip() != before.get(one.field, "").strip():
            yield one.field
    if rows_of(line.fields) != rows_of(before):
        names = {name for name in (*line.fields, *before) if name.startswith(FACT)}
        yield from sorted(n for n in names if line.fields.get(n, "") != before.get(n, ""))


def _private(found: tuple[Finding, ...], line: Line) -> Iterator[Fault]:
    """Return what may identify a person: the cell is named, what is in it is not repeated."""
    for one in found:
        if one.regla == "V17":
            field = one.campo.replace("explicaciones.", "explica_")
            yield Fault(layout.REPORT, line.places.get(field, line.cell.place), "(no se muestra)",
                        "texto sin datos que identifiquen a una persona", one.mensaje)  # fmt: skip


def _long(line: Line) -> Iterator[Fault]:
    for field, said in line.fields.items():
        if len(said) > LONGEST:
            place = line.places.get(field, line.cell.place)
            what = (f"{len(said):,} caracteres", f"{LONGEST:,} caracteres o menos")
            yield Fault(layout.REPORT, place, *what, "acorte el texto")


def confirm(connection: Connection, person: Person, load: Load) -> list[versions.Saved]:
    """Write a workbook that was judged, report by report, as their forms would."""
    saved = []
    for one in load.cambios:
        report = find(connection, person, load.periodo, one.codigo)
        if written(connection, report, report.actual or 0) == dict(one.raw):
            continue
        seen = replace(report, version=one.version)
        saved.append(versions.save(connection, person, seen, one.raw))
    return saved
