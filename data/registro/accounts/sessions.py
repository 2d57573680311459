"""Sessions, kept by the server: a token that only its holder knows, and its sum here."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from data.registro.accounts.tokens import new, summed
from data.registro.schema.people import persona, sesion

IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=10)
_AGENT = 120
# How old the last sight may be before it is written again.
_STALE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Session:
    """A session that is open: whose, whether the second factor was shown, its form token."""

    suma: str
    persona: int
    segundo_factor: bool
    csrf: str
    vista: datetime

    def is_stale(self, now: datetime) -> bool:
        """Say whether it is time to write that the session is in use."""
        return now - self.vista > _STALE


def begin(
    connection: Connection, person: int, now: datetime, agent: str, *, second: bool = False
) -> str:
    """Open a session and return its token, which is not kept."""
    token = new()
    row = {"suma": summed(token), "persona": person, "nacida": now, "vista": now,
           "vence": now + WHOLE, "segundo_factor": second, "agente": agent[:_AGENT],
           "ficha_csrf": new()}  # fmt: skip
    connection.execute(insert(sesion).values(row))
    return token


def find(connection: Connection, token: str, now: datetime) -> Session | None:
    """Return the session of a token while it is open and its person is active."""
    joined = sesion.join(persona, persona.c.id == sesion.c.persona)
    open_ones = (sesion.c.suma == summed(token), sesion.c.revocada.is_(None),
                 sesion.c.vence > now, sesion.c.vista > now - IDLE,
                 # Seen later than now: a clock was ahead, and it would last until that day.
                 sesion.c.vista < now + IDLE,
                 persona.c.activa.is_(True))  # fmt: skip
    row = connection.execute(select(sesion).select_from(joined).where(*open_ones)).first()
    if row is None:
        return None
    return Session(row.suma, row.persona, row.segundo_factor, row.ficha_csrf, row.vista)


def see(connection: Connection, session: Session, now: datetime) -> None:
    """Say that a session is in use."""
    which = sesion.c.suma == session.suma
    connection.execute(update(sesion).where(which).values(vista=now))


def rotate(connection: Connection, session: Session, now: datetime, agent: str) -> str:
    """End a session and open another with the second factor shown; return its token."""
    end(connection, session.suma, now)
    return begin(connection, session.persona, now, agent, second=True)


def end(connection: Connection, key: str, now: datetime) -> None:
    """Close a session."""
    which = (sesion.c.suma == key, sesion.c.revocada.is_(None))
    connection.execute(update(sesion).where(*which).values(revocada=now))


def end_all(connection: Connection, person: int, now: datetime, but: str = "") -> None:
    """Close every session of a person, but one."""
    which = (sesion.c.persona == person, sesion.c.revocada.is_(None), sesion.c.suma != but)
    connection.execute(update(sesion).where(*which).values(revocada=now))


def open_ones(connection: Connection, person: int, now: datetime) -> list[Any]:
    """Return the open sessions of a person, the last seen first."""
    which = (sesion.c.persona == person, sesion.c.revocada.is_(None), sesion.c.vence > now,
             sesion.c.vista > now - IDLE)  # fmt: skip
    return list(connection.execute(select(sesion).where(*which).order_by(sesion.c.vista.desc())))
