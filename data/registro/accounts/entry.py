"""Entering: a password, then the second factor; the same answer and time for who is unknown."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from data.registro.accounts import (
    guesses,
    invitations,
    outbox,
    own,
    passwords,
    people,
    sessions,
    throttle,
)
from data.registro.accounts.second_factor import enrol, step_of
from data.registro.accounts.throttle import Visit
from data.registro.accounts.tokens import Vault, summed
from data.registro.database import Actor, writing


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of a try: a token, or nothing, with how many seconds to wait."""

    token: str = ""
    espera: int = 0


def with_password(engine: Engine, visit: Visit, mail: str, password: str) -> Entered:
    """Open a session that still lacks its second factor.

    The try is counted before it is judged, so that many at once are many tries; and the password
    is judged outside the transaction, which nobody waits for.
    """
    counted = throttle.key(mail, visit.network)
    with writing(engine) as connection:
        left = throttle.wait(connection, counted, visit.now)
        if not left:
            throttle.failed(connection, counted, visit.now)
        found = people.by_mail(connection, mail)
    if left:
        return Entered(espera=left)
    if not passwords.fits(password, found.clave_hash if found else None):
        return Entered()
    with writing(engine, Actor(str(found.id))) as connection:
        # The session that the browser had, whoever put it there, is no longer good.
        sessions.end(connection, summed(visit.held), visit.now)
        return Entered(sessions.begin(connection, found.id, visit.now, visit.agent))


def with_code(
    connection: Connection, vault: Vault, visit: Visit, session: sessions.Session, code: str
) -> Entered:
    """Enter with a code of the second factor, or one from paper."""
    who = people.row(connection, session.persona)
    if left := throttle.wait(connection, throttle.key(who.correo, visit.network), visit.now):
        return Entered(espera=left)
    good, left = guesses.shown(connection, vault, visit, who, code)
    return Entered(espera=left) if left else second(connection, visit, session, good)


def second(connection: Connection, visit: Visit, session: sessions.Session, good: bool) -> Entered:
    """Rotate the session once the second factor was shown; tell its owner by mail."""
    who = people.row(connection, session.persona)
    counted = throttle.key(who.correo, visit.network)
    left = throttle.wait(connection, counted, visit.now)
    if left:
        return Entered(espera=left)
    if not good:
        throttle.failed(connection, counted, visit.now)
        return Entered()
    throttle.passed(connection, counted)
    body = (
        f"Alguien entró con su cuenta el {visit.now:%Y-%m-%d a las %H:%M} UTC. "
        "Si no fue usted, cambie su contraseña y avise a la administración."
    )
    outbox.write(connection, who.correo, "Entrada al Registro", body)
    return Entered(sessions.rotate(connection, session, visit.now, visit.agent))


def forgotten(connection: Connection, visit: Visit, mail: str, place: str) -> None:
    """Mail a link to who is known; nothing that is seen tells who is."""
    counted = throttle.key(f"olvido {mail}", visit.network)
    left = throttle.wait(connection, counted, visit.now)
    throttle.failed(connection, counted, visit.now)
    found = None if left else people.by_mail(connection, mail)
    if found is not None:
        token = invitations.invite(connection, found.id, "olvido", visit.now)
        body = f"Para elegir otra contraseña, en una hora: {place}/invitacion/{token}"
        outbox.write(connection, found.correo, "Registro: otra contraseña", body)


def accept(
    connection: Connection, vault: Vault, token: str, password: str, secret: str, code: str,
    visit: Visit,
) -> tuple[str, tuple[str, ...]]:  # fmt: skip
    """Use a link: keep the password, and the second factor of a first entry.

    Returns why not, or '' with the codes for paper.
    """
    now = visit.now
    found = invitations.holder(connection, token, now)
    if found is None:
        return "El enlace ya se usó o venció. Pida otro.", ()
    number, kind = found
    who = people.row(connection, number)
    if wrong := passwords.fault(password, (who.nombre, who.correo)):
        return wrong, ()
    first = kind == "primera" or who.totp is None
    if first and step_of(secret, code, now) is None:
        return "El código no es el de la aplicación. Revise la hora del teléfono.", ()
    if not first and (wrong := own.again(connection, vault, visit, number, code)):
        return wrong, ()
    invitations.use(connection, token, now)
    people.choose_password(connection, number, passwords.kept(password), now)
    guesses.forget(connection, who)
    codes = tuple(enrol(connection, vault, number, secret)) if first else ()
    outbox.write(connection, who.correo, "Registro: contraseña nueva", "Se cambió su contraseña.")
    return "", codes
