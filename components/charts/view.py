"""One chart under one state of the address, with its words: what every embed is made of."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import pandas as pd

from components.charts import cutoffs
from components.charts.chart import Chart, address
from components.charts.examples import example
from components.filter_words import chosen
from components.svg import Drawings
from components.texts import t
from data.publish import provenance
from data.query.corrections import Corrected, corrected, in_frame
from data.query.filters import Filters
from data.store import Store

_LONGEST_SOURCES, _LONGEST_FOOTNOTE = 400, 600


@dataclass(frozen=True)
class View:
    """A chart, the data it is drawn from, the filters that it heeds, and the data of today."""

    chart: Chart
    store: Store
    filters: Filters
    today: Store

    @classmethod
    def of(cls, chart: Chart, today: Store, filters: Filters) -> Self:
        """Keep only the filters that the chart heeds; `corte` says which data."""
        store = today.at(filters.corte)
        return cls(chart, store, chart.heeded(store, filters), today)

    @classmethod
    def shown(cls, chart: Chart, today: Store) -> Self:
        """Return the view by which a chart is known: its default, or an example of it."""
        return cls.of(chart, today, Filters(codigo=example(chart, today)))

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Return the rows on screen."""
        return self.chart.select(self.store, self.filters)

    @cached_property
    def drawing(self) -> Drawings:
        """Return the drawing for wide and for narrow places."""
        return self.chart.drawings(self.frame)

    @cached_property
    def title(self) -> str:
        """Return what is counted, with its period."""
        return self.chart.title(self.frame).rstrip(", ")

    @cached_property
    def finding(self) -> str:
        """Return what the rows show in one line, or nothing."""
        return self.chart.finding(self.frame)

    @property
    def headed(self) -> tuple[str, str]:
        """Return the heading, which is the finding if there is one, and what goes under it."""
        return (self.finding, self.title) if self.finding else (self.title, "")

    @cached_property
    def shapes(self) -> dict[int, float]:
        """Return how high the drawing is for its width, as a share of it, wide and narrow."""
        return {each.width: each.height / each.width for each in self.drawing.each}

    @cached_property
    def sentence(self) -> str:
        """Return the text alternative; a chart that needs a code says so without one."""
        if self.needs_code:
            return t("embed.needs_code")
        return self.chart.said(self.store, self.filters, self.frame)

    @property
    def needs_code(self) -> bool:
        """Say whether the chart is of one indicator or action and none was given."""
        return "codigo" in self.chart.narrows and not self.filters.codigo and not len(self.frame)

    @property
    def name(self) -> str:
        """Return what tells this view from the others of a page: its chart, its code."""
        return "-".join(part for part in (self.chart.slug, self.filters.codigo) if part)

    @property
    def query(self) -> str:
        """Return the query that names this view."""
        return self.filters.to_query()

    def pinned(self) -> Self:
        """Return this view by the address of its data, if they are kept; what is computed stays."""
        named = replace(self, filters=self.filters.with_(corte=self.store.reopens))
        vars(named).update(vars(self) | {"filters": named.filters})
        return named

    @property
    def page(self) -> str:
        """Return the address of the page where the chart stands, in this state."""
        if self.filters.codigo:
            query = self.filters.with_(codigo="").to_query()
            return address(f"{self.chart.page}/{self.filters.codigo}", query)
        return self.chart.at(self.filters, self.frame)

    @property
    def place(self) -> str:
        """Return the address of the chart itself in its page."""
        return f"{self.page}#grafico-{self.chart.slug}" if len(self.frame) else self.page

    @cached_property
    def selection(self) -> str:
        """Return what is chosen, in words: the indicator with its name and unit, the filters."""
        return chosen(self.store, self.filters)

    @cached_property
    def sources(self) -> str:
        """Return the documents of the rows on screen, or where they are many, who wrote them."""
        cited = self.store.cited(self.frame["fuente"])
        named = provenance.documents(cited) or t("embed.no_source")
        return named if len(named) <= _LONGEST_SOURCES else provenance.credit(cited)

    @cached_property
    def footnote(self) -> str:
        """Cite every source of the rows on screen, with its place in the document."""
        return self.chart.footnote(self.store, self.frame)

    @cached_property
    def corrected(self) -> list[Corrected]:
        """Return the corrections of the rows on screen."""
        return in_frame(corrected(self.today), self.frame)

    @property
    def folds(self) -> bool:
        """Say whether the whole citation stands closed: too long, or with files that were read."""
        cited = self.store.cited(self.frame["fuente"])
        return len(self.footnote) > _LONGEST_FOOTNOTE or provenance.copied(cited)

    @cached_property
    def plain(self) -> str:
        """Return the chart as a sentence with figure, date and source."""
        over = f" {self.selection}." if self.selection else ""
        said = f"{self.title}.{over} {self.sentence}"
        last = cutoffs.short(self.chart, self.store, self.frame)
        return t("embed.plain", said=said, sources=self.sources, cutoff=last)
