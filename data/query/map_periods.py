"""Which published figures can fill a map: one period, as one source gives it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from data.codes import Measure
from data.model import Cobertura, Periodo
from data.query.code_order import rank
from data.query.filters import Filters
from data.query.store_cache import per_store
from data.store import Store

Level = Literal["distrito_fiscal", "departamento"]
COUNTED = ("denuncias", "casos")
_COUNTERS: dict[Level, tuple[str, ...]] = {
    "distrito_fiscal": ("Ministerio Público",),
    "departamento": ("PNP", "Policía"),
}
_COMPLETE = ("si", "dudoso", "no")


@dataclass(frozen=True, slots=True)
class Map:
    """One period as one source fills it: what it covers, and when that was."""

    coverage: Cobertura
    period: Periodo

    @property
    def summed(self) -> bool:
        """Say whether the total is our sum of a whole map and not one that the source gives."""
        return self.coverage.total_publicado is None and self.total is not None

    @property
    def total(self) -> Decimal | None:
        """Return the national total that the shares are of; None where nobody gave it."""
        row = self.coverage
        return row.suma if row.total_publicado is None and row.completo == "si" else (
            row.total_publicado
        )  # fmt: skip

    @property
    def year(self) -> int | None:
        """Return the one year that the period lies in; None for a span of years."""
        start, end = self.period.inicio, self.period.fin
        return start.year if start and end and start.year == end.year else None

    @property
    def annual(self) -> bool:
        """Say whether it belongs to the yearly series: a year from January on, its total closed.

        A source that leaves some of its total undivided gives no map of a year but a ranking.
        """
        start, row = self.period.inicio, self.coverage
        opens = self.year is not None and start is not None and (start.month, start.day) == (1, 1)
        return opens and row.unidad == "n" and bool(row.total_publicado) and not row.resto

    @property
    def whole_year(self) -> bool:
        """Say whether it is a complete calendar year of the yearly series."""
        end = self.period.fin
        return self.annual and end is not None and (end.month, end.day) == (12, 31)

    def measure(self, asked: str) -> Measure:
        """Return the measure asked for, or the only one that the source allows."""
        if self.coverage.unidad == "%":
            return "porcentaje"
        if asked == "tasa" and self.year:
            return "tasa"
        return "porcentaje" if asked == "porcentaje" and self.total else "casos"


@per_store
def published(store: Store, level: Level) -> tuple[Map, ...]:
    """Return one map per period, the one of most territories: the yearly series, then history.

    The series goes from its last year back; history has complete and late ones first.

    Prosecutors count by distrito fiscal and the police by departamento; no other does here.
    """
    periods = store.keyed(Periodo)
    best: dict[str, Cobertura] = {}
    for row in store.rows(Cobertura):
        counter = store.sources[row.fuente].institucion
        if not counter.startswith(_COUNTERS[level]):
            continue
        if row.desagregacion == level and row.indicador in COUNTED:
            best[row.periodo] = max(best.get(row.periodo, row), row, key=_worth)
    found = [Map(row, periods[code]) for code, row in best.items()]
    found.sort(key=lambda one: (one.period.fin or date.min, one.coverage.con_dato), reverse=True)
    return tuple(sorted(found, key=_place))


def _place(one: Map) -> int:
    return -1 if one.annual else rank(_COMPLETE, one.coverage.completo)


def _worth(row: Cobertura) -> tuple[bool, int]:
    return row.unidad == "n", row.con_dato


def chosen(store: Store, filters: Filters, level: Level) -> Map | None:
    """Return the map of the period asked for; else the last complete year of the yearly series.

    Without one it is the latest that is whole and beyond doubt.
    """
    found = published(store, level)
    if filters.periodo:
        return next((one for one in found if one.period.codigo == filters.periodo), None)
    years = (one for one in found if one.whole_year)
    fullest = min(found, key=lambda one: _COMPLETE.index(one.coverage.completo), default=None)
    return next(years, fullest)
