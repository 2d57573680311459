"""The gauges: advance of each priority objective against its bands, in one year."""

from decimal import Decimal

import pandas as pd

from components import other_figures
from components.charts.chart import Chart, Record, records
from components.charts.layouts.bullets import Bullet, Bullets
from components.charts.layouts.marks import said
from components.format import advance, joined, percent
from components.texts import t
from data.model import Avance, Objetivo
from data.query.filters import Filters
from data.rules.progress import AMBER_FROM, FULL, GREEN_FROM
from data.store import Store

COLUMNS = [
    "codigo", "anio", "eje", "objetivo", "avance_publicado", "avance_calculado", "semaforo",
    "otro_avance_publicado", "fuente",
]  # fmt: skip
_BEST_FIRST = ("verde", "ambar", "rojo", "sin-dato")


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per objective whose axis is chosen, for the year looked at."""
    year = store.year(filters)
    axes = filters.eje or _axes_of(store, filters)
    rows = [
        [row.codigo, year, row.eje, row.texto, *_figures(store, store.advances[row.codigo, year])]
        for row in store.rows(Objetivo)
        if row.nivel == "OP" and row.eje in axes and (row.codigo, year) in store.advances
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def _axes_of(store: Store, filters: Filters) -> set[str]:
    wanted = Filters(sector=filters.sector, entidad=filters.entidad)
    return {indicator.eje for indicator, _ in store.chosen(wanted.with_(anio=filters.anio))}


def _figures(store: Store, row: Avance) -> list[object]:
    other = other_figures.value(store, row.codigo, row.anio)
    return [row.avance_publicado, row.avance_calculado, row.semaforo, other, row.fuente]


def shown(row: Record) -> Decimal | None:
    """Return the advance that is read off a row: published, else computed."""
    published, computed = row["avance_publicado"], row["avance_calculado"]
    value: Decimal | None = computed if published is None else published
    return value


def plot(frame: pd.DataFrame) -> Bullets:
    """Declare one bullet per objective."""
    bullets = [
        Bullet(t(f"axes.{row['eje']}"), shown(row), row["semaforo"], _said(row))
        for row in records(frame)
    ]
    return Bullets(tuple(bullets), (Decimal(0), AMBER_FROM, GREEN_FROM, FULL))


def _said(row: Record) -> str:
    light, value = t(f"lights.{row['semaforo']}"), shown(row)
    figure = "" if value is None else advance(value, computed=row["avance_publicado"] is None)
    return said(t(f"axes.{row['eje']}"), figure, period=row["anio"], state=light)


def _phrase(row: Record) -> str:
    value = shown(row)
    if value is None:
        return t("charts.objetivos.none", axis=t(f"axes.{row['eje']}"))
    key = "computed" if row["avance_publicado"] is None else "published"
    return t(
        f"charts.objetivos.{key}",
        axis=t(f"axes.{row['eje']}"),
        value=percent(value),
        word=t(f"lights.{row['semaforo']}"),
    )


def sentence(frame: pd.DataFrame) -> str:
    """Say the advance of each objective and its band."""
    if not len(frame):
        return t("empty.chart")
    year = frame["anio"].iloc[0]
    parts = [_phrase(row) for row in records(frame)]
    advances = t("charts.objetivos.sentence", year=year, parts="; ".join(parts))
    return " ".join([advances, *others(frame)])


def others(frame: pd.DataFrame) -> list[str]:
    """Say which other advances the report prints, and which one the state follows."""
    return [
        t("charts.objetivos.other", axis=t(f"axes.{row['eje']}"), used=percent(shown(row)),
          value=percent(row["otro_avance_publicado"]))
        for row in records(frame) if row["otro_avance_publicado"] is not None
    ]  # fmt: skip


def finding(frame: pd.DataFrame) -> str:
    """Say which objectives are in each state, those that fulfil first, each with its advance."""
    parts = []
    for light in _BEST_FIRST:
        names = [_named(row) for row in records(frame) if row["semaforo"] == light]
        if names:
            parts.append(t("charts.objetivos.found", axes=joined(names), word=t(f"lights.{light}")))
    return "; ".join(parts)


def _named(row: Record) -> str:
    value, axis = shown(row), t(f"axes.{row['eje']}")
    if value is None:
        return axis
    key = "computed" if row["avance_publicado"] is None else "published"
    return t(f"charts.objetivos.named_{key}", axis=axis, value=percent(value))


CHART = Chart("objetivos", select, plot, sentence, page="/", found=finding)
