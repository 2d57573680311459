"""Which periods of the maps can be compared: one series, whose figures share one scale."""

from decimal import Decimal
from typing import Self

from data.codes import Measure
from data.model import Periodo, Territorio
from data.query.map_periods import Level, Map, published
from data.query.map_rows import rows
from data.query.store_cache import per_store
from data.query.territory_names import place
from data.store import Store

YEAR = 12
_COLUMN: dict[Measure, str] = {"casos": "valor", "porcentaje": "porcentaje", "tasa": "tasa"}


class PooledFigures(tuple[Decimal, ...]):
    """Figures that hang on a frame: pandas copies what hangs on one at each of its steps."""

    def __deepcopy__(self, _: object) -> Self:
        """Return itself: what cannot change need not be copied."""
        return self


def comparable(store: Store, one: Map, asked: str) -> PooledFigures:
    """Return the figures, least first, of all the periods of the series of a map.

    A series is one register by one level (the level tells the institution), one count and one
    length of the period: years are never classed with a span of years. Zeros are no figures here.
    """
    measure, level = one.measure(asked), one.coverage.desagregacion
    return _pooled(store, level, one.coverage.indicador, months(one.period), measure)


def months(period: Periodo) -> int:
    """Return how long a period is; the file of a year is a year, though it has not closed."""
    if period.codigo.isdigit() or not (period.inicio and period.fin):
        return YEAR
    return (
        (period.fin.year - period.inicio.year) * YEAR + period.fin.month - period.inicio.month + 1
    )


def chosen(store: Store, level: Level, named: str) -> str:
    """Return the code of the territory of a level that an address names; '' if it names none."""
    known = (row for row in store.rows(Territorio) if row.nivel == level)
    return next((r.codigo for r in known if place(level, r.codigo, r.nombre) == named), "")


@per_store
def _pooled(
    store: Store, level: Level, counted: str, length: int, measure: Measure
) -> PooledFigures:
    found: list[Decimal] = []
    for one in published(store, level):
        alike = one.coverage.indicador == counted and months(one.period) == length
        if alike and one.measure(measure) == measure:
            frame = rows(store, one, measure)
            found += frame[frame["estado"] == "dato"][_COLUMN[measure]].tolist()
    return PooledFigures(sorted(found))
