"""More days for an entity, with a motive that is published."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from data.registro.periods import PeriodError, longer, may
from data.registro.rights import Person
from data.registro.schema.plan import periodo, prorroga, responsable
from data.registro.schema.reports import reporte
from data.registro.screening.texts import refuse


def extend(
    connection: Connection, person: Person, name: str, entity: str, until: date, reason: str
) -> None:
    """Give an entity more days, with a reason that is published."""
    may(person)
    span = connection.execute(select(periodo).where(periodo.c.id == name)).first()
    if span is None:
        raise PeriodError(f"{name}: no existe")
    if entity not in entities(connection):
        raise PeriodError(f"«{entity[:40]}» no es la sigla de una entidad que reporte.")
    if not reason.strip():
        raise PeriodError("Escriba el motivo de la prórroga: se publica.")
    refuse(reason)
    last = max(span.vence, longer(connection, name, entity) or span.vence)
    if until <= last:
        raise PeriodError(f"La prórroga termina después del {last:%d/%m/%Y}.")
    who = None if person.system else person.id
    _write_extension(connection, name, entity, {"hasta": until, "motivo": reason, "persona": who})
    which = (reporte.c.periodo == name, reporte.c.entidad == entity)
    connection.execute(update(reporte).where(*which, reporte.c.vence < until).values(vence=until))


def _write_extension(connection: Connection, name: str, entity: str, cells: dict[str, Any]) -> None:
    """Write an extension, or a longer one in its place: the trail keeps the first."""
    which = (prorroga.c.periodo == name, prorroga.c.entidad == entity)
    if connection.execute(update(prorroga).where(*which).values(cells)).rowcount == 0:
        row = {"periodo": name, "entidad": entity} | cells
        connection.execute(insert(prorroga).values(row))


def entities(connection: Connection) -> list[str]:
    """Return the entities that answer for some indicator."""
    line = select(responsable.c.entidad).distinct().order_by(responsable.c.entidad)
    return list(connection.execute(line).scalars())
