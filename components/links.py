"""Addresses as other sites need them: with the public origin of the board."""

import os


def absolute(path: str) -> str:
    """Return an address with the public origin, when the operator has said it."""
    return os.environ.get("TABLERO_URL", "").rstrip("/") + path
