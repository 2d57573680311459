"""Addresses: with the public origin for other sites, with its version inside a frozen page."""

import re

from data.settings import setting


def absolute(path: str) -> str:
    """Return an address with the public origin, when the operator has said it."""
    return setting("TABLERO_URL").rstrip("/") + path


def contact() -> str:
    """Return where errors are reported: the mail address or page in ``TABLERO_CONTACTO``, or ''."""
    return setting("TABLERO_CONTACTO")


def address_of(place: str) -> str:
    """Return the address that a link to a mail address or to a page leads to."""
    return f"mailto:{place}" if "@" in place and "://" not in place else place


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
