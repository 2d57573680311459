"""Links of one use: the first entry, and another password. An administrator never knows one."""

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from data.registro.accounts.tokens import new, summed
from data.registro.schema.people import invitacion, persona

Kind = Literal["primera", "olvido"]
LASTS: dict[Kind, timedelta] = {"primera": timedelta(hours=72), "olvido": timedelta(hours=1)}
# One that is good for longer was given by a clock that was ahead.
_LONGEST = max(LASTS.values())
BY_COMMAND = timedelta(minutes=15)


def invite(
    connection: Connection,
    person: int,
    kind: Kind,
    now: datetime,
    lasts: timedelta | None = None,
) -> str:
    """Return the token of a link; those given before are no longer good."""
    old = (invitacion.c.persona == person, invitacion.c.usada.is_(None))
    connection.execute(update(invitacion).where(*old).values(usada=now))
    token = new()
    row = {"suma": summed(token), "persona": person, "clase": kind,
           "vence": now + (lasts or LASTS[kind])}  # fmt: skip
    connection.execute(insert(invitacion).values(row))
    return token


def holder(connection: Connection, token: str, now: datetime) -> tuple[int, Kind] | None:
    """Return whose link it is while it is good, and what for."""
    joined = invitacion.join(persona, persona.c.id == invitacion.c.persona)
    which = (invitacion.c.suma == summed(token), invitacion.c.usada.is_(None),
             invitacion.c.vence > now, invitacion.c.vence <= now + _LONGEST,
             persona.c.activa.is_(True))  # fmt: skip
    line = select(invitacion.c.persona, invitacion.c.clase).select_from(joined).where(*which)
    row = connection.execute(line).first()
    return (row.persona, row.clase) if row else None


def use(connection: Connection, token: str, now: datetime) -> bool:
    """Use a link up; False if somebody already did."""
    which = (invitacion.c.suma == summed(token), invitacion.c.usada.is_(None))
    return connection.execute(update(invitacion).where(*which).values(usada=now)).rowcount == 1
