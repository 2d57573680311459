"""The scripts of Dash in two files: what every page needs, and what an interactive figure needs."""

import hashlib
import json
import pkgutil
import re
from dataclasses import dataclass

from dash import Dash
from dash.fingerprint import check_fingerprint

SUITES = "/_dash-component-suites/"
# The files stand beside dcc, which looks for its late parts in the folder it came from.
_FOLDER = f"{SUITES}dash/dcc/"
_SOURCE = re.compile(rf'<script[^>]* src="{SUITES}([^/"]+)/([^"?]+)[^"]*"[^>]*></script>')
# The board has tables of its own. What the polyfill is wanted for comes with the components of
# Bootstrap, which are read before the renderer.
_UNUSED = re.compile("dash_table/|deps/polyfill")
_FIGURES = "dcc/"
# What Dash would ask the server for is known beforehand, two round trips less before the filters:
# the layout stands in the page, whose filters and components it holds.
_ANSWERED = """(function(known){var ask=window.fetch,own=document.getElementById("layout");
if(own)known["/_dash-layout"]=own.textContent;window.fetch=function(address){
return typeof address==="string"&&known[address]?Promise.resolve(new Response(known[address],
{headers:{"Content-Type":"application/json"}})):ask.apply(window,arguments)}})(%s);"""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The addresses of both files, and the bytes at each."""

    board: str
    figures: str
    files: dict[str, bytes]


def bundle(app: Dash, scripts: str) -> Bundle:
    """Return both files from the script elements that Dash would write."""
    wanted = [found for found in _SOURCE.findall(scripts) if not _UNUSED.match(found[1])]
    late = [found for found in wanted if found[1].startswith(_FIGURES)]
    first = [_read(app, *found) for found in wanted if found not in late]
    first.insert(0, _answered(app))
    bodies = [b"\n;".join(first), b"\n;".join(_read(app, *found) for found in late)]
    board, figures = (_address(body) for body in bodies)
    return Bundle(board, figures, {board: bodies[0], figures: bodies[1]})


def _address(body: bytes) -> str:
    return f"{_FOLDER}board.{hashlib.sha256(body).hexdigest()[:10]}.js"


def _answered(app: Dash) -> bytes:
    with app.server.test_request_context("/"):
        known = {"/_dash-dependencies": app.dependencies().get_data(as_text=True)}
    return (_ANSWERED % json.dumps(known)).encode()


def _read(app: Dash, package: str, path: str) -> bytes:
    name, _ = check_fingerprint(path)
    if name not in app.registered_paths.get(package, ()):
        raise LookupError(f"{package}/{name} is not a script of Dash")
    return pkgutil.get_data(package, name) or b""
