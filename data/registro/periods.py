"""The calendar: a period is opened over a list that never changes, extended, and closed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from data.registro.rights import Person, puede
from data.registro.schema.plan import esperado, ficha, meta, periodo, prorroga, responsable
from data.registro.schema.reports import reporte
from data.registro.schema.review import transicion

# The days that are chosen of a period; what it counts, from `inicio` to `fin`, is its name's.
DAYS = ("abre", "vence", "cierra", "publica")


class PeriodError(ValueError):
    """Why a period cannot be opened, extended or closed: one line each."""


def may(person: Person) -> None:
    """Raise PermissionError for who may not write the calendar."""
    if not person.system and not puede(person, "administrar-calendario"):
        raise PermissionError("administrar-calendario")


def open_period(connection: Connection, person: Person, name: str) -> int:
    """Open a period: freeze who is expected to report what, and write a report for each."""
    may(person)
    span = connection.execute(select(periodo).where(periodo.c.id == name)).first()
    if span is None or span.abierto is not None:
        raise PeriodError(f"{name}: no existe" if span is None else f"{name}: ya se abrió")
    expected, lacking = [], []
    for code, n in connection.execute(
        select(ficha.c.codigo, func.max(ficha.c.n)).group_by(ficha.c.codigo)
    ).all():
        row = _expected(connection, span, code)
        if row is None:
            continue
        lacking += [f"{code}: {words}" for words in _lacks(row)]
        expected.append(row | {"periodo": name, "codigo": code, "ficha_n": n})
    if lacking or not expected:
        raise PeriodError("\n".join(lacking) or f"{name}: no hay ningún indicador")
    for row in expected:
        connection.execute(insert(esperado).values(row))
    now = datetime.now(UTC)
    connection.execute(update(periodo).where(periodo.c.id == name).values(abierto=now))
    for row in expected:
        _begin(connection, person, span, row)
    return len(expected)


def _expected(connection: Connection, span: Any, code: str) -> dict[str, Any] | None:
    """Return who answers for an indicator at the end of a period, and its target."""
    held = connection.execute(
        select(responsable).where(responsable.c.codigo == code).order_by(responsable.c.desde)
    ).all()
    now = [row for row in held if row.desde <= span.fin and (row.hasta or date.max) >= span.fin]
    if not now and any(row.hasta is not None and row.hasta < span.fin for row in held):
        return None
    goals = select(meta.c.valor).where(meta.c.codigo == code, meta.c.anio == span.anio)
    goal: Decimal | None = connection.execute(goals.order_by(meta.c.n.desc()).limit(1)).scalar()
    return {"entidad": now[0].entidad if now else None, "meta": goal}


def _lacks(row: dict[str, Any]) -> Iterator[str]:
    if row["entidad"] is None:
        yield "falta quién responde en el periodo"
    if row["meta"] is None:
        yield "falta la meta del año"


def _begin(connection: Connection, person: Person, span: Any, row: dict[str, Any]) -> None:
    values = {"periodo": span.id, "codigo": row["codigo"], "entidad": row["entidad"]}
    born = insert(reporte).values(**values, vence=span.vence).returning(reporte.c.id)
    number = connection.execute(born).scalar_one()
    who = None if person.system else person.id
    line = insert(transicion).values(reporte=number, accion="abrir", a="pendiente", persona=who,
                                     momento=datetime.now(UTC))  # fmt: skip
    connection.execute(line)


def longer(connection: Connection, name: str, entity: str) -> date | None:
    """Return until when an entity was given more days; None if it was not."""
    which = (prorroga.c.periodo == name, prorroga.c.entidad == entity)
    return connection.execute(select(prorroga.c.hasta).where(*which)).scalar()


def reschedule(connection: Connection, person: Person, name: str, days: dict[str, date]) -> None:
    """Change the days of a period that is not open yet."""
    may(person)
    if not days["abre"] <= days["vence"] <= min(days["cierra"], days["publica"]):
        raise PeriodError("Abre antes de vencer, y vence antes de cerrar y de publicarse.")
    which = (periodo.c.id == name, periodo.c.abierto.is_(None))
    if connection.execute(update(periodo).where(*which).values(days)).rowcount != 1:
        raise PeriodError(f"{name}: no existe, o ya se abrió y sus fechas no cambian")


def closes(connection: Connection, name: str, entity: str) -> date:
    """Return the last day on which an entity can be in time to be read: the closing, or later."""
    end: date = connection.execute(
        select(periodo.c.cierra).where(periodo.c.id == name)
    ).scalar_one()
    return max(end, longer(connection, name, entity) or end)


def halves_and_year(year: int) -> list[dict[str, Any]]:
    """Return the proposed calendar of a year: the first half, and the second with the year."""
    july, january = date(year, 7, 1), date(year + 1, 1, 2)
    first = {"id": f"{year}-S1", "inicio": date(year, 1, 1), "fin": date(year, 6, 30),
             "abre": july, "vence": date(year, 7, 31), "cierra": date(year, 8, 31),
             "publica": date(year, 9, 15)}  # fmt: skip
    closing = {"abre": january, "vence": date(year + 1, 1, 31), "cierra": date(year + 1, 3, 15),
               "publica": date(year + 1, 3, 31), "fin": date(year, 12, 31)}  # fmt: skip
    second = {"id": f"{year}-S2", "inicio": july} | closing
    whole = {"id": str(year), "inicio": date(year, 1, 1)} | closing
    return [row | {"anio": year} for row in (first, second, whole)]


def grace(day: date, days: int = 10) -> date:
    """Return the new due date of a report that was observed."""
    return day + timedelta(days=days)
