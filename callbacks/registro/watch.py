"""The log, one JSON line each. Of every answer: route, status, time, nothing of who asked. Of what
was refused: who, from where and what; never what was typed.

What was done is in the trail, which the database writes.
"""

import json
import logging
from time import perf_counter

from flask import Flask, Response, g, request

from callbacks.registro.counts import COUNTS
from callbacks.registro.visit import now, session
from data.registro.accounts.tokens import summed

LOG = logging.getLogger("registro.seguridad")
ANSWERED = logging.getLogger("registro.acceso")
# An address may hold a link of one use: a line has the form of the address instead.
_NONE = "otra"
_REFUSED = (400, 401, 403, 405, 409, 413)
# Where a wrong link or a foreign number is tried without a session.
_WATCHED = ("invitacion", "invitacion_enviar")
_FINGERPRINT = 16


def register(server: Flask) -> None:
    """Count each answer and write its line; another after each that refuses."""
    server.before_request(_begin)
    server.after_request(_answered)
    server.after_request(_note)


def _begin() -> None:
    g.begun = perf_counter()


def _answered(response: Response) -> Response:
    seconds = perf_counter() - g.begun
    route = request.url_rule.rule if request.url_rule else _NONE
    COUNTS.request(route, response.status_code, seconds)
    line = {"momento": now().isoformat(timespec="milliseconds"), "metodo": request.method[:8],
            "ruta": route, "codigo": response.status_code,
            "ms": round(seconds * 1000, 1)}  # fmt: skip
    ANSWERED.info("%s", json.dumps(line, ensure_ascii=True))
    return response


def _note(response: Response) -> Response:
    code = response.status_code
    missing = code == 404 and (request.endpoint in _WATCHED or session() is not None)
    if code in _REFUSED or missing:
        LOG.warning("%s", json.dumps(_line(code), ensure_ascii=True))
    return response


def _line(code: int) -> dict[str, object]:
    found = session()
    # What was too large to be read is not read again.
    tried = request.endpoint == "entrar_enviar" and code == 401
    mail = request.form.get("correo", "") if tried else ""
    # An address may hold a link of one use: the log has its name instead.
    return {"momento": now().isoformat(timespec="milliseconds"), "codigo": code,
            "persona": found.persona if found else None,
            "cuenta": summed(mail.strip().lower())[:_FINGERPRINT] if mail else None,
            "red": request.remote_addr, "metodo": request.method[:8],
            "lugar": request.endpoint}  # fmt: skip
