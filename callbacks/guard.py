"""What may come in and what goes with every answer: limits, headers, closed doors."""

from collections.abc import Sequence

from dash import Dash
from flask import Response, abort, request

from callbacks import embeds

_LARGEST_BODY = 64 * 1024
_DASH_PATHS = frozenset({"/_dash-layout", "/_dash-dependencies"})
_CALLBACK = "/_dash-update-component"
# What any page may read; the typeface too, since an embed in a sandbox has no origin of its own.
_SHARED = ("/datos/", "/graficos/", "/imagenes/", "/oembed")


def register(app: Dash, script_hashes: Sequence[str]) -> None:
    """Close Dash's routes to what they were not made for; set the headers."""
    server = app.server
    server.config["MAX_CONTENT_LENGTH"] = _LARGEST_BODY
    policy = _policy(script_hashes)

    @server.before_request
    def door() -> None:
        path = request.path
        if path == _CALLBACK:
            _refuse_callback()
        if path.startswith("/_") and path not in _DASH_PATHS:
            abort(404)
        if request.method not in ("GET", "HEAD"):
            abort(405)
        if request.url_rule is None or request.url_rule.rule in ("/", "/<path:path>"):
            abort(404)

    @server.after_request
    def headers(response: Response) -> Response:
        _frames(response, policy)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        if request.path.startswith(_SHARED) or request.path.endswith(".woff2"):
            response.headers["Access-Control-Allow-Origin"] = "*"
        return response


def _frames(response: Response, policy: str) -> None:
    """An embed may stand in any page; every other answer, its errors too, in none."""
    if request.path.startswith(embeds.PREFIX) and response.status_code in (200, 304):
        response.headers["Content-Security-Policy"] = embeds.POLICY
    else:
        response.headers["Content-Security-Policy"] = policy
        response.headers["X-Frame-Options"] = "DENY"


def _refuse_callback() -> None:
    """No callback of this board runs on the server, so none can be asked for."""
    if request.method != "POST":
        abort(405)
    if not request.is_json:
        abort(415)
    if (request.content_length or 0) > _LARGEST_BODY:
        abort(413)
    abort(404)


def _policy(script_hashes: Sequence[str]) -> str:
    scripts = " ".join(["'self'", *script_hashes])
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )
