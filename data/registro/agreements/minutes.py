"""A session of the Comisión: its day, its minutes (*acta*) and where they are."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, insert

from data.registro.agreements.commission_sessions import sessions
from data.registro.agreements.current import every
from data.registro.agreements.said import AgreementError, Typed, one_line
from data.registro.moves import ConflictError, ForbiddenError
from data.registro.rights import Person, puede
from data.registro.schema.agreements import sesion_comision, sesion_version

_TOLD = ("fecha", "acta", "fuente")


def may(person: Person) -> None:
    """Raise ForbiddenError for who writes no agreements."""
    if not puede(person, "escribir-acuerdos"):
        raise ForbiddenError("escribir-acuerdos")


def write(connection: Connection, person: Person, fields: Mapping[str, str], today: date) -> str:
    """Write a session, or correct one that is known (`_n`: as it was seen); return its number."""
    may(person)
    seen = fields.get("_n", "")
    cells = _read(fields, today, corrected=bool(seen))
    before = sessions(connection).get(cells["numero"])
    if before is not None and all(before._mapping[name] == cells[name] for name in _TOLD):
        return str(cells["numero"])
    if before is None and not seen:
        _born(connection, person, cells["numero"])
    elif before is None or not seen:
        raise AgreementError("Esa sesión ya está escrita: ábrala para corregirla.")
    elif seen != str(before.n):
        raise ConflictError(cells["numero"])
    else:
        _in_time(connection, cells)
    row = cells | {"n": before.n + 1 if before else 1, **signed(person)}
    connection.execute(insert(sesion_version).values(row))
    return str(cells["numero"])


def signed(person: Person) -> dict[str, Any]:
    """Return the columns that say who wrote a row and when."""
    return {"autor": person.id, "momento": datetime.now(UTC)}


def _born(connection: Connection, person: Person, number: str) -> None:
    connection.execute(insert(sesion_comision).values(numero=number, **signed(person)))


def _in_time(connection: Connection, cells: dict[str, Any]) -> None:
    """Raise what a corrected day would leave due before it was agreed."""
    own = [one.vigente for one in every(connection) if one.vigente.sesion == cells["numero"]]
    if any(one.plazo < cells["fecha"] for one in own):
        raise AgreementError("Fecha: un acuerdo de esa sesión vencería antes de ella.")


def _read(fields: Mapping[str, str], today: date, corrected: bool) -> dict[str, Any]:
    typed = Typed(fields)
    day = typed.day("fecha", "Fecha")
    cells = {"numero": one_line(typed.text("numero", "Número o nombre de la sesión")),
             "fecha": day, "acta": typed.text("acta", "Acta"),
             "fuente": typed.text("fuente", "Dónde está el acta"),
             "motivo": typed.text("motivo", "Motivo", corrected)}  # fmt: skip
    if day > today:
        typed.faults.append("Fecha: la sesión todavía no fue.")
    typed.done()
    return cells
