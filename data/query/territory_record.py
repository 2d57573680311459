"""What is published of one territory: its yearly register with the country's, all else apart."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from data.model import Incidencia, NotaIncidencia
from data.query import map_rows, territory_series
from data.query.map_periods import Level, Map
from data.query.store_cache import per_store
from data.query.territories import Subject
from data.store import Store

Record = Mapping[str, Any]
COUNTRY = "PE"
COLUMNS = (
    "parte", "nivel", "codigo_territorio", "territorio", "institucion", "indicador", "categoria",
    "periodo", "periodo_inicio", "periodo_fin", "anio", "completo", "tramo", "valor", "unidad",
    "estado", "total_pais", "porcentaje", "puesto", "empatados", "territorios", "poblacion",
    "tasa", "confianza", "nota", "fuente",
)  # fmt: skip
YEARLY, OTHER = "serie", "otra-cifra"


def yearly(store: Store, subject: Subject) -> tuple[Record, ...]:
    """Return one row per year of the yearly register of a level, the first year first.

    `porcentaje`, `tasa` and `puesto` are ours. `tramo` says which years follow each other whole:
    a year that the source does not close, or one after a gap, begins another.
    """
    return _yearly(store, subject.level).get(subject.code, ())


def country(store: Store, level: Level) -> tuple[Record, ...]:
    """Return the totals that the same register gives of the country, year by year."""
    runs = _runs(territory_series.years(store, level))
    return tuple(
        _period(store, level, one)
        | {"codigo_territorio": COUNTRY, "territorio": "Perú", "valor": one.total, "estado": "dato",
           "tramo": run}
        for one, run in runs
    )  # fmt: skip


def last(rows: tuple[Record, ...], *, whole: bool) -> Record | None:
    """Return the last row of a whole year, or of a part of one after it; None if there is none."""
    row = next((row for row in reversed(rows) if (row["completo"] == "si") == whole), None)
    return row if whole or (rows and row is rows[-1]) else None


@per_store
def _yearly(store: Store, level: Level) -> dict[str, tuple[Record, ...]]:
    found: dict[str, list[Record]] = {}
    for one, run in _runs(territory_series.years(store, level)):
        rows = map_rows.rows(store, one, "casos").to_dict("records")
        figures = [row["valor"] for row in rows if row["valor"] is not None]
        exact = _exact(store, one)
        for row in rows:
            code = str(row["codigo_territorio"])
            own = {name: row[name] for name in ("codigo_territorio", "valor", "estado",
                                                "porcentaje", "poblacion", "tasa")}  # fmt: skip
            own["territorio"] = row["nombre"]
            placed = _ranked(row["valor"], figures) | exact.get(code, {})
            found.setdefault(code, []).append(_period(store, level, one) | own | placed
                                              | {"tramo": run})  # fmt: skip
    return {code: tuple(rows) for code, rows in found.items()}


def _runs(maps: tuple[Map, ...]) -> list[tuple[Map, int]]:
    """Number the runs of whole years that follow each other."""
    run, found = 0, []
    before: Map | None = None
    for one in maps:
        follows = before and before.whole_year and one.whole_year and one.year == _next(before)
        run += not follows
        found.append((one, run))
        before = one
    return found


def _next(one: Map) -> int:
    return (one.year or 0) + 1


def _period(store: Store, level: Level, one: Map) -> dict[str, Any]:
    return dict.fromkeys(COLUMNS) | {
        "parte": YEARLY,
        "nivel": level,
        "institucion": store.sources[one.coverage.fuente].institucion,
        "indicador": one.coverage.indicador,
        "periodo": one.period.codigo,
        "periodo_inicio": one.period.inicio,
        "periodo_fin": one.period.fin,
        "anio": one.year,
        "completo": "si" if one.whole_year else "no",
        "unidad": one.coverage.unidad,
        "total_pais": one.total,
        "fuente": one.coverage.fuente,
    }


def _ranked(value: Decimal | None, figures: list[Decimal]) -> dict[str, Any]:
    """Return the place of a figure among those of its period, and how many others share it."""
    if value is None:
        return {"territorios": len(figures)}
    first, same = 1 + sum(other > value for other in figures), figures.count(value) - 1
    return {"puesto": first, "empatados": same, "territorios": len(figures)}


def _exact(store: Store, one: Map) -> dict[str, dict[str, Any]]:
    """Return what stands beside each figure of a map: its trust, its words, its note."""
    named = (one.coverage.periodo, one.coverage.fuente, one.coverage.indicador)
    rows = store.by(Incidencia, "periodo", "fuente", "indicador").get(named, ())
    return {row.codigo_territorio: beside(store, row) for row in rows}


def beside(store: Store, row: Incidencia) -> dict[str, Any]:
    """Return what stands beside a figure: its words, how far to trust it, its note."""
    note = store.exact(NotaIncidencia).get(row.identity)
    said = note.nota if note else None
    return {"categoria": row.categoria, "confianza": row.confianza, "nota": said}
