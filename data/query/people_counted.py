"""Who is counted in the registers of people: victims, accused, sentenced, protected."""

from datetime import date

from data.model import Cifra, Incidencia, PuntoSerie
from data.store import Store

VICTIMS = ("victimas", "victimas_rescatadas")
ACCUSED = ("imputados", "detenidos")
JUDGED = ("sentencias", "expedientes_resueltos")
# The units of the absolute figures that count people, and the objective that protects them.
_PEOPLE, _PROTECTS = frozenset({"víctimas", "NNA", "personas", "casos"}), "OP.03"


def loose(store: Store, indicators: tuple[str, ...]) -> list[Incidencia]:
    """Return the figures of the country that stand in no yearly series, the latest first."""
    series = {tuple(getattr(point, name) for name in Incidencia.key)
              for point in store.rows(PuntoSerie)}  # fmt: skip
    rows = [
        row
        for row in store.rows(Incidencia)
        if row.desagregacion == "nacional"
        and row.indicador in indicators
        and row.identity not in series
        and row.periodo_fin
    ]
    return sorted(rows, key=lambda row: (row.periodo_fin or date.min, row.categoria), reverse=True)


def protected(store: Store) -> list[Cifra]:
    """Return the absolute figures of people that the report gives of the services of protection."""
    codes = {row.codigo for row in store.indicators.values() if row.objetivo == _PROTECTS}
    rows = [row for row in store.rows(Cifra) if row.codigo in codes and row.unidad in _PEOPLE]
    return sorted(rows, key=lambda row: (-row.anio, row.codigo))
