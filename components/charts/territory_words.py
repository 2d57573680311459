"""What the lines of a territory say: its first and last figures, its gaps, the country's."""

from itertools import groupby

import pandas as pd

from components.charts.chart import Record, records
from components.format import joined, number, span
from components.texts import t

_FEW = 2


def lines(frame: pd.DataFrame) -> list[list[Record]]:
    """Return the rows of each line, the country's last."""
    return [list(rows) for _, rows in groupby(records(frame), key=lambda r: r["codigo_territorio"])]


def names(frame: pd.DataFrame) -> str:
    """Return the territories of the lines, without the country."""
    found = [rows[0]["territorio"] for rows in lines(frame)]
    return joined(found[:-1])


def sentence(frame: pd.DataFrame) -> str:
    """Say the ends of each line, its part of a year, the years without a figure."""
    if not len(frame):
        return t("empty.chart")
    *own, country = lines(frame)
    tell = _line if len(own) <= _FEW else _latest
    said = [t("territorio.chart.line", name=one[0]["territorio"], said=tell(one)) for one in own]
    said.append(t("territorio.chart.line_country", said=_line(country)))
    return " ".join([*said, *_gap(country)])


def _line(rows: list[Record]) -> str:
    whole = [row for row in rows if row["valor"] is not None and row["completo"] == "si"]
    parts = [row for row in rows if row["valor"] is not None and row["completo"] != "si"]
    ends = list(dict.fromkeys(map(_figure, (whole[0], whole[-1])))) if whole else []
    said = [joined(ends), *map(_figure, parts)] if ends else list(map(_figure, parts))
    said += [_absent(rows)] if _absent(rows) else []
    return "; ".join(filter(None, said)) or t("territorio.chart.nothing")


def _latest(rows: list[Record]) -> str:
    """Say the last whole year and the part of one after it: with many lines, no more."""
    return _line([row for row in rows if row["anio"] >= _last_whole(rows)])


def _last_whole(rows: list[Record]) -> int:
    return max((row["anio"] for row in rows if row["completo"] == "si"), default=0)


def _figure(row: Record) -> str:
    period = span(row["periodo_inicio"], row["periodo_fin"])
    return t("territorio.chart.figure", value=number(row["valor"]), period=period)


def _absent(rows: list[Record]) -> str:
    """Name the years of the register that have no figure of this territory."""
    missing = [str(row["anio"]) for row in rows if row["valor"] is None]
    return t("territorio.chart.absent", years=joined(missing)) if missing else ""


def _gap(rows: list[Record]) -> list[str]:
    """Say which years the register itself does not have."""
    years = [row["anio"] for row in rows]
    gone = [str(year) for year in range(years[0], years[-1]) if year not in years]
    return [t("territorio.chart.gap", years=joined(gone))] if gone else []
