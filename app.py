"""Puts the board together: ``create_app(store)``, and `server` for gunicorn."""

import re
import sys
from typing import Any

from dash import Dash

from callbacks import board_callbacks
from callbacks.hot_reload.server import Server
from callbacks.http import (
    charts,
    downloads,
    embeds,
    errors,
    health,
    images,
    oembed,
    pages,
    session,
    static,
)
from callbacks.serving import access_log, read_only, response_cache, security_headers
from callbacks.serving.dash_bundle import bundle
from components import texts
from components.page_document import Shell
from data import settings
from data.faults import TableError
from data.loader import folder
from data.store import Store

# What the page need not tell a visitor: the interpreter, and an address of another origin.
_UNTOLD = re.compile(r'"(?:python_version|dash_version_url)":"[^"]*",')


class Board(Dash):
    """Dash that gives its pieces to our own document instead of writing its own."""

    pieces: dict[str, str]

    def interpolate_index(self, *_: Any, **pieces: Any) -> str:
        """Keep what Dash asks of the document; our pages are written around it."""
        self.pieces = {**pieces, "config": _UNTOLD.sub("", pieces["config"])}
        return str(super().interpolate_index(**pieces))


def create_app(store: Store) -> Board:
    """Return the board over a store; a test may give one of three rows."""
    app = Board(
        __name__,
        assets_ignore=".*",
        suppress_callback_exceptions=True,
        serve_locally=True,
        compress=False,
        enable_mcp=False,
        update_title="",
        title="",
    )
    app.layout = board_callbacks.layout()
    board_callbacks.register(app)
    errors.register(app, store)
    read_only.first(app)
    with app.server.test_request_context("/"):
        app.index()
    parts = bundle(app, app.pieces["scripts"])
    static.register(app, parts.files)
    charts.register(app, store)
    downloads.register(app, store)
    embeds.register(app, store)
    images.register(app, store)
    oembed.register(app, store)
    pages.register(app, store, Shell(app.pieces["config"], parts.board, parts.figures))
    session.register(app, store)
    health.register(app, store)
    read_only.last(app)
    security_headers.register(app, ())
    response_cache.register(app)
    access_log.register(app)
    return app


def _server() -> Server:
    try:
        settings.check()
        texts.check()
        every = float(settings.setting("TABLERO_REVISAR"))
        made = Server(lambda store: create_app(store).server, folder(), every)
    except (TableError, settings.SettingError, texts.TextError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from None
    for line in settings.unknown():
        print(line, file=sys.stderr)  # noqa: T201
    return made


server = _server()
