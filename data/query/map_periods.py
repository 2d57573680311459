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

    def measure(self, asked: str) -> Measure:
        """Return the measure asked for, or the only one that the source allows."""
        if self.coverage.unidad == "%":
            return "porcentaje"
        return "porcentaje" if asked == "porcentaje" and self.total else "casos"


@per_store
def published(store: Store, level: Level) -> tuple[Map, ...]:
    """Return one map per period, the one of most territories; complete and late ones first.

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
    return tuple(sorted(found, key=lambda one: rank(_COMPLETE, one.coverage.completo)))


def _worth(row: Cobertura) -> tuple[bool, int]:
    return row.unidad == "n", row.con_dato


def chosen(store: Store, filters: Filters, level: Level) -> Map | None:
    """Return the map of the period asked for; else the latest that is whole and beyond doubt."""
    found = published(store, level)
    if filters.periodo:
        return next((one for one in found if one.period.codigo == filters.periodo), None)
    return found[0] if found else None
