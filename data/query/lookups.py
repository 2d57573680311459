"""What the tables hold under the names that the board calls it by."""

from collections.abc import Mapping
from functools import cached_property

from data.codes import Document
from data.model import (
    Accion2017,
    Avance,
    Discrepancia,
    Entidad,
    Explicacion,
    FraseRuta,
    Fuente,
    Indicador,
    Meta2017,
    SerieMeta,
    Valor,
)
from data.query import route_pairs
from data.query.documents import documents
from data.query.table_index import Rows
from data.rules.ramps import Ramp, ramps
from data.search.full_text import Search
from data.search.search_corpus import passages


class Lookups(Rows):
    """Rows by their code, and what is made of a few tables once."""

    @property
    def indicators(self) -> Mapping[str, Indicador]:
        """Return the indicators by code, in the order of the report."""
        return self.keyed(Indicador)

    @property
    def values(self) -> Mapping[tuple[str, int], Valor]:
        """Return the values by code and year."""
        return self.exact(Valor)

    @property
    def advances(self) -> Mapping[tuple[str, int], Avance]:
        """Return the advances of objectives and policy by code and year."""
        return self.exact(Avance)

    @property
    def entities(self) -> Mapping[str, Entidad]:
        """Return the institutions by their initials."""
        return self.keyed(Entidad)

    @property
    def sources(self) -> Mapping[str, Fuente]:
        """Return the cited places by code."""
        return self.keyed(Fuente)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Return the documents that records speak of: the reports that are sources, the others."""
        return documents(self)

    @cached_property
    def stated(self) -> route_pairs.Stated:
        """Return the sentences of the plan that state each pair of the routes."""
        return route_pairs.stated(self.rows(FraseRuta))

    @property
    def actions(self) -> Mapping[str, Accion2017]:
        """Return the actions of the plan 2017-2021 by code."""
        return self.keyed(Accion2017)

    @cached_property
    def ramps(self) -> dict[str, list[Ramp]]:
        """Return the series of targets of each action of the plan 2017-2021."""
        return ramps(self.rows(Meta2017), self.rows(SerieMeta))

    @cached_property
    def search(self) -> Search:
        """Return the full-text search over the three plans."""
        return Search(passages(self))

    @cached_property
    def moved(self) -> dict[tuple[str, int], str]:
        """Return who took over an indicator in a year, where a source says that it passed on."""
        return {
            (row.codigo, row.anio): row.entidad
            for row in self.rows(Explicacion)
            if row.clase == "traslado" and row.entidad
        }

    @cached_property
    def contradictions(self) -> dict[str, list[Discrepancia]]:
        """Return the contradictions of the sources by what they name (see Discrepancia).

        Observations and other names are not contradictions: see `observations`.
        """
        return self._about(counted=True)

    @cached_property
    def observations(self) -> dict[str, list[Discrepancia]]:
        """Return what was observed in the sources and is no contradiction, by what it names."""
        return self._about(counted=False)

    def _about(self, *, counted: bool) -> dict[str, list[Discrepancia]]:
        found: dict[str, list[Discrepancia]] = {}
        for row in self.rows(Discrepancia):
            if row.counts != counted:
                continue
            for name in sorted(row.named):
                found.setdefault(name, []).append(row)
        return found
