"""Which rows a state of the address leaves in any table, found through the references."""

from collections.abc import Iterator, Mapping
from functools import cache

from data import routes
from data.filters import Filters
from data.model import TABLES, Accion2017, FraseRuta, Indicador, Row, Ruta, Valor
from data.spelling import plain

REACHED = {"sector": "sector", "entidad": "sigla", "eje": "eje"}
OWN = ("anio", "semaforo", "periodo", "tipo", "documento", "severidad")


class Selection:
    """The filters applied to rows: by their own columns, or by those of the rows they refer to."""

    def __init__(self, tables: Mapping[str, tuple[Row, ...]]) -> None:
        """Index every table by the first column of its key."""
        self._rows = {name: {row.identity[0]: row for row in rows} for name, rows in tables.items()}
        self._values = {row.identity: row for row in tables["valores"] if isinstance(row, Valor)}
        sentences = (row for row in tables["rutas_frases"] if isinstance(row, FraseRuta))
        self._stated = routes.stated(sentences)
        self._reach: dict[tuple[type[Row], tuple[object, ...], str], frozenset[str]] = {}

    def keeps(self, row: Row, filters: Filters, year: int) -> bool:
        """Say whether a row stays under the filters; `year` is the year looked at."""
        return (
            all(_own(row, name, _wanted(filters, name)) for name in OWN)
            and all(self._within(row, c, _wanted(filters, n)) for n, c in REACHED.items())
            and _coded(row, filters.codigo)
            and self._lit(row, filters.semaforo, year)
            and self._routed(row, filters)
            and self._found(row, filters.buscar)
        )

    def _within(self, row: Row, column: str, wanted: frozenset[str]) -> bool:
        """Hold a row to a column that it has or reaches; any of several values is enough."""
        if not wanted or not _reaches(type(row), column):
            return True
        return not wanted.isdisjoint(self._reached(row, column))

    def _reached(self, row: Row, column: str) -> frozenset[str]:
        """Return what a row has or reaches; looked for once, since rows never change."""
        key = (type(row), row.identity, column)
        if key not in self._reach:
            self._reach[key] = frozenset(self._sought(row, column))
        return self._reach[key]

    def _sought(self, row: Row, column: str) -> Iterator[str]:
        if column in type(row).model_fields:
            yield from (str(value).lower() for value in row.values(column))
        else:
            for other in self._referred(row):
                yield from self._reached(other, column)

    def _referred(self, row: Row) -> Iterator[Row]:
        for column, targets in row.refs.items():
            for target in targets:
                if TABLES[target] is not type(row):
                    found = (self._rows[target].get(value) for value in row.values(column))
                    yield from (other for other in found if other is not None)

    def _lit(self, row: Row, wanted: tuple[str, ...], year: int) -> bool:
        if not wanted or not isinstance(row, Indicador):
            return True
        value = self._values.get((row.codigo, year))
        return value is None or value.semaforo in wanted

    def _routed(self, row: Row, filters: Filters) -> bool:
        """Hold a pair to the zone of any sentence that states it, and to either of its ends."""
        if not isinstance(row, Ruta):
            return True
        ends = routes.origins(row) | routes.destinations(row)
        in_zone = not filters.zona or filters.zona in routes.zones(row, self._stated)
        return in_zone and (not filters.lugar or filters.lugar in ends)

    def _found(self, row: Row, search: str) -> bool:
        if not search or not _is_searched(type(row)):
            return True
        hay = plain(self._text(row))
        return all(word in hay for word in plain(search).split())

    def _text(self, row: Row) -> str:
        if row.searched:
            return " ".join(str(value) for name in row.searched for value in row.values(name))
        return " ".join(map(self._text, self._referred(row)))


def _wanted(filters: Filters, name: str) -> frozenset[str]:
    value = getattr(filters, name)
    return frozenset(value if isinstance(value, tuple) else (str(value),) if value else ())


def _own(row: Row, name: str, wanted: frozenset[str]) -> bool:
    """Hold a row to a parameter of its own; what has several values may match with any."""
    if not wanted or name not in row.filtered:
        return True
    held = getattr(row, name)
    return not wanted.isdisjoint(map(str, held if isinstance(held, tuple) else (held,)))


def _coded(row: Row, code: str) -> bool:
    """Hold indicators to the code of an indicator, the plan 2017-2021 to an action or an OI."""
    planned = code[:1].isdigit() or code.startswith("OI")
    if planned:
        action = row.codigo if isinstance(row, Accion2017) else getattr(row, "accion", None)
        return action is None or f"{action}.".startswith(f"{code.removeprefix('OI')}.")
    of_indicators = isinstance(row, Indicador) or "indicadores" in row.refs.get("codigo", ())
    return not code or not of_indicators or getattr(row, "codigo", code) == code


@cache
def _reaches(model: type[Row], column: str) -> bool:
    return column in model.model_fields or any(_reaches(m, column) for m in _targets(model))


@cache
def _is_searched(model: type[Row]) -> bool:
    return bool(model.searched) or any(map(_is_searched, _targets(model)))


def _targets(model: type[Row]) -> set[type[Row]]:
    return {TABLES[name] for names in model.refs.values() for name in names} - {model}
