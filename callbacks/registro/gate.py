"""What stands before every page: where a form comes from, who is signed in, what they may do."""

import hmac
from contextlib import suppress
from urllib.parse import urlsplit

from flask import Flask, Response, abort, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as Answer

from callbacks.registro.expired import kept_for_later
from callbacks.registro.table import OPEN, Gate, gate_of
from callbacks.registro.visit import now, parts, person, session
from data.registro.accounts import sessions
from data.registro.database import writing
from data.registro.rights import puede

_FIELD = "_ficha"
# Everything that is typed in a form, without its files.
MOST_TEXT = 1024 * 1024
# More than nginx lets pass.
_MOST_READ, _PIECE = 16 * 1024 * 1024, 64 * 1024
_POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "font-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_SECURE = "max-age=63072000; includeSubDomains"


def register(server: Flask) -> None:
    """Put the gate before, and the headers after, everything that the server answers."""
    server.before_request(_let_in)
    server.after_request(_finish)


def _let_in() -> Answer | tuple[str, int] | None:
    _whole(request.args)
    if "\0" in request.path:
        abort(404)
    if request.method == "POST":
        _sound()
    if request.endpoint is None or request.routing_exception is not None:
        return None
    gate = gate_of(request.endpoint)
    if gate is OPEN:
        return None
    if session() is None or (person() is None and gate.second):
        return kept_for_later() if request.method == "POST" else redirect("/entrar", 303)
    _allowed(gate)
    return None


def _sound() -> None:
    """Refuse a form that is not of ours, that is too large, or that hides the end of a text."""
    if not _from_here():
        abort(403)
    if request.content_length is None:
        abort(411)
    if not request.mimetype.startswith("multipart/") and request.content_length > MOST_TEXT:
        abort(413)
    _whole(request.form)


def _whole(said: MultiDict[str, str]) -> None:
    """Refuse what hides the end of a text: a database that takes it is not the other."""
    if any("\0" in word for pair in said.items(multi=True) for word in pair):
        abort(400)


def _allowed(gate: Gate) -> None:
    found = session()
    assert found is not None
    if request.method == "POST":
        shown = request.form.get(_FIELD, "")
        if not hmac.compare_digest(shown.encode(), found.csrf.encode()):
            abort(403)
    who = person()
    if gate.office and (who is None or not puede(who, gate.office)):
        abort(404)
    if found.is_stale(now()):
        with writing(parts().engine) as connection:
            sessions.see(connection, found, now())


def _from_here() -> bool:
    """Say whether a form was sent by one of our pages: every browser says where from."""
    said = request.headers.get("Origin")
    if said is not None:
        return urlsplit(said).netloc == request.host
    return request.headers.get("Sec-Fetch-Site") == "same-origin"


def _read_on() -> None:
    """Read what is refused unread: to a proxy that still sends it, the line would break.

    It would then take this process for dead, and not ask it for some seconds.
    """
    left, body = _MOST_READ, request.environ["wsgi.input"]
    # Whatever a server says of a body that is cut or is none: it is refused all the same.
    with suppress(Exception):
        while left > 0 and (piece := body.read(min(_PIECE, left))):
            left -= len(piece)


def _finish(response: Response) -> Response:
    _read_on()
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers.update(encrypted(parts().url))
    return response


def encrypted(url: str) -> dict[str, str]:
    """Return what keeps a browser to https, where the public address says it."""
    return {"Strict-Transport-Security": _SECURE} if url.startswith("https:") else {}
