"""What may come in: reading only, and small."""

from flask import Flask, abort, request

READING = ("GET", "HEAD")
_LARGEST_BODY = 64 * 1024
_CALLBACK = "/_dash-update-component"


def register(server: Flask) -> None:
    """Refuse, before anything else looks at it, what is not a reading."""
    server.config["MAX_CONTENT_LENGTH"] = _LARGEST_BODY

    @server.before_request
    def reading() -> None:
        if request.path == _CALLBACK:
            _refuse_callback()
        if request.method not in READING:
            abort(405, valid_methods=READING)


def _refuse_callback() -> None:
    """No callback of this board runs on the server, so none can be asked for."""
    if request.method != "POST":
        abort(405, valid_methods=("POST",))
    if (request.content_length or 0) > _LARGEST_BODY:
        abort(413)
    if not request.is_json:
        abort(415)
    abort(404)
