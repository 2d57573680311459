"""Our files and Dash's bundles, compressed once and cached for good."""

import mimetypes
import pkgutil

from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Response, abort, request

from callbacks.serving.dash_bundle import SUITES
from callbacks.serving.responses import DAY, FOREVER, Body, accepted, encode, respond
from components import assets

_QUALITY = 9

# One memory for every board of a process: new tables do not change these files.
_kept: dict[tuple[str, str], Body] = {}

mimetypes.add_type("text/javascript", ".js")


def register(app: Dash, bundled: dict[str, bytes]) -> None:
    """Answer for /assets/, for the bundle and for Dash's own files before Dash does."""

    def body(path: str, load: bytes, mimetype: str) -> Body:
        key = (path, accepted())
        if key not in _kept:
            _kept[key] = encode(load, mimetype, key[1], _QUALITY)
        return _kept[key]

    @app.server.before_request
    def static() -> Response | None:
        path = request.path
        if path.startswith(assets.PREFIX):
            found = assets.by_path().get(path) or abort(404)
            return respond(body(path, found.body, found.mimetype), FOREVER)
        if path in bundled:
            return respond(body(path, bundled[path], "text/javascript"), FOREVER)
        if path.startswith(SUITES):
            package, _, rest = path.removeprefix(SUITES).partition("/")
            name, fingerprinted = check_fingerprint(rest)
            if name not in app.registered_paths.get(package, ()):
                abort(404)
            mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
            content = pkgutil.get_data(package, name) or b""
            kept = body(f"{package}/{name}", content, mimetype)
            return respond(kept, FOREVER if fingerprinted else DAY)
        return None
