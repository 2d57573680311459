"""The technical sheets of the indicators: read by all, amended by a new version with its norm."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, func, insert, select

from data.registro.entry import ACCUMULATIONS, KINDS
from data.registro.reports import NotFoundError
from data.registro.rights import Person, puede
from data.registro.schema.plan import esperado, ficha
from data.registro.screening.texts import refuse
from data.registro.typed import figure

# What may be amended, and how long each may be; the code and the name are those of the policy.
TEXTS = {"unidad_contada": 120, "calificador": 120, "universo": 120, "def_numerador": 2000,
         "def_denominador": 2000, "medio_verificacion": 400, "norma": 400}  # fmt: skip
_NEEDED = ("unidad_contada", "norma")
_CHOSEN = {"clase": KINDS, "acumulacion": ACCUMULATIONS}


class FichaError(ValueError):
    """Why a sheet or a target is not written: one line each."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheet in force of an indicator, and those before it, the newest first."""

    vigente: Any
    todas: tuple[Any, ...]


def may(person: Person) -> None:
    """Raise PermissionError for who may write neither sheets nor targets."""
    if not person.system and not puede(person, "administrar-fichas"):
        raise PermissionError("administrar-fichas")


def newest(connection: Connection) -> list[Any]:
    """Return the sheet in force of every indicator."""
    last = select(ficha.c.codigo, func.max(ficha.c.n).label("n")).group_by(ficha.c.codigo)
    held = last.subquery()
    same = (ficha.c.codigo == held.c.codigo) & (ficha.c.n == held.c.n)
    line = select(ficha).select_from(ficha.join(held, same)).order_by(ficha.c.codigo)
    return list(connection.execute(line))


def of(connection: Connection, code: str) -> Sheets:
    """Return the sheets of an indicator; NotFoundError if there is none."""
    line = select(ficha).where(ficha.c.codigo == code).order_by(ficha.c.n.desc())
    rows = tuple(connection.execute(line))
    if not rows:
        raise NotFoundError(code)
    return Sheets(rows[0], rows)


def asked(connection: Connection, period: str, code: str) -> Any:
    """Return the sheet by which a period is reported: the one that was in force at its opening."""
    held = esperado.join(ficha, (ficha.c.codigo == esperado.c.codigo)
                         & (ficha.c.n == esperado.c.ficha_n))  # fmt: skip
    which = (esperado.c.periodo == period, esperado.c.codigo == code)
    return connection.execute(select(ficha).select_from(held).where(*which)).one()


def amend(connection: Connection, person: Person, code: str, said: Mapping[str, str]) -> int:
    """Write another version of a sheet, over the one that was seen; return its number."""
    may(person)
    now = of(connection, code).vigente
    if said.get("_n", "") != str(now.n):
        raise FichaError("Alguien cambió la ficha antes. Ábrala otra vez.")
    cells = _read(said)
    before = dict(now._mapping)
    if all(before[name] == value for name, value in cells.items() if name != "norma"):
        raise FichaError("No cambia nada: la ficha ya dice eso.")
    connection.execute(insert(ficha).values(before | cells | {"n": now.n + 1}))
    return int(now.n) + 1


def _read(said: Mapping[str, str]) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for name, most in TEXTS.items():
        cells[name] = said.get(name, "").strip()
        if len(cells[name]) > most or (name in _NEEDED and not cells[name]):
            raise FichaError(f"«{name}»: escríbalo, en {most} caracteres o menos.")
    for name, options in _CHOSEN.items():
        if said.get(name) not in options:
            raise FichaError(f"«{name}»: elija una de la lista.")
        cells[name] = said[name]
    refuse(cells["def_numerador"], cells["def_denominador"])
    cells["cuenta_hechos"] = said.get("cuenta_hechos") == "si"
    cells["universo_n"] = _whole(said.get("universo_n", ""))
    return cells


def _whole(said: str) -> Decimal | None:
    value = figure(said)
    if said.strip() and (value is None or value <= 0):
        raise FichaError("El tamaño del universo es un número mayor que cero, o queda vacío.")
    return value
