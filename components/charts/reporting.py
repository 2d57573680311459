"""How much of what was expected was reported in each period, and how much of it on time."""

from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal

import pandas as pd

from components.charts.chart import Chart, records
from components.charts.layouts.lines import Lines
from components.charts.layouts.lines_parts import Panel, Point, Series
from components.charts.layouts.marks import said
from components.format import percent
from components.texts import t
from data.query import reporting
from data.query.filters import Filters
from data.query.reporting import Expected
from data.store import Store

COLUMNS = [
    "periodo", "codigo", "entidad", "situacion", "enviado", "motivo", "promesa", "fuente",
]  # fmt: skip
_DATED = frozenset({reporting.ON_TIME, reporting.LATE, reporting.UNDATED})
_WHOLE = 100


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per expected report, and one per period with what the plan promised."""
    found = reporting.expected(store)
    rows = [asdict(one) for one in found]
    for period in sorted({one.periodo for one in found}):
        if promise := reporting.promise(store, period):
            rows.append({"periodo": period, "situacion": reporting.PROMISE,
                         "promesa": promise.cantidad, "fuente": promise.fuente})  # fmt: skip
    cells = [[row.get(name) for name in COLUMNS] for row in rows]
    return pd.DataFrame(cells, columns=COLUMNS, dtype=object)


def reports(frame: pd.DataFrame) -> dict[str, list[Expected]]:
    """Return the expected reports of each period."""
    found: dict[str, list[Expected]] = {}
    for row in records(frame):
        if row.pop("promesa") is None and row["situacion"] != reporting.PROMISE:
            found.setdefault(row["periodo"], []).append(Expected(**row))
    return found


def dated(frame: pd.DataFrame) -> bool:
    """Say whether the rows are reports of published periods, and not what closed years show."""
    return bool(frame["situacion"].isin(_DATED).any()) or any("S" in p for p in frame["periodo"])


def plot(frame: pd.DataFrame) -> Lines:
    """Declare the shares of each period and the line of what the plan promised."""
    periods = list(reports(frame))
    unit = t("charts.cumplimiento.unit")
    return Lines(tuple(periods), (Panel(unit, "%", tuple(_series(frame, periods)), _WHOLE),))


def _series(frame: pd.DataFrame, periods: list[str]) -> Iterator[Series]:
    held = reports(frame)
    full = [reporting.share(held[name], reporting.SENT) for name in periods]
    key = "complete" if dated(frame) else "valued"
    yield _line(key, periods, full, "accent", "circle")
    if dated(frame):
        timely = frozenset({reporting.ON_TIME})
        shares = [reporting.share(held[name], timely) for name in periods]
        yield _line("timely", periods, shares, "ink", "square")
        whole = [reporting.punctual(held[name]) for name in periods]
        yield _line("punctual", periods, whole, "quiet", "diamond")
    goals = frame[frame["situacion"] == reporting.PROMISE]
    kept = dict(zip(goals["periodo"], goals["promesa"], strict=True))
    if kept:
        yield _line("promise", periods, [kept.get(one) for one in periods], "quiet",
                    "triangle-up", target=True)  # fmt: skip


def _line(
    key: str, periods: list[str], values: list[Decimal | None], token: str, symbol: str,
    *, target: bool = False,
) -> Series:  # fmt: skip
    name, nothing = t(f"charts.cumplimiento.{key}"), t("states_short.nd")
    points = [
        Point(place, value, said(name, nothing if value is None else percent(value), period=period),
              nothing if value is None else "")
        for place, (period, value) in enumerate(zip(periods, values, strict=True))
        if value is not None or not target
    ]  # fmt: skip
    return Series(name, tuple(points), token, symbol, target)


def sentence(frame: pd.DataFrame) -> str:
    """Say of each period how many of the expected reports there are, and how many on time."""
    held = reports(frame)
    if not held:
        return t("empty.chart")
    head = "dated" if dated(frame) else "known"
    parts = [_part(period, rows, head) for period, rows in held.items()]
    return t(f"charts.cumplimiento.{head}", parts="; ".join(parts))


def _part(period: str, rows: list[Expected], head: str) -> str:
    due = reporting.due(rows)
    key = f"part_{head}"
    if len(due) < len(rows):
        key = "part_annulled"
    elif reporting.share(rows, reporting.SENT) is None:
        key = "part_nd"
    return t(f"charts.cumplimiento.{key}", period=period, total=len(due),
             sent=sum(row.situacion in reporting.SENT for row in due),
             timely=sum(row.situacion == reporting.ON_TIME for row in due),
             annulled=len(rows) - len(due))  # fmt: skip


CHART = Chart("cumplimiento", select, plot, sentence, page="/cumplimiento-del-reporte", narrows=())
