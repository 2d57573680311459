"""Screens of the country and of its institutions: incidence, routes, sectors, agreements."""

from collections import Counter
from collections.abc import Iterator

from dash import html

from components.charts import CHARTS
from components.charts.base import address, records
from components.format import joined, number
from components.pages import agreed
from components.session.base import Screen, cited, pages, short
from components.texts import t
from data.codes import LIGHTS
from data.filters import Filters
from data.model import AcuerdoSesion
from data.model.agreed import DONE
from data.store import Store

_ROWS = 9
_NO_STATE = "dato"


def incidence(store: Store, filters: Filters) -> Iterator[Screen]:
    """Give the territories with most cases of the period, with bars that read in grey."""
    chart = CHARTS["mapa"]
    kept = chart.filters(filters)
    frame = chart.select(store, kept)
    known = [row for row in records(frame) if row["estado"] == _NO_STATE and row["valor"]]
    rows = sorted(known, key=lambda row: -row["valor"])[:_ROWS]
    if not rows:
        yield Screen(chart.sentence(frame), [html.P(chart.caveat())])
        return
    bars = [
        html.Li(
            [html.Span(row["nombre"]), html.Span(number(row["valor"]), className="amount"),
             html.Span(className="bar",
                       style={"width": f"{float(row['valor'] / rows[0]['valor']) * 100:.1f}%"})]
        )
        for row in rows
    ]  # fmt: skip
    heading = t("sesion.incidence", name=rows[0]["nombre"], value=number(rows[0]["valor"]),
                title=chart.title(frame))  # fmt: skip
    shown = html.Ol(bars, className="bars")
    yield Screen(heading, [shown], cited(store, list(frame["fuente"])),
                 address(chart.page, kept.to_query()))  # fmt: skip


def routes(store: Store, filters: Filters) -> Iterator[Screen]:
    """Give the pairs of the plan, gathered by destination."""
    chart = CHARTS["rutas"]
    kept = chart.filters(filters)
    frame = chart.select(store, kept)
    origins: dict[str, list[str]] = {}
    for row in records(frame):
        place = _end(row, "destino")
        origins.setdefault(place, []).append(_end(row, "origen"))
    cells = [
        [place, joined(list(dict.fromkeys(found))), str(len(found))]
        for place, found in sorted(origins.items(), key=lambda item: -len(item[1]))
    ]
    head = [t("sesion.destination"), t("sesion.origins"), t("sesion.pairs")]
    sources = cited(store, list(frame["fuente"]))
    for part, shown in pages(head, cells, 6, [2]):
        yield Screen(chart.sentence(frame) + part, [shown], sources,
                     address(chart.page, kept.to_query()))  # fmt: skip


def _end(row: dict[str, object], end: str) -> str:
    place, region = row[f"{end}_lugar"], row[f"{end}_region"]
    return str(place or region or t("sesion.unnamed"))


def sectors(store: Store, filters: Filters) -> Iterator[Screen]:
    """Give how many indicators of each sector stand in each band."""
    chart = CHARTS["sector-semaforo"]
    kept = chart.filters(filters)
    frame = chart.select(store, kept)
    counts: dict[str, Counter[str]] = {}
    for row in records(frame):
        counts.setdefault(row["sector"], Counter())[row["semaforo"]] += 1
    named = sorted((t(f"sectors.{code}"), found) for code, found in counts.items())
    lights = [light for light in LIGHTS if any(found[light] for _, found in named)]
    cells = [[name, *(str(found[light]) for light in lights)] for name, found in named]
    head = [t("filters.sector"), *(t(f"lights_plural.{light}") for light in lights)]
    sources = cited(store, list(frame["fuente"]))
    below = sum(1 for _, found in named if found["rojo"])
    heading = t("sesion.sectors", below=below, total=len(named))
    for part, shown in pages(head, cells, 8, range(1, len(head))):
        yield Screen(heading + part, [shown], sources, address(chart.page, kept.to_query()))


def agreements(store: Store, filters: Filters) -> Iterator[Screen]:
    """Give what the sessions agreed and is not done, the overdue first; nothing without rows."""
    rows = [row for row in store.kept(AcuerdoSesion, filters) if row.estado != DONE]
    if not rows:
        return
    late = sum(row.overdue(store.cutoff) for row in rows)
    heading = t("sesion.agreements", amount=len(rows), late=late)
    cells = [[short(str(line[0])), *line[1:4]] for line in agreed.lines(store, rows)]
    for part, shown in pages(agreed.head()[:4], cells, 4):
        yield Screen(heading + part, [shown], t("sesion.agreed"), "/datos/acuerdos_sesion.csv")
