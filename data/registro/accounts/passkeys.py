"""Passkeys: the second factor of who reviews, approves or administers, which nobody can be fooled
into giving to another site. The password comes first, as for all; the codes stay the other way.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import webauthn
from sqlalchemy import Connection, insert, select, update
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    UserVerificationRequirement,
)

from data.registro.accounts.sessions import Session
from data.registro.schema.people import llave

_ISSUER = "Registro contra la Trata"
_LONGEST, _LONGEST_NAME, _MOST = 20_000, 60, 5
_VERIFIED = UserVerificationRequirement.REQUIRED


class PasskeyError(ValueError):
    """Why a passkey is not taken, in words."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a passkey is good: at this address and at no other."""

    url: str

    @property
    def host(self) -> str:
        """Return the name to which a passkey is bound."""
        return urlsplit(self.url).hostname or ""


def _challenge(session: Session, kind: str) -> bytes:
    """Return what is to be signed: of this session and purpose alone, and nobody can guess it."""
    return hashlib.sha256(f"{kind}\n{session.csrf}\n{session.suma}".encode()).digest()


def held(connection: Connection, person: int) -> list[Any]:
    """Return the passkeys of a person that are good."""
    which = (llave.c.persona == person, llave.c.revocada.is_(None))
    return list(connection.execute(select(llave).where(*which).order_by(llave.c.id)))


def to_register(connection: Connection, site: Site, session: Session, who: Any) -> str:
    """Return, as JSON, what a browser is asked for to make a passkey."""
    known = [_descriptor(row.credencial) for row in held(connection, session.persona)]
    asked = webauthn.generate_registration_options(
        rp_id=site.host, rp_name=_ISSUER, user_name=who.correo, user_display_name=who.nombre,
        user_id=str(who.id).encode(), challenge=_challenge(session, "alta"),
        exclude_credentials=known,
        authenticator_selection=AuthenticatorSelectionCriteria(user_verification=_VERIFIED),
    )  # fmt: skip
    return webauthn.options_to_json(asked)


def to_enter(connection: Connection, site: Site, session: Session) -> str:
    """Return, as JSON, what a browser is asked for to show a passkey; '' for who has none."""
    known = [_descriptor(row.credencial) for row in held(connection, session.persona)]
    if not known:
        return ""
    asked = webauthn.generate_authentication_options(
        rp_id=site.host, challenge=_challenge(session, "entrada"), allow_credentials=known,
        user_verification=_VERIFIED,
    )  # fmt: skip
    return webauthn.options_to_json(asked)


def register(
    connection: Connection, site: Site, session: Session, said: str, name: str, now: datetime
) -> None:
    """Keep the passkey that a browser made, by the name that its owner gives it."""
    if not name.strip() or len(name) > _LONGEST_NAME:
        raise PasskeyError(f"Dele un nombre de {_LONGEST_NAME} letras o menos: de qué equipo es.")
    if len(held(connection, session.persona)) >= _MOST:
        raise PasskeyError(f"Ya tiene {_MOST}: retire una antes.")
    made = _judged(webauthn.verify_registration_response, said, site,
                   expected_challenge=_challenge(session, "alta"))  # fmt: skip
    row = {"persona": session.persona, "credencial": bytes_to_base64url(made.credential_id),
           "publica": bytes_to_base64url(made.credential_public_key), "cuenta": made.sign_count,
           "nombre": name.strip(), "nacida": now}  # fmt: skip
    connection.execute(insert(llave).values(row))


def shown(connection: Connection, site: Site, session: Session, said: str, now: datetime) -> bool:
    """Say whether the person of a session shows one of his passkeys."""
    for row in held(connection, session.persona):
        try:
            done = _judged(webauthn.verify_authentication_response, said, site,
                           expected_challenge=_challenge(session, "entrada"),
                           credential_public_key=base64url_to_bytes(row.publica),
                           credential_current_sign_count=row.cuenta)  # fmt: skip
        except PasskeyError:
            continue
        if bytes_to_base64url(done.credential_id) == row.credencial:
            seen = {"cuenta": done.new_sign_count, "usada": now}
            connection.execute(update(llave).where(llave.c.id == row.id).values(seen))
            return True
    return False


def revoke(connection: Connection, person: int, number: int, now: datetime) -> bool:
    """Take back a passkey of one's own; False if there is no such."""
    which = (llave.c.id == number, llave.c.persona == person, llave.c.revocada.is_(None))
    return connection.execute(update(llave).where(*which).values(revocada=now)).rowcount == 1


def _descriptor(credential: str) -> PublicKeyCredentialDescriptor:
    return PublicKeyCredentialDescriptor(id=base64url_to_bytes(credential))


def _judged(verify: Any, said: str, site: Site, **more: Any) -> Any:
    """Return what a passkey proves; PasskeyError for whatever it does not."""
    if not said or len(said) > _LONGEST:
        raise PasskeyError("Este navegador no dio ninguna llave.")
    try:
        return verify(credential=said, expected_rp_id=site.host, expected_origin=site.url,
                      require_user_verification=True, **more)  # fmt: skip
    # Whatever a hostile key makes a parser raise, it is no key of ours.
    except Exception as error:
        raise PasskeyError("La llave no se pudo comprobar. Pruebe otra vez.") from error
