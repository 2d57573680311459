"""What a script of a session is: its points in order, each with filters of its own."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field

from data.model.row import Row
from data.query.accepted_values import Vocabulary
from data.query.filters import Filters

DEFAULT = "politica"


class Pantalla(Row):
    """One point of a script; some kinds give several screens."""

    about = "Puntos de un guion de sesión."
    key: ClassVar[tuple[str, ...]] = ()

    tipo: Literal[
        "estado", "objetivos", "rojo", "silencio", "incidencia", "rutas", "sectores", "acuerdos",
        "territorio", "cambios", "grafico",
    ] = Field(description="Qué se muestra.")  # fmt: skip
    grafico: str = Field("", description="Gráfico del registro; solo con tipo grafico.")
    filtros: str = Field("", description="Filtros propios del punto, como en una dirección.")
    desde: str = Field("", description="Solo con tipo cambios: fecha o versión de los datos.")
    titular: str = Field("", description="Titular que reemplaza al hallazgo calculado.")
    nota: str = Field("", description="Nota para quien expone.")


@dataclass(frozen=True, slots=True)
class Script:
    """A script: its name in the address, its title, its points in order."""

    name: str
    title: str
    points: tuple[Pantalla, ...]


def merged(filters: Filters, point: Pantalla, vocabulary: Vocabulary) -> Filters:
    """Return the filters of the address with those of the point over them."""
    own, _ = Filters.from_query(point.filtros, vocabulary)
    given = {name: getattr(own, name) for name in Filters.__dataclass_fields__}
    return filters.with_(**{name: value for name, value in given.items() if value})
