"""What a map says as a whole: how much it covers, what is highest, what is absent, in doubt."""

import pandas as pd

from components.charts.chart import Record, records
from components.charts.map_classes import shown, unit
from components.charts.map_words import chosen, counted, coverage, doubt, name, units
from components.format import joined, number
from components.texts import t
from data.query.map_rows import COMPUTED

_FIRST = 4
_LONGEST_LIST = 8


def sentence(key: str, frame: pd.DataFrame) -> str:
    """Say how much of the map is filled, what comes first, what is left, what is in doubt."""
    if not len(frame):
        return t(f"charts.{key}.none")
    rows = records(frame)
    parts = [
        chosen(frame),
        coverage(frame),
        _greatest(rows),
        _rest(rows),
        *_absences(rows),
        doubt(rows[0]),
    ]
    return " ".join(part for part in parts if part)


def _greatest(rows: list[Record]) -> str:
    first = [row for row in rows if row["estado"] == "dato"][:_FIRST]
    if not first:
        return ""
    said = [f"{name(row)} ({number(shown(row), unit(row))})" for row in first]
    key = said_as(first[0])
    key += "_one" if len(said) == 1 else ""
    return t(f"charts.mapa.highest.{key}", parts=joined(said))


def said_as(row: Record) -> str:
    """Return what the figure of a row is: a figure, a rate, a share that is published or ours."""
    if unit(row) == "%":
        return "share" if row["valor"] is None else "computed"
    return "rate" if row["medida"] == "tasa" else "figure"


def _rest(rows: list[Record]) -> str:
    rest = next((row for row in rows if row["estado"] == COMPUTED), None)
    if rest is None:
        return ""
    return t("charts.mapa.rest_said", value=number(shown(rest), unit(rest)))


def _absences(rows: list[Record]) -> list[str]:
    said = []
    for state in ("cero", "nd", "no-publicado", "no-existia"):
        names = [name(row) for row in rows if row["estado"] == state]
        if names:
            short = len(names) <= _LONGEST_LIST
            listed = joined(names) if short else units(rows[0], len(names))
            one = "_one" if len(names) == 1 and state == "no-existia" else ""
            said.append(t(f"charts.mapa.absent.{state}{one}", names=listed,
                          counted=counted(rows[0])))  # fmt: skip
    return said
