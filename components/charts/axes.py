"""Three plans side by side by axis: what each promised and what was reported of it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pandas as pd

from components import theme
from components.band_counts import bands, indicators
from components.charts import axes_sketch
from components.charts import status_strip as lights
from components.charts.chart import Chart, Record, layout, records
from components.charts.layouts.by_hand import by_hand
from components.charts.layouts.plot import Figure
from components.format import count, joined, percent
from components.texts import t
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


def draw(frame: pd.DataFrame) -> Figure:
    """Return three panels: compliance per meta, targets per period, advance per indicator."""
    old, current = part(frame, OLD), part(frame, CURRENT)
    lights = list(current["semaforo"])
    data = [
        {"type": "bar", "name": t("planes.plan.plan-2007-2013"), "x": list(old["codigo"]),
         "y": [None if value is None else float(value) for value in old["cumplimiento_pct"]],
         "text": [_declared(row) for row in records(old)],
         "hovertemplate": "%{x} · %{text}<extra></extra>",
         "marker": {"color": theme.ACCENT}},
        *_counted(part(frame, MIDDLE)),
        {"type": "scatter", "mode": "markers", "name": t("planes.plan.politica-2030"),
         "x": list(current["codigo"]), "xaxis": "x3", "yaxis": "y3",
         "y": [None if value is None else float(min(value, 100)) for value in current["avance"]],
         "text": [t(f"lights.{light}") for light in lights],
         "hovertemplate": "%{x}: %{y} %, %{text}<extra></extra>",
         "marker": {"size": 10, "symbol": [theme.LIGHT_SYMBOL[light] for light in lights],
                    "color": [theme.LIGHT_COLOUR[light] for light in lights]}},
    ]  # fmt: skip
    return {"data": data, "layout": _panels()}


def _declared(row: Record) -> str:
    """Say the axis of a meta and its declared compliance, or that it was not met."""
    value = row["cumplimiento_pct"]
    said = t("planes.unmet") if value is None else percent(value)
    axis = t(f"axes.{row['eje']}")
    return f"{axis}: {said}"


def _counted(rows: pd.DataFrame) -> list[Figure]:
    axes = list(dict.fromkeys(rows["eje"]))
    shades = (theme.BANDS[2], theme.QUIET, theme.INK)
    return [
        {"type": "bar", "name": period, "xaxis": "x2", "yaxis": "y2",
         "x": [t(f"axes.{axis}") for axis in axes],
         "y": [int(((rows["eje"] == axis) & (rows["periodo"] == period)).sum()) for axis in axes],
         "hovertemplate": f"{period}, %{{x}}: %{{y}}<extra></extra>",
         "marker": {"color": shade}}
        for period, shade in zip(PERIODS, shades, strict=True)
        if (rows["periodo"] == period).any()
    ]  # fmt: skip


def _panels() -> Figure:
    bare = {"showticklabels": False, "fixedrange": True}
    named = [("", OLD), ("2", MIDDLE), ("3", CURRENT)]
    spans = [[0.72, 1], [0.36, 0.62], [0, 0.26]]
    panels: Figure = {}
    for (number, plan), span in zip(named, spans, strict=True):
        title = {"text": t(f"planes.panel.{plan}"), "font": {"size": 13}}
        ticks = {"title": title} if number == "2" else {**bare, "title": title}
        panels[f"xaxis{number}"] = {**ticks, "anchor": f"y{number}"}
        panels[f"yaxis{number}"] = {"domain": span, "anchor": f"x{number}", "fixedrange": True,
                                    "rangemode": "tozero", "gridcolor": theme.RULE}  # fmt: skip
    return layout(620, barmode="group", margin={"l": 44, "r": 8, "t": 24, "b": 48}, **panels)


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


CHART = Chart("planes-eje", select, by_hand(draw, axes_sketch.sketch), sentence, page="/planes",
              narrows=("anio", "sector", "entidad", "eje", "periodo"))  # fmt: skip
