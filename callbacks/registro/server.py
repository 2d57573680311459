"""The Registro as a WSGI application: ``callbacks.registro.server:server``."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wsgi import get_input_stream

from callbacks.registro import errors, gate, watch
from callbacks.registro.routes import (
    account,
    agreements,
    annulments,
    calendar,
    cuts,
    fichas,
    files,
    history,
    paragraphs,
    passkeys,
    people,
    queue,
    reports,
    sign_in,
    tasks,
    trail,
    workbooks,
)
from callbacks.registro.start import parts_of
from callbacks.registro.visit import Parts
from data.registro import settings
from data.registro.screening.files import MOST_BYTES

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_ROUTES = (sign_in, account, passkeys, tasks, reports, history, queue, cuts, annulments,
           agreements, paragraphs, people, calendar, fichas, trail, workbooks, files)  # fmt: skip


class _Registro(Flask):
    """The application behind so many proxies of ours: what they say of who asks is believed."""

    def __init__(self, proxies: int) -> None:
        super().__init__("registro", static_folder=None, template_folder=None)
        own = super().wsgi_app
        self._behind = ProxyFix(own, proxies, 0) if proxies else own

    def wsgi_app(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request; without a proxy nobody is believed.

        No server lets its connection be read past the body: not all of them end it.
        """
        environ["wsgi.input"] = get_input_stream(environ)
        return self._behind(environ, start_response)

    def log_exception(self, exc_info: Any, *_: Any) -> None:
        """Log a failure while one was told as any other: without its words."""
        errors.note(exc_info[1])


def create_app(parts: Parts) -> Flask:
    """Return the application over its parts."""
    app = _Registro(parts.proxies)
    app.config.update(
        MAX_CONTENT_LENGTH=MOST_BYTES + gate.MOST_TEXT, MAX_FORM_MEMORY_SIZE=gate.MOST_TEXT
    )
    app.extensions["registro"] = parts
    watch.register(app)
    gate.register(app)
    for module in _ROUTES:
        module.register(app)
    errors.register(app)
    return app


@cache
def _standing() -> Flask:
    settings.check()
    return create_app(parts_of())


def server(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer a request; the application is made with the first."""
    return _standing()(environ, start_response)
