"""The board put together over a store: every route, the page that carries Dash, the cache."""

from typing import Any

from dash import Dash

from callbacks import board_callbacks
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
from components.page_document import Shell
from data.store import Store

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
