"""The sessions of the Comisión as they are told now."""

from typing import Any

from sqlalchemy import Connection, func, select

from data.registro.schema.agreements import sesion_version


def sessions(connection: Connection) -> dict[str, Any]:
    """Return every session as it is told now, the last held first."""
    last = select(sesion_version.c.numero, func.max(sesion_version.c.n).label("n"))
    held = last.group_by(sesion_version.c.numero).subquery()
    same = (sesion_version.c.numero == held.c.numero) & (sesion_version.c.n == held.c.n)
    line = select(sesion_version).select_from(sesion_version.join(held, same))
    rows = connection.execute(line.order_by(sesion_version.c.fecha.desc(), sesion_version.c.numero))
    return {row.numero: row for row in rows}
