"""With whom Peru has an instrument against trafficking, beside the countries of the routes."""

import pandas as pd

from components.charts.chart import Chart, Record, records
from components.charts.grouping import grouped
from components.charts.layouts.flows import Flows, Hint, Kind, Place
from components.charts.layouts.plane import REGION_WINDOW
from components.format import joined
from components.texts import known, t
from data.query.code_order import rank
from data.query.instruments import NONE, STATES, select

MARK = dict(zip(STATES, "■▽□□□□○", strict=True))
_SYMBOLS = {
    **dict.fromkeys(STATES, "square-open"),
    "suscrito": "square", "en-negociacion": "triangle-down-open", NONE: "circle-open",
}  # fmt: skip
_HINTS = {
    "Ecuador": Hint(-8, -2, "end"), "Haití": Hint(-8, -16, "end"),
    "Chile": Hint(-8, -2, "end"), "Argentina": Hint(-8, 14, "end"),
}  # fmt: skip


def state(code: str) -> str:
    """Return the state of an instrument as shape and word; it is no judgement and has no colour."""
    key = f"charts.acuerdos.state_{code}"
    return f"{MARK.get(code, MARK['germinal'])} {t(key) if known(key) else code}"


def summary(rows: list[Record]) -> str:
    """Return the strongest state of a country, with the years in which it signed."""
    code = _strongest(rows)
    years = sorted({str(row["anio"]) for row in rows if row["anio"] and row["estado"] == code})
    return f"{state(code)} {', '.join(years)}".strip()


def _strongest(rows: list[Record]) -> str:
    """Return the state of a country that goes furthest towards an instrument signed."""
    return str(min((row["estado"] for row in rows), key=lambda code: rank(STATES, code)))


def by_country(frame: pd.DataFrame) -> dict[str, list[Record]]:
    """Return the rows of each country."""
    return grouped(records(frame), lambda row: str(row["pais"]))


def _kind(rows: list[Record]) -> str:
    """Return the state whose mark a country has; one that only a kept version knows is germinal."""
    code = _strongest(rows)
    return code if code in _SYMBOLS and code != "inicial" else "germinal"


def plot(frame: pd.DataFrame) -> Flows:
    """Return a mark and its words on each country that the base holds; the others in the note."""
    countries = by_country(frame)
    kinds = {code: Kind(t(f"charts.acuerdos.state_{code}"), "ink", symbol)
             for code, symbol in _SYMBOLS.items() if code != "inicial"}  # fmt: skip
    said = {name: summary(rows)[2:] for name, rows in countries.items()}
    places = {
        name: Place(name, float(rows[0]["lon"]), float(rows[0]["lat"]),
                    _kind(rows), f"{name}: {said[name]}",
                    said[name], hint=_HINTS.get(name, Hint(8, -2)))
        for name, rows in countries.items() if rows[0]["lon"] is not None
    }  # fmt: skip
    away = [f"{name} ({words})" for name, words in said.items() if name not in places]
    note = t("charts.acuerdos.away", parts=joined(away)) if away else ""
    return Flows(places, (), kinds, REGION_WINDOW, note=note)


def sentence(frame: pd.DataFrame) -> str:
    """Say with which countries of a route there is an instrument signed, and with which none."""
    if not len(frame):
        return t("charts.acuerdos.none")
    countries = {n: rows for n, rows in by_country(frame).items() if rows[0]["papel"]}
    groups: dict[str, list[str]] = {"signed": [], "underway": [], "none": []}
    for name, rows in countries.items():
        code = _strongest(rows)
        kind = {"suscrito": "signed", NONE: "none"}.get(code, "underway")
        part = t("charts.acuerdos.underway_part", country=name,
                 state=t(f"charts.acuerdos.state_{code}"))  # fmt: skip
        groups[kind].append(part if kind == "underway" else name)
    said = [
        t(f"charts.acuerdos.{kind}_with", parts=joined(names))
        for kind, names in groups.items() if names
    ]  # fmt: skip
    return " ".join(said) or t("charts.acuerdos.no_route")


CHART = Chart("acuerdos", select, plot, sentence, page="/rutas", narrows=("tipo",))
