"""What a command is told and cannot do, in one line before it begins."""

import os
from collections.abc import Mapping
from pathlib import Path

from callbacks.http import session
from callbacks.http.refused import unusable
from data.query.filters import NAMES
from data.session_scripts import Script
from data.store import Store

_EXAMPLE = "escriba, por ejemplo, CONSULTA=sector=mujer"
_OWN = ("guion",)


def unwritable(target: Path, setting: str) -> str:
    """Say why a file cannot be written there; '' if it can."""
    folder = target.absolute().parent
    if not folder.is_dir():
        return f"{setting}={target}: la carpeta {folder} no existe"
    if target.is_dir():
        return f"{setting}={target}: es una carpeta; escriba el nombre de un archivo"
    if not os.access(target if target.exists() else folder, os.W_OK):
        return f"{setting}={target}: no se puede escribir ahí; compruebe los permisos"
    return ""


def unused(store: Store, scripts: Mapping[str, Script], query: str) -> str:
    """Say what of a query is no part of a session, which would be written whole instead."""
    for part in query.removeprefix("?").split("&") if query else ():
        name, equals, value = part.partition("=")
        if not (equals and value):
            return f"CONSULTA: «{part}» no dice un valor; {_EXAMPLE}"
        if name not in (*NAMES, *_OWN):
            return f"CONSULTA: «{name}» no es un filtro; {_EXAMPLE}"
    found = session.unused(store, scripts, query)
    return f"CONSULTA: {unusable(store, found[0]).description}" if found else ""
