"""Passwords: which may be chosen, and the sum that is kept of one."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from data.text_normalisation import plain

LEAST, MOST = 12, 256
_CONTEXT = ("tablero", "registro", "trata", "mininter", "contrasena")
# What is tried first in Peru and in an office of the State, with or without figures after it.
_HERE = ("peru", "lima", "policia", "ministerio", "gobierno", "admin", "administrador",
         "bienvenido", "bienvenida")  # fmt: skip
_EDGES = "0123456789 .,-_!¡¿?*+#$%&/()=@"
_HASHER = PasswordHasher(time_cost=1, memory_cost=47 * 1024, parallelism=1)
# Each sum takes 47 MiB: two at once, and the rest wait.
_TURNS = BoundedSemaphore(2)


@cache
def _common() -> frozenset[str]:
    """Return what is tried first: the list of zxcvbn, read when somebody first chooses one."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(map(plain, (*FREQUENCY_LISTS["passwords"], *_HERE)))


def fault(password: str, words: tuple[str, ...] = ()) -> str:
    """Return why a password cannot be chosen, '' if it can; words: the person's name and mail."""
    if len(password) < LEAST:
        return f"Use {LEAST} caracteres o más; una frase de varias palabras sirve."
    if len(password) > MOST:
        return f"Use {MOST} caracteres o menos."
    bare = plain(password)
    if len(set(bare)) < 5 or {bare, bare.strip(_EDGES)} & _common():
        return "Es una de las contraseñas que se prueban primero. Elija otra."
    named = [plain(word) for said in words for word in said.replace("@", " ").split()]
    if any(word in bare for word in (*_CONTEXT, *named) if len(word) >= 4):
        return "No use su nombre, su correo ni palabras de este sistema."
    return ""


def kept(password: str) -> str:
    """Return the sum of a password: argon2id, with its own salt."""
    with _TURNS:
        return _HASHER.hash(password)


@cache
def _nobody() -> str:
    return kept("nadie tiene esta contraseña")


def fits(password: str, kept_sum: str | None) -> bool:
    """Say whether a password is the one kept; as slow for who has none as for who has."""
    if len(password) > MOST:
        password = password[:MOST]
        kept_sum = None
    reference = kept_sum or _nobody()
    try:
        with _TURNS:
            good = _HASHER.verify(reference, password)
    except (VerificationError, InvalidHashError):
        return False
    return good and kept_sum is not None
