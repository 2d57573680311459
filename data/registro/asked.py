"""What was asked to be annulled and what came of it, read by who may see it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, true

from data.registro.person import SEE_OWN, Person, sees_all
from data.registro.reports import Report
from data.registro.rights import puede
from data.registro.schema.annulment import anulacion, anulacion_respuesta
from data.registro.schema.people import persona


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: which indicator, in which period, by which norm and why."""

    periodo: str
    codigo: str
    norma: str
    motivo: str


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of an indicator in a period, with its norm, and what came of it.

    respondida: whether somebody answered; anulado: whether he confirmed it.
    """

    id: int
    periodo: str
    codigo: str
    entidad: str
    norma: str
    motivo: str
    persona: int
    nombre: str
    momento: datetime
    respondida: bool = False
    anulado: bool = False
    rechazo: str = ""


def waiting(connection: Connection, person: Person, report: Report) -> Request | None:
    """Return the request of a report that waits for an answer; None without one."""
    return pending(connection, person, report.periodo, report.codigo)


def pending(connection: Connection, person: Person, period: str, code: str) -> Request | None:
    """Return the request of an indicator in a period that waits for an answer."""
    asked = (period, code)
    held = (one for one in listed(connection, person) if not one.respondida)
    return next((one for one in held if (one.periodo, one.codigo) == asked), None)


def listed(connection: Connection, person: Person) -> list[Request]:
    """Return every request that a person may see, the last first."""
    rows = connection.execute(_asked().where(_visible(person))).all()
    return [_request(row) for row in rows]


def norm_of(connection: Connection, report: int) -> str:
    """Return the norm by which a report was annulled; '' if it was not."""
    joined = anulacion.join(anulacion_respuesta, anulacion_respuesta.c.anulacion == anulacion.c.id)
    line = select(anulacion.c.norma).select_from(joined)
    return connection.execute(line.where(anulacion_respuesta.c.reporte == report)).scalar() or ""


def _visible(person: Person) -> ColumnElement[bool]:
    if sees_all(person) or puede(person, "ver-anulaciones"):
        return true()
    return anulacion.c.entidad.in_(sorted(person.entities(SEE_OWN)))


def _asked() -> Select[Any]:
    answer = anulacion_respuesta.c
    joined = anulacion.join(persona, persona.c.id == anulacion.c.persona).outerjoin(
        anulacion_respuesta, answer.anulacion == anulacion.c.id
    )
    more = (persona.c.nombre, answer.anulacion.label("respuesta"), answer.reporte,
            answer.motivo.label("rechazo"))  # fmt: skip
    return select(anulacion, *more).select_from(joined).order_by(anulacion.c.id.desc())


def _request(row: Any) -> Request:
    names = ("id", "periodo", "codigo", "entidad", "norma", "motivo", "persona", "nombre",
             "momento")  # fmt: skip
    return Request(**{name: getattr(row, name) for name in names},
                   respondida=row.respuesta is not None, anulado=row.reporte is not None,
                   rechazo=row.rechazo or "")  # fmt: skip
