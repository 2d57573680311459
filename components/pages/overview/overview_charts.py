"""The charts of the Panorama, each with its table: objectives, and indicators by band."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import other_figures
from components.band_counts import BEST_FIRST
from components.charts.chart import records
from components.charts.status_strip import groups
from components.charts.trend import name
from components.charts.views import Views
from components.figure_card import brief_figure, figure
from components.format import percent
from components.table import status, table
from components.texts import t
from data.codes import LIGHTS
from data.query.filters import Filters
from data.query.ordering import Pair
from data.store import Store


def trend(views: Views) -> Component | None:
    """Return the index and the objectives over the closed years, in little room."""
    view = views.of("tendencia")
    if not len(view.frame):
        return None
    rows = [
        [name(row), str(row["anio"]), percent(row["avance_publicado"]),
         percent(row["avance_calculado"]), status(row["semaforo"])]
        for row in records(view.frame)
    ]  # fmt: skip
    names = ("objetivo", "anio", "avance_publicado", "avance_calculado", "semaforo")
    head = [t(f"columns.{one}") for one in names]
    return brief_figure(view, table(view.title, head, rows, numeric=[2, 3]))


def gauges(views: Views) -> Component:
    """Return the advance of each objective."""
    view = views.of("objetivos")
    rows = [
        [t(f"axes.{row['eje']}"), row["objetivo"], percent(row["avance_publicado"]),
         percent(row["avance_calculado"]), status(row["semaforo"])]
        for row in records(view.frame)
    ]  # fmt: skip
    names = ("objetivo", "avance_publicado", "avance_calculado", "semaforo")
    head = [t("filters.eje"), *(t(f"columns.{name}") for name in names)]
    return figure(view, table(view.title, head, rows, numeric=[2, 3]))


def lights(views: Views) -> Component:
    """Return how many indicators stand in each band, a mark for each."""
    view = views.of("semaforo")
    rows = [
        [label, *(int((part["semaforo"] == light).sum()) for light in LIGHTS), len(part)]
        for label, part in groups(view.frame)
    ]
    head = [t("columns.objetivo"), *(t(f"lights_plural.{light}") for light in LIGHTS), "Total"]
    lead = [_counted_otherwise(views.store, views.filters)]
    return figure(view, table(view.title, head, rows, numeric=range(1, 6)), lead=lead)


def services(views: Views, pairs: list[Pair]) -> Component:
    """Return how many indicators of service stand in each band, each the way to its list."""
    counts = Counter(value.semaforo for row, value in pairs if row.nivel == "ISS")
    return html.Section([html.P(t("panorama.service", total=sum(counts.values()))),
                         _counters(counts, views.filters)])  # fmt: skip


def _counted_otherwise(store: Store, filters: Filters) -> Component | None:
    """Say how the report counts its service indicators elsewhere, where it is another count."""
    if filters.narrows:
        return None
    said = other_figures.counts(store, "ISS", store.year(filters))
    return html.P(said, className="caveat") if said else None


def _counters(counts: Counter[Any], filters: Filters) -> Component:
    boxes = [
        html.Li(
            html.A(
                [
                    html.Span(f"{counts[light]}", className="big"),
                    status(light, counts[light]),
                ],
                href=f"/indicadores?{filters.with_(semaforo=(light,)).to_query()}",
            )
        )
        for light in BEST_FIRST
        if counts[light] or light != "sin-dato"
    ]  # fmt: skip
    return html.Ul(boxes, className="counters")
