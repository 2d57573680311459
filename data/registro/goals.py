"""The targets (*metas*) of each year: checked when they are set, changed with a motive."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, func, insert, select

from data.registro import fichas, known
from data.registro.checks.targets import target
from data.registro.entry import Entry, Known
from data.registro.fichas import FichaError
from data.registro.rights import Person
from data.registro.schema.plan import meta, periodo
from data.registro.screening.texts import refuse
from data.registro.typed import figure

_FIRST, _LAST = 2000, 2100


@dataclass(frozen=True, slots=True)
class Goal:
    """A target as it is asked to be written."""

    anio: str
    valor: str
    norma: str
    motivo: str = ""


def year_of(said: str) -> int:
    """Return a year that was written; FichaError if it is none."""
    if not (said.isascii() and said.isdigit() and len(said) == 4 and _FIRST <= int(said) <= _LAST):
        raise FichaError(f"«{said[:20]}» no es un año: escriba 2026")
    return int(said)


def write(connection: Connection, person: Person, code: str, goal: Goal) -> int:
    """Write the target of an indicator and year; return how many there have been of that year."""
    fichas.may(person)
    sheet, year, value = fichas.of(connection, code).vigente, year_of(goal.anio), figure(goal.valor)
    if value is None:
        raise FichaError(f"«{goal.valor[:40]}» no es un número")
    if not goal.norma.strip():
        raise FichaError("Escriba la norma o el documento que fija la meta.")
    refuse(goal.norma, goal.motivo)
    which = (meta.c.codigo == code, meta.c.anio == year)
    last = connection.execute(select(func.max(meta.c.n)).where(*which)).scalar() or 0
    if not goal.motivo.strip():
        _asks_why(connection, sheet, year, value, last)
    row = {"codigo": code, "anio": year, "n": last + 1, "valor": value, "norma": goal.norma.strip()}
    connection.execute(insert(meta).values(row | {"motivo": goal.motivo.strip()}))
    return last + 1


def _asks_why(connection: Connection, sheet: Any, year: int, value: Decimal, last: int) -> None:
    """Raise what has to be explained of a target: that it changes, or what V07 finds in it."""
    goals = known.targets(connection, sheet.codigo) | {year: value}
    facts = Known(known.sheet(sheet), year, date(year, 1, 1), date(year, 12, 31),
                  base=sheet.base, metas=goals)  # fmt: skip
    found = [one.mensaje for one in target(Entry(), facts)]
    changed = ["Ya hay una meta de ese año: escriba el motivo del cambio."] if last else []
    if words := [*changed, *found]:
        raise FichaError("\n".join([*words, "Si es así, escriba el motivo."]))


def of(connection: Connection, code: str) -> list[Any]:
    """Return every target that an indicator has had, by year."""
    line = select(meta).where(meta.c.codigo == code).order_by(meta.c.anio.desc(), meta.c.n.desc())
    return list(connection.execute(line))


def in_force(connection: Connection, year: int) -> dict[str, Any]:
    """Return the target in force of each indicator in a year."""
    rows = connection.execute(select(meta).where(meta.c.anio == year).order_by(meta.c.n))
    return {row.codigo: row for row in rows}


def years(connection: Connection) -> list[int]:
    """Return the years that have a target or a period."""
    held = {*connection.execute(select(meta.c.anio).distinct()).scalars(),
            *connection.execute(select(periodo.c.anio).distinct()).scalars()}  # fmt: skip
    return sorted(held, reverse=True)
