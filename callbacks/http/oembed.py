"""/oembed: an address of the board becomes a frame in somebody else's page."""

import json
from urllib.parse import unquote, urlsplit

from flask import Flask, Response, abort, request

from callbacks.http.public_origin import origin
from callbacks.http.refused import Refused
from callbacks.http.request_state import read
from callbacks.http.routes import DATA, Routes
from callbacks.serving.responses import MINUTE, send
from components.charts.registry import CHARTS
from components.charts.view import View
from components.charts.views import Views
from components.embeds import oembed_answer
from components.embeds.embed_options import Options
from components.pages import find
from components.texts import t
from data.query.filters import Filters
from data.query.query_string import LONGEST, unescaped, untracked
from data.store import Store


def register(server: Flask, store: Store) -> None:
    """Serve /oembed (oEmbed 1.0, JSON only)."""
    routes = Routes("oembed", DATA)

    @routes.get("/oembed")
    def card() -> Response:
        if request.args.get("format", "json") != "json":
            abort(501)
        wanted = request.args.get("url", "")
        if not wanted:
            abort(400, description=t("embed.no_url"))
        try:
            view, options = _view(store, wanted) or abort(404)
        except Refused as error:
            # What it refuses is an address of its own, not this one.
            abort(404, description=error.description)
        record = oembed_answer.answer(
            view, origin(), (_size("maxwidth"), _size("maxheight")), options
        )
        return send(json.dumps(record, ensure_ascii=False), "application/json", MINUTE)

    server.register_blueprint(routes)


def _size(name: str) -> int:
    """Return a size in px, 0 where none was given; anything else is a wrong request."""
    said = request.args.get(name, "")
    if not said:
        return 0
    if not (said.isascii() and said.isdigit() and int(said[:9]) > 0):
        abort(400, description=t("embed.no_size", name=name))
    return int(said[:9])


def _view(store: Store, wanted: str) -> tuple[View, Options] | None:
    """Return the view that an address of ours names, and how: a chart alone, or a page's first."""
    try:
        parts = urlsplit(unescaped(wanted[:LONGEST]))
    except ValueError:
        return None
    if f"//{parts.netloc}" != origin().partition(":")[2] or parts.scheme not in ("http", "https"):
        return None
    path = unquote(parts.path)
    options, query, _ = Options.from_query(untracked(parts.query))
    _, filters, _ = read(store, query)
    view = _named(store, path, filters, parts.fragment)
    return (view, options) if view else None


def _named(store: Store, path: str, filters: Filters, fragment: str) -> View | None:
    if path.startswith("/incrustar/"):
        chart = CHARTS.get(path.removeprefix("/incrustar/"))
        return View.of(chart, store, filters) if chart else None
    found = find(path)
    if found is None or not found[0].charts:
        return None
    page, subject = found
    if page.path.endswith("/<>") and page.see(Views(store, filters), subject) is None:
        return None
    slug = fragment.removeprefix("grafico-")
    chosen = slug if slug in page.charts else page.charts[0]
    return View.of(CHARTS[chosen], store, page.state(filters, subject, store))
