"""Secrets that are given once and kept only as their sum; and the vault of the second factors."""

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet

from data.settings import SettingError

_BYTES = 32
_NO_KEY = "no tiene ninguna clave entera; ponga la que guardó aparte, o sin ella nadie podrá entrar"
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
            _begin(file)
        try:
            return cls(file.read_text("utf-8").split())
        except ValueError as error:
            raise SettingError(f"REGISTRO_SECRETO={str(file)!r}: {_NO_KEY}") from error

    def close(self, secret: str) -> str:
        """Return a secret encrypted."""
        return self._keys.encrypt(secret.encode()).decode()

    def open(self, closed: str) -> str:
        """Return a secret that was encrypted."""
        return self._keys.decrypt(closed.encode()).decode()

    def again(self, closed: str) -> str:
        """Return a secret encrypted with the newest key."""
        return self._keys.rotate(closed.encode()).decode()


def _begin(file: Path) -> None:
    """Write a file with a new key: whole, or not at all; the one of who comes first stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f"{file.name}.{os.getpid()}.parte")
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(Fernet.generate_key() + b"\n")
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):
            os.link(half, file)
    finally:
        half.unlink(missing_ok=True)
