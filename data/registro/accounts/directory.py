"""The people as a list that is read a page at a time: there will be hundreds."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select

from data.registro.schema.people import designacion, persona


@dataclass(frozen=True, slots=True)
class Found:
    """The people of a page with what each is or was designated for, and how many there are."""

    personas: tuple[tuple[Any, tuple[Any, ...]], ...]
    cuantas: int


def page_of(connection: Connection, asked: str, number: int, size: int) -> Found:
    """Return a page of those whose name, mail or entity has some words; all of them for none."""
    which = _which(asked)
    many = connection.execute(select(func.count()).select_from(persona).where(*which)).scalar_one()
    line = select(persona).where(*which).order_by(persona.c.nombre, persona.c.id)
    rows = connection.execute(line.limit(size).offset((number - 1) * size)).all()
    own = designacion.c.persona.in_([row.id for row in rows])
    held: dict[int, list[Any]] = defaultdict(list)
    for one in connection.execute(select(designacion).where(own).order_by(designacion.c.id)):
        held[one.persona].append(one)
    return Found(tuple((row, tuple(held[row.id])) for row in rows), many)


def _which(asked: str) -> list[Any]:
    if not asked:
        return []
    within = select(designacion.c.persona).where(designacion.c.entidad == asked.upper())
    names = [one.icontains(asked, autoescape=True) for one in (persona.c.nombre, persona.c.correo)]
    return [or_(*names, persona.c.id.in_(within))]
