"""Who promised what: the rows of each plan whose list of responsible names an institution."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.model import Accion2017, Entidad, Indicador, Meta2007, Meta2017, SinReporte, Valor
from data.query.filters import Filters
from data.store import Store
from data.text_normalisation import alphabetical as in_order


@dataclass(frozen=True, slots=True)
class Promises:
    """What names some institutions, in the order of the documents; each row once.

    `assigned` are the indicators in force that they answer for, with a row of the year or without.
    """

    pairs: tuple[tuple[Indicador, Valor], ...]
    silent: tuple[SinReporte, ...]
    actions: tuple[Accion2017, ...]
    targets: tuple[Meta2017, ...]
    metas: tuple[Meta2007, ...]
    assigned: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Say whether no plan names them."""
        return not (self.assigned or self.silent or self.actions or self.metas)


def of(store: Store, filters: Filters) -> Promises:
    """Return what names the entities or sectors of the filters, in the year looked at."""
    year = store.year(filters)
    who = Filters(sector=filters.sector, entidad=filters.entidad)
    return Promises(
        pairs=tuple(store.chosen(who.with_(anio=filters.anio))),
        silent=store.kept(SinReporte, who.with_(anio=year)),
        actions=store.kept(Accion2017, who),
        targets=store.kept(Meta2017, who),
        metas=store.kept(Meta2007, who),
        assigned=tuple(store.assigned(who.with_(anio=year))),
    )


def of_entity(store: Store, entity: Entidad, filters: Filters) -> Promises:
    """Return what names one institution."""
    return of(store, Filters(anio=filters.anio, entidad=(entity.sigla.lower(),)))


def members(store: Store, sector: str) -> tuple[Entidad, ...]:
    """Return the institutions of a sector, in the order of the table."""
    return tuple(row for row in store.rows(Entidad) if row.sector == sector)


def alphabetical(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Order pairs of code and name by the name, as a Spanish reader looks them up."""
    return sorted(names, key=lambda pair: in_order(pair[1]))
