"""The code by which a chart of one indicator or action is shown where none is asked for."""

from components.charts.chart import Chart
from data.query.filters import Filters
from data.query.store_cache import per_store
from data.store import Store

EXAMPLE = "IOP.01.01"


def example(chart: Chart, store: Store) -> str:
    """Return a code with which a chart has something to show; '' where it needs none."""
    return _example(store, chart)


@per_store
def _example(store: Store, chart: Chart) -> str:
    if "codigo" not in chart.narrows:
        return ""
    codes = [EXAMPLE, *sorted(store.vocabulary.codigo)]
    return next((c for c in codes if len(chart.select(store, Filters(codigo=c)))), "")
