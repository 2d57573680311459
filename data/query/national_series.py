"""The national series: what may be joined with a line, and what may not."""

import pandas as pd

from data.model import Incidencia, PuntoSerie
from data.query.map_periods import COUNTED
from data.query.store_cache import per_store
from data.store import Store

COLUMNS = [
    "serie", "tramo", "anio", "institucion", "que_cuenta", "valor", "estado", "confianza", "nota",
    "fuente",
]  # fmt: skip


def national(store: Store, counted: tuple[str, ...] = COUNTED) -> pd.DataFrame:
    """Return one row per year and series of what is counted; `tramo` says what joins.

    A year without a published figure keeps its kind of absence and belongs to no `tramo`.
    """
    return pd.DataFrame(_national(store, counted), columns=COLUMNS, dtype=object)


@per_store
def _national(store: Store, counted: tuple[str, ...]) -> list[list[object]]:
    figures = {row.identity: row for row in store.rows(Incidencia)}
    return [
        _row(point, figures[tuple(getattr(point, name) for name in Incidencia.key)])
        for point in store.rows(PuntoSerie)
        if point.desagregacion == "nacional" and point.indicador in counted
    ]


def _row(point: PuntoSerie, figure: Incidencia) -> list[object]:
    return [point.serie, point.tramo, int(point.periodo), point.institucion, point.que_cuenta,
            figure.valor, figure.estado, figure.confianza, point.nota, point.fuente]  # fmt: skip
