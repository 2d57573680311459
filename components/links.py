"""Addresses: with the public origin for other sites, with its version inside a frozen page."""

import os
import re


def absolute(path: str) -> str:
    """Return an address with the public origin, when the operator has said it."""
    return os.environ.get("TABLERO_URL", "").rstrip("/") + path


# An address of the board, or the query alone that a link puts in the place of another.
_INNER = re.compile(
    r'(?:href="/(?!assets/)[^"#?]*(?P<query>\?[^"#]*)?|data-query="(?P<alone>[^"#]*))'
)


def staying(markup: str, version: str) -> str:
    """Return markup of which every inner link stays in a kept version of the data."""
    pinned = f"corte={version}"

    def stay(found: re.Match[str]) -> str:
        if pinned in found[0]:
            return found[0]
        if found["alone"] is None:
            return f"{found[0]}{'&amp;' if found['query'] else '?'}{pinned}"
        return f"{found[0]}{'&amp;' if found['alone'] else ''}{pinned}"

    return _INNER.sub(stay, markup)
