"""Addresses as other sites need them: with the public origin of the board."""

import os
import re


def absolute(path: str) -> str:
    """Return an address with the public origin, when the operator has said it."""
    return os.environ.get("TABLERO_URL", "").rstrip("/") + path


_INNER = re.compile(r'(?P<place>href="/(?!assets/)|data-query=")(?P<rest>[^"#]*)')


def staying(markup: str, version: str) -> str:
    """Return markup of which every inner link stays in a kept version of the data."""

    def stay(found: re.Match[str]) -> str:
        rest = found["rest"]
        if f"corte={version}" in rest:
            return found[0]
        query = rest if found["place"].startswith("data") else rest.partition("?")[2]
        mark = "&amp;" if query else "" if found["place"].startswith("data") else "?"
        return f"{found[0]}{mark}corte={version}"

    return _INNER.sub(stay, markup)
