"""What the Registro begins with: the sheets, targets, spans and results of the board's tables."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, func, insert, select

from data.model import Componente, Indicador, Valor, Vigencia
from data.registro import sheets
from data.registro.schema.plan import ficha, historia, meta, periodo, responsable
from data.store import Store

_SENSES = ("ascendente", "descendente", "sin-cambio")


def seed(connection: Connection, store: Store) -> int:
    """Write them once, into tables that have none; return how many indicators there are."""
    if connection.execute(select(func.count()).select_from(ficha)).scalar_one():
        return 0
    rows = [_sheet(row) for row in store.rows(Indicador)]
    connection.execute(insert(ficha), rows)
    connection.execute(insert(responsable), [_span(row) for row in store.rows(Vigencia)])
    goals = [row for row in store.rows(Valor) if row.logro_esperado is not None]
    connection.execute(insert(meta), [{"codigo": row.codigo, "anio": row.anio, "n": 1,
                                       "valor": row.logro_esperado} for row in goals])  # fmt: skip
    connection.execute(insert(historia), [_past(store, row) for row in store.rows(Valor)
                                          if row.estado != "por-vencer"])  # fmt: skip
    return len(rows)


def calendar(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Write the periods of a year."""
    connection.execute(insert(periodo), rows)


def _sheet(row: Indicador) -> dict[str, Any]:
    own, said = sheets.sheet(row), sheets.declared()[row.codigo]
    return {
        "codigo": row.codigo,
        "n": 1,
        "nombre": row.nombre,
        "clase": own.clase,
        "unidad_contada": own.unidad,
        "calificador": own.calificador,
        "universo": own.universo,
        "universo_n": own.universo_n,
        "decimales": own.decimales,
        "acumulacion": said["acumulacion"],
        "agregacion": own.agregacion,
        "sentido": own.sentido if own.sentido in _SENSES else _SENSES[0],
        "base": row.linea_base_valor,
        "norma": row.fuente,
    }


def _span(row: Vigencia) -> dict[str, Any]:
    return {
        "codigo": row.codigo,
        "desde": date(row.desde, 1, 1),
        "hasta": date(row.hasta, 12, 31) if row.hasta else None,
        "entidad": row.entidad,
        "unidad": row.unidad or "",
        "norma": row.norma or "",
    }


def _past(store: Store, row: Valor) -> dict[str, Any]:
    parts = store.exact(Componente).get((row.codigo, str(row.anio)))
    above: Decimal | None = parts.numerador if parts else None
    below: Decimal | None = parts.denominador if parts else None
    return {"codigo": row.codigo, "anio": row.anio, "valor": row.valor_obtenido,
            "numerador": above, "denominador": below, "fuente": row.fuente}  # fmt: skip
