"""The years of the policy over the tables: which are closed, who answered in each."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from data.codes import YearState
from data.model import Ejercicio, Indicador, Valor, Vigencia
from data.query.lookups import Lookups
from data.rules import spans


class Years(Lookups):
    """What holds in one year and not in another."""

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Return the years of the policy that have targets or results."""
        return tuple(sorted({row.anio for row in self.rows(Valor)}))

    @cached_property
    def latest(self) -> int:
        """Return the last closed year: the default of every view and the cut-off.

        Tables kept from before anybody said which are closed: the last year with results.
        """
        closed = [row.anio for row in self.rows(Ejercicio) if row.estado == "cerrado"]
        known = [row.anio for row in self.rows(Valor) if row.valor_obtenido is not None]
        return max(closed or known or self.years, default=0)

    @cached_property
    def cutoff(self) -> date:
        """Return the last day that the data speak of; the first there is for an empty store."""
        said = self.keyed(Ejercicio).get(self.latest)
        if said and said.cierre:
            return said.cierre
        return date(self.latest, 12, 31) if self.latest else date.min

    def state(self, year: int) -> YearState:
        """Return whether a year is closed, open or yet to come."""
        said = self.keyed(Ejercicio).get(year)
        return said.estado if said else "cerrado" if year <= self.latest else "abierto"

    @cached_property
    def _spans(self) -> spans.Spans:
        return spans.by_code(self.rows(Vigencia))

    def in_force(self, year: int) -> tuple[str, ...]:
        """Return the codes of the indicators in force in a year, in the order of the report.

        Tables kept from before the spans: those with a row of that year.
        """
        return self.remember(("in force", year), lambda: self._in_force(year))

    def _in_force(self, year: int) -> tuple[str, ...]:
        if not self._spans:
            return tuple(code for code in self.indicators if (code, year) in self.values)
        held = spans.in_force(self._spans, year)
        return tuple(code for code in self.indicators if code in held)

    def responsible(self, code: str, year: int) -> str:
        """Return the initials of who answered for an indicator in a year."""
        return spans.responsible(self._spans, code, year) or self.indicators[code].responsable

    def then(self, code: str, year: int) -> Indicador:
        """Return an indicator as it was in a year: with who answered for it then."""
        row = self.indicators[code]
        entity = self.entities.get(self.responsible(code, year))
        if entity is None or entity.sigla == row.responsable:
            return row
        return row.model_copy(update={"responsable": entity.sigla, "sector": entity.sector})

    def reported(self, year: int) -> tuple[int, int]:
        """Return how many of the indicators in force have a result of a year, and of how many."""
        codes = self.in_force(year)
        rows = (self.values.get((code, year)) for code in codes)
        return sum(row is not None and row.valor_obtenido is not None for row in rows), len(codes)

    def value(self, code: str, year: int) -> Valor | None:
        """Return the value of an indicator in a year; None where it has none."""
        return self.values.get((code, year))

    def history(self, code: str) -> tuple[Valor, ...]:
        """Return the values of an indicator, the earliest first."""
        rows = self.by(Valor, "codigo").get((code,), ())
        return tuple(sorted(rows, key=lambda row: row.anio))

    @cached_property
    def has_moved(self) -> Mapping[str, frozenset[str]]:
        """Return, of the indicators that changed hands, everybody who has answered for them."""
        held = {code: {span.entidad for span in row} for code, row in self._spans.items()}
        return {code: frozenset(who) for code, who in held.items() if len(who) > 1}
