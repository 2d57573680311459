"""Breakdowns as each source publishes them: the groups that make the profile of a period."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from data.model import BasePerfil, Incidencia, Periodo
from data.query.code_order import rank
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
CONFIDENCE = ("baja", "media", "alta")
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
    return min(confidences, key=lambda one: rank(CONFIDENCE, one))


def unknown(category: str) -> bool:
    """Say whether a category is the source's own way of not knowing."""
    return category.rpartition(": ")[2] in _UNKNOWN


@per_store
def groups(store: Store, population: str, period: str) -> list[Group]:
    """Return what is published of a population for a period.

    A breakdown that the period lacks is taken from a shorter period within it, if the same
    document gives it: the Plan gives 2009-2014 and, of the sex, only 2014.
    """
    own = list(_by_period(store, population).get(period, ()))
    had = {group.base.desagregacion for group in own}
    books = {store.sources[group.base.fuente].documento for group in own}
    own += [
        group
        for group in every(store, population)
        if group.base.desagregacion not in had
        and store.sources[group.base.fuente].documento in books
        and _within(store, group.base.periodo, period)
    ]
    return sorted(own, key=lambda group: rank(BREAKDOWNS, group.base.desagregacion))


@per_store
def _by_period(store: Store, population: str) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for group in every(store, population):
        found.setdefault(group.base.periodo, []).append(group)
    return found


@per_store
def every(store: Store, population: str) -> list[Group]:
    """Return every breakdown of a population that divides no category of another one."""
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
