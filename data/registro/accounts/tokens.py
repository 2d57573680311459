"""Secrets that are given once and kept only as their sum; and the vault of the second factors."""

import hashlib
import secrets
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet

_BYTES = 32
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def new() -> str:
    """Return a secret of 256 bits that fits in an address."""
    return secrets.token_urlsafe(_BYTES)


def summed(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def recovery_code() -> str:
    """Return a code to be written on paper: 118 bits, without letters that look alike."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(24))
    return "-".join(drawn[place : place + 6] for place in range(0, 24, 6))


class Vault:
    """Encrypts what must be read again; its keys are in a file, never in the database.

    The first line encrypts; the others still open what they closed.
    """

    def __init__(self, keys: list[str]) -> None:
        """Take the keys, the newest first."""
        self._keys = MultiFernet([Fernet(key) for key in keys])

    @classmethod
    def of(cls, file: Path) -> "Vault":
        """Return the vault of a file of keys, written with a new one if there is none."""
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch(mode=0o600)
            file.write_text(Fernet.generate_key().decode() + "\n", "utf-8")
        return cls(file.read_text("utf-8").split())

    def close(self, secret: str) -> str:
        """Return a secret encrypted."""
        return self._keys.encrypt(secret.encode()).decode()

    def open(self, closed: str) -> str:
        """Return a secret that was encrypted."""
        return self._keys.decrypt(closed.encode()).decode()

    def again(self, closed: str) -> str:
        """Return a secret encrypted with the newest key."""
        return self._keys.rotate(closed.encode()).decode()
