"""What goes with every answer: what it may load, who may frame it, who may read it."""

from flask import Flask, Response, request

from callbacks.http.routes import Kind, kind
from components.embeds import embed_document
from components.links import given

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
_POLICIES = {
    "page": (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ),
    # An embed may be framed by anybody; nothing else is allowed to it than what it is made of.
    "embed": (
        "default-src 'none'",
        "script-src " + " ".join(f"'{one}'" for one in embed_document.SCRIPT_HASHES),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors *",
    ),
    # A file is not a page: opened alone it loads nothing but the style and face it carries.
    "file": (
        "default-src 'none'",
        "script-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ),
}
_WRITTEN = {name: "; ".join(parts) for name, parts in _POLICIES.items()}


def always(policy: str = "page") -> dict[str, str]:
    """Return the headers of an answer that Flask does not write."""
    secure = {"Strict-Transport-Security": _SECURE} if given().startswith("https:") else {}
    framed = {"X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin"}
    return _ALWAYS | {"Content-Security-Policy": _WRITTEN[policy]} | framed | secure


def register(server: Flask) -> None:
    """Set the headers of every answer."""

    @server.after_request
    def headers(response: Response) -> Response:
        asked = kind()
        policy = _policy(asked, response)
        response.headers.update(_ALWAYS)
        response.headers["Content-Security-Policy"] = _WRITTEN[policy]
        if policy != "embed":
            response.headers["X-Frame-Options"] = "DENY"
        whose = "cross-origin" if asked.shown else "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = whose
        if request.is_secure or given().startswith("https:"):
            response.headers["Strict-Transport-Security"] = _SECURE
        if asked.read:
            response.headers["Access-Control-Allow-Origin"] = "*"
        return response


def _policy(asked: Kind, response: Response) -> str:
    """Return the policy of an answer; an error is a page, and a 304 keeps what it confirms."""
    if asked.policy == "embed":
        return "embed" if response.status_code in (200, 304) else "page"
    if asked.policy == "file" and response.mimetype == "text/html" and response.status_code != 304:
        return "page"
    return asked.policy
