"""Charts for other people's pages: each alone, and the kit with their snippets."""

from collections.abc import Callable

from dash import Dash, html
from flask import Response, abort

from callbacks.http.public_origin import origin
from callbacks.http.request_state import asked, query, read
from callbacks.serving.responses import MINUTE, Shelf, accepted, encode, respond, send
from components.charts.registry import CHARTS
from components.charts.view import View
from components.charts.views import Views
from components.embeds import embed_document
from components.embeds.discovery import cards
from components.embeds.embed_options import Options
from components.markup import render
from components.page_document import document as page
from components.pages.kit import kit
from components.remarks import remarks
from components.texts import t
from data.query.filters import Filters, Remark
from data.store import Store

PREFIX = "/incrustar/"
_HTML = "text/html"
_BODY = '<div class="content">'
_MEMORY = 8 * 1024 * 1024
# An embed may be framed by anybody; nothing else is allowed to it than what it is made of.
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src '{embed_document.SCRIPT_HASH}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors *",
    )
)
# What the kit can be narrowed by: whatever else an address says, it is the same kit.
_HEEDED = {"corte", *(name for chart in CHARTS.values() for name in chart.narrows)}


def register(app: Dash, store: Store) -> None:
    """Serve /incrustar and /incrustar/<grafico>."""
    shelf = Shelf(_MEMORY)

    @app.server.get("/incrustar")
    def offered() -> Response:
        then, filters, said = asked(store)
        heeded = Filters(**{name: getattr(filters, name) for name in _HEEDED})
        address = f"{origin()} /incrustar?{heeded.to_query()}"
        return _answer(shelf, address, said, lambda: _kit(then, Views(store, heeded)))

    @app.server.get(f"{PREFIX}<slug>")
    def embed(slug: str) -> Response:
        chart = CHARTS.get(slug) or abort(404, description=t("errors.404.chart", name=slug[:40]))
        options, rest, wrong = Options.from_query(query())
        _, filters, said = read(store, rest)
        view = View.of(chart, store, filters)
        address = f"{origin()} {slug}?{options.to_query(view.filters)}"
        return _answer(
            shelf,
            address,
            [*said, *wrong],
            lambda: embed_document.document(view, options, origin()),
        )


def _kit(then: Store, views: Views) -> str:
    seen = kit.see(views, origin())
    body = [html.Div(seen.content, className="content")]
    cutoff = t("board.cutoff", year=then.latest, version=then.version)
    head = cards((), views, origin())
    text = page(seen, body, "/incrustar", None, cutoff, cards=head)
    return text.replace(_BODY, _BODY + embed_document.REMARKS, 1)


def _answer(shelf: Shelf, address: str, said: list[Remark], write: Callable[[], str]) -> Response:
    """Answer from memory; what is said of this one address is put in, and not remembered."""
    encoding = "" if said else accepted()
    body = shelf.get((address, encoding))
    if body is None:
        body = encode(write().encode(), _HTML, encoding)
        shelf.put((address, encoding), body)
    if not said:
        return respond(body, MINUTE)
    text = body.content.decode().replace(embed_document.REMARKS, render(remarks(said)), 1)
    return send(text, _HTML)
