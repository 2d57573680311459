"""What is out of reach for a while, database, disk or memory: its cause said with its remedy."""

import errno
import sys
from collections.abc import Callable
from functools import wraps

from sqlalchemy import make_url
from sqlalchemy.exc import DataError as WrongValue
from sqlalchemy.exc import DBAPIError, IntegrityError, NotSupportedError
from sqlalchemy.exc import ProgrammingError as WrongLine
from sqlalchemy.exc import TimeoutError as NoneFree

from data.registro.settings import setting

_FULL = "no queda espacio en el disco: libere espacio"
_CLOSED = (
    "no se puede escribir: dé permiso a la cuenta que lo sirve, o monte el disco con escritura"
)
_ABSENT = "el archivo o la carpeta no se puede abrir: compruebe que existe y que es lo que debe ser"
_UNOPENED = f"{_ABSENT}, y que no hay demasiados abiertos"
_FILES = "demasiados archivos o conexiones abiertas: suba LimitNOFILE o cierre lo que sobra"
_MEMORY = "no alcanza la memoria: suba MemoryMax o cierre lo que sobra"
_BUSY = "otro programa tiene la base: espere a que termine o ciérrelo"
_DAMAGED = "la base está dañada: vuelva a la última copia"
_BROKEN = "el disco falla al leer o escribir: revíselo y vuelva a la última copia"
_SILENT = "la base no responde: compruebe que está en marcha y que su dirección es esa"
_OF_SYSTEM = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), _CLOSED),
    **dict.fromkeys((errno.EMFILE, errno.ENFILE), _FILES),
    **dict.fromkeys(
        (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.EEXIST), _ABSENT
    ),
    errno.ENOMEM: _MEMORY,
    errno.EIO: _BROKEN,
}
# By the first words of what SQLite calls it, and by the first signs of what PostgreSQL does.
_OF_DATABASE = {
    "SQLITE_FULL": _FULL, "SQLITE_READONLY": _CLOSED, "SQLITE_CANTOPEN": _UNOPENED,
    "SQLITE_BUSY": _BUSY, "SQLITE_LOCKED": _BUSY, "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED, "SQLITE_NOMEM": _MEMORY, "SQLITE_IOERR": _BROKEN,
    "53100": _FULL, "53200": _MEMORY, "53300": _FILES, "25006": _CLOSED, "40": _BUSY,
    "55P03": _BUSY, "XX": _DAMAGED, "58": _BROKEN, "57": _SILENT, "08": _SILENT,
}  # fmt: skip
# What the program asks for and no database has is a fault of ours.
_OURS = (IntegrityError, WrongLine, WrongValue, NotSupportedError)


def cause(error: BaseException) -> str:
    """Return why it is out of reach and what mends it; '' where something else failed."""
    if isinstance(error, MemoryError):
        return _MEMORY
    if isinstance(error, NoneFree):
        return _FILES
    if isinstance(error, OSError):
        return _OF_SYSTEM.get(error.errno or 0, "")
    if isinstance(error, DBAPIError) and not isinstance(error, _OURS):
        return _of_database(error)
    return ""


def in_words(order: Callable[..., int]) -> Callable[..., int]:
    """Have an order that meets it say what, why and what mends it, and end with 1."""

    @wraps(order)
    def said(*words: list[str]) -> int:
        try:
            return order(*words)
        except Exception as error:
            if not cause(error):
                raise
            sys.stderr.write(f"{_place(error)}: {cause(error)}\n")
            return 1

    return said


def _place(error: BaseException) -> str:
    if isinstance(error, OSError) and error.filename:
        return str(error.filename)
    if not isinstance(error, DBAPIError):
        return type(error).__name__
    address = make_url(setting("REGISTRO_BASE")).render_as_string(hide_password=True)
    return f"REGISTRO_BASE={address}"


def _of_database(error: DBAPIError) -> str:
    raised = error.orig
    name = getattr(raised, "sqlite_errorname", None)
    state = name or getattr(raised, "sqlstate", None) or "08"
    found = (said for start, said in _OF_DATABASE.items() if state.startswith(start))
    return next(found, "")
