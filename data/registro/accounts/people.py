"""People and what they are designated for."""

import re
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from data.registro.accounts import sessions
from data.registro.rights import Designation, Person
from data.registro.schema.people import designacion, persona

_MAIL = re.compile(r"[^@\s<>\"',;:()\[\]\\]+@[\w-]+(\.[\w-]+)*")
_LONGEST_MAIL = 254


def add(connection: Connection, mail: str, name: str, post: str = "") -> int:
    """Write a person; the mail is compared in lower case. ValueError if it is no address."""
    if len(mail) > _LONGEST_MAIL or not _MAIL.fullmatch(mail.strip()):
        raise ValueError(f"«{mail[:60]}» no es un correo")
    row = {"correo": mail.strip().lower(), "nombre": name.strip(), "cargo": post.strip()}
    line = insert(persona).values(row).returning(persona.c.id)
    number: int = connection.execute(line).scalar_one()
    return number


def by_mail(connection: Connection, mail: str) -> Any:
    """Return the row of an active person; None if there is none."""
    which = (persona.c.correo == mail.strip().lower(), persona.c.activa.is_(True))
    return connection.execute(select(persona).where(*which)).first()


def row(connection: Connection, number: int) -> Any:
    """Return the row of a person."""
    return connection.execute(select(persona).where(persona.c.id == number)).one()


def person(connection: Connection, number: int, today: date) -> Person:
    """Return a person with the designations in force."""
    found = row(connection, number)
    line = select(designacion).where(designacion.c.persona == number)
    held = [Designation(one.entidad, one.rol, one.desde, one.hasta)
            for one in connection.execute(line)]  # fmt: skip
    now = tuple(one for one in held if one.holds(today))
    return Person(number, now, found.activa)


def designate(connection: Connection, number: int, given: Designation, resolution: str) -> None:
    """Designate a person for a role in an entity, by a resolution."""
    cells = {"persona": number, "entidad": given.entidad, "rol": given.rol,
             "desde": given.desde, "hasta": given.hasta, "resolucion": resolution}  # fmt: skip
    connection.execute(insert(designacion).values(cells))


class LastError(ValueError):
    """Nobody would be left who administers."""


def terminate(connection: Connection, number: int, last: date, today: date) -> bool:
    """Say until when a designation holds; False if there is no such, or it ended before."""
    one = designacion.c
    row = connection.execute(select(designacion).where(one.id == number)).first()
    if row is None or last < row.desde or (row.hasta is not None and row.hasta <= last):
        return False
    if row.rol == "administrador":
        _not_the_last(connection, row.persona, today)
    connection.execute(update(designacion).where(one.id == number).values(hasta=last))
    return True


def _not_the_last(connection: Connection, number: int, today: date) -> None:
    """Raise LastError if nobody else administers without an end to it."""
    one = designacion.c
    joined = designacion.join(persona, persona.c.id == one.persona)
    which = (one.rol == "administrador", one.persona != number, one.desde <= today,
             one.hasta.is_(None), persona.c.activa.is_(True))  # fmt: skip
    if connection.execute(select(one.id).select_from(joined).where(*which)).first() is None:
        raise LastError(number)


def leave(connection: Connection, number: int, now: datetime) -> None:
    """Take somebody out: no entry, no session; what he wrote stays his."""
    own = (designacion.c.persona == number, designacion.c.rol == "administrador")
    if connection.execute(select(designacion.c.id).where(*own)).first() is not None:
        _not_the_last(connection, number, now.date())
    connection.execute(update(persona).where(persona.c.id == number).values(activa=False))
    sessions.end_all(connection, number, now)


def choose_password(connection: Connection, number: int, kept: str, now: datetime) -> None:
    """Keep the sum of a new password and close every session; the second factor stays."""
    connection.execute(update(persona).where(persona.c.id == number).values(clave_hash=kept))
    sessions.end_all(connection, number, now)


def has_administrator(connection: Connection) -> bool:
    """Say whether somebody administers already."""
    line = select(func.count()).where(designacion.c.rol == "administrador")
    return connection.execute(line).scalar_one() > 0
