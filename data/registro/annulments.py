"""A report annulled because a norm retired its indicator: one asks for it, another answers.

Who administers asks, and sees no report; who approves answers, over the report as he saw it.
"""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from data.registro.asked import Asked, Request, pending, waiting
from data.registro.conditions import unmet
from data.registro.moves import ConflictError, ForbiddenError, UnmetError, allowed, move
from data.registro.office import facts_of
from data.registro.reports import Report
from data.registro.rights import Person, puede
from data.registro.schema.annulment import anulacion, anulacion_respuesta
from data.registro.schema.plan import esperado
from data.registro.screening.texts import refuse

_NONE = "No hay ningún pedido de anularlo."


def ask(connection: Connection, person: Person, asked: Asked) -> int:
    """Write a request, which annuls nothing by itself; return its number."""
    if not puede(person, "pedir-anulaciones"):
        raise ForbiddenError("pedir-anulaciones")
    refuse(asked.norma, asked.motivo)
    which = (esperado.c.periodo == asked.periodo, esperado.c.codigo == asked.codigo)
    entity = connection.execute(select(esperado.c.entidad).where(*which)).scalar()
    said = tuple(_lacking(asked)) if entity else ("En ese periodo no se espera ese indicador.",)
    if pending(connection, person, asked.periodo, asked.codigo):
        said = (*said, "Ya hay un pedido de anularlo, sin respuesta.")
    if said:
        raise UnmetError(said)
    line = insert(anulacion).values(
        **{name: words.strip() for name, words in asdict(asked).items()},
        entidad=entity, persona=person.id, momento=datetime.now(UTC),
    )  # fmt: skip
    return int(connection.execute(line.returning(anulacion.c.id)).scalar_one())


def _lacking(asked: Asked) -> Iterator[str]:
    if not asked.norma.strip():
        yield "Escriba la norma que retira el indicador."
    if not asked.motivo.strip():
        yield "Escriba el motivo: queda en la historia del reporte."


def confirm(
    connection: Connection, person: Person, report: Report, number: int, today: date
) -> None:
    """Annul a report by the request that the person saw, over the version that he saw."""
    needs = allowed(person, report, "anular").pide
    asked = waiting(connection, person, report)
    facts = facts_of(connection, report, today, f"{asked.norma}. {asked.motivo}" if asked else "")
    two = asked is not None and asked.persona != person.id
    facts = replace(facts, segunda_persona=two)
    if lacking := unmet(needs, facts):
        raise UnmetError(lacking)
    _answer(connection, person, _same(asked, number), reporte=report.id)
    move(connection, person, report, "anular", facts)


def decline(
    connection: Connection, person: Person, report: Report, number: int, reason: str
) -> None:
    """Refuse the request that the person saw, and say why: the report stays as it is."""
    if not puede(person, "responder-anulaciones"):
        raise ForbiddenError("responder-anulaciones")
    asked = waiting(connection, person, report)
    refuse(reason)
    if asked is None or not reason.strip():
        raise UnmetError(("Escriba por qué no se anula.",) if asked else (_NONE,))
    if asked.persona == person.id:
        raise UnmetError(("Lo responde otra persona, no quien lo pidió.",))
    _answer(connection, person, _same(asked, number), motivo=reason.strip())


def _same(asked: Request | None, number: int) -> int:
    """Return the number of a request; ConflictError if it is not the one that was seen."""
    if asked is None or asked.id != number:
        raise ConflictError("anulacion")
    return asked.id


def _answer(connection: Connection, person: Person, number: int, **cells: Any) -> None:
    line = insert(anulacion_respuesta).values(
        anulacion=number, persona=person.id, momento=datetime.now(UTC), **cells
    )
    connection.execute(line)
