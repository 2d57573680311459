"""The words of a map: what it counts, the line of each territory, how much it covers."""

from decimal import Decimal

import pandas as pd

from components.charts import map_rates
from components.charts.chart import Record, records
from components.format import count, number, percent, span
from components.texts import t
from data.query import map_rows, territory_names
from data.query.map_rows import COMPUTED


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


def place(row: Record) -> str:
    """Return how the address names a territory."""
    return territory_names.place(row["desagregacion"], row["codigo_territorio"], name(row))


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
    aside = map_rates.rate(row) if row["medida"] == "tasa" else share
    return f"{name(row)}: {number(value)} {noun}" + (f" ({aside})" if aside else "")


def chosen(frame: pd.DataFrame) -> str:
    """Return the line of the territory that the address names, as a sentence; or nothing."""
    rows = (row for row in records(frame) if row["codigo_territorio"] == frame.attrs.get("lugar"))
    return next((f"{phrase(row)}." for row in rows), "")


def known(frame: pd.DataFrame) -> list[Record]:
    """Return the territories with a figure, zeros too: not what is left over."""
    return [row for row in records(frame) if row["estado"] in ("dato", "cero")]


def covered(frame: pd.DataFrame) -> tuple[int, str]:
    """Return how many territories have a figure, and how many there were, in words."""
    rows = [row for row in records(frame) if row["estado"] != COMPUTED]
    return len(known(frame)), units(rows[0], sum(row["estado"] != "no-existia" for row in rows))


def _lacking(frame: pd.DataFrame) -> bool:
    """Say whether any territory of the period has no figure, or something is left over."""
    return any(row["estado"] not in ("dato", "cero", "no-existia") for row in records(frame))


def summed(frame: pd.DataFrame) -> bool:
    """Say whether the total is the sum of the map and not one that the source gives."""
    return frame.attrs.get("total_es") == COMPUTED


def coverage(frame: pd.DataFrame) -> str:
    """Say how many territories have a figure, and how much of the total they make up."""
    have, (_, all_) = known(frame), covered(frame)
    if not have:
        return t("charts.mapa.coverage_none", units=all_)
    first, total = have[0], have[0]["total"]
    said: dict[str, object] = {"have": len(have), "units": all_, "counted": whole(first)}
    if first["valor"] is None:
        given = percent(sum((row["porcentaje"] for row in have), Decimal()))
        return t("charts.mapa.coverage_shares", share=given, **said)
    if not total or summed(frame):
        return t("charts.mapa.coverage_plain", **said)
    given = sum(row["valor"] for row in have)
    if given == total and len(have) > 1:
        key = "coverage_sum" if _lacking(frame) else "coverage_whole"
        return t(f"charts.mapa.{key}", total=number(total), the=article(first),
                 word=counted(first), **said)  # fmt: skip
    share = percent(map_rows.share(given, total))
    return t("charts.mapa.coverage", share=share, sum=number(given), total=number(total), **said)


def mapped(frame: pd.DataFrame) -> str:
    """Say how many territories have a figure; '' if none has."""
    have = known(frame)
    return units(have[0], len(have)) if have else ""


def units(row: Record, amount: int) -> str:
    """Return some territories with their noun."""
    level = row["desagregacion"]
    one, many = t(f"charts.mapa.units_one.{level}"), t(f"charts.mapa.units.{level}")
    return count(amount, one, many)


def doubt(row: Record) -> str:
    """Return what makes the scope of the figures doubtful, or nothing."""
    if row["alcance"] != "dudoso":
        return ""
    return t("charts.mapa.doubt", note=row["nota"])
