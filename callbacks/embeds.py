"""Charts for other people's pages: each alone, and the kit with their snippets."""

from collections.abc import Callable

from dash import Dash, html
from flask import Response, abort, request

from callbacks.answers import MINUTE, Shelf, accepted, encode, respond, send
from callbacks.asked import asked, read
from callbacks.origin import origin
from components.card import remarks
from components.charts import CHARTS
from components.document import document as page
from components.embeds import alone, kit
from components.embeds.discovery import cards
from components.embeds.options import Options
from components.embeds.view import View
from components.markup import render
from components.texts import t
from data.filters import Filters, Remark
from data.store import Store

PREFIX = "/incrustar/"
_HTML = "text/html"
_MEMORY = 8 * 1024 * 1024
# An embed may be framed by anybody; nothing else is allowed to it than what it is made of.
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src '{alone.SCRIPT_HASH}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors *",
    )
)


def register(app: Dash, store: Store) -> None:
    """Serve /incrustar and /incrustar/<grafico>."""
    shelf = Shelf(_MEMORY)

    @app.server.get("/incrustar")
    def offered() -> Response:
        _, filters, said = asked(store)
        key = (f"{origin()}?{filters.to_query()}", accepted())
        body = None if said else shelf.get(key)
        if body is None:
            body = encode(_kit(store, filters, said).encode(), _HTML, key[1])
        if not said:
            shelf.put(key, body)
        return respond(body, MINUTE)

    @app.server.get(f"{PREFIX}<slug>")
    def embed(slug: str) -> Response:
        chart = CHARTS.get(slug) or abort(404, description=t("errors.404.chart", name=slug[:40]))
        options, rest, wrong = Options.from_query(request.query_string.decode("utf-8", "replace"))
        _, filters, said = read(store, rest)
        view = View.of(chart, store, filters)
        address = f"{origin()} {slug}?{options.to_query(view.filters)}"
        return _answer(
            shelf, address, [*said, *wrong], lambda: alone.document(view, options, origin())
        )


def _kit(store: Store, filters: Filters, said: list[Remark]) -> str:
    then = store.at(filters.corte)
    seen = kit.see(then, filters, origin())
    body = [html.Div([remarks(said), *seen.content], className="content")]
    cutoff = t("board.cutoff", year=then.latest, version=then.version)
    return page(seen, body, "/incrustar", None, cutoff, cards=cards((), store, filters, origin()))


def _answer(shelf: Shelf, address: str, said: list[Remark], write: Callable[[], str]) -> Response:
    """Answer from memory; what is said of this one address is put in, and not remembered."""
    encoding = "" if said else accepted()
    body = shelf.get((address, encoding))
    if body is None:
        body = encode(write().encode(), _HTML, encoding)
        shelf.put((address, encoding), body)
    if not said:
        return respond(body, MINUTE)
    text = body.content.decode().replace(alone.REMARKS, render(remarks(said)), 1)
    return send(text, _HTML)
