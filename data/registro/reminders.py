"""Reminders of what is due: five of each due date, once each, into the outbox; none has a link."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, func, select

from data.registro.accounts import outbox
from data.registro.schema.people import aviso, designacion, persona
from data.registro.schema.reports import reporte

# Days from the due date; from the third on, who answers for sending is told too.
DAYS = (-15, -5, 0, 1, 7)
_LAST_TO_OFFICERS_ALONE = -5
UNSENT = ("pendiente", "borrador", "observado", "sin-reporte")


def remind(connection: Connection, today: date) -> int:
    """Write the reminders of a day, and those of a day on which this was not run; how many."""
    written = 0
    for (period, entity, due), codes in sorted(_unsent(connection).items()):
        reached = [day for day in DAYS if day <= (today - due).days]
        if not reached:
            continue
        subject = (f"Registro: {entity}, {period}, vence el {due.isoformat()} "
                   f"(aviso {len(reached)} de {len(DAYS)})")  # fmt: skip
        body = _body(codes, (due - today).days)
        for mail in _whom(connection, entity, reached[-1], today):
            if not _was_written(connection, mail, subject):
                outbox.write(connection, mail, subject, body)
                written += 1
    return written


def _unsent(connection: Connection) -> dict[tuple[str, str, date], list[str]]:
    line = select(reporte).where(reporte.c.estado.in_(UNSENT)).order_by(reporte.c.codigo)
    found = defaultdict[tuple[str, str, date], list[str]](list)
    for row in connection.execute(line):
        found[row.periodo, row.entidad, row.vence].append(row.codigo)
    return dict(found)


def _whom(connection: Connection, entity: str, day: int, today: date) -> Iterator[str]:
    alone = day <= _LAST_TO_OFFICERS_ALONE
    roles = ("registrador",) if alone else ("registrador", "responsable")
    joined = persona.join(designacion, designacion.c.persona == persona.c.id)
    held = (designacion.c.entidad == entity, designacion.c.rol.in_(roles),
            designacion.c.desde <= today, persona.c.activa.is_(True),
            func.coalesce(designacion.c.hasta, date.max) >= today)  # fmt: skip
    line = select(persona.c.correo).select_from(joined).where(*held).distinct()
    yield from connection.execute(line.order_by(persona.c.correo)).scalars().all()


def _was_written(connection: Connection, mail: str, subject: str) -> bool:
    which = (aviso.c.para == mail, aviso.c.asunto == subject)
    return connection.execute(select(aviso.c.id).where(*which)).first() is not None


def _body(codes: list[str], left: int) -> str:
    days = "1 día" if abs(left) == 1 else f"{abs(left)} días"
    when = f"Vence dentro de {days}." if left > 0 else "Vence hoy."
    if left < 0:
        when = f"Venció hace {days}; todavía se puede enviar, como tardío."
    return (
        f"{when} Por enviar ({len(codes)}): {', '.join(codes)}. Entre al Registro como siempre: "
        "este correo no lleva enlaces ni pide su contraseña."
    )
