"""The traffic light of the indicators: one mark each, by objective, in one year."""

from collections import Counter

import pandas as pd

from components.band_counts import bands, indicators
from components.charts.chart import Chart, Record, records
from components.charts.layouts.marks import said
from components.charts.layouts.strip import Dot, Group, Strip
from components.format import advance
from components.texts import t
from data.codes import LIGHTS, Light
from data.query.code_order import rank
from data.query.filters import Filters
from data.store import Store

COLUMNS = [
    "codigo", "anio", "nivel", "eje", "nombre", "responsable", "traslado", "avance_publicado",
    "avance_calculado", "semaforo", "fuente",
]  # fmt: skip

_SOME_AXES = 2


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per indicator under the filters, in the order of the lights."""
    rows = [
        [row.codigo, value.anio, row.nivel, row.eje, row.nombre, row.responsable,
         store.moved.get((row.codigo, value.anio)), value.avance_publicado,
         value.avance_calculado, value.semaforo, value.fuente]
        for row, value in store.chosen(filters)
    ]  # fmt: skip
    rows.sort(key=lambda row: rank(LIGHTS, row[9]))
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def tally(frame: pd.DataFrame) -> Counter[Light]:
    """Count the rows by light."""
    return Counter(frame["semaforo"])


def groups(frame: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the rows of each level and axis, in the order of the report."""
    axes = ("prevencion", "persecucion", "proteccion")
    pairs = [*(("ISS", axis) for axis in axes), ("IOP", None)]
    found = []
    for level, axis in pairs:
        rows = frame[(frame["nivel"] == level) & ((frame["eje"] == axis) if axis else True)]
        label = t(f"axes.{axis}") if axis else t("charts.semaforo.objective")
        if len(rows):
            found.append((label, rows))
    return found


def plot(frame: pd.DataFrame) -> Strip:
    """Declare one dot per indicator, one group per level and axis."""
    return Strip(tuple(Group(label, dots(rows)) for label, rows in groups(frame)))


def dots(frame: pd.DataFrame) -> tuple[Dot, ...]:
    """Return the dot of each indicator, which leads to its sheet."""
    return tuple(
        Dot(row["semaforo"], _said(row), f"/indicadores/{row['codigo']}") for row in records(frame)
    )


def _said(row: Record) -> str:
    published, computed = row["avance_publicado"], row["avance_calculado"]
    value = computed if published is None else published
    figure = "" if value is None else advance(value, computed=published is None)
    name = f"{row['codigo']}, {named(row)}"
    return said(name, figure, period=row["anio"], state=t(f"lights.{row['semaforo']}"))


def named(row: Record) -> str:
    """Return who answers, with the entity to which the report says that it moved."""
    return with_moved(row["responsable"], row["traslado"])


def with_moved(entity: str, other: str | None) -> str:
    """Join who answers and the entity to which the report says that it moved, if any."""
    return t("explained.named", entity=entity, other=other) if other else entity


def moves(frame: pd.DataFrame) -> list[str]:
    """Say which indicators moved to another entity, as the report says."""
    return [
        t("charts.semaforo.moved", code=row["codigo"], entity=row["responsable"],
          other=row["traslado"])
        for row in records(frame) if row["traslado"]
    ]  # fmt: skip


def sentence(frame: pd.DataFrame) -> str:
    """Say how many indicators of each level there are in each band."""
    if not len(frame):
        return t("empty.chart")
    levels = [
        t(f"charts.semaforo.{level}", total=indicators(len(rows)), parts=bands(tally(rows)))
        for level in ("ISS", "IOP")
        if len(rows := frame[frame["nivel"] == level])
    ]
    return " ".join([*levels, *moves(frame)])


def finding(frame: pd.DataFrame) -> str:
    """Say in which axis most of the service indicators below are, if one has over half of them."""
    service = frame[frame["nivel"] == "ISS"]
    below = service[service["semaforo"] == "rojo"]
    if not len(below) or service["eje"].nunique() < _SOME_AXES:
        return ""
    axis, amount = Counter(below["eje"]).most_common(1)[0]
    if 2 * amount <= len(below):
        return ""
    key = "only" if len(below) == 1 else "all" if amount == len(below) else "most"
    return t(
        f"charts.semaforo.found_{key}", amount=amount, total=len(below), axis=t(f"axes.{axis}")
    )


CHART = Chart("semaforo", select, plot, sentence, page="/", linked=True, found=finding)
