"""The year that a report is of, with what its sections ask of the tables again and again."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from data.codes import Light
from data.compliance_report import cells
from data.compliance_report.blocks import Ref
from data.compliance_report.free_text import FreeTexts
from data.model import (
    Avance,
    Ejercicio,
    Entidad,
    Explicacion,
    Indicador,
    Lineamiento,
    Objetivo,
    Servicio,
    SinReporte,
    Valor,
)
from data.store import Store

POLICY = "politica-2030"
INDEX = "IG"
Pair = tuple[Indicador, Valor]


@dataclass(frozen=True)
class Context:
    """A year over some tables, with the free text of its report."""

    store: Store
    year: int
    texts: FreeTexts

    @property
    def closed(self) -> bool:
        """Say whether the year is closed."""
        return self.store.state(self.year) == "cerrado"

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Return the indicators in force as they were in the year, each with its value."""
        codes = self.store.in_force(self.year)
        found = ((code, self.store.values.get((code, self.year))) for code in codes)
        return tuple((self.store.then(code, self.year), row) for code, row in found if row)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Return the years that the tables have, up to the one of the report."""
        return tuple(year for year in self.store.years if year <= self.year)

    @cached_property
    def objectives(self) -> tuple[Objetivo, ...]:
        """Return the objectives of the policy."""
        return tuple(row for row in self.store.rows(Objetivo) if row.plan == POLICY)

    @cached_property
    def lines(self) -> tuple[Lineamiento, ...]:
        """Return the lineamientos."""
        return self.store.rows(Lineamiento)

    @cached_property
    def services(self) -> tuple[Servicio, ...]:
        """Return the services by their number."""
        return tuple(sorted(self.store.rows(Servicio), key=lambda row: row.numero))

    def of_level(self, level: str) -> tuple[Pair, ...]:
        """Return the indicators of objective (IOP) or of service (ISS)."""
        return tuple(pair for pair in self.pairs if pair[0].nivel == level)

    def of_objective(self, code: str, level: str) -> tuple[Pair, ...]:
        """Return the indicators of a level of an objective."""
        return tuple(pair for pair in self.of_level(level) if pair[0].objetivo == code)

    def of_service(self, code: str) -> tuple[Pair, ...]:
        """Return the indicators of a service."""
        return tuple(pair for pair in self.pairs if pair[0].servicio == code)

    def advance(self, code: str, year: int) -> Avance | None:
        """Return the advance of an objective or of the policy in a year."""
        return self.store.advances.get((code, year))

    def value(self, code: str, year: int) -> Valor | None:
        """Return the value of an indicator in a year."""
        return self.store.values.get((code, year))

    def first(self, code: str) -> Valor | None:
        """Return the earliest year in which an indicator has a result, if it is an earlier one."""
        rows = (self.value(code, year) for year in self.years if year < self.year)
        return next((row for row in rows if row and row.valor_obtenido is not None), None)

    def explained(self, code: str) -> tuple[Explicacion, ...]:
        """Return what the sources say of a result of the year."""
        rows = self.store.by(Explicacion, "codigo", "anio")
        return rows.get((code, self.year), ())

    @cached_property
    def missing(self) -> tuple[SinReporte, ...]:
        """Return the indicators of which somebody says that information is missing."""
        return tuple(row for row in self.store.rows(SinReporte) if row.anio == self.year)

    @cached_property
    def missing_codes(self) -> frozenset[str]:
        """Return the codes of those indicators."""
        return frozenset(row.codigo for row in self.missing)

    @cached_property
    def said(self) -> Ref:
        """Return the year, by the row that says how it stands."""
        return self.when(self.year)

    def when(self, year: int) -> Ref:
        """Return a year, by the row that says how it stands."""
        return cells.year(year, self.store.keyed(Ejercicio).get(year))

    def entity(self, initials: str) -> Ref:
        """Return the name of an institution, from the catalogue."""
        row = self.store.entities.get(initials)
        return cells.quoted(row, "nombre") if row else Ref(initials, origin="termino")

    def initials(self, row: Indicador) -> Ref:
        """Return the initials of who answers, from the catalogue."""
        found: Entidad | None = self.store.entities.get(row.responsable)
        return cells.quoted(found or row, "sigla" if found else "responsable")

    def in_band(self, pairs: tuple[Pair, ...], light: Light) -> Iterator[Pair]:
        """Give the indicators in a band."""
        return (pair for pair in pairs if pair[1].semaforo == light)

    def ranked(self, pairs: tuple[Pair, ...]) -> list[Pair]:
        """Return the indicators that have an advance, the highest first; ties by code."""
        known = [pair for pair in pairs if pair[1].percent is not None]
        return sorted(known, key=lambda pair: (-(pair[1].percent or 0), pair[0].codigo))


def below(row: Valor) -> bool:
    """Say whether a result is known and less than its target."""
    reached, wanted = row.valor_obtenido, row.logro_esperado
    return reached is not None and wanted is not None and reached < wanted


def met(row: Valor) -> bool:
    """Say whether a result is known and not less than its target."""
    reached, wanted = row.valor_obtenido, row.logro_esperado
    return reached is not None and wanted is not None and reached >= wanted
