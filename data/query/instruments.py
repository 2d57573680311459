"""The instruments with other countries, beside the countries at the far end of the routes."""

from typing import Any

import pandas as pd

from data.model import Acuerdo, Lugar, Ruta
from data.query.code_order import rank
from data.query.filters import Filters
from data.store import Store

COLUMNS = ["pais", "lon", "lat", "papel", "estado", "anio", "instrumento", "fuente"]
NONE = "ninguno"
# «inicial» is what versions kept before 2026-11-28 say for «germinal».
STATES = ("suscrito", "en-negociacion", "germinal", "inicial", "iniciativa",
          "promocion-de-suscripcion", NONE)  # fmt: skip


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
