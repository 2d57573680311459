"""Published profiles: what a period says of whom, what it leaves unsaid, what else exists."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from data.model import BasePerfil, Incidencia, Periodo
from data.remembered import per_store
from data.store import Store

BREAKDOWNS = ("sexo", "edad", "nacionalidad", "captacion", "explotacion")
POPULATIONS: dict[str, tuple[str, ...]] = {
    "victimas": ("victimas", "victimas_rescatadas"),
    "imputados": ("imputados",),
    "denuncias": ("denuncias",),
}
# Answers that a source prints when it does not know; they are figures, and no category.
_UNKNOWN = frozenset(
    {"En investigación", "No consignado", "No determinada", "No identificado", "Por identificar",
     "Sin información"}
)  # fmt: skip
_CONFIDENCE = ("baja", "media", "alta")
_FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Group:
    """One breakdown as one source publishes it; `details` divide one of its own categories."""

    base: BasePerfil
    rows: tuple[Incidencia, ...]
    details: tuple[Incidencia, ...] = ()

    @property
    def whole(self) -> Decimal:
        """Return what the categories and the remainder add up to."""
        return _FULL if self.base.unidad == "%" else self.base.suma + self.base.resto

    @property
    def confidence(self) -> str:
        """Return the lowest confidence of its rows."""
        return lowest(row.confianza for row in self.rows)


def lowest(confidences: Iterable[str]) -> str:
    """Return the lowest of some confidences."""
    return min(confidences, key=_CONFIDENCE.index)


def unknown(category: str) -> bool:
    """Say whether a category is the source's own way of not knowing."""
    return category.rpartition(": ")[2] in _UNKNOWN


def groups(store: Store, population: str, period: str) -> list[Group]:
    """Return what is published of a population for a period.

    A breakdown that the period lacks is taken from a shorter period within it, if the same
    document gives it: the Plan gives 2009-2014 and, of the sex, only 2014.
    """
    every = _groups(store, population)
    own = [group for group in every if group.base.periodo == period]
    had = {group.base.desagregacion for group in own}
    books = {store.sources[group.base.fuente].documento for group in own}
    own += [
        group
        for group in every
        if group.base.desagregacion not in had
        and store.sources[group.base.fuente].documento in books
        and _within(store, group.base.periodo, period)
    ]
    return sorted(own, key=lambda group: BREAKDOWNS.index(group.base.desagregacion))


def periods(store: Store, population: str) -> list[str]:
    """Return the periods with a profile: fullest breakdown first, then highest confidence."""
    found = dict.fromkeys(group.base.periodo for group in _groups(store, population))
    return sorted(found, key=lambda period: _rank(groups(store, population, period)), reverse=True)


def period(store: Store, population: str, chosen: str) -> str:
    """Return the period looked at: the one chosen, or the fullest; '' if there is none."""
    return chosen or next(iter(periods(store, population)), "")


def pairs(store: Store, period: str) -> list[tuple[Group, Group, list[str]]]:
    """Return victims beside accused where document, period, unit and categories match."""
    return [
        (victims, accused, same)
        for victims in groups(store, "victimas", period)
        for accused in groups(store, "imputados", period)
        if _kind(store, victims) == _kind(store, accused) and (same := _same(victims, accused))
    ]


def paired_period(store: Store, chosen: str) -> str:
    """Return the period whose comparison is looked at: the one chosen, or the fullest."""
    return chosen or max(
        periods(store, "victimas"), key=lambda found: len(pairs(store, found)), default=""
    )


def others(store: Store, shown: Iterable[Group]) -> dict[str, list[list[Incidencia]]]:
    """Return, by breakdown, the publications of which not every figure is in the groups shown."""
    drawn = {row.identity for group in shown for row in (*group.rows, *group.details)}
    left = [
        row
        for row in store.rows(Incidencia)
        if row.desagregacion in BREAKDOWNS and row.identity not in drawn
    ]
    ordered = sorted(left, key=_publication)
    lists = [list(rows) for _, rows in groupby(ordered, key=_publication)]
    return {name: [rows for rows in lists if rows[0].desagregacion == name] for name in BREAKDOWNS}


def _publication(row: Incidencia) -> tuple[str, ...]:
    return row.desagregacion, row.indicador, row.periodo, row.fuente, row.unidad


@per_store
def _groups(store: Store, population: str) -> list[Group]:
    bases = [b for b in store.rows(BasePerfil) if b.indicador in POPULATIONS[population]]
    held = [Group(base, _rows(store, base)) for base in bases]
    parents = {base.grupo: _parent(base, bases) for base in bases}
    return [
        Group(group.base, group.rows, _details(group, held, parents))
        for group in held
        if parents[group.base.grupo] is None
    ]


def _rows(store: Store, base: BasePerfil) -> tuple[Incidencia, ...]:
    columns = ("indicador", "desagregacion", "periodo", "unidad", "fuente")
    wanted = {
        row.categoria: row
        for row in store.rows(Incidencia)
        if all(getattr(row, name) == getattr(base, name) for name in columns)
    }
    return tuple(wanted[name] for name in base.values("categorias"))


def _parent(base: BasePerfil, bases: list[BasePerfil]) -> str | None:
    """Return the group of which this one divides a category, named before its colon."""
    stems = {name.partition(": ")[0] for name in base.values("categorias")}
    for other in bases:
        alike = (other.periodo, other.fuente) == (base.periodo, base.fuente)
        if alike and len(stems) == 1 and stems <= set(other.values("categorias")):
            return other.grupo
    return None


def _details(
    group: Group, held: list[Group], parents: dict[str, str | None]
) -> tuple[Incidencia, ...]:
    found = [other.rows for other in held if parents[other.base.grupo] == group.base.grupo]
    return tuple(row for rows in found for row in rows)


def _within(store: Store, inner: str, outer: str) -> bool:
    dates = {row.codigo: (row.inicio, row.fin) for row in store.rows(Periodo)}
    (start, end), (first, last) = dates[inner], dates[outer]
    return bool(start and end and first and last and first <= start and end <= last)


def _rank(found: list[Group]) -> tuple[int, int, int]:
    breakdowns = {group.base.desagregacion for group in found}
    lowest = min(_CONFIDENCE.index(group.confidence) for group in found)
    return len(breakdowns), lowest, sum(len(group.rows) for group in found)


def _kind(store: Store, group: Group) -> tuple[str, ...]:
    base = group.base
    book = store.sources[base.fuente].documento
    return base.desagregacion, base.periodo, base.unidad, book


def _same(victims: Group, accused: Group) -> list[str]:
    theirs = {row.categoria for row in accused.rows if not unknown(row.categoria)}
    return [row.categoria for row in victims.rows if row.categoria in theirs]
