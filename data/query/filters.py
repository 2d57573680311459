"""The state of the board: one frozen value, read from an address and written back to it."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self
from urllib.parse import quote

from data.query.accepted_values import Vocabulary
from data.query.query_string import SEPARATOR, pairs, too_long

FIRST_PAGE = "1"
_LONGEST_SEARCH = 80


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in an address that was not used as it stood; `others` of its name were."""

    kind: str
    name: str
    value: str
    others: bool = False


def _many() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader is looking at; the empty value means everything.

    The fields stand in the fixed order of the address (contract, section 2). Of the routes,
    `zona` is the heading under which the plan says a pair, `lugar` a place or region at either end;
    `comparar` is a second territory beside that of the page.
    """

    anio: int | None = None
    sector: tuple[str, ...] = field(default_factory=_many)
    entidad: tuple[str, ...] = field(default_factory=_many)
    eje: tuple[str, ...] = field(default_factory=_many)
    semaforo: tuple[str, ...] = field(default_factory=_many)
    periodo: str = ""
    medida: str = ""
    tipo: str = ""
    zona: str = ""
    lugar: str = ""
    codigo: str = ""
    comparar: str = ""
    documento: str = ""
    severidad: str = ""
    buscar: str = ""
    orden: str = ""
    pagina: int | None = None
    corte: str = ""

    @classmethod
    def from_query(cls, query: str, vocabulary: Vocabulary) -> tuple[Self, list[Remark]]:
        """Read a query string; a value it cannot use becomes a remark, never an error.

        A name that is no filter is somebody else's: nothing is said of it.
        """
        query = query.removeprefix("?")
        remarks = [Remark("too-long", "", "")] if too_long(query) else []
        given: dict[str, list[str]] = {}
        for name, value in pairs(query):
            if name not in NAMES:
                continue
            if name in given and name not in _LISTS:
                remarks.append(Remark("repeated", name, value))
            else:
                if name in given:
                    remarks.append(Remark("joined", name, value))
                parts = value.split(SEPARATOR) if name in _LISTS else [value]
                given.setdefault(name, []).extend(parts)
        used: dict[str, Any] = {
            name: _READ[name](_usable(name, parts, vocabulary, remarks))
            for name, parts in given.items()
        }
        return cls(**used), remarks

    def to_query(self) -> str:
        """Write the shortest query string that reads back as this value."""
        named = ((f.name, getattr(self, f.name)) for f in fields(self))
        return "&".join(f"{name}={_written(value)}" for name, value in named if value)

    def with_(self, **changes: Any) -> Self:
        """Return the same state with some fields changed."""
        return replace(self, **changes)

    @property
    def narrows(self) -> bool:
        """Say whether any indicator is left out: the year, the order and one chart's own do not."""
        return bool(self.sector or self.entidad or self.eje or self.semaforo or self.buscar)


NAMES = tuple(f.name for f in fields(Filters))
_LISTS = frozenset({"sector", "entidad", "eje", "semaforo"})
_READ: dict[str, Callable[[list[str]], object]] = {
    name: (lambda parts: tuple(sorted(set(parts))))
    if name in _LISTS
    else (lambda parts: parts[0] if parts else "")
    for name in NAMES
} | {
    "anio": lambda parts: int(parts[0]) if parts else None,
    "pagina": lambda parts: int(parts[0]) if parts and parts[0] != FIRST_PAGE else None,
}


def _usable(
    name: str, parts: list[str], vocabulary: Vocabulary, remarks: list[Remark]
) -> list[str]:
    if name == "buscar":
        clean = [" ".join("".join(c if c.isprintable() else " " for c in p).split()) for p in parts]
        remarks += [Remark("cut", name, p) for p in clean if len(p) > _LONGEST_SEARCH]
        return [p[:_LONGEST_SEARCH] for p in clean]
    good = [part for part in parts if vocabulary.knows(name, part)]
    wrong = [part for part in parts if part not in good]
    remarks += [Remark("unknown-value", name, part, others=bool(good)) for part in wrong]
    return good


def _written(value: object) -> str:
    text = SEPARATOR.join(value) if isinstance(value, tuple) else str(value)
    return quote(text, safe=SEPARATOR)
