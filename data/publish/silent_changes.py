"""Published figures that changed, and of which no correction says why."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from importlib.resources.abc import Traversable

from data.correction_faults import WHOLE
from data.faults import Fault
from data.model import TABLES, Correccion, Row
from data.publish.version_cells import bases
from data.publish.versions import Archive
from data.store import Store

Change = tuple[Row, str, object]
_REASON = "cambia una cifra publicada ({before} en la versión {version}) y no se dice por qué"
_REMEDY = "añada a correcciones.csv la fila de {table} con la clave «{key}» y el motivo"


def faults(store: Store, source: Traversable, archive: Archive | None = None) -> list[Fault]:
    """Hold some tables against the version that was kept last.

    A figure that is new is no change, nor one that is computed from others.
    """
    archive = archive or Archive()
    before = archive.last
    if before is None or store.version in archive.versions:
        return []
    told = _told(store, archive.versions[before.version])
    found = []
    for name in TABLES:
        silent = [
            (place, row)
            for place, row in enumerate(store.tables[name])
            if not told.intersection({(name, WHOLE), (name, row.key_text)})
        ]
        changed = [(place, one) for place, row in silent for one in _changes(row, before)]
        lines = _lines(source / f"{name}.csv") if changed else []
        found += [_fault(name, lines[place], one, before.version) for place, one in changed]
    return found


def _told(store: Store, since: date) -> set[tuple[str, str]]:
    rows = store.rows(Correccion)
    return {(row.tabla, row.clave) for row in rows if row.fecha >= since}


def _changes(row: Row, before: Store) -> Iterator[Change]:
    """Give the row, the column and the figure that was there, of each figure that changed."""
    then = before.exact(type(row)).get(row.identity)
    for name in _figures(type(row)) if then else ():
        old = getattr(then, name)
        if old is not None and old != getattr(row, name):
            yield row, name, old


def _figures(model: type[Row]) -> list[str]:
    """Return the columns of a table that hold figures of a source."""
    computed = getattr(model, "derived", ())
    if "fuente" not in model.model_fields:
        return []
    return [
        name
        for name, field in model.model_fields.items()
        if name not in (*model.key, *computed) and bases(field.annotation) & {Decimal, int}
    ]


def _lines(file: Traversable) -> list[int]:
    """Return the line of each row of a table, as the loader counts them."""
    rows = csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))
    next(rows, None)
    return [rows.line_num for _ in rows]


def _fault(table: str, line: int, change: Change, version: str) -> Fault:
    row, column, old = change
    reason = _REASON.format(before=old, version=version)
    remedy = _REMEDY.format(table=table, key=row.key_text)
    value = getattr(row, column)
    return Fault(f"{table}.csv", line, column, "" if value is None else value, reason, remedy)
