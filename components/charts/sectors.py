"""The traffic light by who answers: one mark per indicator, one line per sector or entity."""

import pandas as pd

from components.band_counts import bands, indicators
from components.charts import status_strip
from components.charts.chart import Chart
from components.charts.layouts.strip import Group, Strip
from components.format import joined
from components.texts import t
from data.codes import LIGHTS
from data.query.code_order import rank
from data.query.commitments import alphabetical
from data.query.filters import Filters
from data.store import Store

COLUMNS = [
    "sector", "responsable", "traslado", "codigo", "anio", "nombre", "avance_publicado",
    "avance_calculado", "semaforo", "fuente",
]  # fmt: skip


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per indicator under the filters, by sector and entity in alphabet order."""
    rows = [
        [row.sector, row.responsable, store.moved.get((row.codigo, value.anio)), row.codigo,
         value.anio, row.nombre, value.avance_publicado, value.avance_calculado, value.semaforo,
         value.fuente]
        for row, value in store.chosen(filters)
    ]  # fmt: skip
    rows.sort(key=lambda row: rank(LIGHTS, row[8]))
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def groups(frame: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the rows of each sector, or of each entity where there is one sector only."""
    column = "sector" if frame["sector"].nunique() > 1 else "responsable"
    codes = dict.fromkeys(frame[column])
    names = [(code, t(f"sectors.{code}") if column == "sector" else code) for code in codes]
    return [(name, frame[frame[column] == code]) for code, name in alphabetical(names)]


def plot(frame: pd.DataFrame) -> Strip:
    """Declare one line of dots per sector or entity."""
    lines = (Group(name, status_strip.dots(rows)) for name, rows in groups(frame))
    return Strip(tuple(lines))


def sentence(frame: pd.DataFrame) -> str:
    """Say how many indicators of each sector or entity are in each band."""
    if not len(frame):
        return t("empty.chart")
    parts = groups(frame)
    key = "one" if len(parts) == 1 else "several"
    said = t(f"charts.sector-semaforo.{key}", total=indicators(len(frame)), name=parts[0][0],
             bands=bands(status_strip.tally(frame)))  # fmt: skip
    below = [
        t("charts.sector-semaforo.part", name=name, amount=amount, total=len(rows))
        for name, rows in parts
        if (amount := status_strip.tally(rows)["rojo"])
    ]
    if below and len(parts) > 1:
        said = f"{said} {t('charts.sector-semaforo.below', parts=joined(below))}"
    return " ".join([said, *status_strip.moves(frame)])


def finding(frame: pd.DataFrame) -> str:
    """Say how many sectors or entities have any indicator below, without naming or ordering them.

    Of one alone there is no such count; that none has is said only where every state is known.
    """
    parts = groups(frame)
    amount = sum(status_strip.tally(rows)["rojo"] > 0 for _, rows in parts)
    unknown = (frame["semaforo"] == "sin-dato").any()
    if len(parts) == 1 or (not amount and unknown):
        return ""
    key = "none" if not amount else "one" if amount == 1 else "some"
    word = "sector" if frame["sector"].nunique() > 1 else "entity"
    words = t(f"charts.sector-semaforo.found_{word}", amount=len(parts))
    if amount == len(parts):
        return t("charts.sector-semaforo.found_all", words=words)
    return t(f"charts.sector-semaforo.found_{key}", amount=amount, words=words)


CHART = Chart(
    "sector-semaforo", select, plot, sentence, page="/sectores",
    narrows=("anio", "sector", "entidad"), linked=True, found=finding,
)  # fmt: skip
