"""Which rows a state of the address leaves in any table, found through the references."""

from typing import TypeVar

from data.model import Accion2017, Entidad, FraseRuta, Indicador, Row, Ruta, Valor, Vigencia
from data.query import route_pairs
from data.query.filters import Filters
from data.query.references import is_searched, reaches, referred
from data.query.row_index import Places, held
from data.query.table_index import Rows
from data.rules import spans
from data.text_normalisation import plain, words

REACHED = {"sector": "sector", "entidad": "sigla", "eje": "eje"}
OWN = ("anio", "semaforo", "periodo", "tipo", "documento", "severidad")
WHO = ("sector", "sigla")
REST = ("codigo", "semaforo", "zona", "lugar", "buscar")
_Some = TypeVar("_Some", bound=Row)


class Selection:
    """The filters applied to rows: by their own columns, or by those of the rows they refer to."""

    def __init__(self, tables: Rows) -> None:
        """Look into the tables; what is found in them is remembered, since rows never change."""
        self._tables = tables
        self._spans = spans.by_code(tables.rows(Vigencia))
        self._stated = route_pairs.stated(tables.rows(FraseRuta))
        self._reach: dict[tuple[type[Row], object, str], frozenset[str]] = {}
        self._plain: dict[int, tuple[Row, str]] = {}
        self._places = Places(tables, self.reached)

    def kept(self, kind: type[_Some], filters: Filters, year: int) -> tuple[_Some, ...]:
        """Return the rows of a model that stay, in the order of the table."""
        own = {name: _wanted(filters, name) for name in OWN if name in kind.filtered}
        reached = {
            column: _wanted(filters, name)
            for name, column in REACHED.items()
            if reaches(kind, column)
        }
        likely = self._places.rows(kind, own, reached)
        if not any(getattr(filters, name) for name in REST):
            return tuple(likely)
        return tuple(row for row in likely if self._stays(row, filters, year))

    def keeps(self, row: Row, filters: Filters, year: int) -> bool:
        """Say whether a row stays under the filters; `year` is the year looked at."""
        return (
            all(_own(row, name, _wanted(filters, name)) for name in OWN)
            and all(self._within(row, c, _wanted(filters, n)) for n, c in REACHED.items())
            and self._stays(row, filters, year)
        )

    def _stays(self, row: Row, filters: Filters, year: int) -> bool:
        """Hold a row to what is not a value of one column."""
        return (
            _coded(row, filters.codigo)
            and self._lit(row, filters.semaforo, year)
            and self._routed(row, filters)
            and self._found(row, filters.buscar)
        )

    def _within(self, row: Row, column: str, wanted: frozenset[str]) -> bool:
        """Hold a row to a column that it has or reaches; any of several values is enough."""
        if not wanted or not reaches(type(row), column):
            return True
        return not wanted.isdisjoint(self.reached(row, column))

    def reached(self, row: Row, column: str) -> frozenset[str]:
        """Return what a row holds of a column, or reaches through the rows that it names."""
        if isinstance(row, Valor) and column in WHO and (entity := self._then(row)):
            return frozenset({str(getattr(entity, column)).lower()})
        if column in type(row).model_fields:
            return frozenset(str(value).lower() for value in row.values(column))
        found = [
            self._through(model, value, column)
            for model, value in referred(row)
            if reaches(model, column)
        ]
        return frozenset().union(*found)

    def _then(self, row: Valor) -> Entidad | None:
        """Return who answered in the year of a value, for an indicator that changed hands."""
        held = self._spans.get(row.codigo, ())
        if len({span.entidad for span in held}) < 2:
            return None
        who = spans.responsible(self._spans, row.codigo, row.anio)
        return self._tables.keyed(Entidad).get(who)

    def _through(self, model: type[Row], code: object, column: str) -> frozenset[str]:
        """Return what a row reaches through another one, which many rows refer to."""
        key = (model, code, column)
        if key not in self._reach:
            other = self._tables.keyed(model).get(code)
            self._reach[key] = self.reached(other, column) if other else frozenset()
        return self._reach[key]

    def _lit(self, row: Row, wanted: tuple[str, ...], year: int) -> bool:
        if not wanted or not isinstance(row, Indicador):
            return True
        value = self._tables.exact(Valor).get((row.codigo, year))
        return value is None or value.semaforo in wanted

    def _routed(self, row: Row, filters: Filters) -> bool:
        """Hold a pair to the zone of any sentence that states it, and to either of its ends."""
        if not isinstance(row, Ruta):
            return True
        ends = route_pairs.origins(row) | route_pairs.destinations(row)
        in_zone = not filters.zona or filters.zona in route_pairs.zones(row, self._stated)
        return in_zone and (not filters.lugar or filters.lugar in ends)

    def _found(self, row: Row, search: str) -> bool:
        if not search or not is_searched(type(row)):
            return True
        known = self._plain.get(id(row))
        if known is None or known[0] is not row:
            known = self._plain[id(row)] = (row, plain(self._text(row)))
        return all(word in known[1] for word in words(search))

    def _text(self, row: Row) -> str:
        if row.searched:
            return " ".join(str(value) for name in row.searched for value in row.values(name))
        others = (self._tables.keyed(model).get(code) for model, code in referred(row))
        return " ".join(self._text(other) for other in others if other is not None)


def _wanted(filters: Filters, name: str) -> frozenset[str]:
    value = getattr(filters, name)
    return frozenset(value if isinstance(value, tuple) else (str(value),) if value else ())


def _own(row: Row, name: str, wanted: frozenset[str]) -> bool:
    """Hold a row to a parameter of its own; what has several values may match with any."""
    if not wanted or name not in row.filtered:
        return True
    return not wanted.isdisjoint(held(row, name))


def _coded(row: Row, code: str) -> bool:
    """Hold indicators to the code of an indicator, the plan 2017-2021 to an action or an OI."""
    planned = code[:1].isdigit() or code.startswith("OI")
    if planned:
        action = row.codigo if isinstance(row, Accion2017) else getattr(row, "accion", None)
        return action is None or f"{action}.".startswith(f"{code.removeprefix('OI')}.")
    of_indicators = isinstance(row, Indicador) or "indicadores" in row.refs.get("codigo", ())
    return not code or not of_indicators or getattr(row, "codigo", code) == code
