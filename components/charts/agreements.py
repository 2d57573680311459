"""With whom Peru has an instrument against trafficking, beside the countries of the routes."""

from typing import Any

import pandas as pd

from components import svg, theme
from components.charts.chart import Chart, Record, layout, records
from components.charts.layouts.by_hand import NARROW, WIDE, by_hand
from components.charts.layouts.plot import Figure
from components.charts.outline import ABROAD, ADDRESS, PERU, outlines
from components.charts.plane import REGION_WINDOW, Point, plane
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
_SYMBOL = {"suscrito": "square", "en-negociacion": "square-cross-open", NONE: "circle-open"}
_OTHER = "square-open"
_SIZE = {WIDE: 17, NARROW: 11.5}
_AT = {"Ecuador": ("end", 0), "Haití": ("end", -1.4), "Chile": ("end", 0), "Argentina": ("end", 1)}


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


def draw(frame: pd.DataFrame) -> Figure:
    """Return a mark and its words on each country that the base holds."""
    drawn = {name: rows for name, rows in by_country(frame).items() if rows[0]["lon"] is not None}
    codes = [*outlines(ABROAD), *outlines(PERU)]
    base = {
        "type": "choropleth", "geojson": ADDRESS, "featureidkey": "properties.code",
        "locations": codes, "z": [0] * len(codes), "showscale": False, "hoverinfo": "skip",
        "colorscale": [[0, theme.BANDS[0]], [1, theme.BANDS[0]]],
        "marker": {"line": {"color": theme.PAPER, "width": 0.7}},
    }  # fmt: skip
    marks = {
        "type": "scattergeo", "mode": "markers+text",
        "textposition": [_side(name) for name in drawn],
        "lon": [float(rows[0]["lon"]) for rows in drawn.values()],
        "lat": [float(rows[0]["lat"]) for rows in drawn.values()],
        "text": [f"{name}<br>{summary(rows)[2:]}" for name, rows in drawn.items()],
        "hoverinfo": "text",
        "marker": {"size": 12, "color": theme.INK,
                   "symbol": [_SYMBOL.get(rows[0]["estado"], _OTHER) for rows in drawn.values()]},
    }  # fmt: skip
    geo = {"visible": False, "bgcolor": "rgba(0,0,0,0)", "projection": {"type": "mercator"},
           "lonaxis": {"range": [-95, -40]}, "lataxis": {"range": [-36, 22]}}  # fmt: skip
    return {"data": [base, marks],
            "layout": layout(620, geo=geo, margin={"l": 0, "r": 0, "t": 8, "b": 8})}  # fmt: skip


def _side(name: str) -> str:
    return "middle left" if name in _AT else "middle right"


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return the countries around Peru with mark, word and year; far ones in the strips."""
    countries = by_country(frame)
    stands = [(n, float(r[0]["lon"]), float(r[0]["lat"])) for n, r in countries.items()
              if r[0]["lon"] is not None]  # fmt: skip
    seen = plane(width, stands, REGION_WINDOW)
    parts = [
        _country(name, summary(countries[name]), seen.at(name, lon, lat), width)
        for name, lon, lat in stands
    ]
    variant = "narrow" if width == NARROW else "wide"
    return svg.drawing(width, seen.height, seen.base(), *parts, variant=variant)


def _country(name: str, words: str, spot: Point, width: int) -> svg.Element:
    """Write the mark on the country, and its name and its words on the side with room."""
    ink, size = svg.token("ink", theme.INK), _SIZE[width]
    side, down = _AT.get(name, ("start", 0))
    x = spot[0] + (8 if side == "start" else -8)
    shown = {"text_anchor": side, "class_": "halo", "fill": ink, "font_size": size}
    return svg.together(
        svg.text(x, spot[1] + size * (down + 0.3), name, font_weight=600, **shown),
        svg.text(x, spot[1] + size * (down + 1.4), words, **shown),
        svg.element("circle", cx=spot[0], cy=spot[1], r=3, fill=ink),
    )


def sentence(frame: pd.DataFrame) -> str:
    """Say with which countries of a route there is an instrument signed, and with which none."""
    if not len(frame):
        return t("charts.acuerdos.none")
    countries = {n: rows for n, rows in by_country(frame).items() if rows[0]["papel"]}
    groups: dict[str, list[str]] = {"signed": [], "underway": [], "none": []}
    for name, rows in countries.items():
        code = _strongest(rows)
        kind = {"suscrito": "signed", NONE: "none"}.get(code, "underway")
        groups[kind].append(_underway(name, code) if kind == "underway" else name)
    said = [
        t(f"charts.acuerdos.{kind}_with", parts=joined(names))
        for kind, names in groups.items() if names
    ]  # fmt: skip
    return " ".join(said) or t("charts.acuerdos.no_route")


def _underway(country: str, code: str) -> str:
    word = t(f"charts.acuerdos.state_{code}")
    return t("charts.acuerdos.underway_part", country=country, state=word)


CHART = Chart("acuerdos", select, by_hand(draw, sketch), sentence, page="/rutas", narrows=("tipo",))
