"""What a map shows of every territory in one period, and what its source left undivided."""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from data.codes import Measure
from data.model import Cobertura, Incidencia, Territorio
from data.query import people
from data.query.code_order import rank
from data.query.map_periods import Map
from data.store import Store
from geo import places

REST, COMPUTED = "resto", "calculado"
COLUMNS = [
    "periodo", "periodo_inicio", "periodo_fin", "indicador", "desagregacion", "codigo_territorio",
    "nombre", "nombre_en_fuente", "valor", "porcentaje", "porcentaje_es", "medida", "estado",
    "total", "alcance", "nota", "fuente", "poblacion", "tasa",
]  # fmt: skip
_STATES = ("dato", "cero", "nd", "no-publicado", "no-existia", COMPUTED)
_TENTH = Decimal("0.1")
Record = dict[str, object]


def rows(store: Store, one: Map, asked: str) -> pd.DataFrame:
    """Return one row per territory, greatest first, and what the source left undivided.

    `valor` in cases, `porcentaje` of `total`, `tasa` per 100,000 people (ours); a territory of
    which nothing is said keeps its kind of absence in `estado` and has no figure. The frame says
    in its `total_es` whether the total is published or ours.
    """
    said = {row.codigo_territorio: row for row in _figures(store, one.coverage)}
    records = [
        _record(one, territory, said.get(territory.codigo), one.measure(asked))
        | _rated(store, one, territory, said.get(territory.codigo))
        for territory in store.rows(Territorio)
        if territory.nivel == one.coverage.desagregacion
    ]
    if one.measure(asked) == "tasa":
        records = [_only_rates(record) for record in records]
    records.sort(key=_rank)
    if one.coverage.resto and one.measure(asked) != "tasa":
        records.append(_rest(one, one.coverage.resto, one.measure(asked)))
    frame = pd.DataFrame(records, columns=COLUMNS, dtype=object)
    frame.attrs["total_es"] = COMPUTED if one.summed else "publicado"
    return frame


def _figures(store: Store, wanted: Cobertura) -> tuple[Incidencia, ...]:
    names = ("periodo", "indicador", "desagregacion", "unidad", "fuente")
    key = tuple(getattr(wanted, name) for name in names)
    return store.by(Incidencia, *names).get(key, ())


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


def _rated(store: Store, one: Map, place: Territorio, row: Incidencia | None) -> Record:
    """Return the people of the year and the rate; of a span of years there is none."""
    counted = one.coverage.unidad == "n"
    held = people.of(store, place.codigo, one.year) if counted else None
    return {
        "poblacion": held.poblacion if held else None,
        "tasa": people.rate(row.valor if row else None, held),
    }


def _only_rates(record: Record) -> Record:
    """Leave without a figure the territory whose people no source gives."""
    if record["tasa"] is not None or record["estado"] not in ("dato", "cero"):
        return record
    return record | {"estado": "no-publicado", "valor": None, "porcentaje": None}


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
    value = row["tasa"] if row["medida"] == "tasa" else value
    size = value if isinstance(value, Decimal) else Decimal()
    return rank(_STATES, str(row["estado"])), -size, str(row["nombre"])
