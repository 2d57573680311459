"""What may come in: reading only, small, and by addresses that exist."""

from dash import Dash
from flask import abort, request

READING = ("GET", "HEAD")
_LARGEST_BODY = 64 * 1024
_DASH_PATHS = frozenset({"/_dash-layout", "/_dash-dependencies"})
_CALLBACK = "/_dash-update-component"


def first(app: Dash) -> None:
    """Refuse, before anything else looks at it, what is not a reading."""
    app.server.config["MAX_CONTENT_LENGTH"] = _LARGEST_BODY

    @app.server.before_request
    def reading() -> None:
        if request.path == _CALLBACK:
            _refuse_callback()
        if request.method not in READING:
            abort(405, valid_methods=READING)


def last(app: Dash) -> None:
    """Close, after everybody had the chance to answer, what Dash would answer by itself."""

    @app.server.before_request
    def closed() -> None:
        if request.path.startswith("/_") and request.path not in _DASH_PATHS:
            abort(404)
        if request.url_rule is None or request.url_rule.rule in ("/", "/<path:path>"):
            abort(404)


def _refuse_callback() -> None:
    """No callback of this board runs on the server, so none can be asked for."""
    if request.method != "POST":
        abort(405, valid_methods=("POST",))
    if (request.content_length or 0) > _LARGEST_BODY:
        abort(413)
    if not request.is_json:
        abort(415)
    abort(404)
