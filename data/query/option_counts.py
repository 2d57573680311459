"""How many rows each choice of a filter leaves under the other filters, in one pass for each."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from data.model import Discrepancia, Indicador, Meta2007, Meta2017, Row, Ruta
from data.query import route_pairs
from data.query.filters import Filters
from data.query.ordering import Pair
from data.query.row_index import held
from data.query.selection import OWN, REACHED
from data.query.store_cache import per_store
from data.store import Store

Counts = Mapping[str, int]
Counted = Callable[[Store, Filters, str], Counts | None]
"""The rows that each value of a filter leaves, by the value; None of a filter not counted."""

_OF_INDICATOR: Mapping[str, Callable[[Pair], str]] = {
    "sector": lambda pair: pair[0].sector,
    "entidad": lambda pair: pair[0].responsable.lower(),
    "eje": lambda pair: pair[0].eje,
    "semaforo": lambda pair: pair[1].semaforo,
}
COUNTED = ("sector", "entidad", "eje", "semaforo", "periodo", "tipo", "zona", "lugar")
"""The filters of which a live page may write how many rows each choice leaves."""

_PLANNED = ("sector", "entidad", "eje", "periodo")
_ROUTED = ("tipo", "zona", "lugar")


def uncounted(store: Store, filters: Filters, name: str) -> None:
    """Count nothing: the choices of the page leave no rows of one kind."""


def indicators(store: Store, filters: Filters, name: str) -> Counts | None:
    """Count the indicators of the year looked at."""
    if name not in _OF_INDICATOR:
        return None
    return Counter(map(_OF_INDICATOR[name], store.chosen(_without(filters, name))))


def of_sectors(store: Store, filters: Filters, name: str) -> Counts | None:
    """Count the indicators of the year looked at, where the sector is all that narrows them."""
    return indicators(store, Filters(anio=filters.anio), name) if name == "sector" else None


def commitments(store: Store, filters: Filters, name: str) -> Counts | None:
    """Count the commitments of the three plans: metas, metas of actions, indicators."""
    if name not in _PLANNED:
        return None
    rest = _without(filters, name)
    kinds = (Meta2017,) if name in OWN else (Meta2007, Meta2017, Indicador)
    return _counted(
        _values(store, kind, name)[id(row)] for kind in kinds for row in store.kept(kind, rest)
    )


def routes(store: Store, filters: Filters, name: str) -> Counts | None:
    """Count the pairs of places; a place marks pairs and leaves the others in sight."""
    if name not in _ROUTED:
        return None
    ends: Mapping[str, Callable[[Ruta], Iterable[str]]] = {
        "tipo": lambda row: (row.tipo,),
        "zona": lambda row: route_pairs.zones(row, store.stated),
        "lugar": lambda row: route_pairs.origins(row) | route_pairs.destinations(row),
    }
    rest = _without(Filters(tipo=filters.tipo, zona=filters.zona), name)
    return _counted(map(ends[name], store.kept(Ruta, rest)))


def contradictions(store: Store, filters: Filters, name: str) -> Counts | None:
    """Count what the sources contradict."""
    if name not in Discrepancia.filtered:
        return None
    return _counted(held(row, name) for row in store.kept(Discrepancia, _without(filters, name)))


@per_store
def _values(store: Store, kind: type[Row], name: str) -> Mapping[int, frozenset[str]]:
    """Return what each row of a table has for a filter; rows never change."""
    column = REACHED.get(name, "")
    return {
        id(row): store.selection.reached(row, column) if column else held(row, name)
        for row in store.rows(kind)
    }


def _counted(values: Iterable[Iterable[str]]) -> Counts:
    return Counter(value for each in values for value in each)


def _without(filters: Filters, name: str) -> Filters:
    return filters.with_(**{name: getattr(Filters(), name)})
