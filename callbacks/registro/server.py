"""The Registro as a WSGI application: ``callbacks.registro.server:server``."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from callbacks.registro import errors, gate, watch
from callbacks.registro.routes import (
    account,
    calendar,
    cuts,
    fichas,
    files,
    history,
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

_ROUTES = (sign_in, account, passkeys, tasks, reports, history, queue, cuts, people, calendar,
           fichas, trail, workbooks, files)  # fmt: skip


def create_app(parts: Parts) -> Flask:
    """Return the application over its parts."""
    app = Flask("registro", static_folder=None, template_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=MOST_BYTES + gate.MOST_TEXT, MAX_FORM_MEMORY_SIZE=gate.MOST_TEXT
    )
    app.extensions["registro"] = parts
    if parts.proxies:
        # Who asks, as the proxy says; without a proxy nobody is believed.
        app.wsgi_app = ProxyFix(app.wsgi_app, parts.proxies, 0)  # type: ignore[method-assign]
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
