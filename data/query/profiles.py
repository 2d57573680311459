"""Published profiles: what a period says of whom, what it leaves unsaid, what else exists."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from data.model import BasePerfil, Incidencia, Periodo
from data.query.store_cache import per_store
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


@per_store
def groups(store: Store, population: str, period: str) -> list[Group]:
    """Return what is published of a population for a period.

    A breakdown that the period lacks is taken from a shorter period within it, if the same
    document gives it: the Plan gives 2009-2014 and, of the sex, only 2014.
    """
    every = _groups(store, population)
    own = list(_by_period(store, population).get(period, ()))
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


@per_store
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


@per_store
def _by_period(store: Store, population: str) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for group in _groups(store, population):
        found.setdefault(group.base.periodo, []).append(group)
    return found


@per_store
def _groups(store: Store, population: str) -> list[Group]:
    bases = [b for b in store.rows(BasePerfil) if b.indicador in POPULATIONS[population]]
    together: dict[tuple[str, str], list[BasePerfil]] = {}
    for base in bases:
        together.setdefault((base.periodo, base.fuente), []).append(base)
    parts: dict[str, list[Incidencia]] = {}
    whole = []
    for base in bases:
        parent = _parent(base, together[base.periodo, base.fuente])
        if parent is None:
            whole.append(base)
        else:
            parts.setdefault(parent, []).extend(_rows(store, base))
    return [Group(b, _rows(store, b), tuple(parts.get(b.grupo, ()))) for b in whole]


def _rows(store: Store, base: BasePerfil) -> tuple[Incidencia, ...]:
    columns = ("indicador", "desagregacion", "periodo", "unidad", "fuente")
    key = tuple(getattr(base, name) for name in columns)
    wanted = {row.categoria: row for row in store.by(Incidencia, *columns).get(key, ())}
    return tuple(wanted[name] for name in base.values("categorias"))


def _parent(base: BasePerfil, others: list[BasePerfil]) -> str | None:
    """Return the group of which this one divides a category, named before its colon."""
    stems = {name.partition(": ")[0] for name in base.values("categorias")}
    if len(stems) > 1:
        return None
    return next((other.grupo for other in others if stems <= set(other.values("categorias"))), None)


def _within(store: Store, inner: str, outer: str) -> bool:
    part, whole = store.keyed(Periodo)[inner], store.keyed(Periodo)[outer]
    if not (part.inicio and part.fin and whole.inicio and whole.fin):
        return False
    return whole.inicio <= part.inicio and part.fin <= whole.fin


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
