"""The public origin of the board: the operator's word, else the one asked for."""

import re

from flask import request

from components.links import absolute

_HOST = re.compile(r"^[a-z0-9.-]{1,253}(:\d{1,5})?$", re.IGNORECASE)
_UNKNOWN = "localhost"


def origin() -> str:
    """Return scheme and host without a final slash; ``TABLERO_URL`` where it is set."""
    said = absolute("")
    if said:
        return said
    host = request.host if _HOST.match(request.host) else _UNKNOWN
    return f"{request.scheme}://{host}"
