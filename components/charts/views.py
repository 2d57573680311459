"""The views of one request: each chart under each state is computed once, whoever shows it."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from components.charts.registry import CHARTS
from components.charts.view import View
from data import clock
from data.query.filters import Filters, Remark
from data.store import Store


class Views:
    """The views that a page, its cards or its screens ask for; it lives as long as its request.

    `today` are the data of today and `filters` the state of the address; `store` holds the data
    that the address asks for.
    """

    def __init__(
        self,
        today: Store,
        filters: Filters,
        made: dict[tuple[str, Filters], View] | None = None,
        day: date | None = None,
    ) -> None:
        """Make no view yet; day: that on which they are read, or of the version asked for."""
        self.today, self.filters = today, filters
        self.store = today.at(filters.corte)
        self.day = day or today.versions.get(filters.corte) or clock.today()
        self._made = {} if made is None else made

    def of(self, slug: str, filters: Filters | None = None) -> View:
        """Return the view of a chart in the state of the address, or in another one."""
        chart = CHARTS[slug]
        asked = self.filters if filters is None else filters
        heeded = chart.heeded(self.today.at(asked.corte), asked)
        key = (slug, heeded)
        if key not in self._made:
            self._made[key] = View.of(chart, self.today, heeded)
        return self._made[key]

    def opening(self, slug: str) -> View:
        """Return the view that a chart opens with, over the data that the address asks for."""
        return self.of(slug, Filters(corte=self.filters.corte))

    def stray(self, slugs: Iterable[str]) -> list[Remark]:
        """Return a remark on each place that none of some charts that heed one has."""
        named = {"lugar": self.filters.lugar, "comparar": self.filters.comparar}
        return [
            Remark("unknown-value", name, value)
            for name, value in named.items()
            if value and self._unheard(name, slugs)
        ]

    def _unheard(self, name: str, slugs: Iterable[str]) -> bool:
        heeding = [slug for slug in slugs if name in CHARTS[slug].narrows]
        return bool(heeding) and not any(self.of(slug).frame.attrs.get(name) for slug in heeding)

    def under(self, filters: Filters) -> Self:
        """Return the same views, asked for from another state."""
        return type(self)(self.today, filters, self._made, self.day)
