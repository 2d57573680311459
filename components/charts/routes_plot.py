"""The routes as a schematic map: the places of the pairs with their role, and each pair a link."""

from collections.abc import Iterable
from urllib.parse import quote

import pandas as pd

from components.charts.chart import Record, records
from components.charts.layouts.flows import Flows, Hint, Kind, Link, Place
from components.charts.layouts.plane import PERU_WINDOW
from components.charts.routes_names import HINTS, OPEN, OPEN_AT, PERU
from components.format import count
from components.texts import t
from data.text_normalisation import slug

_SYMBOLS = {
    "origen": "circle-open",
    "destino": "square",
    "ambos": "circle-open-dot",
    "abierto": "diamond-open",
}


def kinds() -> dict[str, Kind]:
    """Return the kinds of pairs and the roles of places, in the order of the key."""
    links = {
        "interna": Kind(t("charts.rutas.key_interna"), "ink"),
        "internacional": Kind(t("charts.rutas.key_internacional"), "accent", dashed=True),
    }
    return links | {
        role: Kind(t(f"charts.rutas.key_{role}"), "ink", symbol)
        for role, symbol in _SYMBOLS.items()
    }


def plot(frame: pd.DataFrame) -> Flows:
    """Return every pair as a link; what does not touch the place of the address is faint."""
    rows = records(frame)
    some = any(row["sentido"] for row in rows)
    links = tuple(
        Link(row["origen_lugar"], end(row), row["tipo"], said(row),
             row["zona"] or t("rutas.no_zone"), faint=some and not row["sentido"])
        for row in rows
    )  # fmt: skip
    query = frame.attrs.get("consulta", "")
    places = {name: _place(name, stand, rows, query) for name, stand in _stands(rows).items()}
    return Flows(places, links, kinds(), PERU_WINDOW, path="/rutas")


def end(row: Record) -> str:
    """Return the place where a pair ends, which may be the open one."""
    return row["destino_lugar"] or OPEN


def place_word(name: str) -> str:
    """Return the name of a place; of one that the plan does not name, what it says."""
    keys = {OPEN: "open_end", PERU: "open_start"}
    return t(f"charts.rutas.{keys[name]}") if name in keys else name


def said(row: Record) -> str:
    """Return the line of a pair: its ends, its type and the heading under which the plan has it."""
    pair = f"{row['origen_lugar']} → {row['destino_lugar'] or t('charts.rutas.unnamed')}"
    kind = t(f"charts.rutas.key_{row['tipo']}")
    return ", ".join(filter(None, (f"{pair}: {kind}", row["zona"])))


def role(name: str, rows: Iterable[Record]) -> str:
    """Return what the plan makes of a place: origin, destination, both, or an open end."""
    if name in (OPEN, PERU):
        return "abierto"
    pairs = [(row["origen_lugar"], row["destino_lugar"]) for row in rows]
    starts, ends = any(a == name for a, _ in pairs), any(b == name for _, b in pairs)
    return "ambos" if starts and ends else "origen" if starts else "destino"


def _stands(rows: Iterable[Record]) -> dict[str, tuple[float, float]]:
    """Return every place of the rows with its degrees, and the open end if a row has one."""
    found = {}
    for row in rows:
        found[row["origen_lugar"]] = (float(row["origen_lon"]), float(row["origen_lat"]))
        found[end(row)] = (
            (float(row["destino_lon"]), float(row["destino_lat"]))
            if row["destino_lugar"]
            else OPEN_AT
        )
    return found


def _place(name: str, stand: tuple[float, float], rows: list[Record], query: str) -> Place:
    mine = [row for row in rows if name in (row["origen_lugar"], end(row))]
    some = any(row["sentido"] for row in rows)
    kind = role(name, rows)
    word = place_word(name)
    pairs = count(len(mine), t("charts.rutas-matriz.pair_one"), t("charts.rutas-matriz.pair_many"))
    title = (
        f"{word}: {pairs}"
        if kind == "abierto"
        else f"{word}: {t(f'charts.rutas.key_{kind}')}, {pairs}"
    )
    state = "&".join(filter(None, (query, f"lugar={quote(slug(name))}")))
    return Place(
        word, *stand, kind, title,
        query=None if name == OPEN else state,
        faint=some and not any(row["sentido"] for row in mine),
        chosen=any(name == row["lugar"] for row in rows), hint=HINTS.get(name, Hint()),
    )  # fmt: skip
