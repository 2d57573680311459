"""Which charts the kit offers, and in which state."""

from components.charts.examples import example
from components.charts.registry import CHARTS
from components.charts.view import View
from components.charts.views import Views
from data.query.filters import Filters
from data.store import Store


def charts(views: Views) -> list[View]:
    """Return the views of the kit: every chart, or those that a sector can call its own."""
    store, filters, found = views.store, views.filters, list[View]()
    for chart in CHARTS.values():
        if filters.sector and "sector" not in chart.narrows:
            states = _own_codes(store, filters) if "codigo" in chart.narrows else []
        elif "codigo" in chart.narrows and not filters.codigo:
            states = [filters.with_(codigo=example(chart, store))]
        else:
            states = [filters]
        found += [views.of(chart.slug, state) for state in states]
    return [view for view in found if len(view.frame)]


def _own_codes(store: Store, filters: Filters) -> list[Filters]:
    rows = store.indicators.values()
    return [filters.with_(codigo=row.codigo) for row in rows if row.sector in filters.sector]
