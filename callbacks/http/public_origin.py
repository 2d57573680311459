"""The public origin of the board: the operator's word, else the one of its names asked for."""

from functools import lru_cache
from typing import Any

from flask import Flask, request

from components import links
from data.settings import setting

_PLAIN = {"http": "80", "https": "443"}


def register(server: Flask) -> None:
    """Have the addresses of an answer written as those of where it was asked for."""

    @server.before_request
    def where() -> None:
        links.asked_at(origin())


def origin() -> str:
    """Return scheme and host without a final slash; ``TABLERO_URL`` where it is set."""
    return links.given() or asked_at(request.environ)


def asked_at(environ: dict[str, Any]) -> str:
    """Return the origin that a request asks for, or the first of ours where it names another.

    '' where the operator has said one: then an answer depends on no word of the visitor.
    """
    if links.given():
        return ""
    scheme = environ["wsgi.url_scheme"]
    port = str(environ.get("SERVER_PORT") or _PLAIN.get(scheme, ""))
    first, known = _ours(setting("TABLERO_HOSTS"), port, _PLAIN.get(scheme, ""))
    said = str(environ.get("HTTP_HOST", "")).lower()
    return f"{scheme}://{said if said in known else first}"


@lru_cache(64)
def _ours(names: str, port: str, plain: str) -> tuple[str, frozenset[str]]:
    """Return the host that is told where none of ours is asked for, and every one that is ours."""
    hosts = [name.strip().lower() for name in names.split(",")]
    served = [host if port == plain or _has_port(host) else f"{host}:{port}" for host in hosts]
    return served[0], frozenset(hosts + served)


def _has_port(host: str) -> bool:
    return host.rpartition(":")[2].isdigit()
