"""The country as a map whose departamentos are links to their pages."""

from dash import html
from dash.development.base_component import Component

from components import outlines, svg
from components.charts.layouts.map_panes import address
from components.charts.layouts.names import Names, Spot
from components.markup import attrs
from components.pages.territories.paths import path
from components.texts import t
from data.query import territories
from data.query.territories import Subject
from data.store import Store
from geo import places

_WIDE, _EDGE, _LETTER = 340, 4, 13
_LAYER: places.Layer = "departamentos"


def country_map(store: Store) -> Component:
    """Return the map; the list beside it has the same links for who reads or types."""
    named = attrs(data_svg=_drawing(store), aria_label=t("territorios.map_label"))
    held = html.Div(className="still", role="group", **named)
    return html.Div([held, html.P(t("territorios.map"), className="caveat")], className="half")


def _drawing(store: Store) -> svg.Drawing:
    scale = (_WIDE - 2 * _EDGE) / 1000
    high = round(outlines.frame(_LAYER).height * scale) + 2 * _EDGE
    found = territories.subjects(store, "departamento")
    known = [one for one in found if one.code in places.places(_LAYER)]
    names = Names(_WIDE, high, _LETTER, pad=0.1)
    for one in known:
        x, y = outlines.spot(_LAYER, one.code)
        names.write([one.name], [Spot(_EDGE + x * scale, _EDGE + y * scale + 4)])
    shapes = svg.element(
        "g", *map(_linked, known), transform=f"translate({_EDGE} {_EDGE}) scale({scale:.4g})",
        class_="shapes", stroke_width=round(0.9 / scale, 1),
    )  # fmt: skip
    written = svg.element("g", *names.written, class_="halo", pointer_events="none",
                          fill=svg.paint("ink"))  # fmt: skip
    return svg.drawing(_WIDE, high, shapes, written, linked=True)


def _linked(one: Subject) -> svg.Element:
    """Return a departamento as a link that a pointer or a finger follows."""
    shape = svg.element(
        "use", svg.title(one.name), class_="mark", fill=svg.paint("case-1"),
        href=address(_LAYER, one.code),
    )  # fmt: skip
    return svg.element("a", shape, href=path(one), tabindex="-1", aria_label=one.name)
