"""A report as it stands: found only among those that the person may see."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from data.model.years import Reported
from data.registro.rights import Person, Subject, visible
from data.registro.schema.reports import reporte, reporte_version
from data.registro.schema.review import transicion

Hands = defaultdict[int, set[int]]
_REVIEWING = ("tomar", "observar", "recomendar", "visar")


class NotFoundError(LookupError):
    """There is no such report for this person: another's is not told from one that is not."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its state and the number of its lock."""

    id: int
    periodo: str
    codigo: str
    entidad: str
    serie: int
    estado: Reported
    version: int
    actual: int | None
    vence: date
    a_tiempo: bool | None
    subject: Subject


def find(connection: Connection, person: Person, period: str, code: str) -> Report:
    """Return the report in work of an indicator and period; else the public one."""
    asked = (reporte.c.periodo == period, reporte.c.codigo == code, visible(person))
    retired = reporte.c.estado == "anulado"
    line = select(reporte).where(*asked).order_by(retired, reporte.c.serie.desc())
    row = connection.execute(line.limit(1)).first()
    if row is None:
        raise NotFoundError(f"{period} {code}")
    return _report(connection, row)


def get(connection: Connection, person: Person, number: int) -> Report:
    """Return a report by its number."""
    row = connection.execute(select(reporte).where(reporte.c.id == number, visible(person))).first()
    if row is None:
        raise NotFoundError(str(number))
    return _report(connection, row)


def listed(
    connection: Connection, person: Person, period: str = "", states: Collection[Reported] = ()
) -> list[Report]:
    """Return the reports that a person may see, of one period or of all, in some states or any."""
    line = select(reporte).where(visible(person)).order_by(reporte.c.vence, reporte.c.codigo)
    if period:
        line = line.where(reporte.c.periodo == period)
    if states:
        line = line.where(reporte.c.estado.in_(states))
    return list(_reports(connection, connection.execute(line).all()))


def _report(connection: Connection, row: Row[Any]) -> Report:
    return next(_reports(connection, [row]))


def _reports(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[Report]:
    """Return reports with who had a hand in each: the hands of all are asked for once."""
    numbers = [row.id for row in rows]
    wrote, reviewed = _hands(connection, numbers)
    names = ("id", "periodo", "codigo", "entidad", "serie", "estado", "version", "actual", "vence",
             "a_tiempo")  # fmt: skip
    for row in rows:
        subject = Subject(row.entidad, row.estado, frozenset(wrote[row.id]), row.tomado_por,
                          frozenset(reviewed[row.id]))  # fmt: skip
        yield Report(**{name: row._mapping[name] for name in names}, subject=subject)


def _hands(connection: Connection, numbers: list[int]) -> tuple[Hands, Hands]:
    """Return who wrote or sent, and who reviewed, each of some reports."""
    wrote: Hands = defaultdict(set)
    reviewed: Hands = defaultdict(set)
    version, step = reporte_version.c, transicion.c
    authors = select(version.reporte, version.autor).where(version.reporte.in_(numbers))
    for row in connection.execute(authors.distinct()):
        wrote[row.reporte].add(row.autor)
    moves = select(step.reporte, step.accion, step.persona).where(
        step.reporte.in_(numbers), step.accion.in_(("enviar", *_REVIEWING)),
        step.persona.is_not(None),
    )  # fmt: skip
    for move in connection.execute(moves.distinct()):
        (wrote if move.accion == "enviar" else reviewed)[move.reporte].add(move.persona)
    return wrote, reviewed
