"""Breakdowns that a register closes year after year, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from data.model import BasePerfil, Incidencia, Periodo
from data.query.profile_groups import Group
from data.query.store_cache import per_store
from data.store import Store

# Two years are a pair, not a series.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One respect in which a register divides its years; a year that does not close has no group.

    `periods` are all the years of the register, the first one first.
    """

    periods: tuple[Periodo, ...]
    groups: tuple[Group | None, ...]

    @property
    def base(self) -> BasePerfil:
        """Return the base of the last year that closes."""
        return next(group.base for group in reversed(self.groups) if group)

    @property
    def lines(self) -> list[tuple[str, tuple[Decimal | None, ...]]]:
        """Return each category with its figure of every year, in the order of the last year."""
        found = [{row.categoria: row.valor for row in g.rows} if g else {} for g in self.groups]
        names = dict.fromkeys(name for year in reversed(found) for name in year)
        return [(name, tuple(year.get(name) for year in found)) for name in names]

    @property
    def totals(self) -> tuple[Decimal | None, ...]:
        """Return what the parts of every year add up to."""
        return tuple(group.base.suma if group else None for group in self.groups)


@per_store
def breakdowns(store: Store) -> tuple[Breakdown, ...]:
    """Return the breakdowns that close in three years or more, in the order of the table."""
    registers: dict[str, dict[str, dict[str, Group]]] = {}
    for base in store.rows(BasePerfil):
        if _closes(base, store.keyed(Periodo)[base.periodo]):
            kinds = registers.setdefault(store.sources[base.fuente].documento, {})
            stem = base.grupo.removesuffix(base.periodo)
            kinds.setdefault(stem, {})[base.periodo] = Group(base, _figures(store, base))
    return tuple(
        Breakdown(periods, tuple(held.get(one.codigo) for one in periods))
        for kinds in registers.values()
        for periods in [_in_time(store, kinds.values())]
        for held in kinds.values()
        if len(held) >= _FEWEST
    )


def shown(store: Store) -> list[Group]:
    """Return every breakdown of a year that stands side by side with others."""
    return [group for one in breakdowns(store) for group in one.groups if group]


def _closes(base: BasePerfil, period: Periodo) -> bool:
    start, end = period.inicio, period.fin
    year = start and end and start.year == end.year and (start.month, start.day) == (1, 1)
    return bool(year) and base.unidad == "n" and not base.resto


def _figures(store: Store, base: BasePerfil) -> tuple[Incidencia, ...]:
    columns = ("indicador", "desagregacion", "periodo", "unidad", "fuente")
    key = tuple(getattr(base, name) for name in columns)
    held = {row.categoria: row for row in store.by(Incidencia, *columns).get(key, ())}
    return tuple(held[name] for name in base.values("categorias"))


def _in_time(store: Store, kinds: Iterable[dict[str, Group]]) -> tuple[Periodo, ...]:
    codes = {code for held in kinds for code in held}
    found = [row for row in store.rows(Periodo) if row.codigo in codes]
    return tuple(sorted(found, key=lambda row: str(row.inicio)))
