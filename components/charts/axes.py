"""Three plans side by side by axis: what each promised and what was reported of it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd

from components.charts.axes_words import CURRENT, MIDDLE, OLD, part, sentence
from components.charts.chart import Chart, Record, records
from components.charts.layouts.marks import said
from components.charts.layouts.panels import Panels
from components.charts.layouts.panels_parts import Bar, Panel
from components.charts.layouts.strip import Dot
from components.format import count, percent
from components.texts import t
from data.codes import AXES
from data.model import Meta2017
from data.query.filters import Filters
from data.rules.ramps import PERIODS
from data.store import Store

COLUMNS = [
    "plan", "eje", "codigo", "periodo", "texto", "cumplimiento_pct", "observacion", "avance",
    "semaforo", "fuente",
]  # fmt: skip


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per meta 2007-2013, per target 2017-2021 and per indicator al 2030."""
    kept = filters if filters.periodo in PERIODS else filters.with_(periodo="")
    rows = [*_old(store, kept), *_middle(store, kept), *_current(store, kept)]
    cells = [[row.get(name) for name in COLUMNS] for row in rows]
    return pd.DataFrame(cells, columns=COLUMNS, dtype=object)


def _old(store: Store, filters: Filters) -> Iterator[dict[str, Any]]:
    for row in records(store.select("metas_2007_2013", filters)):
        yield {**row, "plan": OLD, "codigo": f"META {row['numero']}", "texto": row["meta"]}


def _middle(store: Store, filters: Filters) -> Iterator[dict[str, Any]]:
    for row in store.kept(Meta2017, filters):
        axis = store.actions[row.accion].eje
        yield {**row.model_dump(), "plan": MIDDLE, "eje": axis, "codigo": row.accion}


def _current(store: Store, filters: Filters) -> Iterator[dict[str, Any]]:
    for indicator, value in store.chosen(filters.with_(buscar="", orden="")):
        yield {
            "plan": CURRENT,
            "eje": indicator.eje,
            "codigo": indicator.codigo,
            "periodo": str(value.anio),
            "texto": indicator.nombre,
            "avance": value.percent,
            "semaforo": value.semaforo,
            "fuente": value.fuente,
        }


def plot(frame: pd.DataFrame) -> Panels:
    """Declare the three plans of each axis: compliance per meta, targets per period, states."""
    rows = [row for row in records(frame) if row["plan"] == MIDDLE]
    counts = Counter((row["eje"], row["periodo"]) for row in rows)
    panels = []
    for axis in (axis for axis in AXES if (frame["eje"] == axis).any()):
        bars = {OLD: tuple(map(_declared, records(part(frame, OLD, axis)))),
                MIDDLE: _counted(axis, counts)}  # fmt: skip
        dots = tuple(map(_dot, records(part(frame, CURRENT, axis))))
        for plan in (OLD, MIDDLE, CURRENT):
            held = bars.get(plan, ()) or (plan == CURRENT and dots)
            notes = (t(f"planes.panel.{plan}" if held else f"planes.none.{plan}"),)
            title = t(f"axes.{axis}") if plan == OLD else ""
            panels.append(Panel(title, notes, bars.get(plan, ()), () if plan in bars else dots))
    return Panels(tuple(panels), inline=True)


def _declared(row: Record) -> Bar:
    """Declare a meta with its declared compliance; what was not met has no bar of zero."""
    value, star = row["cumplimiento_pct"], "*" if row["observacion"] else ""
    figure = t("planes.unmet") if value is None else percent(value)
    words = said(f"{row['codigo']}, {row['texto']}", figure, period="2007-2013")
    return Bar(row["codigo"], value, "%", float(value or 0) / 100, "known", "accent", words, star,
               t("planes.unmet_mark"))  # fmt: skip


def _counted(axis: str, counts: Counter[tuple[str, str]]) -> tuple[Bar, ...]:
    """Declare how many targets each period has: nothing was reported of them."""
    most, name = max(counts.values(), default=1), t(f"axes.{axis}")
    return tuple(
        Bar(period, amount, "n", amount / most, "promised", "quiet",
            said(name, count(amount, t("words.target"), t("words.targets")), period=period))
        for period in PERIODS if (amount := counts[axis, period])
    )  # fmt: skip


def _dot(row: Record) -> Dot:
    figure = "" if row["avance"] is None else percent(row["avance"])
    words = said(f"{row['codigo']}, {row['texto']}", figure, period=row["periodo"],
                 state=t(f"lights.{row['semaforo']}"))  # fmt: skip
    return Dot(row["semaforo"], words)


CHART = Chart("planes-eje", select, plot, sentence, page="/planes",
              narrows=("anio", "sector", "entidad", "eje", "periodo"))  # fmt: skip
