"""Our files and Dash's bundles, compressed once and cached for good."""

import mimetypes
import pkgutil

from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Flask, Response, abort, request

from callbacks.http.routes import ASSET, OWN, Routes
from callbacks.serving.dash_bundle import SUITES
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import DAY, FOREVER, Body, accepted, encode, respond
from components import assets

_QUALITY = 9
# What every visitor waits for is packed harder, half a second once: 10 kB less.
_QUALITY_OF_THE_BUNDLE = 10

# One memory for every board of a process: new tables do not change these files.
_packed: dict[tuple[str, str], Body] = {}

mimetypes.add_type("text/javascript", ".js")


def register(server: Flask, app: Dash, bundled: dict[str, bytes]) -> None:
    """Serve /assets/, the bundle, and Dash's own files."""
    files, own = Routes("assets", ASSET), Routes("dash", OWN, form="/_dash<>")

    @files.get(f"{assets.PREFIX}<rest:name>")
    def asset(name: str) -> Response:
        found = assets.by_path().get(request.path) or abort(404)
        return kept("", lambda: _file(found))

    @own.get(f"{SUITES}<package>/<path:rest>")
    def suites(package: str, rest: str) -> Response:
        path = request.path
        if path in bundled:
            packed = _body(path, bundled[path], "text/javascript", _QUALITY_OF_THE_BUNDLE)
            return kept("", lambda: respond(packed, FOREVER))
        name, fingerprinted = check_fingerprint(rest)
        if name not in app.registered_paths.get(package, ()):
            abort(404)
        mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
        content = pkgutil.get_data(package, name) or b""
        packed = _body(f"{package}/{name}", content, mimetype)
        return kept("", lambda: respond(packed, FOREVER if fingerprinted else DAY))

    own.add_url_rule("/_dash-layout", "layout", app.serve_layout)
    own.add_url_rule("/_dash-dependencies", "dependencies", app.dependencies)
    own.add_url_rule("/_dash<rest:rest>", "nothing", lambda rest: abort(404))
    own.unknown("/_<rest:rest>")
    server.register_blueprint(files)
    server.register_blueprint(own)


def _file(found: assets.Asset) -> Response:
    response = respond(_body(found.path, found.body, found.mimetype), FOREVER)
    if found.path.endswith(".woff2"):
        # A frame in a sandbox has no origin, and a typeface is read only where it is allowed to be.
        response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _body(path: str, load: bytes, mimetype: str, quality: int = _QUALITY) -> Body:
    key = (path, accepted())
    if key not in _packed:
        _packed[key] = encode(load, mimetype, key[1], quality)
    return _packed[key]
