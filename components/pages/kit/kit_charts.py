"""Which charts the kit offers, in which state, and which of them an address chooses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from components.charts.examples import example
from components.charts.registry import CHARTS
from components.charts.view import View
from components.charts.views import Views
from components.embeds.embed_options import Options
from data.query.filters import Filters, Remark
from data.query.query_string import split
from data.store import Store

NAME = "grafico"
PATH = "/incrustar"


@dataclass(frozen=True, slots=True)
class Choice:
    """What an address of the kit says beside its filters: a chart, '' for the first, and how."""

    chart: str
    options: Options

    @classmethod
    def from_query(cls, query: str) -> tuple[Self, str, list[Remark]]:
        """Read a choice; return it, the rest of the query, and what could not be used."""
        parts = split(query, (NAME,))
        options, rest, wrong = Options.from_query(parts.rest)
        said = parts.own.get(NAME, "")
        if said and said not in CHARTS:
            wrong = [Remark("unknown-value", NAME, said), *wrong]
        return cls(said if said in CHARTS else "", options), rest, wrong

    def to_query(self, filters: Filters) -> str:
        """Write the query of an address: the chart, what it shows, then how."""
        chart = f"{NAME}={self.chart}" if self.chart else ""
        return "&".join(part for part in (chart, self.options.to_query(filters)) if part)

    def view(self, views: Views, offered: Sequence[View]) -> View:
        """Return the view that is chosen; without a word, the first of those on offer."""
        if not self.chart:
            return offered[0] if offered else views.of(next(iter(CHARTS)), Filters())
        chart, filters = CHARTS[self.chart], views.filters
        if "codigo" in chart.narrows and not filters.codigo:
            filters = filters.with_(codigo=example(chart, views.store))
        return views.of(self.chart, filters)


def place(view: View) -> str:
    """Return the address of the kit with a view chosen."""
    return f"{PATH}?{Choice(view.chart.slug, Options()).to_query(view.filters)}"


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
