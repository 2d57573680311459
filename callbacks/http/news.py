"""/novedades.atom: what each version of the data brought, for who reads by feed."""

from flask import Flask, Response

from callbacks.http.public_origin import origin
from callbacks.http.request_state import asked_of_file, query, renamed
from callbacks.http.routes import DATA, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import MINUTE, send
from components.pages.news.feed import MIMETYPE, feed
from components.pages.news.news import FEED, PAGE
from data.query.filters import Filters
from data.store import Store


def register(server: Flask, store: Store) -> None:
    """Serve /novedades.atom."""
    routes = Routes("news", DATA)

    @routes.get(FEED)
    def entries() -> Response:
        _, filters = asked_of_file(store, renamed(query(), PAGE.names))
        own = Filters(sector=filters.sector[:1], lugar=filters.lugar)
        return kept(own.to_query(), lambda: send(feed(store, own, origin()), MIMETYPE, MINUTE))

    server.register_blueprint(routes)
