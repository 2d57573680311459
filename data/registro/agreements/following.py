"""What an entity did about an agreement, and what the Secretaría Técnica decides of it."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, insert

from data.registro.agreements.current import Charge, find
from data.registro.agreements.duties import DUTIES
from data.registro.agreements.minutes import signed
from data.registro.agreements.said import Typed
from data.registro.moves import ConflictError, ForbiddenError
from data.registro.rights import Person, puede
from data.registro.schema.agreements import decision, seguimiento

_DONE = "si"


def follow(
    connection: Connection, person: Person, number: int, fields: Mapping[str, str], today: date
) -> None:
    """Write what an entity did: on which day, and whether it says that it is done."""
    agreed = find(connection, person, number)
    charge = agreed.charge(fields.get("entidad", ""))
    typed = Typed(fields)
    day = typed.day("fecha_hecho", "Fecha")
    cells = {"texto": typed.text("hecho", "Qué se hizo"), "fecha": day,
             "cumplido": fields.get("cumplido") == _DONE}  # fmt: skip
    if not agreed.sesion.fecha <= day <= today:
        typed.faults.append("Fecha: entre el día de la sesión y hoy.")
    typed.done()
    if _again(person, charge, cells):
        return
    if (charge.estado, "seguir") not in DUTIES:
        raise ConflictError(str(number))
    if not puede(person, "seguir", charge.duty):
        raise ForbiddenError("seguir")
    row = {"acuerdo": number, "n": agreed.vigente.n, "entidad": charge.entidad}
    connection.execute(insert(seguimiento).values(row | cells | signed(person)))


def decide(
    connection: Connection, person: Person, number: int, action: str, fields: Mapping[str, str]
) -> None:
    """Confirm that an entity did it, give its follow-up back, or open again what was confirmed."""
    agreed = find(connection, person, number)
    charge = agreed.charge(fields.get("entidad", ""))
    if _pressed(person, charge, action, fields):
        return
    turn = DUTIES.get((charge.estado, action))
    if not charge.seguimientos or fields.get("seguimiento") != str(
        charge.seguimientos[-1].dicho.id
    ):
        raise ConflictError(str(number))
    if turn is None:
        raise ConflictError(str(number))
    if not puede(person, action, charge.duty):
        raise ForbiddenError(action)
    typed = Typed(fields)
    reason = typed.text("razon", "Motivo", turn.motivo)
    typed.done()
    row = {"seguimiento": charge.seguimientos[-1].dicho.id, "entidad": charge.entidad,
           "accion": action, "motivo": reason}  # fmt: skip
    connection.execute(insert(decision).values(row | signed(person)))


def _pressed(person: Person, charge: Charge, action: str, fields: Mapping[str, str]) -> bool:
    """Say whether this is what the same person decided last: a button pressed twice."""
    last = charge.seguimientos[-1] if charge.seguimientos else None
    if last is None or not last.decisiones or fields.get("seguimiento") != str(last.dicho.id):
        return False
    made = last.decisiones[-1]
    said = (person.id, action, fields.get("razon", "").strip())
    return (made.autor, made.accion, made.motivo) == said


def _again(person: Person, charge: Charge, cells: Mapping[str, object]) -> bool:
    """Say whether this is what the same person wrote last: a button pressed twice."""
    if not charge.seguimientos:
        return False
    last = charge.seguimientos[-1].dicho._mapping
    return last["autor"] == person.id and all(last[name] == said for name, said in cells.items())
