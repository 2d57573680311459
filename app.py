"""Puts the board together: ``create_app(store)``, and `server` for gunicorn."""

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
    forgiving,
    health,
    images,
    news,
    oembed,
    pages,
    public_origin,
    reports,
    routes,
    search,
    session,
    site,
    static,
    territories,
)
from callbacks.serving import read_only, security_headers
from callbacks.serving.access_log import watched
from callbacks.serving.dash_bundle import bundle
from callbacks.serving.metrics import COUNTS
from callbacks.serving.response_cache import ResponseCache
from components import texts
from components.page_document import Shell
from data import settings
from data.faults import TableError
from data.loader import folder
from data.store import Store
from geo import shape_files
from geo.shape_files import ShapeError

# What the page need not tell a visitor: the interpreter, an address of another origin, and a name
# for who asks, drawn at random: no callback of this board runs on the server.
_UNTOLD = frozenset({"python_version", "dash_version_url", "end_id"})


class Board(Dash):
    """Dash that gives its pieces to our own document; what it would serve itself nobody asks for.

    server: what is served, our routes alone; Dash has written its own on another.
    """

    pieces: dict[str, str]

    def _config(self) -> dict[str, Any]:
        told: dict[str, Any] = super()._config()
        return {name: value for name, value in told.items() if name not in _UNTOLD}

    def interpolate_index(self, *_: Any, **pieces: Any) -> str:
        """Keep what Dash asks of the document; our pages are written around it."""
        self.pieces = pieces
        return str(super().interpolate_index(**pieces))


def create_app(store: Store) -> Board:
    """Return the board over a store; a test may give one of three rows."""
    app = _dash()
    server = app.server = routes.server(__name__)
    public_origin.register(server)
    errors.register(server, store)
    read_only.register(server)
    forgiving.register(server, store)
    board_callbacks.register(app, store)
    parts = bundle(app, app.pieces["scripts"])
    static.register(server, app, parts.files)
    pages.register(server, store, Shell(app.pieces["config"], parts.board, parts.figures))
    for rooms in (charts, downloads, territories, embeds, images, news, oembed, search, session,
                  reports, health, site):  # fmt: skip
        rooms.register(server, store)
    security_headers.register(server)
    COUNTS.name(routes.forms(server))
    # What stands before Flask: the cache, and before it who counts and logs.
    vars(server)["wsgi_app"] = watched(ResponseCache(server.wsgi_app))
    return app


def _dash() -> Board:
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
    with app.server.test_request_context("/"):
        app.index()
    return app


def _server() -> Server:
    try:
        settings.check()
        texts.check()
        shape_files.check()
        every = float(settings.setting("TABLERO_REVISAR"))
        made = Server(lambda store: create_app(store).server, folder(), every)
    except (TableError, settings.SettingError, texts.TextError, ShapeError) as error:
        print(error, file=sys.stderr)
        raise SystemExit(1) from None
    for line in settings.unknown():
        print(line, file=sys.stderr)
    return made


def __getattr__(name: str) -> Server:
    """Make `server` when it is first asked for, which gunicorn does before its processes part."""
    if name != "server":
        raise AttributeError(name)
    made = globals()[name] = _server()
    return made
