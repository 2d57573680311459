"""Which published figures can fill a map, and what is known of every territory in each."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

import pandas as pd

from data.codes import Measure
from data.model import Cobertura, Incidencia, Periodo, Territorio
from data.query.filters import Filters
from data.query.store_cache import per_store
from data.store import Store
from geo import places

Level = Literal["distrito_fiscal", "departamento"]
COUNTED = ("denuncias", "casos")
_COUNTERS: dict[Level, tuple[str, ...]] = {
    "distrito_fiscal": ("Ministerio Público",),
    "departamento": ("PNP", "Policía"),
}
REST, COMPUTED = "resto", "calculado"
COLUMNS = [
    "periodo", "periodo_inicio", "periodo_fin", "indicador", "desagregacion", "codigo_territorio",
    "nombre", "nombre_en_fuente", "valor", "porcentaje", "porcentaje_es", "medida", "estado",
    "total", "alcance", "nota", "fuente",
]  # fmt: skip
_COMPLETE = ("si", "dudoso", "no")
_STATES = ("dato", "cero", "nd", "no-publicado", "no-existia", COMPUTED)
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Map:
    """One period as one source fills it: what it covers, and when that was."""

    coverage: Cobertura
    period: Periodo

    @property
    def summed(self) -> bool:
        """Say whether the total is our sum of a whole map and not one that the source gives."""
        return self.coverage.total_publicado is None and self.total is not None

    @property
    def total(self) -> Decimal | None:
        """Return the national total that the shares are of; None where nobody gave it."""
        row = self.coverage
        return row.suma if row.total_publicado is None and row.completo == "si" else (
            row.total_publicado
        )  # fmt: skip

    def measure(self, asked: str) -> Measure:
        """Return the measure asked for, or the only one that the source allows."""
        if self.coverage.unidad == "%":
            return "porcentaje"
        return "porcentaje" if asked == "porcentaje" and self.total else "casos"


@per_store
def published(store: Store, level: Level) -> tuple[Map, ...]:
    """Return one map per period, the one of most territories; complete and late ones first.

    Prosecutors count by distrito fiscal and the police by departamento; no other does here.
    """
    periods = store.keyed(Periodo)
    best: dict[str, Cobertura] = {}
    for row in store.rows(Cobertura):
        counter = store.sources[row.fuente].institucion
        if not counter.startswith(_COUNTERS[level]):
            continue
        if row.desagregacion == level and row.indicador in COUNTED:
            best[row.periodo] = max(best.get(row.periodo, row), row, key=_worth)
    found = [Map(row, periods[code]) for code, row in best.items()]
    found.sort(key=lambda one: (one.period.fin or date.min, one.coverage.con_dato), reverse=True)
    return tuple(sorted(found, key=lambda one: _COMPLETE.index(one.coverage.completo)))


def _worth(row: Cobertura) -> tuple[bool, int]:
    return row.unidad == "n", row.con_dato


def chosen(store: Store, filters: Filters, level: Level) -> Map | None:
    """Return the map of the period asked for; else the latest that is whole and beyond doubt."""
    found = published(store, level)
    if filters.periodo:
        return next((one for one in found if one.period.codigo == filters.periodo), None)
    return found[0] if found else None


def rows(store: Store, one: Map, asked: str) -> pd.DataFrame:
    """Return one row per territory, greatest first, and what the source left undivided.

    `valor` in cases, `porcentaje` of `total`; a territory of which nothing is said keeps its
    kind of absence in `estado` and has no figure. The frame says in its `total_es` whether the
    total is published or ours.
    """
    said = {row.codigo_territorio: row for row in _figures(store, one.coverage)}
    records = [
        _record(one, territory, said.get(territory.codigo), one.measure(asked))
        for territory in store.rows(Territorio)
        if territory.nivel == one.coverage.desagregacion
    ]
    records.sort(key=_rank)
    if one.coverage.resto:
        records.append(_rest(one, one.coverage.resto, one.measure(asked)))
    frame = pd.DataFrame(records, columns=COLUMNS, dtype=object)
    frame.attrs["total_es"] = COMPUTED if one.summed else "publicado"
    return frame


def _figures(store: Store, wanted: Cobertura) -> tuple[Incidencia, ...]:
    names = ("periodo", "indicador", "desagregacion", "unidad", "fuente")
    key = tuple(getattr(wanted, name) for name in names)
    return store.by(Incidencia, *names).get(key, ())


Record = dict[str, object]


def _record(one: Map, place: Territorio, row: Incidencia | None, measure: Measure) -> Record:
    figure = row.valor if row else None
    counted = one.coverage.unidad == "n"
    return _common(one, measure) | {
        "codigo_territorio": place.codigo,
        "nombre": place.nombre,
        "nombre_en_fuente": row.categoria if row else None,
        "valor": figure if counted else None,
        "porcentaje": share(figure, one.total) if counted else figure,
        "estado": row.estado if row else _silence(one, place),
    }


def _rest(one: Map, rest: Decimal, measure: Measure) -> Record:
    return _common(one, measure) | {
        "codigo_territorio": REST,
        "valor": rest,
        "porcentaje": share(rest, one.total),
        "estado": COMPUTED,
    }


def _common(one: Map, measure: Measure) -> Record:
    return {
        "periodo": one.period.codigo,
        "periodo_inicio": one.period.inicio,
        "periodo_fin": one.period.fin,
        "indicador": one.coverage.indicador,
        "desagregacion": one.coverage.desagregacion,
        "nombre": None,
        "nombre_en_fuente": None,
        "porcentaje_es": "publicado" if one.coverage.unidad == "%" else COMPUTED,
        "medida": measure,
        "total": one.total,
        "alcance": one.coverage.completo,
        "nota": one.coverage.nota,
        "fuente": one.coverage.fuente,
    }


def share(figure: Decimal | None, total: Decimal | None) -> Decimal | None:
    """Return a part of a total in percent, one decimal; None where either is not known."""
    if figure is None or not total:
        return None
    return (figure / total * 100).quantize(_TENTH, ROUND_HALF_UP)


def _silence(one: Map, place: Territorio) -> str:
    """Tell a territory that the source leaves out from one that did not exist then."""
    start, end = one.period.inicio, one.period.fin
    districts = place.nivel == "distrito_fiscal"
    if districts and start and end and not places.existed(place.codigo, start, end):
        return "no-existia"
    return "no-publicado"


def _rank(row: Record) -> tuple[int, Decimal, str]:
    value = row["valor"] if row["valor"] is not None else row["porcentaje"]
    size = value if isinstance(value, Decimal) else Decimal()
    return _STATES.index(str(row["estado"])), -size, str(row["nombre"])
