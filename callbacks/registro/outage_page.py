"""What is said while the database, the disk or the memory is out of reach: and nothing is lost."""

from contextlib import suppress

from flask import Response, g, make_response, request
from werkzeug.exceptions import HTTPException

from callbacks.registro.pages import page
from components.registro.texts import word

_WAIT = "60"
# What is typed to enter goes into no page.
_SECRET = {"clave", "actual", "codigo", "secreto", "credencial"}


def answer() -> Response:
    """Return the page that says so, with what was typed, and a button that sends it again."""
    fields = _typed()
    shown = tuple(f"{name}: {said}" for name, said in fields
                  if said.strip() and not name.startswith("_"))  # fmt: skip
    # A file cannot be sent again by a page.
    again = () if request.mimetype.startswith("multipart/") else fields
    titled = word("errores.titulo")
    written = page("outage.html", titulo=titled, lista=shown, otra_vez=again)
    told = make_response(written, 503)
    told.headers["Retry-After"] = _WAIT
    return told


def unknown() -> None:
    """Go on as if nobody had entered, where it could not be read who asks."""
    for name in ("session", "person"):
        if name not in g:
            setattr(g, name, None)


def _typed() -> list[tuple[str, str]]:
    """Return what a form brought and may be shown: no file, and nothing of a form of entry."""
    fields: list[tuple[str, str]] = []
    # A form may be what the memory or the disk had no room for.
    with suppress(OSError, MemoryError, HTTPException):
        fields = list(request.form.items(multi=True))
    return [] if _SECRET & {name for name, _ in fields} else fields
