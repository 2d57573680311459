"""The kinds of point of a script: the parts of each, and the filters that each part heeds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from components.charts.views import Views
from components.session.screen import Screen, chart_screen
from components.session.screens import (
    agreements,
    below_target,
    by_objective,
    changes,
    incidence,
    known_routes,
    sectors,
    silent,
    state,
    territory,
)
from components.texts import t
from data.query.filters import Filters
from data.session_scripts import Pantalla

Maker = Callable[[Views], Iterator[Screen]]
# The filters that leave indicators out: a part that heeds none of them is of the whole policy.
NARROWING = frozenset({"sector", "entidad", "eje", "semaforo", "buscar"})
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """Screens that stand or fall together; `name` is that of its text under «sesion.parts»."""

    name: str
    make: Maker
    heeds: frozenset[str] = NARROWING

    def speaks(self, asked: Filters) -> bool:
        """Say whether it can show what an address asks for."""
        return given(asked) <= self.heeds


_PARTS: dict[str, tuple[Part, ...]] = {
    "estado": (Part("indice", state.policy, _NONE), Part("seleccion", state.selected)),
    "objetivos": (
        Part("objetivos", by_objective.gauges, frozenset({"eje"})),
        Part("objetivo", by_objective.objectives),
    ),
    "rojo": (Part("rojo", below_target.red),),
    "silencio": (Part("silencio", silent.silent),),
    "incidencia": (Part("incidencia", incidence.incidence, _NONE),),
    "rutas": (Part("rutas", known_routes.routes, _NONE),),
    "sectores": (Part("sectores", sectors.sectors),),
    "acuerdos": (Part("acuerdos", agreements.agreements),),
    "territorio": (Part("territorio", territory.territory, _NONE),),
}


def given(asked: Filters) -> frozenset[str]:
    """Return the names of the filters of an address that leave indicators out."""
    return frozenset(name for name in NARROWING if getattr(asked, name))


def parts(views: Views, point: Pantalla) -> tuple[Part, ...]:
    """Return the parts of a point; a chart says itself which filters it heeds."""
    if point.tipo == "cambios":
        return (Part("cambios", lambda under: changes.changes(under, point.desde)),)
    if point.tipo != "grafico":
        return _PARTS[point.tipo]
    heeds = frozenset(views.of(point.grafico).chart.narrows)
    return (
        Part(point.grafico, lambda under: iter([chart_screen(under.of(point.grafico))]), heeds),
    )


def named(views: Views, point: Pantalla, part: Part) -> str:
    """Return how a line names a part that is left out."""
    if point.tipo == "grafico":
        return t("sesion.part_chart", title=views.of(point.grafico).title)
    return t(f"sesion.parts.{part.name}")
