"""Published figures that changed or are gone, and of which nothing says why."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources.abc import Traversable

from data.correction_faults import WHOLE
from data.faults import Fault
from data.model import TABLES, Correccion, Discrepancia, Retirada, Row, Vigencia
from data.publish.version_cells import bases
from data.publish.versions import Archive
from data.rules import spans
from data.store import Store

Told = set[tuple[str, str]]
Change = tuple[Row, str, object]
_REASON = "cambia una cifra publicada ({before} en la versión {version}) y no se dice por qué"
_REMEDY = "añada a correcciones.csv la fila de {table} con la clave «{key}» y el motivo"
_GONE = "falta una fila con cifras que la versión {version} publica y no se dice por qué"
_RESTORE = (
    "recupérela, o añada a correcciones.csv la fila de {table} con la clave «{key}» y el motivo"
)


def faults(store: Store, source: Traversable, archive: Archive | None = None) -> list[Fault]:
    """Hold some tables against the version that was kept last, of several of a day the nearest.

    A figure that is new is no change, nor one that is computed from others.
    """
    archive = archive or Archive()
    if store.version in archive.versions:
        return []
    each = (_since(store, source, archive.read(version)) for version in archive.last)
    return min(each, key=len, default=[])


def _since(store: Store, source: Traversable, before: Store) -> list[Fault]:
    told = _told(store, before.versions[before.version])
    found: list[Fault] = []
    for name in TABLES:
        silent = [
            (place, row)
            for place, row in enumerate(store.tables[name])
            if not told.intersection({(name, WHOLE), (name, row.key_text)})
        ]
        changed = [(place, one) for place, row in silent for one in _changes(row, before)]
        lines = _lines(source / f"{name}.csv") if changed else []
        found += [_fault(name, lines[place], one, before.version) for place, one in changed]
        found += _gone(name, store, before, told)
    return found


def _gone(name: str, store: Store, before: Store, told: Told) -> Iterator[Fault]:
    """Give the rows with a figure, and the contradictions, that only the version has."""
    model = TABLES[name]
    now, figures = store.exact(model), _figures(model)
    for identity, row in before.exact(model).items():
        given = any(getattr(row, figure) is not None for figure in figures)
        if identity in now or not (given or isinstance(row, Discrepancia)):
            continue
        if not told.intersection({(name, WHOLE), (name, row.key_text)}) and not _ended(store, row):
            reason = _GONE.format(version=before.version)
            remedy = _RESTORE.format(table=name, key=row.key_text)
            yield Fault(f"{name}.csv", 1, ",".join(model.key), row.key_text, reason, remedy)


def _ended(store: Store, row: Row) -> bool:
    """Say whether another table says that it went: a record withdrawn, an indicator ended."""
    if isinstance(row, Discrepancia):
        return row.identity in store.exact(Retirada)
    code, year = getattr(row, "codigo", None), getattr(row, "anio", None)
    held = spans.by_code(store.rows(Vigencia)).get(str(code), ())
    return year is not None and bool(held) and not any(span.holds(year) for span in held)


def _told(store: Store, since: date) -> Told:
    rows = store.rows(Correccion)
    return {(row.tabla, row.clave) for row in rows if row.fecha >= since}


def _changes(row: Row, before: Store) -> Iterator[Change]:
    """Give the row, the column and the figure that was there, of each figure that changed."""
    then = before.exact(type(row)).get(row.identity)
    # A table that has not changed shares its rows with the version.
    for name in _figures(type(row)) if then and then is not row else ():
        old = getattr(then, name)
        if old is not None and old != getattr(row, name):
            yield row, name, old


@cache
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
