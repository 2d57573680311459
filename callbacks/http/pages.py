"""Every page as readable HTML, and the same view as components for Dash."""

import json
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from dash import html
from flask import Flask, Response, abort
from plotly.utils import PlotlyJSONEncoder

from callbacks.http.public_origin import origin
from callbacks.http.request_state import asked
from callbacks.http.routes import OWN, PAGE, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import send
from components import corrections
from components.charts.chart import address
from components.charts.views import Views
from components.controls import bar, link, starting, summaries
from components.embeds.discovery import about, cards
from components.links import absolute, staying
from components.markup import Markup, render
from components.page_document import Live, Shell, document
from components.pages import PAGES
from components.pages.page import Content, Page, Seen
from components.pages.titles import titled, told
from components.remarks import remarks
from components.texts import t
from data.query.filters import Filters
from data.store import Store

VIEWS = "/vistas"
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Served:
    """A page as this board serves it: over which tables, with which scripts of Dash."""

    page: Page
    store: Store
    shell: Shell | None

    def answer(self, view: bool, subject: str = "") -> Response:
        """Answer with the page, or with its view for Dash."""
        then, filters, said = asked(self.store)
        path = self.page.path.replace("<>", subject)
        write = self._view if view else self._whole

        def written() -> Response:
            views = Views(self.store, filters)
            seen = self.page.see(views, subject)
            if seen is None:
                abort(404, description=t(f"errors.404.{self.page.missing}", name=subject[:40]))
            seen = replace(_staying(seen, filters.corte), title=titled(seen.title, filters))
            state = _state(then, self.page, filters, seen, path)
            found = corrections.of_page(views, path, subject, self.page.charts)
            beside = None if filters.corte else corrections.section(found)
            frozen = _frozen(filters, path, corrections.later(found, then))
            content = [remarks(said), frozen, *seen.content, beside]
            return write(seen, Asked(then, views, subject, path, state, content))

        return kept(None if said else filters.to_query(), written)

    def _view(self, _: Seen, asked: "Asked") -> Response:
        record = asked.state | {"contenido": render(asked.content)}
        return send(json.dumps(record, cls=PlotlyJSONEncoder), "application/json")

    def _whole(self, seen: Seen, asked: "Asked") -> Response:
        # What a visitor searches for is in no card: who sends a link speaks, and not the board.
        filters = asked.views.filters.with_(buscar="")
        state = self.page.state(filters, asked.subject, self.store)
        place = absolute(address(asked.path, filters.to_query()))
        head = about(told(seen, asked.views.filters), seen.description, place)
        head += cards(self.page.charts, asked.views.under(state), origin())
        return send(_html(seen, asked, self.shell, head), _HTML)


def register(server: Flask, store: Store, shell: Shell) -> None:
    """Answer for the pages and for their views."""
    pages, views = Routes("pages", PAGE), Routes("views", OWN, form=f"{VIEWS}/<>.json")
    for page in PAGES:
        served = Served(page, store, shell if page.live else None)
        rule, name = page.path.replace("<>", "<subject>"), page.path.replace(".", "")
        pages.add_url_rule(rule, name, partial(served.answer, False))
        views.add_url_rule(view_path(rule), name, partial(served.answer, True))
    views.unknown(f"{VIEWS}/<rest:rest>")
    server.register_blueprint(pages)
    server.register_blueprint(views)


def view_path(path: str) -> str:
    """Return the address of the view of a page."""
    return f"{VIEWS}{'/panorama' if path == '/' else path}.json"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer is written from, beside what is seen."""

    store: Store
    views: Views
    subject: str
    path: str
    state: dict[str, Any]
    content: Content


def _frozen(filters: Filters, path: str, later: Content) -> html.Div | None:
    """Say that the page shows a kept version, what was corrected since, the way to today."""
    if not filters.corte:
        return None
    said = t("frozen.said", version=filters.corte, date="")
    live = link(t("frozen.live"), path, filters.with_(corte="").to_query())
    return html.Div([html.P([said, " ", live]), *later], className="remark", role="note")


def _staying(seen: Seen, version: str) -> Seen:
    """Return a view of a kept version of which every link stays in that version."""
    if not version:
        return seen

    def kept(content: Content) -> Content:
        return [Markup(render(content, staying(version)))] if content else []

    return replace(seen, content=kept(seen.content), lasting=lambda: kept(seen.lasting()))


def _html(seen: Seen, asked: Asked, shell: Shell | None, head: str) -> str:
    below = seen.lasting()
    lasting = html.Div(below, className="lasting") if below else None
    content = html.Div([*asked.content, lasting], id="content", className="content")
    body: Content = [html.Div(asked.state["controles"], id="written"), content]
    footer = t("board.cutoff", year=asked.store.latest, version=asked.store.version)
    live = None
    if shell:
        state = json.loads(json.dumps(asked.state, cls=PlotlyJSONEncoder))
        live = Live(shell, view_path(asked.path), state)
    return document(seen, body, asked.path, live, footer, head)


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
        "controles": [bar(store, filters, path, page.controls)] if page.controls else [],
    }
