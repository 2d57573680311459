"""The map and the routes in small, each the way to its page."""

from dash import html
from dash.development.base_component import Component

from components import outlines
from components.charts.layouts.surface import CORNER, NARROW
from components.charts.map_words import coverage
from components.charts.views import Views
from components.fold import fold
from components.markup import attrs
from components.pages.page import Content
from components.texts import t


def pictures(views: Views) -> Content:
    """Return both, which a phone folds."""
    return [fold("lugares", t("panorama.pictures")),
            html.Div([_map(views), _routes(views)], className="folded content")]  # fmt: skip


def _map(views: Views) -> Component | None:
    """Return the map of the period that /mapa opens with, small, with the way to it."""
    view = views.opening("mapa")
    if not len(view.frame):
        return None
    said = f"{view.title}. {coverage(view.frame)}"
    picture = outlines.inline(view.chart.drawing(view.frame, NARROW))
    return html.Section(
        [
            html.H2(t("panorama.map")),
            html.P(said, className="sentence"),
            html.Div(className="still", role="img", **attrs(data_svg=picture, aria_label=said)),
            html.P(html.A(t("panorama.map_more"), href="/mapa"), className="links"),
            html.P(view.chart.caveat(), className="caveat"),
        ],
        className="small-map half",
    )


def _routes(views: Views) -> Component:
    """Return the map in small for another page, as one link to the whole."""
    view = views.opening("rutas")
    picture = view.chart.drawing(view.frame, CORNER)
    drawing = html.Span(className="still", role="img",
                        **attrs(data_svg=picture, aria_label=view.sentence))  # fmt: skip
    way = html.A([drawing, html.Span(t("panorama.routes_more"), className="way")], href="/rutas")
    source = t("chart.source", text=view.sources)
    words = [html.H2(t("rutas.headline")), html.P(view.sentence)]
    words += [html.P(view.chart.caveat(), className="caveat"), html.P(source, className="source")]
    return html.Section([words[0], words[1], way, *words[2:]], className="half corner", id="rutas")
