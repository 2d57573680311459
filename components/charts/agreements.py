"""With whom Peru has an instrument against trafficking, beside the countries of the routes."""

from typing import Any

import pandas as pd

from components import theme
from components.charts.chart import Chart, Record, records
from components.charts.layouts.flows import Flows, Hint, Kind, Place
from components.charts.layouts.flows_spec import Shape
from components.charts.layouts.plane import REGION_WINDOW
from components.format import joined
from components.texts import known, t
from data.model import Acuerdo, Lugar, Ruta
from data.query.code_order import rank
from data.query.filters import Filters
from data.store import Store

COLUMNS = ["pais", "lon", "lat", "papel", "estado", "anio", "instrumento", "fuente"]
NONE = "ninguno"
# «inicial» is what versions kept before 2026-11-28 say for «germinal».
STATES = ("suscrito", "en-negociacion", "germinal", "inicial", "iniciativa",
          "promocion-de-suscripcion", NONE)  # fmt: skip
MARK = dict(zip(STATES, "■▽□□□□○", strict=True))
_SHAPE: dict[str, Shape] = {
    **dict.fromkeys(STATES, "box"),
    "suscrito": "square", "en-negociacion": "triangle", NONE: "ring",
}  # fmt: skip
_HINTS = {
    "Ecuador": Hint(-8, -2, "end"), "Haití": Hint(-8, -16, "end"),
    "Chile": Hint(-8, -2, "end"), "Argentina": Hint(-8, 14, "end"),
}  # fmt: skip


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per instrument, and one per country of a route of which none is named.

    `filters.tipo` leaves only the countries of the routes of that type: internal ones have none.
    """
    roles = _roles(store)
    places = {row.lugar: row for row in store.rows(Lugar)}
    rows = [
        _row(row.pais, roles, places)
        | row.model_dump(include={"estado", "anio", "instrumento", "fuente"})
        for row in store.rows(Acuerdo)
    ]
    named = {row["pais"] for row in rows}
    rows += [
        _row(country, roles, places) | {"estado": NONE, "anio": None, "instrumento": None,
                                        "fuente": _source(store, country)}
        for country in roles if country not in named
    ]  # fmt: skip
    rows.sort(key=lambda row: rank(STATES, row["estado"]))
    kept = [row for row in rows if filters.tipo != "interna"]
    return pd.DataFrame(kept, columns=COLUMNS, dtype=object)


def _roles(store: Store) -> dict[str, str]:
    """Return origin, destination or both for each country at the far end of a route."""
    abroad = [row for row in store.rows(Ruta) if row.tipo == "internacional"]
    countries = {row.lugar for row in store.rows(Lugar) if row.tipo == "pais"} - {"Perú"}
    starts = {row.origen_lugar for row in abroad}
    ends = {row.destino_lugar for row in abroad}
    words = {(True, True): "ambos", (True, False): "origen", (False, True): "destino"}
    return {
        name: words[name in starts, name in ends]
        for row in store.rows(Lugar)
        if (name := row.lugar) in countries & (starts | {end for end in ends if end})
    }


def _source(store: Store, country: str) -> str:
    """Return the source of the route that names a country of which no instrument is named."""
    rows = store.rows(Ruta)
    return next(row.fuente for row in rows if country in (row.origen_lugar, row.destino_lugar))


def _row(country: str, roles: dict[str, str], places: dict[str, Lugar]) -> dict[str, Any]:
    place = places.get(country)
    return {
        "pais": country,
        "lon": place.lon if place else None,
        "lat": place.lat if place else None,
        "papel": roles.get(country, ""),
    }


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
    found: dict[str, list[Record]] = {}
    for row in records(frame):
        found.setdefault(row["pais"], []).append(row)
    return found


def _kind(rows: list[Record]) -> str:
    """Return the state whose mark a country has; one that only a kept version knows is germinal."""
    code = _strongest(rows)
    return code if code in _SHAPE and code != "inicial" else "germinal"


def plot(frame: pd.DataFrame) -> Flows:
    """Return a mark and its words on each country that the base holds; the others in the note."""
    countries = by_country(frame)
    kinds = {code: Kind(t(f"charts.acuerdos.state_{code}"), "ink", theme.INK, shape)
             for code, shape in _SHAPE.items() if code != "inicial"}  # fmt: skip
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
