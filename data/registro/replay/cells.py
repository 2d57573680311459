"""Each published cell as it would have been typed, and what was known of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import cast

from data.model import Cifra, Componente, Explicacion, Indicador, Valor
from data.registro import sheets
from data.registro.checks.figures_in_text import stem
from data.registro.entry import (
    Answerable,
    Counterpart,
    DataState,
    Entry,
    Known,
    Part,
    Sheet,
)
from data.registro.replay.quotes import Quotes
from data.rules.progress import FULL
from data.store import Store

YEARS = (2022, 2023, 2024)
_STATES: Mapping[str, DataState] = {"dato": "dato", "cero": "cero"}


@dataclass(frozen=True)
class Cells:
    """The cells of the years of the report of 2024 that have a result."""

    store: Store

    @cached_property
    def sheets(self) -> Mapping[str, Sheet]:
        """Return the sheet of each indicator."""
        return {row.codigo: sheets.sheet(row) for row in self.store.rows(Indicador)}

    @cached_property
    def _quotes(self) -> Quotes:
        return Quotes(self.store)

    def __iter__(self) -> Iterator[tuple[Entry, Known]]:
        """Return each cell with what was known of it."""
        for code in self.sheets:
            for year in YEARS:
                yield self.entry(code, year), self.known(code, year)

    def entry(self, code: str, year: int) -> Entry:
        """Return what the report prints of a cell, as if it had been typed."""
        row = self.store.values[code, year]
        above, below = self._parts(code, year)
        return Entry(
            estado_dato=_state(row),
            numerador=above,
            denominador=below,
            valor=row.valor_obtenido,
            avance=row.avance_publicado,
            texto=self._quotes.text(code, year),
            entidad=self._reporting(code, year),
            unidad=_units(code, year).get("unidad", ""),
            motivo="ND" if row.valor_obtenido is None else "",
        )

    def known(self, code: str, year: int) -> Known:
        """Return what was known of a cell when it was reported."""
        series = self.store.history(code)
        unit = _units(code, year).get("responde", "")
        return Known(
            sheet=self.sheets[code],
            anio=year,
            inicio=date(year, 1, 1),
            fin=date(year, 12, 31),
            base=self.store.indicators[code].linea_base_valor,
            metas={row.anio: row.logro_esperado for row in series if row.logro_esperado},
            valores={row.anio: row.valor_obtenido for row in series
                     if row.valor_obtenido is not None},
            responsables=(Answerable(self.store.responsible(code, year), unit),),
            contrapartes=tuple(self._counterparts(code, year)),
            mismo_universo=self._same_universe(code, year),
            unidades=sheets.units(self.sheets.values()),
        )  # fmt: skip

    def _parts(self, code: str, year: int) -> tuple[Decimal | None, Decimal | None]:
        row = self.store.exact(Componente).get((code, str(year)))
        return (row.numerador, row.denominador) if row else self._implied(code, year)

    def _implied(self, code: str, year: int) -> tuple[Decimal | None, Decimal | None]:
        """Return the figure that the prose gives of what is counted, and what it divides by."""
        unit, row = stem(self.sheets[code].unidad), self.store.values[code, year]
        said = [one.valor for one in self.store.rows(Cifra)
                if (one.codigo, one.anio) == (code, year) and stem(one.unidad) == unit]  # fmt: skip
        if not said or not self.sheets[code].has_parts:
            return None, None
        return said[0], said[0] / row.valor_obtenido * FULL if row.valor_obtenido else None

    def _reporting(self, code: str, year: int) -> str:
        moved = [row.entidad for row in self.store.rows(Explicacion)
                 if (row.codigo, row.anio, row.clase) == (code, year, "traslado")]  # fmt: skip
        return next(filter(None, moved), None) or self.store.responsible(code, year)

    def _counterparts(self, code: str, year: int) -> Iterator[Counterpart]:
        for row in sheets.rows("conciliaciones.csv"):
            for own, other in (("a", "b"), ("b", "a")):
                if row[f"codigo_{own}"] == code:
                    there = row[f"codigo_{other}"]
                    yield Counterpart(there, row["dato"], cast("Part", row[f"que_{own}"]),
                                      self._figure(there, year, row[f"que_{other}"]))  # fmt: skip

    def _figure(self, code: str, year: int, what: str) -> Decimal | None:
        if what == "valor":
            return self.store.values[code, year].valor_obtenido
        return self._parts(code, year)[what == "denominador"]

    def _same_universe(self, code: str, year: int) -> dict[str, Decimal]:
        name = self.sheets[code].universo
        others = [one.codigo for one in self.sheets.values()
                  if name and one.universo == name and one.codigo != code]  # fmt: skip
        found = {other: self._parts(other, year)[1] for other in others}
        return {other: below for other, below in found.items() if below is not None}


def _state(row: Valor) -> DataState:
    return _STATES.get(row.estado, "nd")


def _units(code: str, year: int) -> dict[str, str]:
    for row in sheets.rows("replay/unidades.csv"):
        if (row["codigo"], row["anio"]) == (code, str(year)):
            return row
    return {}
