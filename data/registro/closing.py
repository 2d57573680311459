"""The closing of a period: what was not sent is said to be silent, and can still be sent, late."""

from datetime import date

from sqlalchemy import Connection, select

from data.registro.moves import move
from data.registro.office import facts_of
from data.registro.reports import get
from data.registro.rights import SYSTEM
from data.registro.schema.reports import reporte
from data.registro.states import TABLE

_OPEN = tuple(state for state, action in TABLE if action == "cerrar")


def close(connection: Connection, period: str, today: date) -> int:
    """Close every report of a period that is past its closing; return how many."""
    which = (reporte.c.periodo == period, reporte.c.estado.in_(_OPEN))
    closed = 0
    for number in connection.execute(select(reporte.c.id).where(*which)).scalars().all():
        report = get(connection, SYSTEM, number)
        facts = facts_of(connection, report, today)
        if today > facts.cierra:
            move(connection, SYSTEM, report, "cerrar", facts)
            closed += 1
    return closed
