"""A code of six digits can be guessed: it is bounded per account, from wherever it is tried.

Only who gave the password, or holds a session or a link, comes this far: a stranger delays
nobody. And who has come this far delays nobody either where its owner enters from: a network
from which he entered is bounded by itself. What nobody guesses, a code from paper or a passkey,
is not bounded here.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from data.registro.accounts import outbox, second_factor, throttle
from data.registro.accounts.throttle import Pace, Visit
from data.registro.accounts.tokens import Vault
from data.registro.schema.people import intento

# At most some forty tries a day, of a million codes of which three are good.
PACE = Pace(timedelta(days=1), 3600)
KNOWN = timedelta(days=60)
_SUBJECT = "Registro: alguien prueba códigos con su cuenta"
_BODY = (
    f"Desde donde usted no suele entrar, alguien llegó hasta el segundo factor de su cuenta y "
    f"falló el código {throttle.FREE} veces. Si no fue usted, sabe su contraseña: cámbiela hoy y "
    "avise a la administración. Mientras tanto, cada intento de fuera espera más que el anterior; "
    "usted entra como siempre desde donde suele, o con un código en papel desde cualquier lugar."
)


def shown(
    connection: Connection, vault: Vault, visit: Visit, who: Any, code: str
) -> tuple[bool, int]:
    """Say whether a person shows the second factor; and how many seconds to wait, if any."""
    counted = throttle.key(f"segundo factor {who.id}", "")
    bounded = second_factor.short(code) and not _known(connection, who, visit)
    left = throttle.wait(connection, counted, visit.now, PACE) if bounded else 0
    if left:
        return False, left
    good = second_factor.shown(connection, vault, who.id, code, visit.now)
    if good:
        _remember(connection, who, visit)
    elif bounded:
        throttle.failed(connection, counted, visit.now)
        if throttle.tries(connection, counted, visit.now, PACE) == throttle.FREE:
            outbox.write(connection, who.correo, _SUBJECT, _BODY)
    return good, 0


def _place(who: Any, visit: Visit) -> str:
    # Of this password: with another, every network is to be known again.
    return throttle.key(f"red conocida {who.id} {who.clave_hash}", visit.network)


def _known(connection: Connection, who: Any, visit: Visit) -> bool:
    # Its moment says until when it is good, so that it outlives the tries.
    which = (intento.c.clave == _place(who, visit), intento.c.momento > visit.now)
    return connection.execute(select(intento.c.id).where(*which)).first() is not None


def _remember(connection: Connection, who: Any, visit: Visit) -> None:
    key, until = _place(who, visit), visit.now + KNOWN
    connection.execute(delete(intento).where(intento.c.clave == key))
    connection.execute(insert(intento).values(clave=key, momento=until))


def forget(connection: Connection, who: Any) -> None:
    """Forget what was tried against an account, once its password is another."""
    throttle.passed(connection, throttle.key(f"segundo factor {who.id}", ""))
