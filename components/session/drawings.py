"""Drawings of the room: charts drawn anew for the last row, or their own where they reach it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from dash import html
from dash.development.base_component import Component

from components import svg
from components.charts.credits import credit
from components.charts.layouts.surface import NARROW, ROOM
from components.charts.registry import CHARTS
from components.charts.view import View
from components.charts.views import Views
from components.markup import attrs
from data.codes import LIGHTS, Light
from data.query.filters import Filters
from data.store import Store

# The smallest text is 24 px on 1024 by 768: a screen is 42 by 32 such letters, less its frame.
_ROOM_WIDE, _ROOM_HIGH = 39.5 * 24, 21.5 * 24
_SMALLEST = 24
_STEP = 18


def drawn(view: View) -> Component | None:
    """Return the drawing of a chart that the last row reads, if any; a phone gets its own."""
    chart = view.chart
    picture = chart.drawing(view.frame, ROOM)
    if not legible(picture):
        return None
    words = f"{view.title}. {view.sentence}"
    # The words stand on the drawing itself: on paper that makes it a figure with its alternative.
    own = replace(picture, variant="staged", linked=False)
    shown = [own, chart.drawing(view.frame, NARROW)]
    told = svg.Drawings(tuple(replace(drawing, label=words) for drawing in shown))
    return html.Div(className="still",
                    **attrs(data_svg=told, data_source=credit(view)))  # fmt: skip


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
