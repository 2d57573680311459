"""What a request is made of: the application's parts, the session, and who it belongs to."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import cast

from flask import abort, current_app, g, request
from sqlalchemy import Engine

from data.registro.accounts import people, sessions
from data.registro.accounts.sessions import Session
from data.registro.accounts.throttle import Visit
from data.registro.accounts.tokens import Vault
from data.registro.database import reading
from data.registro.evidences import Shelf
from data.registro.publication.publish import Place
from data.registro.rights import Person

COOKIE = "__Host-registro"
_LIMA = timezone(timedelta(hours=-5))


@dataclass(frozen=True, slots=True)
class Parts:
    """What the application stands on."""

    engine: Engine
    vault: Vault
    shelf: Shelf
    url: str
    demo: bool = False
    archive: Path = Path()
    place: Place | None = None
    texts: Path | None = None
    proxies: int = 0


def parts() -> Parts:
    """Return what this application stands on."""
    return cast("Parts", current_app.extensions["registro"])


def now() -> datetime:
    """Return the moment of the request."""
    if "now" not in g:
        g.now = datetime.now(UTC)
    return cast("datetime", g.now)


def today() -> date:
    """Return the day of the request in Peru, where the due dates are."""
    return now().astimezone(_LIMA).date()


def visit() -> Visit:
    """Return when and from where the request comes."""
    held = request.cookies.get(COOKIE, "")
    return Visit(now(), request.remote_addr or "", request.user_agent.string, held)


def session() -> Session | None:
    """Return the session of the request, if it has one that is open."""
    if "session" not in g:
        token = request.cookies.get(COOKIE, "")
        with reading(parts().engine) as connection:
            g.session = sessions.find(connection, token, now()) if token else None
    return cast("Session | None", g.session)


def person() -> Person | None:
    """Return who is signed in with both factors."""
    if "person" not in g:
        found = session()
        g.person = None
        if found is not None and found.segundo_factor:
            with reading(parts().engine) as connection:
                g.person = people.person(connection, found.persona, today())
    return cast("Person | None", g.person)


def number(field: str, default: str = "") -> int:
    """Return the number of a field of the form; anything else is no form of ours."""
    said = request.form.get(field, default)
    if not (said.isascii() and said.isdigit() and len(said) < 10):
        abort(400)
    return int(said)


def signed() -> Person:
    """Return who is signed in; the gate let nobody else through."""
    found = person()
    assert found is not None
    return found
