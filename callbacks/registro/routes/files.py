"""What a page needs besides itself: the face of the board, its own style, and its health."""

from functools import cache
from importlib.resources import files

from flask import Flask, Response, abort, jsonify
from sqlalchemy import text

from callbacks.registro.visit import parts
from components import assets
from data.registro import outage
from data.registro.database import reading

_DAY = "public, max-age=86400"
_SERVED = ("text/css", "font/woff2", "image/svg+xml")


def register(server: Flask) -> None:
    """Add the addresses of files."""
    add = server.add_url_rule
    add("/assets/<path:name>", "archivo", _asset, methods=["GET"])
    add("/registro.css", "estilo", lambda: _own("registro.css", "text/css"), methods=["GET"])
    add("/registro.js", "guion", lambda: _own("registro.js", "text/javascript"), methods=["GET"])
    add("/llaves.js", "guion_llaves", lambda: _own("llaves.js", "text/javascript"), methods=["GET"])
    add("/salud", "salud", _health, methods=["GET"])


def _asset(name: str) -> Response:
    found = assets.by_path().get(f"{assets.PREFIX}{name}")
    if found is None or found.mimetype not in _SERVED:
        abort(404)
    return Response(found.body, mimetype=found.mimetype, headers={"Cache-Control": _DAY})


@cache
def _body(name: str) -> bytes:
    return (files("components.registro") / name).read_bytes()


def _own(name: str, mimetype: str) -> Response:
    return Response(_body(name), mimetype=mimetype, headers={"Cache-Control": "no-cache"})


def _health() -> Response | tuple[Response, int]:
    try:
        with reading(parts().engine) as connection:
            connection.execute(text("SELECT 1 FROM persona WHERE id = 0"))
    except Exception as error:
        return jsonify(estado="caído", razon=outage.cause(error) or type(error).__name__), 503
    return jsonify(estado="bien")
