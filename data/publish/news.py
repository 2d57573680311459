"""What each kept version brought, the latest first; also of one sector or of one territory."""

from collections.abc import Callable, Collection, Iterator, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from data.model import Discrepancia, Entidad, Indicador, Row, Territorio
from data.publish.kept_version import KeptVersion
from data.publish.version_changes import Changes, between
from data.query.territory_names import place
from data.store import Store
from data.text_normalisation import slug

Keeps = Callable[[Row], bool]
# The columns in which a table names who answers, and where something is.
_BODIES = ("responsable", "responsables", "agentes", "entidad", "sigla")
_PLACES = ("departamento", "region", "origen_region", "destino_region")
_CODE, _TERRITORY = ("codigo",), ("codigo_territorio",)
# Changes by the names and digests of two versions: a board that takes over from another finds them.
_COMPARED: dict[tuple[str, bytes, str, bytes], Changes] = {}
_MOST_COMPARED = 64


@dataclass(frozen=True, slots=True)
class News:
    """A version of the data with its day, and what it brought."""

    day: date
    changes: Changes


def news(store: Store) -> tuple[News, ...]:
    """Return what each kept version brought, the latest first; computed once for some data."""
    return store.remember("news", lambda: tuple(reversed([*_found(store)])))


def _found(store: Store) -> Iterator[News]:
    for before, now in pairwise(store.versions):
        changes = _brought(store, before, now)
        if not changes.nothing:
            yield News(store.versions[now], changes)


def _brought(store: Store, before: str, now: str) -> Changes:
    """Return what changed between two kept versions: the same for all data that come after."""
    key = (before, _digest(store, before), now, _digest(store, now))
    # Another thread may empty it meanwhile: it is asked once.
    found = _COMPARED.get(key)
    if found is None:
        found = between(store.at(before), store.at(now))
        if len(_COMPARED) >= _MOST_COMPARED:
            _COMPARED.clear()
        _COMPARED[key] = found
    return found


def _digest(store: Store, version: str) -> bytes:
    """Return what tells the file of a version from another of its name; none for data of today."""
    today = version == store.version and not isinstance(store, KeptVersion)
    return b"" if today or store.archive is None else store.archive.digest(version)


def of_sector(store: Store, code: str) -> tuple[News, ...]:
    """Return what changed of the indicators and the promises of a sector."""
    return _narrowed(store, _sector(store, code))


def _sector(store: Store, code: str) -> Keeps:
    bodies = {row.sigla for row in store.rows(Entidad) if row.sector == code}
    own = {row.codigo for row in store.rows(Indicador) if row.sector == code}
    return lambda row: _is_of(row, bodies, own)


def of_territory(store: Store, name: str) -> tuple[News, ...]:
    """Return what changed of the figures of a territory, by how addresses name it."""
    codes = {
        row.codigo for row in store.rows(Territorio)
        if place(row.nivel, row.codigo, row.nombre) == name
    }  # fmt: skip
    return _narrowed(store, lambda row: _is_in(row, codes, name))


def _is_of(row: Row, bodies: Set[str], codes: Collection[str]) -> bool:
    named = any(not bodies.isdisjoint(str(cell or "").split(";")) for cell in _cells(row, _BODIES))
    told = isinstance(row, Discrepancia) and not row.named.isdisjoint(codes)
    return named or told or any(cell in codes for cell in _cells(row, _CODE))


def _is_in(row: Row, codes: Collection[str], name: str) -> bool:
    placed = any(cell in codes for cell in _cells(row, _TERRITORY))
    return placed or any(slug(cell or "") == name for cell in _cells(row, _PLACES))


def _cells(row: Row, names: tuple[str, ...]) -> list[Any]:
    """Return what a row has in the columns of its table that have some names."""
    return [getattr(row, name) for name in _columns_in(type(row), names)]


@cache
def _columns_in(model: type[Row], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name in model.model_fields)


def since(store: Store, version: str, sector: str = "") -> Changes:
    """Return what changed from a kept version to these data; of one sector, where it is named."""
    found = between(store.at(version), store)
    return _held(found, _sector(store, sector)) if sector else found


def _narrowed(store: Store, keeps: Keeps) -> tuple[News, ...]:
    found = []
    for one in news(store):
        now = _held(one.changes, keeps)
        found += [] if now.nothing else [replace(one, changes=now)]
    return tuple(found)


def _held(was: Changes, keeps: Keeps) -> Changes:
    return Changes(
        was.version, was.before,
        corrected=tuple(each for each in was.corrected if keeps(each.row)),
        added=_kept(was.added, keeps), left=_kept(was.left, keeps),
    )  # fmt: skip


def _kept(rows: dict[str, tuple[Row, ...]], keeps: Keeps) -> dict[str, tuple[Row, ...]]:
    held = {table: tuple(filter(keeps, each)) for table, each in rows.items()}
    return {table: each for table, each in held.items() if each}
