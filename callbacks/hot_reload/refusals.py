"""Why tables were refused: in full in the log, in one short line on /salud."""

import hashlib
import logging

from callbacks.serving import log
from components.texts import TextError
from data.faults import Fault, TableError
from data.model import TABLES

_log = logging.getLogger("tablero")
_EVENT = "tablas rechazadas"
_LONGEST, _TOLD = 160, 20


class BrokenPage(Exception):
    """A page that cannot be written from tables that are valid one by one."""


class CodeFault(Exception):
    """What fails with tables that are known to be good too: the program, not the tables."""


def reason(error: Exception) -> str:
    """Return one short line for the outside: no value of a table, no path of the machine."""
    if isinstance(error, TableError):
        if len([fault for fault in error.faults if fault.column == "archivo"]) == len(TABLES):
            return "no se puede leer ninguna tabla de la carpeta de datos"
        first, *rest = error.faults
        more = f" (y {len(rest)} más)" if rest else ""
        return f"{first.file}:{first.line}: {first.reason[:_LONGEST]}{more}"
    if isinstance(error, BrokenPage):
        return f"la página {error} no se puede escribir con estas tablas"
    if isinstance(error, TextError):
        return f"fallo del programa, no de las tablas: {str(error).splitlines()[0][:_LONGEST]}"
    if isinstance(error, CodeFault):
        return f"fallo del programa, no de las tablas: {error}"
    return "el tablero no se puede armar con estas tablas"


def digest(error: Exception) -> str:
    """Return what tells one refusal from another, whoever finds it."""
    return hashlib.sha256(f"{type(error)} {error}".encode()).hexdigest()[:16]


def tell(error: Exception) -> None:
    """Write each fault in the log on a line of its own: file, line, column, reason, remedy."""
    if isinstance(error, TableError):
        for fault in error.faults[:_TOLD]:
            _log.error(_EVENT, extra={"datos": _words(fault)})
        if len(error.faults) > _TOLD:
            _log.error(_EVENT, extra={"datos": {"fallos": len(error.faults)}})
    else:
        log.failed(_EVENT, error, razon=reason(error))


def tell_silent(faults: list[Fault]) -> None:
    """Warn of published figures that changed without a reason: they are served, and it is known."""
    if faults:
        places = ", ".join(f"{fault.file}:{fault.line}" for fault in faults[:_TOLD])
        log.warned(f"cifras publicadas que cambian sin motivo: {len(faults)} ({places})")


def _words(fault: Fault) -> dict[str, str | int]:
    """Return a fault as the log has it; a table may hold anything, so that all of it is short."""
    named = {"archivo": fault.file, "columna": fault.column, "valor": fault.value,
             "razon": fault.reason, "remedio": fault.remedy}  # fmt: skip
    return {"linea": fault.line} | {name: str(said)[:_LONGEST] for name, said in named.items()}
