"""The classes of a map: one scale for all periods of its series, and the kinds of absence."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from components.charts.chart import Record, records
from components.charts.natural_breaks import limits
from components.format import number
from components.texts import t
from data.codes import Measure
from data.query.map_rows import COMPUTED

ABSENT = ("cero", "nd", "no-publicado", "no-existia")
_TENTH = Decimal("0.1")
_STEP: dict[Measure, Decimal] = {"casos": Decimal(1), "porcentaje": _TENTH, "tasa": _TENTH}
COLUMN: dict[Measure, str] = {"casos": "valor", "porcentaje": "porcentaje", "tasa": "tasa"}
# Which of the five colours a scale of few classes takes: those that the eye parts best.
_COLOURS = {1: (3,), 2: (2, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}


@dataclass(frozen=True, slots=True)
class Group:
    """The territories painted alike: one class of figures, or one kind of absence."""

    key: str
    label: str
    rows: tuple[Record, ...]

    @property
    def rank(self) -> int | None:
        """Return the colour of the class, 1 to 5; None for an absence."""
        return None if self.key in ABSENT else int(self.key)


def shown(row: Record) -> Decimal | None:
    """Return the figure of a row in the measure that is looked at."""
    value: Decimal | None = row[COLUMN[row["medida"]]]
    return value


def unit(row: Record) -> str:
    """Return the unit of that figure."""
    return "%" if row["medida"] == "porcentaje" else "n"


def groups(frame: pd.DataFrame) -> list[Group]:
    """Return the classes and the kinds of absence that occur; the remainder is in none."""
    rows = [row for row in records(frame) if row["estado"] != COMPUTED]
    known = [row for row in rows if row["estado"] == "dato"]
    parts = [*(_classes(known, frame.attrs.get("serie", ())) if known else [])]
    parts += [
        Group(state, t(f"states_short.{state}"), tuple(r for r in rows if r["estado"] == state))
        for state in ABSENT
    ]
    return [part for part in parts if part.rows]


def ranked(frame: pd.DataFrame) -> list[Record]:
    """Return the territories with a figure, the largest first."""
    rows = [row for row in records(frame) if row["estado"] == "dato"]
    return sorted(rows, key=lambda row: shown(row) or 0, reverse=True)


def _classes(rows: list[Record], series: tuple[Decimal, ...]) -> list[Group]:
    """Return the classes of the whole series, each with the rows of this period that it holds."""
    measure: Measure = rows[0]["medida"]
    figures = [value for row in rows if (value := shown(row)) is not None]
    scale = tuple(series) or tuple(sorted(figures))
    bounds = limits(scale, _STEP[measure])
    labels = _labels(bounds, measure, scale)
    return [
        Group(str(colour), label, tuple(r for r in rows if _place(shown(r), bounds) == place))
        for place, (label, colour) in enumerate(zip(labels, _COLOURS[len(labels)], strict=True))
    ]


def _place(value: Decimal | None, bounds: tuple[Decimal, ...]) -> int:
    return sum(value is not None and value >= limit for limit in bounds)


def _labels(bounds: tuple[Decimal, ...], measure: Measure, scale: tuple[Decimal, ...]) -> list[str]:
    sign = "%" if measure == "porcentaje" else "n"
    if not bounds:
        low, high = number(scale[0]), number(scale[-1], sign)
        alike = scale[0] == scale[-1]
        return [high if alike else t("charts.mapa.class_between", low=low, high=high)]
    tops = [limit - _STEP[measure] for limit in bounds[1:]]
    between = [
        t("charts.mapa.class_between", low=number(low), high=number(high, sign))
        for low, high in zip(bounds, tops, strict=False)
    ]
    first = t("charts.mapa.class_first", limit=number(bounds[0], sign))
    return [first, *between, t("charts.mapa.class_last", limit=number(bounds[-1], sign))]
