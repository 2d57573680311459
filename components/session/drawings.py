"""Drawings of the room: charts drawn anew for the last row, or their own where they reach it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import svg
from components.charts.layouts.surface import NARROW, ROOM, WIDE, Surface
from components.charts.registry import CHARTS
from components.charts.view import View
from components.charts.views import Views
from components.markup import attrs
from components.session import room_gauges, room_history
from data.codes import LIGHTS, Light
from data.query.filters import Filters
from data.store import Store

OWN: dict[str, Callable[[pd.DataFrame], svg.Drawing]] = {
    "indicador": room_history.sketch,
    "objetivos": room_gauges.sketch,
}
_MIDDLE = Surface("middle", "narrow", 470, 14, 13, 2.5)
_PLACES = (ROOM, _MIDDLE, NARROW, WIDE)
# The smallest text is 24 px on 1024 by 768: a screen is 42 by 32 such letters, less its frame.
_ROOM_WIDE, _ROOM_HIGH = 39.5 * 24, 21.5 * 24
_SMALLEST = 24
_STEP = 18


def drawn(view: View) -> Component | None:
    """Return the drawing of a chart that the last row reads, if any; a phone gets its own."""
    chart = view.chart
    picture = next(filter(legible, _pictures(view)), None)
    if picture is None:
        return None
    words = f"{view.title}. {view.sentence}"
    # The words stand on the drawing itself: on paper that makes it a figure with its alternative.
    shown = [replace(picture, variant="staged"), chart.drawing(view.frame, NARROW)]
    told = svg.Drawings(tuple(replace(drawing, label=words) for drawing in shown))
    return html.Div(className="still", **attrs(data_svg=told))


def _pictures(view: View) -> list[svg.Drawing]:
    if view.chart.slug in OWN:
        return [OWN[view.chart.slug](view.frame)]
    found = []
    for surface in _PLACES:
        try:
            found.append(view.chart.drawing(view.frame, surface))
        except KeyError:
            # A drawing that knows its two places only.
            continue
    return found


def legible(picture: svg.Drawing) -> bool:
    """Say whether the smallest text of a drawing reaches 24 px in a room of 1024 by 768."""
    sizes = [float(str(mark.attributes["font_size"])) for mark in picture.walk()
             if "font_size" in mark.attributes]  # fmt: skip
    scale = min(_ROOM_WIDE / picture.width, _ROOM_HIGH / picture.height)
    return bool(sizes) and min(sizes) * scale >= _SMALLEST


class Showable(Collection[str]):
    """The charts that a screen can show so that the last row reads them; drawn when asked for."""

    def __init__(self, store: Store) -> None:
        """Draw nothing yet: most scripts name no chart."""
        self._store = store

    @cached_property
    def _slugs(self) -> list[str]:
        return _showable(self._store)

    def __contains__(self, slug: object) -> bool:
        """Say whether a screen can show a chart."""
        return slug in self._slugs

    def __iter__(self) -> Iterator[str]:
        """Return them in the order of the registry."""
        return iter(self._slugs)

    def __len__(self) -> int:
        """Return how many they are."""
        return len(self._slugs)


def showable(store: Store) -> Collection[str]:
    """Return the charts that a screen can show."""
    return Showable(store)


def _showable(store: Store) -> list[str]:
    views = map(Views(store, Filters()).of, CHARTS)
    return [view.chart.slug for view in views if len(view.frame) and drawn(view) is not None]


def strip(counts: Mapping[Light, int]) -> Component:
    """Return one mark per indicator, those of a state together; the numbers stand beside it."""
    lights = [light for light in LIGHTS for _ in range(counts.get(light, 0))]
    marks = [svg.mark(light, _STEP * (index + 0.5), 12, 8) for index, light in enumerate(lights)]
    wide = _STEP * len(lights)
    picture = svg.element("svg", *marks, viewBox=f"0 0 {wide} 24", aria_hidden="true",
                          focusable="false", style=f"width:{wide / 24:.2f}rem")  # fmt: skip
    return html.Span(className="strip", **attrs(data_svg=picture if lights else None))
