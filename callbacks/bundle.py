"""All scripts of Dash in one file: one request, compressed together, kept for good."""

import hashlib
import pkgutil
import re
from dataclasses import replace

from dash import Dash
from dash.fingerprint import check_fingerprint

from components.document import Shell

SUITES = "/_dash-component-suites/"
# The bundle stands beside dcc, which looks for its late parts in the folder it came from.
_FOLDER = f"{SUITES}dash/dcc/"
_SOURCE = re.compile(rf'<script[^>]* src="{SUITES}([^/"]+)/([^"?]+)[^"]*"[^>]*></script>')
# The board has tables of its own: the grid of Dash would travel for nothing.
_UNUSED = "dash_table/"


def bundle(app: Dash, shell: Shell) -> tuple[Shell, str, bytes]:
    """Return the shell with one script in place of Dash's, its address and its bytes."""
    parts = [
        _read(app, package, path)
        for package, path in _SOURCE.findall(shell.scripts)
        if not path.startswith(_UNUSED)
    ]
    body = b"\n;".join(parts)
    path = f"{_FOLDER}board.{hashlib.sha256(body).hexdigest()[:10]}.js"
    rest = _SOURCE.sub("", shell.scripts)
    return replace(shell, scripts=f'{rest.strip()}<script src="{path}"></script>'), path, body


def _read(app: Dash, package: str, path: str) -> bytes:
    name, _ = check_fingerprint(path)
    if name not in app.registered_paths.get(package, ()):
        raise LookupError(f"{package}/{name} is not a script of Dash")
    return pkgutil.get_data(package, name) or b""
