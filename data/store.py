"""All tables, read once and never changed; the one place where rows are asked for."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast

import pandas as pd

from data import progress, routes
from data.filters import Filters, Vocabulary
from data.model import (
    TABLES,
    Accion2017,
    Avance,
    Discrepancia,
    Entidad,
    FraseRuta,
    Fuente,
    Indicador,
    Meta2017,
    Objetivo,
    Periodo,
    Row,
    Ruta,
    SerieMeta,
    Valor,
)
from data.passages import passages
from data.ramps import Ramp, ramps
from data.search import Search
from data.selection import Selection
from data.spelling import plain, slug

_Some = TypeVar("_Some", bound=Row)
ORDERS = ("codigo", "nombre", "responsable", "avance")


class Kept(Protocol):
    """The versions of the data that are kept, with the day of each."""

    @property
    def versions(self) -> Mapping[str, date]:
        """Return the day of each version, the oldest first."""

    read: Any


class Store:
    """Every table of the board, indexed for reading.

    Source: the rows that the loader accepted. Nothing here does input or output.
    """

    def __init__(
        self,
        tables: Mapping[str, tuple[Row, ...]],
        kept: Kept | None = None,
        version: str = "",
    ) -> None:
        """Keep the tables; a table that is not given is empty."""
        self.tables = {name: tables.get(name, ()) for name in TABLES}
        self._kept, self._named = kept, version
        self.remembered: dict[object, Any] = {}

    def rows(self, kind: type[_Some]) -> tuple[_Some, ...]:
        """Return the rows of the table of a model."""
        name = next(name for name, model in TABLES.items() if model is kind)
        return cast("tuple[_Some, ...]", self.tables[name])

    @cached_property
    def version(self) -> str:
        """Return twelve hexadecimal digits that change when any figure changes."""
        if self._named:
            return self._named
        digest = hashlib.sha256()
        for name, rows in self.tables.items():
            digest.update(name.encode())
            for row in rows:
                digest.update(repr(row).encode())
        return digest.hexdigest()[:12]

    @property
    def versions(self) -> Mapping[str, date]:
        """Return the day of each version that an address can name."""
        return self._kept.versions if self._kept else {}

    def at(self, version: str) -> "Store":
        """Return the data as they were in a version; these ones for '' and for their own."""
        if not self._kept or version in ("", self.version):
            return self
        return cast("Store", self._kept.read(version))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Return the years of the policy that the tables hold."""
        return tuple(sorted({row.anio for row in self.rows(Valor)}))

    @cached_property
    def latest(self) -> int:
        """Return the latest year with results: the default of every view and the cut-off."""
        return max(
            (row.anio for row in self.rows(Valor) if row.valor_obtenido is not None),
            default=max(self.years, default=0),
        )

    @cached_property
    def cutoff(self) -> date:
        """Return the last day that the data speak of; the first there is for an empty store."""
        return date(self.latest, 12, 31) if self.latest else date.min

    @cached_property
    def indicators(self) -> dict[str, Indicador]:
        """Return the indicators by code, in the order of the report."""
        return {row.codigo: row for row in self.rows(Indicador)}

    @cached_property
    def values(self) -> dict[tuple[str, int], Valor]:
        """Return the values by code and year."""
        return {(row.codigo, row.anio): row for row in self.rows(Valor)}

    @cached_property
    def advances(self) -> dict[tuple[str, int], Avance]:
        """Return the advances of objectives and policy by code and year."""
        return {(row.codigo, row.anio): row for row in self.rows(Avance)}

    @cached_property
    def entities(self) -> dict[str, Entidad]:
        """Return the institutions by their initials."""
        return {row.sigla: row for row in self.rows(Entidad)}

    @cached_property
    def sources(self) -> dict[str, Fuente]:
        """Return the cited places by code."""
        return {row.codigo: row for row in self.rows(Fuente)}

    @cached_property
    def stated(self) -> routes.Stated:
        """Return the sentences of the plan that state each pair of the routes."""
        return routes.stated(self.rows(FraseRuta))

    @cached_property
    def actions(self) -> dict[str, Accion2017]:
        """Return the actions of the plan 2017-2021 by code."""
        return {row.codigo: row for row in self.rows(Accion2017)}

    @cached_property
    def ramps(self) -> dict[str, list[Ramp]]:
        """Return the series of targets of each action of the plan 2017-2021."""
        return ramps(self.rows(Meta2017), self.rows(SerieMeta))

    @cached_property
    def search(self) -> Search:
        """Return the full-text search over the three plans."""
        return Search(passages(self))

    @cached_property
    def _selection(self) -> Selection:
        return Selection(self.tables)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return the values that an address can name."""
        return Vocabulary(
            anio=frozenset(map(str, self.years)),
            sector=frozenset(row.sector for row in self.rows(Entidad)),
            entidad=frozenset(sigla.lower() for sigla in self.entities),
            periodo=frozenset(row.codigo for row in self.rows(Periodo))
            | {row.periodo for row in self.rows(Meta2017)},
            tipo=frozenset(row.tipo for row in self.rows(Ruta)),
            zona=frozenset(
                slug(row.zona) for row in self.rows(FraseRuta) if row.zona and row.pares
            ),
            lugar=frozenset(routes.places(self.rows(Ruta))),
            codigo=frozenset(self.indicators)
            | frozenset(self.actions)
            | {row.codigo for row in self.rows(Objetivo) if row.nivel == "OI"},
            corte=frozenset(self.versions) | {self.version},
            orden=frozenset(sign + name for name in ORDERS for sign in ("", "-")),
        )

    @cached_property
    def _warnings(self) -> dict[tuple[str, int], list[str]]:
        found: dict[tuple[str, int], list[str]] = {}
        series: dict[str, list[progress.Point]] = {}
        for row in self.rows(Valor):
            point = progress.Point(row.anio, row.logro_esperado, row.valor_obtenido, row.percent)
            series.setdefault(row.codigo, []).append(point)
        for code, points in series.items():
            indicator = self.indicators[code]
            whole = indicator.unidad == "%" and indicator.nombre.startswith("Porcentaje")
            by_year = progress.warnings(points, indicator.linea_base_valor, whole)
            found |= {(code, year): names for year, names in by_year.items()}
        return found

    def warnings(self, code: str, year: int) -> list[str]:
        """Return the warnings of a value (contract, section 4)."""
        return self._warnings.get((code, year), [])

    def year(self, filters: Filters) -> int:
        """Return the year looked at: the one chosen, or the latest with results."""
        return filters.anio or self.latest

    def kept(self, kind: type[_Some], filters: Filters) -> tuple[_Some, ...]:
        """Return the rows of the table of a model under the filters that make sense for it."""
        year = self.year(filters)
        return tuple(row for row in self.rows(kind) if self._selection.keeps(row, filters, year))

    @cached_property
    def contradictions(self) -> dict[str, list[Discrepancia]]:
        """Return the contradictions of the sources by what they name (see Discrepancia)."""
        found: dict[str, list[Discrepancia]] = {}
        for row in self.rows(Discrepancia):
            for name in sorted(row.named):
                found.setdefault(name, []).append(row)
        return found

    def select(self, table: str, filters: Filters) -> pd.DataFrame:
        """Return the rows of a table under the filters that make sense for it.

        Columns and their order are those of the contract; numbers are exact decimals.
        Raises KeyError for an unknown table.
        """
        model = TABLES[table]
        records = [row.model_dump() for row in self.kept(model, filters)]
        return pd.DataFrame(records, columns=model.columns(), dtype=object)

    def keeps(self, row: Row, filters: Filters) -> bool:
        """Say whether a row stays under the filters; the search of a table is not one of them."""
        return self._selection.keeps(row, filters.with_(buscar=""), self.year(filters))

    def chosen(self, filters: Filters) -> list[tuple[Indicador, Valor]]:
        """Return the indicators under the filters with their value of the year looked at."""
        year = self.year(filters)
        pairs = [
            (row, self.values[row.codigo, year])
            for row in self.rows(Indicador)
            if (row.codigo, year) in self.values
        ]
        kept = [pair for pair in pairs if self._selection.keeps(pair[0], filters, year)]
        return _ordered(kept, filters.orden)

    def cited(self, codes: Iterable[str]) -> list[Fuente]:
        """Return the sources of some rows, each once, in the order of the table."""
        wanted = set(codes)
        return [row for row in self.rows(Fuente) if row.codigo in wanted]


def _ordered(pairs: list[tuple[Indicador, Valor]], order: str) -> list[tuple[Indicador, Valor]]:
    name = order.removeprefix("-")
    backwards = order.startswith("-")
    if name == "avance":
        known = [pair for pair in pairs if pair[1].percent is not None]
        absent = [pair for pair in pairs if pair[1].percent is None]
        return sorted(known, key=lambda p: p[1].percent or Decimal(), reverse=backwards) + absent
    if name:
        return sorted(pairs, key=lambda p: plain(getattr(p[0], name)), reverse=backwards)
    return pairs
