"""A publication in the record: begun before the folder moves, completed with the states after.

A publication without a version of the data is one that was begun and not completed; that it was
discarded is said beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from data.registro.moves import ConflictError, ForbiddenError, move
from data.registro.office import facts_of
from data.registro.publication.cut import LIMA, Cut
from data.registro.publication.plan import Plan, printed
from data.registro.reports import get
from data.registro.rights import Person, puede
from data.registro.schema.publication import (
    publicacion,
    publicacion_descarte,
    publicacion_reporte,
    publicacion_tablas,
)


@dataclass(frozen=True, slots=True)
class Begun:
    """A publication that is not completed, with the reports that it takes."""

    id: int
    corte: str
    momento: datetime
    reportes: tuple[int, ...]


def unfinished(connection: Connection) -> list[Begun]:
    """Return the publications that were begun and not completed, the oldest first."""
    line = select(publicacion).where(publicacion.c.version_datos == "", ~_discarded())
    rows = connection.execute(line.order_by(publicacion.c.id)).all()
    return [Begun(row.id, row.corte, row.momento, _taken(connection, row.id)) for row in rows]


def _discarded() -> ColumnElement[bool]:
    return publicacion.c.id.in_(select(publicacion_descarte.c.publicacion))


def _taken(connection: Connection, number: int) -> tuple[int, ...]:
    which = publicacion_reporte.c.publicacion == number
    line = select(publicacion_reporte.c.reporte).where(which)
    return tuple(connection.execute(line.order_by(publicacion_reporte.c.reporte)).scalars())


def named(folder: Path) -> str:
    """Return the name of the folder of tables in which a cut is published."""
    return str(folder.absolute())


def note(connection: Connection, begun: Begun, folder: Path, plan: Plan) -> None:
    """Write which tables a cut is about to change, and what they hold before and after."""
    cells = {"publicacion": begun.id, "carpeta": named(folder),
             "archivos": " ".join(sorted(plan.files)),
             "antes": printed(plan.before), "despues": printed(plan.files)}  # fmt: skip
    connection.execute(insert(publicacion_tablas).values(cells))


def begin(connection: Connection, person: Person, cut: Cut, moment: datetime) -> Begun:
    """Write that a cut is being published: its reports can no longer be reopened.

    ConflictError: another one is being published, or a report is no longer as it was read.
    """
    if unfinished(connection):
        raise ConflictError("otra publicación está en curso")
    may(connection, person, cut)
    for line in cut.chosen:
        if get(connection, person, line.id).version != line.version:
            raise ConflictError(line.codigo)
    cells = {"version_datos": "", "corte": cut.periodo.id, "momento": moment, "autor": person.id}
    made = insert(publicacion).values(cells).returning(publicacion.c.id)
    number = connection.execute(made).scalar_one()
    for line in cut.chosen:
        row = {"publicacion": number, "reporte": line.id}
        connection.execute(insert(publicacion_reporte).values(row))
    return Begun(number, cut.periodo.id, moment, _taken(connection, number))


def may(connection: Connection, person: Person, cut: Cut) -> None:
    """Raise ForbiddenError naming the reports that a person may not publish: he had a hand in."""
    theirs = ((line, get(connection, person, line.id)) for line in cut.chosen)
    held = [line.codigo for line, one in theirs if not puede(person, "publicar", one.subject)]
    if held:
        raise ForbiddenError(", ".join(held))


def complete(connection: Connection, person: Person, begun: Begun, version: str) -> None:
    """Write the states and the version of the data: all of it in this one transaction."""
    for number in begun.reportes:
        report = get(connection, person, number)
        facts = facts_of(connection, report, begun.momento.astimezone(LIMA).date())
        move(connection, person, report, "publicar", facts)
    which = (publicacion.c.id == begun.id, publicacion.c.version_datos == "")
    done = update(publicacion).where(*which).values(version_datos=version)
    if connection.execute(done).rowcount != 1:
        raise ConflictError(begun.corte)


def listed(connection: Connection) -> Iterator[tuple[Any, int]]:
    """Give every publication, the last first, and how many reports it took.

    descarte: why it was discarded; None if it was not.
    """
    taken = publicacion_reporte.c.publicacion
    held = connection.execute(select(taken, func.count().label("cuantos")).group_by(taken))
    counts = {row.publicacion: row.cuantos for row in held}
    away = publicacion_descarte.c
    joined = publicacion.outerjoin(publicacion_descarte, away.publicacion == publicacion.c.id)
    line = select(publicacion, away.motivo.label("descarte")).select_from(joined)
    for row in connection.execute(line.order_by(publicacion.c.id.desc())):
        yield row, counts.get(row.id, 0)
