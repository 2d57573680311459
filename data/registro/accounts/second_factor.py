"""The second factor: a code that changes every 30 seconds, used once; or a code from paper."""

from collections.abc import Sequence
from datetime import datetime
from hmac import compare_digest

import pyotp
from sqlalchemy import Connection, delete, insert, select, update

from data.registro.accounts.tokens import Vault, recovery_code, summed
from data.registro.schema.people import codigo_recuperacion, persona

STEP = 30
_CODES = 10
_ISSUER = "Registro contra la Trata"


def secret() -> str:
    """Return a new secret for an application of codes."""
    return pyotp.random_base32()


def address(secret_key: str, mail: str) -> str:
    """Return the address by which an application takes the secret."""
    return pyotp.TOTP(secret_key).provisioning_uri(name=mail, issuer_name=_ISSUER)


def step_of(secret_key: str, code: str, now: datetime) -> int | None:
    """Return the step of time that a code is of, one before or after included; None if of none."""
    bare = "".join(code.split())
    if not short(code):
        return None
    here = int(now.timestamp()) // STEP
    known = pyotp.TOTP(secret_key)
    steps = (here, here - 1, here + 1)
    fitting = [step for step in steps if compare_digest(known.at(step * STEP), bare)]
    return fitting[0] if fitting else None


def short(code: str) -> bool:
    """Say whether it is a code of six digits, which can be guessed."""
    bare = "".join(code.split())
    return bare.isascii() and bare.isdigit() and len(bare) == 6


def shown(connection: Connection, vault: Vault, person: int, code: str, now: datetime) -> bool:
    """Say whether a person shows the second factor; a code is good once."""
    row = connection.execute(select(persona).where(persona.c.id == person)).one()
    if row.totp is None:
        return False
    step = step_of(vault.open(row.totp), code, now)
    if step is not None:
        unused = (persona.c.totp_usado.is_(None)) | (persona.c.totp_usado < step)
        line = update(persona).where(persona.c.id == person, unused).values(totp_usado=step)
        return connection.execute(line).rowcount == 1
    key = summed(code.strip().lower())
    which = (codigo_recuperacion.c.suma == key, codigo_recuperacion.c.persona == person,
             codigo_recuperacion.c.usado.is_(None))  # fmt: skip
    line = update(codigo_recuperacion).where(*which).values(usado=now)
    return connection.execute(line).rowcount == 1


def enrol(connection: Connection, vault: Vault, person: int, key: str) -> Sequence[str]:
    """Keep the secret of a person, and return the codes for paper: this once."""
    line = update(persona).where(persona.c.id == person)
    connection.execute(line.values(totp=vault.close(key), totp_usado=None))
    connection.execute(delete(codigo_recuperacion).where(codigo_recuperacion.c.persona == person))
    codes = [recovery_code() for _ in range(_CODES)]
    rows = [{"suma": summed(code), "persona": person} for code in codes]
    connection.execute(insert(codigo_recuperacion), rows)
    return codes
