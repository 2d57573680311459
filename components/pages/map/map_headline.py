"""The headline of the map: the highest figure of a period, in the measure looked at."""

import pandas as pd

from components.charts.chart import records
from components.charts.map_classes import shown, unit
from components.charts.map_words import article, counted, period, summed
from components.format import number, percent, span
from components.texts import t
from data.model import Periodo
from data.query import map_rows
from data.query.filters import Filters
from data.store import Store


def headline(store: Store, filters: Filters, frame: pd.DataFrame) -> str:
    """Say which territory has the highest figure, or that the period has no map."""
    if not len(frame):
        found = next((p for p in store.rows(Periodo) if p.codigo == filters.periodo), None)
        said = span(found.inicio, found.fin) if found else filters.periodo
        return t("mapa.headline_none", period=said)
    first = records(frame)[0]
    return t(
        f"mapa.headline{_kind(frame)}",
        name=first["nombre"],
        value=number(first["valor"]),
        share=percent(first["porcentaje"]),
        rate=number(first["tasa"]),
        total=number(first["total"]),
        the=article(first),
        counted=counted(first),
        period=period(first),
    )


def _kind(frame: pd.DataFrame) -> str:
    """Return the ending of the key of the headline: what it shows, and whose it is."""
    first = records(frame)[0]
    if first["medida"] == "tasa" and first["tasa"] is not None:
        return "_rate"
    if shown(first) is None or unit(first) == "%":
        return "_computed" if first["porcentaje_es"] == map_rows.COMPUTED else "_share"
    return "_plain" if first["total"] is None or summed(frame) else ""
