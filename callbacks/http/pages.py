"""Every page as readable HTML; Dash takes it over where it is live."""

from collections.abc import Mapping
from functools import partial

from dash import html
from flask import Flask, Response, request

from callbacks.board_callbacks import VIEWS, layout
from callbacks.canonical_query import canonical
from callbacks.http.public_origin import origin
from callbacks.http.request_state import query, renamed
from callbacks.http.route_converters import name_of
from callbacks.http.routes import OWN, PAGE, Routes
from callbacks.page_view import PageView
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import send
from components import pages as registry
from components.charts import cutoffs
from components.charts.chart import address
from components.embeds.discovery import about, cards, follow
from components.links import absolute
from components.markup import Markup
from components.page_document import Live, Shell, document
from components.pages.page import Content
from components.pages.titles import told
from data.store import Store

_HTML = "text/html; charset=utf-8"


def register(server: Flask, store: Store, shell: Shell) -> None:
    """Answer for the pages; what is no view of any answers as a view does."""
    pages, unknown = Routes("pages", PAGE), Routes("views", OWN)
    for page in registry.PAGES:
        rule, name = page.path.replace("<>", "<subject>"), page.path.replace(".", "")
        write = partial(_page, store, shell if page.live else None, page.names)
        pages.add_url_rule(rule, name, write)
    unknown.unknown(f"{VIEWS}/<rest:rest>")
    server.register_blueprint(pages)
    server.register_blueprint(unknown)


def view_path(path: str) -> str:
    """Return the address of the view of a page."""
    return f"{VIEWS}/{name_of(path)}.json"


def _page(store: Store, shell: Shell | None, names: Mapping[str, str], **_: str) -> Response:
    said = renamed(query(), names)

    def written() -> Response:
        return send(_document(PageView.of(store, request.path, said), shell), _HTML)

    return kept(canonical(store, said), written)


def _document(view: PageView, shell: Shell | None) -> str:
    written, below = view.content(), view.lasting()
    lasting = html.Div(Markup(below), className="lasting") if below else None
    content = html.Div([Markup(written), lasting], id="content", className="content")
    body: Content = [html.Div(view.controls(), id="written"), content]
    footer = cutoffs.of_page(view.page.drawn, view.store)
    live = Live(shell, view_path(view.path), view.begun(), layout(view)) if shell else None
    return document(view.seen, body, view.path, live, footer, _head(view))


def _head(view: PageView) -> str:
    # What a visitor searches for is in no card: who sends a link speaks, and not the board.
    filters = view.filters.with_(buscar="")
    state = view.page.state(filters, view.subject, view.store)
    place = absolute(address(view.path, filters.to_query()))
    head = about(told(view.seen, view.filters, view.store), view.seen.description, place)
    feed = view.page.feed.replace("<>", view.subject)
    head += follow(feed) if feed else ""
    return head + cards(view.page.charts, view.views.under(state), origin())
