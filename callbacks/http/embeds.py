"""Charts for other people's pages: each alone, and the kit with their snippets."""

from collections.abc import Sequence

from dash import html
from flask import Flask, Response

from callbacks.http.public_origin import origin
from callbacks.http.request_state import query, read
from callbacks.http.routes import EMBED, PAGE, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import send
from callbacks.serving.waiting_line import in_turn
from components import paper
from components.charts.chart import Chart, address
from components.charts.registry import CHARTS
from components.charts.view import View
from components.charts.views import Views
from components.embeds import embed_document
from components.embeds.discovery import about, cards
from components.embeds.embed_options import Options
from components.links import absolute
from components.markup import Markup, render
from components.page_document import document as page
from components.pages.kit import kit
from components.pages.kit.kit_charts import PATH, Choice
from components.remarks import remarks
from components.texts import t
from data.query.filters import Filters, Remark
from data.store import Store

_HTML = "text/html"
# What the kit can be narrowed by: whatever else an address says, it is the same kit.
_HEEDED = {"corte", *(name for chart in CHARTS.values() for name in chart.narrows)}


def register(server: Flask, store: Store) -> None:
    """Serve /incrustar and /incrustar/<grafico>."""
    server.register_blueprint(_chooser(store))
    server.register_blueprint(_embeds(store))


def _chooser(store: Store) -> Routes:
    kits = Routes("kit", PAGE)

    @kits.get("/incrustar")
    def offered() -> Response:
        choice, rest, wrong = Choice.from_query(query())
        then, filters, said = read(store, rest)
        heeded = Filters(**{name: getattr(filters, name) for name in _HEEDED})
        said = [*said, *wrong]

        def written() -> Response:
            return send(_kit(then, Views(store, heeded), choice, said), _HTML)

        if said:
            return kept(None, written)
        return kept(choice.to_query(heeded), lambda: in_turn(written))

    return kits


def _embeds(store: Store) -> Routes:
    routes = Routes("embeds", EMBED)

    @routes.get("/incrustar/<chart:chart>")
    def embed(chart: Chart) -> Response:
        options, rest, wrong = Options.from_query(query())
        _, filters, said = read(store, rest)
        view = View.of(chart, store, filters)
        said = [*said, *wrong, *Views(store, filters).stray([chart.slug])]
        address = None if said else options.to_query(view.filters)
        return kept(
            address,
            lambda: send(embed_document.document(view, options, origin(), _slot(said)), _HTML),
        )

    routes.unknown("/incrustar/<name>", "chart")
    routes.unknown("/incrustar/<rest:rest>")
    return routes


def _slot(said: Sequence[Remark]) -> Markup:
    """Return what stands where an address is answered for: its remarks, or an empty place."""
    return Markup(render(remarks(said)) if said else embed_document.REMARKS)


def _kit(then: Store, views: Views, choice: Choice, said: Sequence[Remark]) -> str:
    seen = kit.see(views, origin(), choice)
    place = address(PATH, choice.to_query(views.filters))
    printed = paper.block(then, views.filters, place)
    body = [html.Div([printed, _slot(said), *seen.content], className="content")]
    cutoff = t("board.cutoff", year=then.latest, version=then.version)
    head = about(seen.title, seen.description, absolute("/incrustar"))
    head += cards((), views, origin())
    return page(seen, body, "/incrustar", None, cutoff, cards=head)
