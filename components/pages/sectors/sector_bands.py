"""How the indicators of some sectors stand: the chart of their marks, and the counts."""

from collections import Counter
from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from components.band_counts import BEST_FIRST, indicators_in_bands
from components.charts import status_strip as marks
from components.charts.sectors import groups
from components.charts.views import Views
from components.figure_card import figure
from components.table import status, table
from components.texts import t
from data.query.ordering import Pair


def drawn(views: Views) -> Component | None:
    """Return the chart of the marks by sector, or by entity of one; None without indicators."""
    view = views.of("sector-semaforo")
    if not len(view.frame):
        return None
    rows = [
        [name, *(marks.tally(part)[light] for light in BEST_FIRST), len(part)]
        for name, part in groups(view.frame)
    ]
    head = [t("sectores.who"), *(t(f"lights_plural.{n}") for n in BEST_FIRST), t("words.total")]
    return figure(view, table(view.title, head, rows, numeric=range(1, 6)))


def counted(pairs: Iterable[Pair]) -> str:
    """Say how many indicators there are in each band."""
    return f"{indicators_in_bands([value.semaforo for _, value in pairs])}."


def tally(pairs: Iterable[Pair]) -> Component:
    """Return the counts by band as a list of marks with their words."""
    counts = Counter(value.semaforo for _, value in pairs)
    items = [
        html.Li([status(light), html.Strong(f" {counts[light]}")])
        for light in BEST_FIRST
        if counts[light]
    ]
    return html.Ul(items, className="tally")
