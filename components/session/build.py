"""A script over the live data: its screens in order, each with its address in the session."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from components.session import country, policy
from components.session.base import Screen, chart_screen
from data.filters import Filters
from data.sessions import Pantalla, Script, merged
from data.store import Store

Maker = Callable[[Store, Filters], Iterator[Screen]]
_MAKERS: dict[str, Maker] = {
    "estado": policy.state,
    "objetivos": policy.objectives,
    "rojo": policy.red,
    "silencio": policy.silent,
    "incidencia": country.incidence,
    "rutas": country.routes,
    "sectores": country.sectors,
    "acuerdos": country.agreements,
}


@dataclass(frozen=True, slots=True)
class Slide:
    """A screen in its place: `anchor` keeps the place when the filters change."""

    anchor: str
    screen: Screen
    note: str


def slides(store: Store, script: Script, filters: Filters) -> list[Slide]:
    """Return every screen of a script under the filters of the address."""
    found: list[Slide] = []
    seen: dict[str, int] = {}
    for point in script.points:
        seen[point.tipo] = seen.get(point.tipo, 0) + 1
        stem = point.tipo if seen[point.tipo] == 1 else f"{point.tipo}{seen[point.tipo]}"
        kept = merged(filters, point, store.vocabulary)
        for index, screen in enumerate(_screens(store, point, kept), 1):
            headed = replace(screen, heading=point.titular) if point.titular else screen
            found.append(Slide(f"{stem}-{screen.code or index}", headed, point.nota))
    return found


def _screens(store: Store, point: Pantalla, filters: Filters) -> Iterator[Screen]:
    if point.tipo == "grafico":
        yield chart_screen(store, filters, point.grafico)
    else:
        yield from _MAKERS[point.tipo](store, filters)
