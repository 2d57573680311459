"""A script over the live data: its screens in order, each with its address in the session."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dash.development.base_component import Component

from components.charts.chart import address
from components.charts.views import Views
from components.session.screen import Screen, chart_screen
from components.session.screens import (
    below_target,
    by_objective,
    incidence,
    known_routes,
    sectors,
    silent,
    state,
    territory,
)
from data.query.filters import Filters
from data.session_scripts import DEFAULT, Pantalla, Script, merged
from data.store import Store

PATH = "/presentar"
Maker = Callable[[Views], Iterator[Screen]]
_MAKERS: dict[str, Maker] = {
    "estado": state.state,
    "objetivos": by_objective.objectives,
    "rojo": below_target.red,
    "silencio": silent.silent,
    "incidencia": incidence.incidence,
    "rutas": known_routes.routes,
    "sectores": sectors.sectors,
    "acuerdos": sectors.agreements,
    "territorio": territory.territory,
}


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

    @property
    def frozen(self) -> str:
        """Return the address that opens this session with the data of its version, if kept."""
        kept = replace(self, filters=self.filters.with_(corte=self.store.reopens))
        return kept.address()


def slides(store: Store, script: Script, filters: Filters) -> list[Slide]:
    """Return every screen of a script under the filters of the address."""
    views, found = Views(store, filters), list[Slide]()
    seen: dict[str, int] = {}
    for point in script.points:
        seen[point.tipo] = seen.get(point.tipo, 0) + 1
        stem = point.tipo if seen[point.tipo] == 1 else f"{point.tipo}{seen[point.tipo]}"
        kept = merged(filters, point, store.vocabulary)
        for index, screen in enumerate(_screens(views.under(kept), point), 1):
            headed = replace(screen, heading=point.titular) if point.titular else screen
            found.append(Slide(f"{stem}-{screen.code or index}", headed, point.nota))
    return found


def _screens(views: Views, point: Pantalla) -> Iterator[Screen]:
    if point.tipo == "grafico":
        yield chart_screen(views.of(point.grafico))
    else:
        yield from _MAKERS[point.tipo](views)
