"""The known circuit: the pairs of places that the plan states, as schematic links."""

from typing import Any

import pandas as pd

from components.charts.chart import Chart, Record, records
from components.charts.routes_plot import plot
from components.format import count, joined
from components.texts import t
from data.model import Lugar, Ruta
from data.query import route_pairs
from data.query.filters import Filters
from data.store import Store
from data.text_normalisation import slug

COLUMNS = [
    "tipo", "origen_lugar", "origen_region", "origen_lon", "origen_lat", "destino_lugar",
    "destino_region", "destino_lon", "destino_lat", "zona", "frases", "lugar", "sentido", "fuente",
]  # fmt: skip


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per pair of the type and zone chosen, with the sentences that state it.

    `lugar` and `sentido` tell the place of the address and whether the pair arrives at it
    («llega»), leaves it («sale»), stays inside («dentro») or does not touch it (empty).
    """
    places = {row.lugar: row for row in store.rows(Lugar)}
    rows = [
        _row(store, row, places, filters)
        for row in store.rows(Ruta)
        if filters.tipo in ("", row.tipo)
        and (not filters.zona or filters.zona in route_pairs.zones(row, store.stated))
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    frame.attrs["consulta"] = filters.with_(lugar="").to_query()
    frame.attrs["lugar"] = chosen(frame)
    return frame


def _row(store: Store, row: Ruta, places: dict[str, Lugar], filters: Filters) -> dict[str, Any]:
    said = store.stated.get(route_pairs.pair(row), ())
    first = next((s for s in said if filters.zona in ("", slug(s.zona or ""))), None)
    start = places[row.origen_lugar]
    end = places[row.destino_lugar] if row.destino_lugar else None
    return {
        **row.model_dump(),
        "origen_lon": start.lon,
        "origen_lat": start.lat,
        "destino_lon": end.lon if end else None,
        "destino_lat": end.lat if end else None,
        "zona": first.zona if first else row.zona,
        "frases": " ".join(sentence.frase for sentence in said),
        "lugar": route_pairs.places([row]).get(filters.lugar, "") if filters.lugar else "",
        "sentido": _sense(row, filters.lugar),
        "fuente": first.fuente if first else row.fuente,
    }


def _sense(row: Ruta, place: str) -> str:
    leaves, arrives = place in route_pairs.origins(row), place in route_pairs.destinations(row)
    if leaves and arrives:
        return "dentro"
    return "llega" if arrives else "sale" if leaves else ""


def chosen(frame: pd.DataFrame) -> str:
    """Return the name of the place of the address, or nothing."""
    return next((name for name in frame["lugar"] if name), "")


def sentence(frame: pd.DataFrame) -> str:
    """Say what the plan states of the place chosen, or of all pairs on screen."""
    if not len(frame):
        return t("empty.chart")
    place = chosen(frame)
    if not place:
        return t("charts.rutas.sentence", parts=amount(frame))
    return " ".join(_about(place, frame[frame["sentido"] != ""]))


def amount(frame: pd.DataFrame) -> str:
    """Say how many pairs of each kind there are; '' if none."""
    totals = {kind: int((frame["tipo"] == kind).sum()) for kind in ("internacional", "interna")}
    said = {kind: total for kind, total in totals.items() if total}
    words = {kind: "interna_besides" if len(said) > 1 and kind == "interna" else kind
             for kind in said}  # fmt: skip
    return joined([
        count(total, t(f"charts.rutas.{words[kind]}_one"), t(f"charts.rutas.{words[kind]}_many"))
        for kind, total in said.items()
    ])  # fmt: skip


def _about(place: str, frame: pd.DataFrame) -> list[str]:
    arrive = [
        row["origen_lugar"] for row in records(frame) if row["sentido"] in ("llega", "dentro")
    ]
    leave = [_end(row) for row in records(frame) if row["sentido"] in ("sale", "dentro")]
    said = []
    if arrive:
        said.append(
            t("charts.rutas.arrive", place=place, parts=joined(list(dict.fromkeys(arrive))))
        )
    if leave:
        said.append(t("charts.rutas.leave", place=place, parts=joined(list(dict.fromkeys(leave)))))
    return said


def _end(row: Record) -> str:
    return row["destino_lugar"] or t("charts.rutas.unnamed_end")


CHART = Chart(
    "rutas", select, plot, sentence, page="/rutas",
    narrows=("tipo", "zona", "lugar"),
)  # fmt: skip
__all__ = ["CHART", "COLUMNS", "chosen", "select", "sentence"]
