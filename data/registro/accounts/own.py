"""What somebody changes of his own account, once he shows again that it is he."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select

from data.registro.accounts import guesses, outbox, passwords, people, sessions, throttle
from data.registro.accounts.sessions import Session
from data.registro.accounts.throttle import Visit
from data.registro.accounts.tokens import Vault
from data.registro.database import Actor, writing
from data.registro.schema.people import sesion

_WAIT = "Hubo varios intentos: espere {} s."
_CODE = "El código no es el de su segundo factor, o ya se usó."


@dataclass(frozen=True, slots=True)
class Change:
    """Another password, with the one of now and a code of the second factor."""

    actual: str
    nueva: str
    codigo: str


def change_password(engine: Engine, vault: Vault, visit: Visit, who: int, asked: Change) -> str:
    """Keep another password and close every session; return why not, or ''."""
    if wrong := knows(engine, visit, who, asked.actual):
        return wrong
    actor = Actor(str(who))
    with writing(engine, actor) as connection:
        row = people.row(connection, who)
    if wrong := passwords.fault(asked.nueva, (row.nombre, row.correo)):
        return wrong
    kept = passwords.kept(asked.nueva)
    with writing(engine, actor) as connection:
        if wrong := _shown(connection, vault, visit, row, asked.codigo):
            return wrong
        guesses.forget(connection, row)
        people.choose_password(connection, who, kept, visit.now)
        outbox.write(
            connection, row.correo, "Registro: contraseña nueva", "Se cambió su contraseña."
        )
    return ""


def knows(engine: Engine, visit: Visit, who: int, password: str) -> str:
    """Return why a password is not the one of now, or ''; it is judged outside a transaction."""
    with writing(engine, Actor(str(who))) as connection:
        row = people.row(connection, who)
        if left := _counted(connection, visit, row.correo):
            return _WAIT.format(left)
    good = passwords.fits(password, row.clave_hash)
    return "" if good else "La contraseña de ahora no es esa."


def again(connection: Connection, vault: Vault, visit: Visit, who: int, code: str) -> str:
    """Return why a code shown again in an open session is no good, or ''."""
    row = people.row(connection, who)
    if left := _counted(connection, visit, row.correo):
        return _WAIT.format(left)
    return _shown(connection, vault, visit, row, code)


def _shown(connection: Connection, vault: Vault, visit: Visit, row: Any, code: str) -> str:
    good, left = guesses.shown(connection, vault, visit, row, code)
    if not good:
        return _WAIT.format(left) if left else _CODE
    throttle.passed(connection, throttle.key(row.correo, visit.network))
    return ""


def close(connection: Connection, session: Session, visit: Visit, chosen: str) -> None:
    """Close a session of one's own, by the first letters of its sum; without them, the others."""
    if not chosen:
        sessions.end_all(connection, session.persona, visit.now, session.suma)
        return
    own = (sesion.c.persona == session.persona, sesion.c.suma.startswith(chosen, autoescape=True))
    for key in connection.execute(select(sesion.c.suma).where(*own)).scalars().all():
        sessions.end(connection, key, visit.now)


def _counted(connection: Connection, visit: Visit, mail: str) -> int:
    """Count a try, and return how many seconds are left before the next."""
    counted = throttle.key(mail, visit.network)
    left = throttle.wait(connection, counted, visit.now)
    if not left:
        throttle.failed(connection, counted, visit.now)
    return left
