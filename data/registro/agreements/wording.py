"""The wording of an agreement: written once, corrected by another that stands after it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from data.registro.agreements.commission_sessions import sessions
from data.registro.agreements.current import MARK, Agreement, every, find, listed
from data.registro.agreements.minutes import may, signed
from data.registro.agreements.said import AgreementError, Typed, one_line
from data.registro.extensions import entities
from data.registro.moves import ConflictError
from data.registro.rights import Person
from data.registro.schema.agreements import acuerdo, acuerdo_version
from data.registro.schema.plan import ficha

ENTITY = "entidad_"
_WORDS = ("sesion", "texto", "entidades", "plazo", "indicadores")


def write(connection: Connection, person: Person, fields: Mapping[str, str]) -> int:
    """Write an agreement of a session; return its number: that of the same one, if it is there."""
    may(person)
    cells = _read(connection, fields, corrected=False)
    if same := _same(connection, cells):
        if _alike(same.vigente, cells):
            return same.id
        raise AgreementError(_twice(same))
    row = insert(acuerdo).values(entidades=cells["entidades"], version=1)
    number = int(connection.execute(row.returning(acuerdo.c.id)).scalar_one())
    _wording(connection, person, number, 1, cells)
    return number


def correct(connection: Connection, person: Person, number: int, fields: Mapping[str, str]) -> None:
    """Write another wording of an agreement, over the one that was seen; the earlier one stays."""
    may(person)
    before = find(connection, person, number)
    cells = _read(connection, fields, corrected=True)
    last = before.vigente
    if _alike(last, cells) and cells["motivo"] == last.motivo:
        return
    if fields.get("_n", "") != str(last.n):
        raise ConflictError(str(number))
    if _alike(last, cells):
        raise AgreementError("No cambia nada: el acuerdo ya dice eso.")
    if same := _same(connection, cells, number):
        raise AgreementError(_twice(same))
    named = dict.fromkeys(listed(MARK.join((*_named(before), cells["entidades"]))))
    held = (acuerdo.c.id == number, acuerdo.c.version == last.n)
    line = update(acuerdo).where(*held)
    line = line.values(entidades=MARK.join(named), version=last.n + 1)
    if connection.execute(line).rowcount != 1:
        raise ConflictError(str(number))
    _wording(connection, person, number, last.n + 1, cells)


def codes(connection: Connection) -> list[str]:
    """Return the codes of the indicators."""
    line = select(ficha.c.codigo).distinct().order_by(ficha.c.codigo)
    return list(connection.execute(line).scalars())


def _named(one: Agreement) -> list[str]:
    return [row.entidades for row in reversed(one.versiones)]


def _wording(
    connection: Connection, person: Person, number: int, n: int, cells: dict[str, Any]
) -> None:
    row = cells | {"acuerdo": number, "n": n, **signed(person)}
    connection.execute(insert(acuerdo_version).values(row))


def _alike(wording: Any, cells: dict[str, Any]) -> bool:
    return all(wording._mapping[name] == cells[name] for name in _WORDS)


def _same(connection: Connection, cells: dict[str, Any], but: int = 0) -> Agreement | None:
    """Return another agreement that the public table could not tell from this one."""
    named = set(listed(cells["entidades"]))
    for one in every(connection):
        other = one.vigente
        alike = (other.sesion, one_line(other.texto)) == (cells["sesion"], one_line(cells["texto"]))
        if alike and one.id != but and named & set(listed(other.entidades)):
            return one
    return None


def _twice(same: Agreement) -> str:
    return f"Ese acuerdo de esa sesión ya está escrito para una de esas entidades: es el {same.id}."


def _read(connection: Connection, fields: Mapping[str, str], corrected: bool) -> dict[str, Any]:
    typed, told = Typed(fields), sessions(connection)
    session = told.get(fields.get("sesion", ""))
    known = codes(connection)
    asked = fields.get("indicadores", "").replace(",", " ").replace(MARK, " ").split()
    named = sorted(typed.marked(ENTITY))
    cells = {"sesion": session.numero if session else "",
             "texto": typed.text("texto", "Acuerdo"),
             "entidades": MARK.join(named),
             "plazo": typed.day("plazo", "Plazo"),
             "indicadores": MARK.join(dict.fromkeys(asked)),
             "motivo": typed.text("motivo", "Motivo de la corrección", corrected)}  # fmt: skip
    if session is None:
        typed.faults.append("Sesión: elija una de la lista.")
    elif cells["plazo"] < session.fecha:
        typed.faults.append("Plazo: vence antes de la sesión que lo acordó.")
    if not named or set(named) - {*entities(connection)}:
        typed.faults.append("Quién responde: marque al menos una entidad de la lista.")
    unknown = [code for code in asked if code not in known]
    if unknown:
        typed.faults.append(f"Indicadores: no hay «{unknown[0][:40]}»; escriba el código entero.")
    typed.done()
    return cells
