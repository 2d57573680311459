"""Three plans side by side by axis: what each promised and what was reported of it."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pandas as pd

from components.band_counts import bands, indicators
from components.charts import status_strip as lights
from components.charts.chart import Chart, Record, records
from components.charts.layouts.marks import said
from components.charts.layouts.panels import Panels
from components.charts.layouts.panels_parts import Bar, Panel
from components.charts.layouts.strip import Dot
from components.format import count, joined, percent
from components.texts import t
from data.codes import AXES
from data.model import Meta2017
from data.query.filters import Filters
from data.rules.ramps import PERIODS
from data.store import Store

OLD, MIDDLE, CURRENT = "plan-2007-2013", "plan-2017-2021", "politica-2030"
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


def part(frame: pd.DataFrame, plan: str, axis: str | None = None) -> pd.DataFrame:
    """Return the rows of a plan, and of one axis if it is named."""
    rows = frame[frame["plan"] == plan]
    return rows if axis is None else rows[rows["eje"] == axis]


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


def sentence(frame: pd.DataFrame) -> str:
    """Say what each plan holds, and that no source tells the middle one target by target."""
    if not len(frame):
        return t("empty.chart")
    old, middle, current = (part(frame, plan) for plan in (OLD, MIDDLE, CURRENT))
    return " ".join(filter(None, (_old_said(old), _middle_said(middle), _current_said(current))))


def _amount(rows: pd.DataFrame) -> str:
    return count(len(rows), t("words.target"), t("words.targets"))


def _old_said(rows: pd.DataFrame) -> str:
    if not len(rows):
        return ""
    declared = [value for value in rows["cumplimiento_pct"] if value is not None]
    unmet = len(rows) - len(declared)
    key = "old_some" if not unmet else "old_one" if unmet == 1 else "old"
    if not declared:
        key = "old_none" if unmet == 1 else "old_none_many"
    some = str(len(declared)) if len(declared) > 1 else t("charts.planes-eje.a_single")
    return t(f"charts.planes-eje.{key}", total=_amount(rows), some=some, unmet=unmet,
             top=_top(declared))  # fmt: skip


def _top(declared: list[Decimal]) -> str:
    """Say the highest compliance declared; as the only one where no other is declared."""
    key = "at" if len(set(declared)) == 1 else "up_to"
    return t(f"charts.planes-eje.{key}", top=percent(max(declared, default=None)))


def _middle_said(rows: pd.DataFrame) -> str:
    amounts = {period: int((rows["periodo"] == period).sum()) for period in PERIODS}
    given = {period: amount for period, amount in amounts.items() if amount}
    if len(given) == 1:
        parts = t("planes.in", period=next(iter(given)))
        return t("charts.planes-eje.middle_one", total=_amount(rows), parts=parts)
    parts = joined([f"{n} {t('planes.in', period=p)}" for p, n in given.items()])
    return t("charts.planes-eje.middle", total=_amount(rows), parts=parts) if given else ""


def _current_said(rows: pd.DataFrame) -> str:
    if not len(rows):
        return ""
    return t("charts.planes-eje.current", total=indicators(len(rows)),
             parts=bands(lights.tally(rows)), year=rows["periodo"].iloc[0])  # fmt: skip


CHART = Chart("planes-eje", select, plot, sentence, page="/planes",
              narrows=("anio", "sector", "entidad", "eje", "periodo"))  # fmt: skip
