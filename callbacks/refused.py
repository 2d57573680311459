"""Why tables were refused: in full in the log, in one short line on /salud."""

import hashlib
import json
import logging
from dataclasses import asdict

from data.faults import Fault, TableError
from data.model import TABLES

_log = logging.getLogger("tablero")
_LONGEST, _TOLD = 160, 20


class BrokenPage(Exception):
    """A page that cannot be written from tables that are valid one by one."""


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
    return "el tablero no se puede armar con estas tablas"


def digest(error: Exception) -> str:
    """Return what tells one refusal from another, whoever finds it."""
    return hashlib.sha256(f"{type(error)} {error}".encode()).hexdigest()[:16]


def tell(error: Exception) -> None:
    """Write each fault in the log as one line of JSON: file, line, column, reason, remedy."""
    faults = error.faults if isinstance(error, TableError) else ()
    for fault in faults[:_TOLD]:
        _log.error("%s", json.dumps({"suceso": "tablas rechazadas", **_words(fault)}))
    if len(faults) > _TOLD:
        _log.error("%s", json.dumps({"suceso": "tablas rechazadas", "fallos": len(faults)}))
    if not faults:
        said = {"suceso": "tablas rechazadas", "razon": reason(error), "fallo": repr(error)}
        _log.error(
            "%s", json.dumps(said), exc_info=None if isinstance(error, BrokenPage) else error
        )


def _words(fault: Fault) -> dict[str, str]:
    named = zip(("archivo", "linea", "columna", "valor", "razon", "remedio"),
                asdict(fault).values(), strict=True)  # fmt: skip
    return {name: str(value)[:_LONGEST] for name, value in named}
