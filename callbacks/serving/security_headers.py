"""What goes with every answer: what it may load, who may frame it, who may read it."""

from collections.abc import Sequence

from dash import Dash
from flask import Response, request

from callbacks.http import embeds
from components.links import absolute

# What any page may show or read; our files too, since a frame in a sandbox has no origin.
_SHARED = ("/datos/", "/graficos/", "/imagenes/", "/oembed", "/assets/", embeds.PREFIX)
# What any script may read; the typeface too, for the same reason.
_READ = ("/datos/", "/graficos/", "/imagenes/", "/oembed")
_FILES = (*_READ, "/assets/", "/vistas/", "/_", "/salud")
_UNUSED = ("accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope",
           "magnetometer", "microphone", "midi", "payment", "usb")  # fmt: skip
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # Nobody else needs to know that a reader came from here.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
}
_SECURE = "max-age=31536000; includeSubDomains"
# A file is not a page: opened alone it loads nothing but the style and face it carries.
_FILE = "; ".join(
    (
        "default-src 'none'",
        "script-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)


def register(app: Dash, script_hashes: Sequence[str]) -> None:
    """Set the headers of every answer."""
    policy = _policy(script_hashes)

    @app.server.after_request
    def headers(response: Response) -> Response:
        response.headers.update(_ALWAYS)
        _frames(response, policy)
        shared = request.path.startswith(_SHARED)
        whose = "cross-origin" if shared else "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = whose
        if request.is_secure or absolute("").startswith("https:"):
            response.headers["Strict-Transport-Security"] = _SECURE
        if request.path.startswith(_READ) or request.path.endswith(".woff2"):
            response.headers["Access-Control-Allow-Origin"] = "*"
        return response


def _frames(response: Response, policy: str) -> None:
    """An embed may stand in any page; every other answer, its errors too, in none."""
    if request.path.startswith(embeds.PREFIX) and response.status_code in (200, 304):
        response.headers["Content-Security-Policy"] = embeds.POLICY
        return
    response.headers["Content-Security-Policy"] = _FILE if _is_file(response) else policy
    response.headers["X-Frame-Options"] = "DENY"


def _is_file(response: Response) -> bool:
    """Say whether it is no page; a 304 keeps the policy of what it confirms."""
    said = response.mimetype != "text/html" or response.status_code == 304
    return said and request.path.startswith(_FILES)


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
