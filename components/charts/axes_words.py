"""What three plans say of each axis, in words."""

from decimal import Decimal

import pandas as pd

from components.band_counts import bands, indicators
from components.charts import status_strip as lights
from components.format import count, joined, percent
from components.texts import t
from data.rules.ramps import PERIODS

OLD, MIDDLE, CURRENT = "plan-2007-2013", "plan-2017-2021", "politica-2030"


def part(frame: pd.DataFrame, plan: str, axis: str | None = None) -> pd.DataFrame:
    """Return the rows of a plan, and of one axis if it is named."""
    rows = frame[frame["plan"] == plan]
    return rows if axis is None else rows[rows["eje"] == axis]


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
