"""All tables, read once and never changed; the one place where rows are asked for."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast

import pandas as pd

from data.model import TABLES, Fuente, Indicador, Row
from data.query.accepted_values import Vocabulary
from data.query.filters import Filters
from data.query.ordering import Pair, ordered
from data.query.selection import Selection
from data.query.vocabulary import vocabulary
from data.query.years import Years
from data.rules.value_warnings import warned

_Some = TypeVar("_Some", bound=Row)


class Kept(Protocol):
    """The versions of the data that are kept, with the day of each."""

    @property
    def versions(self) -> Mapping[str, date]:
        """Return the day of each version, the oldest first."""

    @property
    def retired(self) -> frozenset[str]:
        """Return the versions that were kept once and are no longer."""

    def digest(self, version: str) -> bytes:
        """Return the digest of the file of a version."""

    read: Any


class Store(Years):
    """Every table of the board, as the loader accepted it; nothing here does input or output."""

    def __init__(
        self, tables: Mapping[str, tuple[Row, ...]], kept: Kept | None = None, version: str = ""
    ) -> None:
        """Keep the tables; a table that is not given is empty."""
        super().__init__(tables)
        self.archive, self._named = kept, version

    @cached_property
    def version(self) -> str:
        """Return twelve hexadecimal digits that change when any figure changes."""
        if self._named:
            return self._named
        digest = hashlib.sha256()
        for name, rows in self.tables.items():
            for said in (name, *map(repr, rows)):
                digest.update(said.encode())
        return digest.hexdigest()[:12]

    @property
    def versions(self) -> Mapping[str, date]:
        """Return the day of each version that an address can name."""
        return self.archive.versions if self.archive else {}

    @property
    def retired(self) -> frozenset[str]:
        """Return the versions that an address could name once."""
        return self.archive.retired if self.archive else frozenset()

    @property
    def reopens(self) -> str:
        """Return the version by which an address asks for these data; '' if they are not kept."""
        return self.version if self.version in self.versions else ""

    def holds(self, table: str, column: str) -> bool:
        """Say whether these data were written down with a column."""
        return column in TABLES[table].model_fields

    def at(self, version: str) -> "Store":
        """Return the data as they were in a version; these ones for '' and for their own."""
        archive = None if version in ("", self.version) else self.archive
        return cast("Store", archive.read(version)) if archive else self

    @cached_property
    def selection(self) -> Selection:
        """Return the filters applied to the rows of any table."""
        return Selection(self)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return the values that an address can name."""
        return vocabulary(self, {*self.versions, self.version})

    def warnings(self, code: str, year: int) -> list[str]:
        """Return the warnings of a value (contract, section 4)."""
        return self.remember(("warnings", code), lambda: warned(self, code)).get(year, [])

    def year(self, filters: Filters) -> int:
        """Return the year looked at: the one chosen, or the last closed one."""
        return filters.anio or self.latest

    def kept(self, kind: type[_Some], filters: Filters) -> tuple[_Some, ...]:
        """Return the rows of the table of a model under the filters that make sense for it."""
        return self.selection.kept(kind, filters, self.year(filters))

    def select(self, table: str, filters: Filters) -> pd.DataFrame:
        """Return the rows of a table under the filters that make sense for it.

        Columns and their order are those of the contract; numbers are exact decimals.
        Raises KeyError for an unknown table.
        """
        model = TABLES[table]
        records = [dict(row) for row in self.kept(model, filters)]
        return pd.DataFrame(records, columns=model.columns(), dtype=object)

    def keeps(self, row: Row, filters: Filters) -> bool:
        """Say whether a row stays under the filters; the search of a table is not one of them."""
        unsearched = filters.with_(buscar="") if filters.buscar else filters
        return self.selection.keeps(row, unsearched, self.year(filters))

    def chosen(self, filters: Filters) -> list[Pair]:
        """Return the indicators under the filters with their value of the year looked at."""
        year = self.year(filters)
        pairs = [
            (self.then(row.codigo, year), value)
            for row in self.kept(Indicador, self._open(filters))
            if (value := self.value(row.codigo, year)) is not None
        ]
        return ordered([pair for pair in pairs if self._answers(pair[0], filters)], filters.orden)

    def assigned(self, filters: Filters) -> list[str]:
        """Return the indicators in force in the year looked at under the sector and the entity."""
        year = self.year(filters)
        return [c for c in self.in_force(year) if self._answers(self.then(c, year), filters)]

    def _open(self, filters: Filters) -> Filters:
        """Leave who answers to the year looked at, where any indicator has changed hands."""
        return filters.with_(sector=(), entidad=()) if self.has_moved else filters

    @staticmethod
    def _answers(row: Indicador, filters: Filters) -> bool:
        """Hold an indicator, as it was in a year, to the sector and the entity chosen."""
        held = not filters.sector or row.sector in filters.sector
        return held and (not filters.entidad or row.responsable.lower() in filters.entidad)

    def cited(self, codes: Iterable[str]) -> list[Fuente]:
        """Return the sources of some rows, each once, in the order of the table."""
        order = self.remember("sources", lambda: {code: n for n, code in enumerate(self.sources)})
        wanted = {code for code in codes if code in order}
        return [self.sources[code] for code in sorted(wanted, key=order.__getitem__)]
