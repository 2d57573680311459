"""The yearly series, territory by territory: the years that fill a map, the police's months."""

from collections.abc import Hashable, Mapping

import pandas as pd

from data.model import Incidencia, Periodo, Territorio
from data.query import map_rows
from data.query.commitments import alphabetical
from data.query.map_periods import Level, Map, published
from data.query.store_cache import per_store
from data.store import Store

COLUMNS = [
    "codigo_territorio", "nombre", "anio", "mes", "periodo", "periodo_inicio", "periodo_fin",
    "completo", "valor", "poblacion", "tasa", "estado", "fuente",
]  # fmt: skip
Cells = list[object]


@per_store
def years(store: Store, level: Level) -> tuple[Map, ...]:
    """Return the maps of the yearly series of a level, the first year first."""
    return tuple(one for one in reversed(published(store, level)) if one.annual)


def district_series(store: Store) -> pd.DataFrame:
    """Return one row per distrito fiscal and year of the prosecutors' series, in alphabet order.

    `estado` says what a row without `valor` is; `completo`, whether the year is whole.
    """
    return _frame(_yearly(store, "distrito_fiscal"))


def department_series(store: Store, institution: str) -> pd.DataFrame:
    """Return one row per departamento and year of an institution, then per month that it gives.

    `institution` is how its name begins («PNP»). `mes` is empty in the row of a year; a month
    without a row in the source is `no-publicado`, and a year without months has none here.
    """
    return _frame(_departments(store, institution))


def _frame(found: list[Cells]) -> pd.DataFrame:
    return pd.DataFrame(found, columns=COLUMNS, dtype=object)


@per_store
def _departments(store: Store, institution: str) -> list[Cells]:
    whole = [
        row
        for row in _yearly(store, "departamento")
        if store.sources[str(row[-1])].institucion.startswith(institution)
    ]
    return whole + _monthly(store, institution)


@per_store
def _yearly(store: Store, level: Level) -> list[Cells]:
    held = {
        (row["codigo_territorio"], one.year): _year(one, row)
        for one in years(store, level)
        for row in map_rows.rows(store, one, "casos").to_dict("records")
    }
    return [
        held[code, one.year]
        for code, _ in _named(store, level)
        for one in years(store, level)
        if (code, one.year) in held
    ]


def _year(one: Map, row: Mapping[Hashable, object]) -> Cells:
    return [row["codigo_territorio"], row["nombre"], one.year, None, row["periodo"],
            row["periodo_inicio"], row["periodo_fin"], "si" if one.whole_year else "no",
            row["valor"], row["poblacion"], row["tasa"], row["estado"], row["fuente"]]  # fmt: skip


def _monthly(store: Store, institution: str) -> list[Cells]:
    """Return every departamento in every month that has a figure of the country."""
    found = _by_month(store, institution)
    months = sorted({(start, row.periodo) for (_, start), row in found.items() if start})
    return [
        _month(code, name, store.keyed(Periodo)[period], found.get((code, start)))
        for code, name in _named(store, "departamento")
        for start, period in months
    ]


def _by_month(store: Store, institution: str) -> dict[tuple[str, object], Incidencia]:
    return {
        (row.codigo_territorio, row.periodo_inicio): row
        for row in store.rows(Incidencia)
        if row.periodo_inicio and row.periodo_fin and row.unidad == "n"
        and row.indicador == "denuncias" and row.desagregacion in ("departamento", "nacional")
        and (row.periodo_inicio.year, row.periodo_inicio.month)
        == (row.periodo_fin.year, row.periodo_fin.month)
        and store.sources[row.fuente].institucion.startswith(institution)
    }  # fmt: skip


def _month(code: str, name: str, period: Periodo, row: Incidencia | None) -> Cells:
    start = period.inicio
    assert start is not None
    return [code, name, start.year, start.month, period.codigo, start, period.fin, "si",
            row.valor if row else None, None, None, row.estado if row else "no-publicado",
            row.fuente if row else None]  # fmt: skip


def _named(store: Store, level: Level) -> list[tuple[str, str]]:
    return alphabetical((r.codigo, r.nombre) for r in store.rows(Territorio) if r.nivel == level)
