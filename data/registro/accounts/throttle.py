"""Guessing is slowed down, in the database, so that every process counts the same.

Nobody is ever locked out: a lock would let anybody keep an officer from reporting on the last day.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from data.registro.accounts.tokens import summed
from data.registro.schema.people import intento

FREE = 5
_FIRST = 5
_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Visit:
    """When and from where somebody tries, and the token that the browser holds already."""

    now: datetime
    network: str
    agent: str = ""
    held: str = ""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a failed try counts, and how many seconds the longest wait has."""

    window: timedelta
    longest: int


USUAL = Pace(timedelta(minutes=15), 300)


def key(mail: str, network: str) -> str:
    """Return what is counted: an account from a network, without naming either."""
    return summed(f"{mail.strip().lower()}\n{network}")


def tries(connection: Connection, counted: str, now: datetime, pace: Pace = USUAL) -> int:
    """Return how many failed tries still count."""
    which = _still(counted, now, pace)
    return connection.execute(select(func.count()).where(*which)).scalar_one()


def wait(connection: Connection, counted: str, now: datetime, pace: Pace = USUAL) -> int:
    """Return how many seconds are left before the next try; 0 to go on."""
    which = _still(counted, now, pace)
    line = select(func.count(), func.max(intento.c.momento)).where(*which)
    count, last = connection.execute(line).one()
    if count < FREE or last is None:
        return 0
    delay = min(_FIRST * 2 ** (count - FREE), pace.longest)
    left = (last + timedelta(seconds=delay) - now).total_seconds()
    return max(0, int(min(left, delay) + 0.999))


def _still(counted: str, now: datetime, pace: Pace) -> tuple[ColumnElement[bool], ...]:
    # What a clock that was ahead wrote keeps nobody out once it is set right.
    near = intento.c.momento.between(now - pace.window, now + pace.window)
    return intento.c.clave == counted, near


def failed(connection: Connection, counted: str, now: datetime) -> None:
    """Count a failed try, and forget those that no longer count."""
    connection.execute(delete(intento).where(intento.c.momento < now - _KEPT))
    connection.execute(insert(intento).values(clave=counted, momento=now))


def passed(connection: Connection, counted: str) -> None:
    """Forget the tries of who got in."""
    connection.execute(delete(intento).where(intento.c.clave == counted))
