"""Published profiles: which periods have one, what can be compared, what else exists."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from data.model import Incidencia, Periodo
from data.query.code_order import rank
from data.query.profile_groups import BREAKDOWNS, CONFIDENCE, Group, every, groups, unknown
from data.query.store_cache import per_store
from data.store import Store


@per_store
def periods(store: Store, population: str) -> list[str]:
    """Return the periods with a profile: fullest breakdown first, then highest confidence."""
    found = dict.fromkeys(group.base.periodo for group in every(store, population))
    return sorted(found, key=lambda period: _rank(groups(store, population, period)), reverse=True)


def period(store: Store, population: str, chosen: str) -> str:
    """Return the period looked at: the one chosen, the last year that closes, or the fullest."""
    return chosen or _opening(store, population)


@per_store
def _opening(store: Store, population: str) -> str:
    """Return the last complete year of which one document closes two breakdowns, or the fullest."""
    found = periods(store, population)
    years = [code for code in found if _whole_year(store.keyed(Periodo)[code])]
    closed = [code for code in years if _closed(store, population, code) > 1]
    return max(closed, default=next(iter(found), ""))


def _whole_year(period: Periodo) -> bool:
    start, end = period.inicio, period.fin
    if start is None or end is None or start.year != end.year:
        return False
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _closed(store: Store, population: str, period: str) -> int:
    """Return in how many respects one document divides a period into parts that add up."""
    bases = [group.base for group in groups(store, population, period)]
    closed = {
        (store.sources[base.fuente].documento, base.desagregacion)
        for base in bases
        if base.unidad == "n" and not base.resto
    }
    return max(Counter(book for book, _ in closed).values(), default=0)


def pairs(store: Store, period: str) -> list[tuple[Group, Group, list[str]]]:
    """Return victims beside accused where document, period, unit and categories match.

    Each stands beside one other, or what a document repeats would be shown times itself.
    """
    left = list(groups(store, "imputados", period))
    found: list[tuple[Group, Group, list[str]]] = []
    for victims in groups(store, "victimas", period):
        for accused in left:
            if _kind(store, victims) == _kind(store, accused) and (same := _same(victims, accused)):
                found.append((victims, accused, same))
                left.remove(accused)
                break
    return found


def paired_period(store: Store, chosen: str) -> str:
    """Return the period whose comparison is looked at: the one chosen, or the fullest."""
    return chosen or _most_paired(store)


@per_store
def _most_paired(store: Store) -> str:
    found = periods(store, "victimas")
    return max(found, key=lambda period: len(pairs(store, period)), default="")


def others(store: Store, shown: Iterable[Group]) -> dict[str, list[list[Incidencia]]]:
    """Return, by breakdown, the publications of which not every figure is in the groups shown."""
    drawn = {row.identity for group in shown for row in (*group.rows, *group.details)}
    found: dict[str, list[list[Incidencia]]] = {}
    for name in BREAKDOWNS:
        rows = store.by(Incidencia, "desagregacion").get((name,), ())
        left = sorted((row for row in rows if row.identity not in drawn), key=_publication)
        found[name] = [list(rows) for _, rows in groupby(left, key=_publication)]
    return found


def _publication(row: Incidencia) -> tuple[str, ...]:
    return row.desagregacion, row.indicador, row.periodo, row.fuente, row.unidad


def _rank(found: list[Group]) -> tuple[int, int, int]:
    breakdowns = {group.base.desagregacion for group in found}
    lowest = min(rank(CONFIDENCE, group.confidence) for group in found)
    return len(breakdowns), lowest, sum(len(group.rows) for group in found)


def _kind(store: Store, group: Group) -> tuple[str, ...]:
    base = group.base
    book = store.sources[base.fuente].documento
    return base.desagregacion, base.periodo, base.unidad, book


def _same(victims: Group, accused: Group) -> list[str]:
    theirs = {row.categoria for row in accused.rows if not unknown(row.categoria)}
    return [row.categoria for row in victims.rows if row.categoria in theirs]
