"""The calendar by order: the periods of a year, targets, opening; each day, closing and reminding.

``python -m data.registro.calendar anio AAAA | meta CODIGO ANIO VALOR NORMA | abrir P | cerrar |
recordar | prorroga P ENTIDAD HASTA MOTIVO``
"""

import sys
from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from data.registro import extensions, goals, periods, seeding
from data.registro.closing import close
from data.registro.database import connect, writing
from data.registro.outage import cause, in_words
from data.registro.publication.cut import LIMA
from data.registro.reminders import remind
from data.registro.reports import NotFoundError
from data.registro.rights import SYSTEM
from data.registro.schema.plan import periodo
from data.registro.settings import setting


def year(connection: Connection, said: str) -> str:
    """Write the proposed calendar of a year."""
    rows = periods.halves_and_year(goals.year_of(said))
    seeding.calendar(connection, rows)
    return ", ".join(f"{row['id']}: vence {row['vence']}, cierra {row['cierra']}" for row in rows)


def target(connection: Connection, code: str, said: str, amount: str, norm: str) -> str:
    """Write the target of an indicator and year; the norm is the motive of a change too."""
    try:
        goals.write(connection, SYSTEM, code, goals.Goal(said, amount, norm, norm))
    except NotFoundError:
        raise ValueError(f"«{code}» no es el código de un indicador") from None
    return f"{code} {said}: {amount}"


def opening(connection: Connection, name: str) -> str:
    """Open a period."""
    return f"{name}: {periods.open_period(connection, SYSTEM, name)} reportes por enviar"


def extension(connection: Connection, name: str, entity: str, until: str, reason: str) -> str:
    """Give an entity more days, with a reason."""
    try:
        day = date.fromisoformat(until)
    except ValueError:
        raise ValueError(f"«{until}» no es una fecha: escriba 2026-08-10") from None
    extensions.extend(connection, SYSTEM, name, entity, day, reason)
    return f"{name} {entity}: hasta {until}"


def closing(connection: Connection, today: date | None = None) -> str:
    """Close every report that is past its closing."""
    day = today or datetime.now(LIMA).date()
    names = connection.execute(select(periodo.c.id).where(periodo.c.abierto.is_not(None))).scalars()
    return f"Cerrados: {sum(close(connection, name, day) for name in names.all())}"


def reminding(connection: Connection, today: date | None = None) -> str:
    """Write the reminders of the day into the outbox."""
    day = today or datetime.now(LIMA).date()
    return f"Recordatorios: {remind(connection, day)}"


_ORDERS: dict[str, tuple[Callable[..., str], int]] = {
    "anio": (year, 1),
    "meta": (target, 4),
    "abrir": (opening, 1),
    "prorroga": (extension, 4),
    "cerrar": (closing, 0),
    "recordar": (reminding, 0),
}


@in_words
def main(words: list[str]) -> int:
    """Do an order, or say why not."""
    name, *rest = words or [""]
    if name not in _ORDERS or len(rest) != _ORDERS[name][1]:
        sys.stderr.write(f"{' '.join((__doc__ or '').splitlines()[2:4])}\n")
        return 2
    try:
        with writing(connect(setting("REGISTRO_BASE"))) as connection:
            sys.stdout.write(f"{_ORDERS[name][0](connection, *rest)}\n")
    except DBAPIError as error:
        if cause(error):
            raise
        sys.stderr.write(f"Ya está escrito, o la base no lo admite: {error.orig}\n")
        return 1
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
