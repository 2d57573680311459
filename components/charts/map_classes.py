"""Five classes with round limits, as even as round limits let them be."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from components.charts.chart import Record, records
from components.format import number
from components.texts import t
from data.codes import Measure
from data.query.map_rows import COMPUTED

AMOUNT = 5
ABSENT = ("cero", "nd", "no-publicado", "no-existia")
_ROUND: dict[Measure, str] = {
    "casos": "2 5 10 25 50 100 250 500 1000 2500 5000 10000",
    "porcentaje": "0.1 0.5 1 2.5 5 10 25 50",
}
_STEP: dict[Measure, Decimal] = {"casos": Decimal(1), "porcentaje": Decimal("0.1")}
COLUMN: dict[Measure, str] = {"casos": "valor", "porcentaje": "porcentaje"}


@dataclass(frozen=True, slots=True)
class Group:
    """The territories painted alike: one class of figures, or one kind of absence."""

    key: str
    label: str
    rows: tuple[Record, ...]

    @property
    def rank(self) -> int | None:
        """Return the place of the class, 1 to 5; None for an absence."""
        return None if self.key in ABSENT else int(self.key)


def shown(row: Record) -> Decimal | None:
    """Return the figure of a row in the measure that is looked at."""
    value: Decimal | None = row[COLUMN[row["medida"]]]
    return value


def unit(row: Record) -> str:
    """Return the unit of that figure."""
    return "%" if row["medida"] == "porcentaje" else "n"


def groups(frame: pd.DataFrame) -> list[Group]:
    """Return the five classes, then the kinds of absence that occur; the remainder is in none."""
    rows = [row for row in records(frame) if row["estado"] != COMPUTED]
    known = [row for row in rows if row["estado"] == "dato"]
    absent = [
        Group(state, t(f"states_short.{state}"), found)
        for state in ABSENT
        if (found := tuple(row for row in rows if row["estado"] == state))
    ]
    return [*(_classes(known) if known else []), *absent]


def _classes(rows: list[Record]) -> list[Group]:
    measure: Measure = rows[0]["medida"]
    limits = breaks([value for row in rows if (value := shown(row)) is not None], measure)
    labels = _labels(limits, measure)
    return [
        Group(str(place + 1), label, tuple(r for r in rows if _place(shown(r), limits) == place))
        for place, label in enumerate(labels)
    ]


def breaks(values: Sequence[Decimal], measure: Measure) -> tuple[Decimal, ...]:
    """Return the four limits, neighbours on the round scale, that part the values most evenly."""
    scale = [Decimal(text) for text in _ROUND[measure].split()]
    windows = [tuple(scale[i : i + AMOUNT - 1]) for i in range(len(scale) - AMOUNT + 2)]
    return min(windows, key=lambda limits: sum(size**2 for size in _sizes(values, limits)))


def _sizes(values: Sequence[Decimal], limits: tuple[Decimal, ...]) -> list[int]:
    places = [_place(value, limits) for value in values]
    return [places.count(place) for place in range(AMOUNT)]


def _place(value: Decimal | None, limits: tuple[Decimal, ...]) -> int:
    return sum(value is not None and value >= limit for limit in limits)


def _labels(limits: tuple[Decimal, ...], measure: Measure) -> list[str]:
    sign = "%" if measure == "porcentaje" else "n"
    tops = [limit - _STEP[measure] for limit in limits[1:]]
    between = [
        t("charts.mapa.class_between", low=number(low), high=number(high, sign))
        for low, high in zip(limits, tops, strict=False)
    ]
    first = t("charts.mapa.class_first", limit=number(limits[0], sign))
    return [first, *between, t("charts.mapa.class_last", limit=number(limits[-1], sign))]
