"""The public origin of the board: the operator's word, else the one asked for."""

import re

from flask import request

from components.links import absolute

_HOST = re.compile(r"[a-z0-9.-]{1,253}(:\d{1,5})?", re.IGNORECASE)
_UNKNOWN = "localhost"


def origin() -> str:
    """Return scheme and host without a final slash; ``TABLERO_URL`` where it is set."""
    return absolute("") or f"{request.scheme}://{_known(request.host)}"


def host(said: str | None) -> str:
    """Return of a Host header what an answer depends on: nothing where the operator gave one."""
    if absolute(""):
        return ""
    return "" if said is None else _known(said)


def _known(said: str) -> str:
    return said if _HOST.fullmatch(said) else _UNKNOWN
