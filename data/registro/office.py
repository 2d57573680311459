"""What reviewers and officers do to a report besides moving it: observe, answer, accept."""

from datetime import UTC, date, datetime

from sqlalchemy import Connection, func, insert, select, update

from data.registro.conditions import Facts
from data.registro.moves import ForbiddenError, ImpossibleError, UnmetError, take
from data.registro.periods import closes
from data.registro.reports import Report
from data.registro.rights import Person, puede
from data.registro.schema.publication import publicacion_descarte, publicacion_reporte
from data.registro.schema.reports import hallazgo
from data.registro.schema.review import observacion
from data.registro.screening.texts import refuse
from data.registro.states import ANSWERED_IN


def facts_of(connection: Connection, report: Report, today: date, reason: str = "") -> Facts:
    """Return what is known when a move of a report is asked for."""
    said = observacion.c.reporte == report.id
    open_ones = select(func.count()).where(said, observacion.c.respuesta == "")
    now = select(func.count()).where(said, observacion.c.n == (report.actual or 0))
    pending = select(func.count()).where(
        hallazgo.c.reporte == report.id,
        hallazgo.c.n == (report.actual or 0),
        hallazgo.c.severidad == "explica",
        hallazgo.c.aceptado_por.is_(None),
    )
    away = select(publicacion_descarte.c.publicacion)
    cut = select(func.count()).where(
        publicacion_reporte.c.reporte == report.id,
        publicacion_reporte.c.publicacion.not_in(away),
    )
    count = [connection.execute(line).scalar_one() for line in (open_ones, now, pending, cut)]
    return Facts(
        hoy=today,
        cierra=closes(connection, report.periodo, report.entidad),
        motivo=reason,
        sin_respuesta=count[0],
        observaciones=count[1],
        por_aceptar=count[2],
        en_corte=bool(count[3]),
    )


def observe(connection: Connection, person: Person, report: Report, field: str, text: str) -> None:
    """Write an observation of a field of the version that is under review."""
    _reviews(person, report)
    refuse(field, text)
    if not (field.strip() and text.strip()):
        raise UnmetError(("Escriba el campo y la observación.",))
    take(connection, report, {})
    line = insert(observacion).values(
        reporte=report.id,
        n=report.actual or 0,
        campo=field,
        texto=text,
        autor=person.id,
        momento=datetime.now(UTC),
    )
    connection.execute(line)


def answer(connection: Connection, person: Person, report: Report, number: int, text: str) -> None:
    """Answer an observation of a report of one's own entity."""
    if report.estado not in ANSWERED_IN:
        raise ImpossibleError(report, "responder")
    if not puede(person, "guardar", report.subject):
        raise ForbiddenError("responder")
    refuse(text)
    take(connection, report, {})
    which = (observacion.c.id == number, observacion.c.reporte == report.id)
    connection.execute(update(observacion).where(*which).values(respuesta=text))


def accept(connection: Connection, person: Person, report: Report) -> None:
    """Accept every explanation of the version that is under review."""
    _reviews(person, report)
    take(connection, report, {})
    which = (hallazgo.c.reporte == report.id, hallazgo.c.n == (report.actual or 0),
             hallazgo.c.severidad == "explica")  # fmt: skip
    connection.execute(update(hallazgo).where(*which).values(aceptado_por=person.id))


def _reviews(person: Person, report: Report) -> None:
    if report.estado != "en-revision":
        raise ImpossibleError(report, "observar")
    if not puede(person, "observar", report.subject):
        raise ForbiddenError("observar")
