"""Guessing is slowed down, in the database, so that every process counts the same.

Nobody is ever locked out: a lock would let anybody keep an officer from reporting on the last day.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from data.registro.accounts.tokens import summed
from data.registro.schema.people import intento

WINDOW = timedelta(minutes=15)
FREE = 5
_FIRST, _LONGEST = 5, 300


def key(mail: str, network: str) -> str:
    """Return what is counted: an account from a network, without naming either."""
    return summed(f"{mail.strip().lower()}\n{network}")


def wait(connection: Connection, counted: str, now: datetime) -> int:
    """Return how many seconds are left before the next try; 0 to go on."""
    which = (intento.c.clave == counted, intento.c.momento > now - WINDOW)
    line = select(func.count(), func.max(intento.c.momento)).where(*which)
    tries, last = connection.execute(line).one()
    if tries < FREE or last is None:
        return 0
    delay = min(_FIRST * 2 ** (tries - FREE), _LONGEST)
    left = (last + timedelta(seconds=delay) - now).total_seconds()
    return max(0, int(left + 0.999))


def failed(connection: Connection, counted: str, now: datetime) -> None:
    """Count a failed try, and forget those that no longer count."""
    connection.execute(delete(intento).where(intento.c.momento < now - WINDOW))
    connection.execute(insert(intento).values(clave=counted, momento=now))


def passed(connection: Connection, counted: str) -> None:
    """Forget the tries of who got in."""
    connection.execute(delete(intento).where(intento.c.clave == counted))
