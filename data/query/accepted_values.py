"""The values that each parameter of an address takes."""

import re
from dataclasses import dataclass

from data.codes import AXES, LIGHTS, MEASURES, SEVERITIES

_PAGE = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The values that each parameter can take, as the tables give them."""

    anio: frozenset[str] = frozenset()
    sector: frozenset[str] = frozenset()
    entidad: frozenset[str] = frozenset()
    periodo: frozenset[str] = frozenset()
    tipo: frozenset[str] = frozenset()
    zona: frozenset[str] = frozenset()
    lugar: frozenset[str] = frozenset()
    codigo: frozenset[str] = frozenset()
    comparar: frozenset[str] = frozenset()
    orden: frozenset[str] = frozenset()
    corte: frozenset[str] = frozenset()
    documento: frozenset[str] = frozenset()
    eje: frozenset[str] = frozenset(AXES)
    semaforo: frozenset[str] = frozenset(LIGHTS)
    medida: frozenset[str] = frozenset(MEASURES)
    severidad: frozenset[str] = frozenset(SEVERITIES)

    def knows(self, name: str, value: str) -> bool:
        """Say whether a parameter takes a value; the search takes any, a page any number."""
        if name == "pagina":
            return _PAGE.fullmatch(value) is not None
        return name == "buscar" or value in getattr(self, name)

    def values(self, name: str) -> list[str]:
        """Return every value that a parameter takes, in order; none of one that takes any."""
        return sorted(getattr(self, name, ()))
