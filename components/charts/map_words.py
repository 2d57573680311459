"""What a map says: its title, its sentence, the line of each territory."""

from decimal import Decimal

import pandas as pd

from components.charts.base import Record, records
from components.charts.classes import shown, unit
from components.format import joined, number, percent, span
from components.texts import t
from data import maps
from data.maps import COMPUTED

_FIRST = 4
_LONGEST_LIST = 8


def counted(row: Record) -> str:
    """Return the word of what is counted."""
    return t(f"counted.{row['indicador']}")


def whole(row: Record) -> str:
    """Return that word with its article, for a part of it."""
    return f"{article(row)} {counted(row)}"


def article(row: Record) -> str:
    """Return the article of that word."""
    return t(f"counted_the.{row['indicador']}")


def period(row: Record) -> str:
    """Return the period in words."""
    return span(row["periodo_inicio"], row["periodo_fin"])


def name(row: Record) -> str:
    """Return the name of a territory, or of what is left over."""
    return row["nombre"] or t("charts.mapa.rest")


def phrase(row: Record) -> str:
    """Return the line of a territory: the same words in the tooltip, the list, the alternative."""
    value = row["valor"]
    if value is None and row["porcentaje"] is None:
        word = t(f"states_short.{row['estado']}")
        return f"{name(row)}: {word}"
    share = percent(row["porcentaje"]) if row["porcentaje"] is not None else ""
    if value is None:
        return t("charts.mapa.only_share", name=name(row), share=share, counted=whole(row))
    noun = t(f"counted_one.{row['indicador']}") if value == 1 else counted(row)
    return f"{name(row)}: {number(value)} {noun}" + (f" ({share})" if share else "")


def sentence(frame: pd.DataFrame) -> str:
    """Say how much of the map is filled, what comes first, what is left, what is in doubt."""
    if not len(frame):
        return t("empty.map")
    rows = records(frame)
    parts = [coverage(frame), _greatest(rows), _rest(rows), *_absences(rows), doubt(rows[0])]
    return " ".join(part for part in parts if part)


def coverage(frame: pd.DataFrame) -> str:
    """Say how many territories have a figure, and how much of the total they make up."""
    rows = [row for row in records(frame) if row["estado"] != COMPUTED]
    have = [row for row in rows if row["estado"] in ("dato", "cero")]
    existed = sum(row["estado"] != "no-existia" for row in rows)
    units = t(f"charts.mapa.units.{rows[0]['desagregacion']}")
    first, total = rows[0], rows[0]["total"]
    if first["valor"] is None:
        given = percent(sum((row["porcentaje"] for row in have), Decimal()))
        return t("charts.mapa.coverage_shares", have=len(have), units=f"{existed} {units}",
                 share=given)  # fmt: skip
    if total is None:
        return t("charts.mapa.coverage_plain", have=len(have), units=f"{existed} {units}")
    summed = sum(row["valor"] for row in have)
    return t(
        "charts.mapa.coverage",
        have=len(have),
        units=f"{existed} {units}",
        share=percent(maps.share(summed, total) if summed != total else Decimal(100)),
        sum=number(summed),
        total=number(total),
        counted=counted(first),
    )


def _greatest(rows: list[Record]) -> str:
    first = [row for row in rows if row["estado"] == "dato"][:_FIRST]
    said = [f"{name(row)} ({number(shown(row), unit(row))})" for row in first]
    return t("charts.mapa.greatest", parts=joined(said)) if len(said) > 1 else ""


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
            listed = joined(names) if len(names) <= _LONGEST_LIST else str(len(names))
            said.append(t(f"charts.mapa.absent.{state}", names=listed))
    return said


def doubt(row: Record) -> str:
    """Return what makes the scope of the figures doubtful, or nothing."""
    if row["alcance"] != "dudoso":
        return ""
    return t("charts.mapa.doubt", note=row["nota"])


def heading(key: str, frame: pd.DataFrame) -> str:
    """Return a title: what is counted, by what, when."""
    if not len(frame):
        return t(f"charts.{key}.title_none")
    row = records(frame)[0]
    word = counted(row).capitalize()
    return t(f"charts.{key}.title", counted=word, period=period(row))
