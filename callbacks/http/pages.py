"""Every page as readable HTML, and the same view as components for Dash."""

import json
from dataclasses import dataclass, replace
from typing import Any

from dash import Dash, html
from flask import Response, abort, request
from plotly.utils import PlotlyJSONEncoder

from callbacks.http.public_origin import origin
from callbacks.http.request_state import asked
from callbacks.serving.responses import Body, Shelf, accepted, encode, respond, send
from components.charts.views import Views
from components.controls import bar, link, starting, summaries
from components.embeds.discovery import cards
from components.links import staying
from components.markup import Markup, render
from components.page_document import Live, Shell, document
from components.pages import PAGES, find
from components.pages.page import Content, Page, Seen
from components.pages.titles import titled
from components.remarks import remarks
from components.texts import t
from data.query.filters import Filters, Remark
from data.store import Store

VIEWS = "/vistas"
_HTML = "text/html; charset=utf-8"
# Where the remarks on an address go.
_BEFORE = {_HTML: '<div id="content" class="content">', "application/json": '"contenido": "'}
_MEMORY = 24 * 1024 * 1024


def register(app: Dash, store: Store, shell: Shell) -> None:
    """Answer for the pages and for their views."""
    shelf = Shelf(_MEMORY)

    @app.server.before_request
    def page() -> Response | None:
        if request.method not in ("GET", "HEAD"):
            return None
        view = request.path.startswith(f"{VIEWS}/") and request.path.endswith(".json")
        path = _page_path(request.path) if view else request.path
        found = find(path)
        if found is None:
            return None
        return _answer(store, shelf, shell if found[0].live else None, found, path, view)


def _page_path(view: str) -> str:
    name = view.removeprefix(VIEWS).removesuffix(".json")
    return "/" if name == "/panorama" else name


def view_path(path: str) -> str:
    """Return the address of the view of a page."""
    return f"{VIEWS}{'/panorama' if path == '/' else path}.json"


def _answer(
    store: Store, shelf: Shelf, shell: Shell | None, found: tuple[Page, str], path: str, view: bool
) -> Response:
    today = store
    store, filters, said = asked(today)
    key = (f"{origin()}{request.path}?{filters.to_query()}", "" if said else accepted())
    if (body := shelf.get(key)) is not None:
        return _sent(body, said)
    page, subject = found
    views = Views(today, filters)
    seen = page.see(views, subject)
    if seen is None:
        abort(404, description=t(f"errors.404.{page.missing}", name=subject[:40]))
    seen = replace(_staying(seen, filters.corte), title=titled(seen.title, filters))
    state = _state(store, page, filters, seen, path)
    content = [_frozen(filters, path), *seen.content]
    if view:
        text = json.dumps(state | {"contenido": render(content)}, cls=PlotlyJSONEncoder)
    else:
        head = cards(page.charts, views.under(page.state(filters, subject, today)), origin())
        text = _html(store, seen, Written(state, content, path, shell, head))
    body = encode(text.encode(), "application/json" if view else _HTML, key[1])
    shelf.put(key, body)
    return _sent(body, said)


def _sent(body: Body, said: list[Remark]) -> Response:
    """Answer; what is said of this one address is put in, and not remembered."""
    if not said:
        return respond(body, _cache())
    words = render(remarks(said))
    if body.mimetype != _HTML:
        words = json.dumps(words)[1:-1]
    place = _BEFORE[body.mimetype]
    text = body.content.decode().replace(place, place + words, 1)
    return respond(encode(text.encode(), body.mimetype, accepted()), _cache())


def _cache() -> str:
    return "public, max-age=60, stale-while-revalidate=600"


@dataclass(frozen=True, slots=True)
class Written:
    """What a document is written from, beside what is seen."""

    state: dict[str, Any]
    content: Content
    path: str
    shell: Shell | None
    cards: str


def _frozen(filters: Filters, path: str) -> html.P | None:
    """Say that the page shows a kept version, with the way to the data of today."""
    if not filters.corte:
        return None
    said = t("frozen.said", version=filters.corte, date="")
    live = link(t("frozen.live"), path, filters.with_(corte="").to_query())
    return html.P([said, " ", live], className="remark", role="note")


def _staying(seen: Seen, version: str) -> Seen:
    """Return a view of a kept version of which every link stays in that version."""
    if not version:
        return seen

    def kept(content: Content) -> Content:
        return [Markup(render(content, staying(version)))] if content else []

    return replace(seen, content=kept(seen.content), lasting=lambda: kept(seen.lasting()))


def _html(store: Store, seen: Seen, written: Written) -> str:
    below = seen.lasting()
    lasting = html.Div(below, className="lasting") if below else None
    content = html.Div([*written.content, lasting], id="content", className="content")
    body: Content = [html.Div(written.state["controles"], id="written"), content]
    footer = t("board.cutoff", year=store.latest, version=store.version)
    live = None
    if written.shell:
        state = json.loads(json.dumps(written.state, cls=PlotlyJSONEncoder))
        live = Live(written.shell, view_path(written.path), state)
    return document(seen, body, written.path, live, footer, written.cards)


def _controls(store: Store, page: Page, filters: Filters, path: str) -> Content:
    return [bar(store, filters, path, page.controls)] if page.controls else []


def _state(store: Store, page: Page, filters: Filters, seen: Seen, path: str) -> dict[str, Any]:
    """Return what the browser needs to know of a view, but for its content."""
    return {
        "version_datos": store.version,
        "consulta": filters.to_query(),
        "orden": list(Filters.__dataclass_fields__),
        "omision": starting(store),
        "titulo": f"{seen.title} · {t('board.name')}",
        "anuncio": seen.announcement,
        "elegidos": summaries(filters),
        "controles": _controls(store, page, filters, path),
    }


__all__ = ["PAGES", "register", "send", "view_path"]
