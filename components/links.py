"""Addresses: with the public origin for other sites, with its version inside a frozen page."""

import os
import re

from components.markup import Writing


def absolute(path: str) -> str:
    """Return an address with the public origin, when the operator has said it."""
    return os.environ.get("TABLERO_URL", "").rstrip("/") + path


class ContactError(ValueError):
    """The place for errors that the operator gave is neither a mail address nor a page."""


_MAIL = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[a-z]{2,}", re.IGNORECASE)
_PAGE = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


def contact() -> str:
    """Return where errors are reported: the mail address or page in ``TABLERO_CONTACTO``, or ''.

    Raises ContactError, in Spanish, for what is neither.
    """
    said = os.environ.get("TABLERO_CONTACTO", "").strip()
    if said and not (_MAIL.fullmatch(said) or _PAGE.fullmatch(said)):
        text = "no es un correo ni una dirección; escriba errores@entidad.gob.pe o https://…"
        raise ContactError(f"TABLERO_CONTACTO={said!r}: {text}")
    return said


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
        if pinned in place:
            return address
        query = place if name == "data-query" else "?" in place
        asked = "?" if name == "href" and not query else "&" if query else ""
        return f"{place}{asked}{pinned}{mark}{fragment}"

    return Writing(address=stay)


def _inner(address: str) -> bool:
    return address.startswith("/") and not address.startswith("/assets/")
