"""Addresses: with the public origin for other sites, with its version inside a frozen page."""

from contextvars import ContextVar

from components.markup import Writing
from data.settings import setting

# Where the board was asked for, as far as it is one of its own names: of one request.
_ASKED: ContextVar[str] = ContextVar("asked", default="")


def given() -> str:
    """Return the public origin that the operator has said, without a final slash, or ''."""
    return setting("TABLERO_URL").rstrip("/")


def asked_at(origin: str) -> None:
    """Write addresses of this request with an origin, where the operator has said none."""
    _ASKED.set(origin)


def absolute(path: str) -> str:
    """Return an address with the public origin; relative only where nobody asks for it."""
    return (given() or _ASKED.get()) + path


def contact() -> str:
    """Return where errors are reported: the mail address or page in ``TABLERO_CONTACTO``, or ''."""
    return setting("TABLERO_CONTACTO")


def address_of(place: str) -> str:
    """Return the address that a link to a mail address or to a page leads to."""
    return f"mailto:{place}" if "@" in place and "://" not in place else place


def staying(version: str) -> Writing:
    """Return how a tree is written of which every inner link stays in a kept version."""
    pinned = f"corte={version}"

    def stay(name: str, address: str) -> str | None:
        if name == "action" or (name == "href" and not _inner(address)):
            return address
        place, mark, fragment = address.partition("#")
        if "corte=" in place:
            return address
        query = place if name == "data-query" else "?" in place
        asked = "?" if name == "href" and not query else "&" if query else ""
        return f"{place}{asked}{pinned}{mark}{fragment}"

    return Writing(address=stay)


def _inner(address: str) -> bool:
    return address.startswith("/") and not address.startswith("/assets/")
