"""A script over the live data: its screens in order, each with its address in the session."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dash import html
from dash.development.base_component import Component

from components.charts.chart import address
from components.charts.views import Views
from components.format import joined
from components.session.kinds import named, parts
from components.session.screen import Screen
from components.texts import t
from data.query.filters import Filters
from data.session_scripts import DEFAULT, Pantalla, Script, merged
from data.store import Store

PATH = "/presentar"


@dataclass(frozen=True, slots=True)
class Slide:
    """A screen in its place: `anchor` keeps the place when the filters change."""

    anchor: str
    screen: Screen
    note: str


@dataclass(frozen=True, slots=True)
class Session:
    """What a document of a session is written from."""

    store: Store
    scripts: Mapping[str, Script]
    script: Script
    filters: Filters
    slides: Sequence[Slide]
    said: Component | None = None

    def address(self, *more: str) -> str:
        """Return the address that opens this session; what is at its start is left out."""
        script = "" if self.script.name == DEFAULT else f"guion={self.script.name}"
        return address(PATH, "&".join(filter(None, (script, self.filters.to_query(), *more))))

    def without(self, name: str) -> str:
        """Return the address of this session without one of its filters."""
        empty = getattr(Filters(), name)
        return replace(self, filters=self.filters.with_(**{name: empty})).address()

    @property
    def frozen(self) -> str:
        """Return the address that opens this session with the data of its version, if kept."""
        kept = replace(self, filters=self.filters.with_(corte=self.store.reopens))
        return kept.address()


def slides(store: Store, script: Script, filters: Filters, day: date | None = None) -> list[Slide]:
    """Return every screen of a script that can show what the address asks for.

    What is left out is said on the first of them, so that it goes wherever they go. day: that on
    which it is read, where it is not today.
    """
    views, found, left = Views(store, filters, day=day), list[Slide](), list[str]()
    seen: dict[str, int] = {}
    for point in script.points:
        seen[point.tipo] = seen.get(point.tipo, 0) + 1
        stem = point.tipo if seen[point.tipo] == 1 else f"{point.tipo}{seen[point.tipo]}"
        under = views.under(merged(filters, point, store.vocabulary))
        for index, screen in enumerate(_screens(under, point, filters, left), 1):
            headed = replace(screen, heading=point.titular) if point.titular else screen
            found.append(Slide(f"{stem}-{screen.code or index}", headed, point.nota))
    if not found:
        key = "sesion.nothing" if views.store.chosen(filters) else "sesion.empty"
        found.append(Slide("vacio-1", Screen(t(key), []), ""))
    return _told(found, left)


def _screens(views: Views, point: Pantalla, asked: Filters, left: list[str]) -> Iterator[Screen]:
    """Return the screens of a point; the names of its parts left out are added to `left`."""
    for part in parts(views, point):
        if part.speaks(asked):
            yield from part.make(views)
        else:
            left.append(named(views, point, part))


def _told(found: list[Slide], left: list[str]) -> list[Slide]:
    """Say on the first screen which parts the filters leave out."""
    first, *rest = found
    screen = replace(first.screen, body=[*first.screen.body, *_left(left)])
    return [replace(first, screen=screen), *rest]


def _left(left: list[str]) -> list[Component]:
    names = list(dict.fromkeys(left))
    return [html.P(t("sesion.left", parts=joined(names)), className="left")] if names else []
