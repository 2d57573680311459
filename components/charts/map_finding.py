"""What a map shows in one line: how much of what is registered the first territories hold."""

from decimal import Decimal

import pandas as pd

from components.charts.chart import Record
from components.charts.map_classes import ranked, shown
from components.charts.map_words import name, summed, whole
from components.format import joined, percent
from components.texts import t
from data.query.map_rows import COMPUTED, share

_MOST, _HALF = 3, 50


def finding(frame: pd.DataFrame) -> str:
    """Say what share the first territory has, if it is half or more, or the first three together.

    Nothing of rates, where the source gives no total, where its scope is in doubt, or where no
    line parts the first ones from those that have as much.
    """
    rows = ranked(frame)
    if not rows or summed(frame) or rows[0]["alcance"] == "dudoso" or rows[0]["medida"] == "tasa":
        return ""
    one = _share(rows[:1])
    amount = 1 if one is not None and one >= _HALF else _parted(rows)
    found = _share(rows[:amount]) if amount else None
    if found is None:
        return ""
    ours = amount > 1 or rows[0]["porcentaje_es"] == COMPUTED
    key = ("one" if amount == 1 else "several") + ("_computed" if ours else "")
    return t(f"charts.mapa.found_{key}", names=joined([name(row) for row in rows[:amount]]),
             share=percent(found), counted=whole(rows[0]))  # fmt: skip


def _parted(rows: list[Record]) -> int:
    """Return how many come first, three at most, with more than all that follow; 0 if none do."""
    amounts = range(min(_MOST, len(rows)), 0, -1)
    return next((n for n in amounts if n == len(rows) or shown(rows[n - 1]) != shown(rows[n])), 0)


def _share(rows: list[Record]) -> Decimal | None:
    """Return the share of some territories together: of their cases, or where those are not given,
    the sum of the shares that the source prints.
    """
    if any(row["valor"] is None for row in rows):
        return sum((row["porcentaje"] for row in rows), Decimal())
    return share(sum((row["valor"] for row in rows), Decimal()), rows[0]["total"])
