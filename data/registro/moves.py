"""A report moved from one state to another: the only place where `estado` is written.

Each move is one transaction: an update that holds only if nobody moved it first, and its row in
`transicion`. The trail writes itself.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from data.registro.conditions import Facts, unmet
from data.registro.reports import Report
from data.registro.rights import Person, puede
from data.registro.schema.reports import reporte
from data.registro.schema.review import transicion
from data.registro.screening.texts import refuse
from data.registro.states import TABLE, Action, Move, openers


class MoveError(Exception):
    """A move that is not made."""


class ImpossibleError(MoveError):
    """The state does not allow it: a lock, with who can open it."""

    def __init__(self, report: Report, action: str) -> None:
        """Keep the state and the roles that can move the report on."""
        self.estado, self.accion, self.abren = report.estado, action, openers(report.estado)
        super().__init__(f"«{action}» no va desde «{report.estado}»; puede: {self.abren}")


class ForbiddenError(MoveError):
    """The person has no right to it."""


class UnmetError(MoveError):
    """Something lacks: each thing in words."""

    def __init__(self, words: tuple[str, ...]) -> None:
        """Keep what lacks."""
        self.words = words
        super().__init__("\n".join(words))


class ConflictError(MoveError):
    """Somebody moved or saved the report first."""


def allowed(person: Person, report: Report, action: Action) -> Move:
    """Return the move, or raise why it is not possible or not allowed."""
    move = TABLE.get((report.estado, action))
    if move is None:
        raise ImpossibleError(report, action)
    if not puede(person, action, report.subject):
        raise ForbiddenError(action)
    return move


def move(
    connection: Connection,
    person: Person,
    report: Report,
    action: Action,
    facts: Facts,
) -> None:
    """Make a move over the version of the report that the person saw."""
    row = allowed(person, report, action)
    if lacking := unmet(row.pide, facts):
        raise UnmetError(lacking)
    changed = {} if row.new_series else {"estado": row.a, **_columns(person, report, action, facts)}
    if action == "publicar":
        _replace(connection, report)
    take(connection, report, changed)
    note(connection, person, report.id, row, facts.motivo)
    if row.new_series:
        _another(connection, report, row)


def _another(connection: Connection, report: Report, row: Move) -> None:
    """Write the new series of a report that is public, which stays until it is replaced."""
    same = (reporte.c.periodo == report.periodo, reporte.c.codigo == report.codigo)
    last = connection.execute(select(func.max(reporte.c.serie)).where(*same)).scalar_one()
    line = insert(reporte).values(
        periodo=report.periodo,
        codigo=report.codigo,
        entidad=report.entidad,
        serie=last + 1,
        estado=row.a,
        vence=report.vence,
    )
    connection.execute(line)


def _replace(connection: Connection, report: Report) -> None:
    """Say of the series that was public that this one takes its place."""
    same = (reporte.c.periodo == report.periodo, reporte.c.codigo == report.codigo)
    old = (*same, reporte.c.estado == "publicado", reporte.c.sustituido_por.is_(None))
    connection.execute(update(reporte).where(*old).values(sustituido_por=report.id))


def take(connection: Connection, report: Report, changed: dict[str, Any]) -> None:
    """Write to the row of a report only if it is still the one that was read."""
    still = (reporte.c.id == report.id, reporte.c.version == report.version,
             reporte.c.estado == report.estado)  # fmt: skip
    line = update(reporte).where(*still).values(version=report.version + 1, **changed)
    if connection.execute(line).rowcount != 1:
        raise ConflictError(f"{report.periodo} {report.codigo}")


def note(connection: Connection, person: Person, number: int, row: Move, reason: str) -> None:
    """Write a move in the history of the report."""
    refuse(reason)
    who = None if person.system else person.id
    after = row.de if row.new_series else row.a
    line = insert(transicion).values(reporte=number, accion=row.accion, de=row.de, a=after,
                                     persona=who, motivo=reason,
                                     momento=datetime.now(UTC))  # fmt: skip
    connection.execute(line)


def _columns(person: Person, report: Report, action: Action, facts: Facts) -> dict[str, Any]:
    if action == "enviar":
        first = report.a_tiempo
        on_time = facts.hoy <= report.vence if first is None else first
        return {"enviado_por": person.id, "enviado_en": datetime.now(UTC), "a_tiempo": on_time}
    if action == "retirar":
        # A report that was withdrawn loses its punctuality; one that was observed does not.
        return {"a_tiempo": None, "enviado_en": None}
    named = {"tomar": "tomado_por", "recomendar": "recomendado_por", "aprobar": "aprobado_por"}
    if action in ("devolver", "observar", "reabrir"):
        back = {"recomendado_por": None, "aprobado_por": None}
        later = facts.nuevo_vence
        return back if later is None or later < report.vence else back | {"vence": later}
    return {named[action]: person.id} if action in named else {}
