"""A page in one state of its address: where the tables are asked, for whoever shows it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Self

from dash import html
from dash.development.base_component import Component
from flask import abort

from callbacks.http.request_state import read
from components import corrections, paper
from components.charts.chart import address
from components.charts.views import Views
from components.controls import amounts, bar, chips, cleared, link, summaries
from components.dash_parts import Parts
from components.fold import fold
from components.links import staying
from components.markup import Writing, render
from components.pages import find
from components.pages.page import Content, Page, Seen
from components.pages.titles import titled
from components.period_field import starting
from components.remarks import remarks
from components.terms import Terms
from components.texts import t
from data.query.filters import Filters, Remark
from data.query.option_counts import Counted
from data.store import Store


@dataclass(frozen=True, slots=True)
class PageView:
    """What a page shows in a state; `parts` are known once its content is written."""

    page: Page
    subject: str
    path: str
    store: Store
    views: Views
    seen: Seen
    said: list[Remark]
    parts: Parts = field(default_factory=Parts)
    lasting_parts: Parts = field(default_factory=lambda: Parts("fija"))

    @classmethod
    def of(cls, store: Store, path: str, query: str) -> Self:
        """Ask the tables for the page at a path; 404 where there is none."""
        page, subject = find(path) or abort(404)
        then, filters, said = read(store, query)
        views = Views(store, filters)
        seen = page.see(views, subject)
        if seen is None:
            abort(404, description=t(f"errors.404.{page.missing}", name=subject[:40]))
        seen = replace(seen, title=titled(seen.title, filters, then))
        return cls(page, subject, path, then, views, seen, said)

    @property
    def filters(self) -> Filters:
        """Return the state of the address."""
        return self.views.filters

    def content(self, whole: bool = True) -> str:
        """Return the HTML of what heeds the filters; not `whole`: of what lasts, only its place."""
        self.parts.whole = whole
        said = [*self.said, *self.views.stray(self.page.charts)]
        found = corrections.of_page(self._placed(), self.path, self.subject, self.page.charts)
        later = corrections.later(found, self.store)
        own = render([self._on_paper(), remarks(said), _frozen(self.filters, self.path, later)])
        below = None if self.filters.corte else corrections.section(found)
        how = replace(self._writing(self.parts), words=self._words())
        return own + render(self.seen.content, how) + render(below)

    def _words(self) -> Callable[[str], str] | None:
        """Return how the words of the page are written."""
        # What is found or has changed are words of others; the glossary explains itself.
        others = self.page.path == Terms.PATH or self.page.names
        return None if others else Terms(self.views.store, self.filters.corte).words

    def _on_paper(self) -> Component:
        query = self.filters.to_query()
        place = address(self.path, query)
        return paper.block(self.store, self.filters, place, self.page.drawn)

    def _placed(self) -> Views:
        """Return the views of the territory that the path names, on a page of one."""
        if not self.page.placed:
            return self.views
        return self.views.under(self.page.state(self.filters, self.subject, self.store))

    def lasting(self) -> str:
        """Return the HTML of what stands below and heeds none."""
        return render(self.seen.lasting(), self._writing(self.lasting_parts))

    def controls(self) -> Content:
        """Return the filters of the page, in this state."""
        names, counts = self._counted
        count = self.seen.count
        if not names:
            return []
        fields = bar(self.store, self.filters, self.path, names, count, counts)
        if not self.page.folded:
            return [fields]
        return [fold("filters", t("filters.title"), opened=bool(self.filters.to_query())), fields]

    def state(self) -> dict[str, Any]:
        """Return what changes with the filters beside the content, by the names of the outputs."""
        return {
            "version_datos": self.store.version,
            "consulta": self.filters.to_query(),
            "titulo": f"{self.seen.title} · {t('board.name')}",
            "anuncio": self.seen.announcement,
            "cuenta": {"count": self.seen.count},
            "elegidos": summaries(self.store, self.filters),
            "cantidades": amounts(self.store, self.filters, *self._counted),
            "fichas": {"chips": chips(self.store, self.filters, self.path)},
            "quitar": {"clear": cleared(self.filters)},
            "consultas": self.parts.queries,
            "partes": self.parts.placed,
        }

    @property
    def _counted(self) -> tuple[tuple[str, ...], Counted]:
        return self.page.controls, self.page.counts

    def begun(self) -> dict[str, Any]:
        """Return the same with what stays: the order of the address, what it leaves out."""
        fixed = {"orden": list(Filters.__dataclass_fields__), "omision": starting(self.store)}
        return self.state() | fixed

    def _writing(self, parts: Parts) -> Writing:
        """Return how it is written: a kept version is not left, and a live page has parts."""
        how = staying(self.filters.corte) if self.filters.corte else Writing()
        return replace(how, place=parts.place, seen=parts.see) if self.page.live else how


def _frozen(filters: Filters, path: str, later: Content) -> html.Div | None:
    """Say that the page shows a kept version, with the way to the data of today."""
    if not filters.corte:
        return None
    said = t("frozen.said", version=filters.corte, date="")
    live = link(t("frozen.live"), path, filters.with_(corte="").to_query())
    news = html.A(t("frozen.news"), href=f"/novedades#v-{filters.corte}")
    return html.Div([html.P([said, " ", live, " ", news]), *later], className="remark", role="note")
