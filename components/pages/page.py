"""What a page is: an address, its words, and a function of the views of a request."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from components.charts.chart import Chart
from components.charts.registry import CHARTS
from components.charts.views import Views
from data.query.filters import Filters
from data.query.option_counts import Counted, uncounted
from data.store import Store

Content = list[Any]
Near = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """One view of a page: its title, its description, what is announced, what is shown.

    `count` says how much the filters leave, beside them.
    `lasting` gives what stands below the content and heeds no filter: it is written and sent with
    the page, and stays when a view takes the place of another. `lang` is that of the content.
    """

    title: str
    description: str
    announcement: str
    content: Content
    dataset: dict[str, Any] | None = None
    lasting: Callable[[], Content] = list
    count: str = ""
    lang: str = "es-PE"


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `see` gives a view, or None where the subject of the path is unknown.

    sample: a subject of it that exists, for tests and examples; subjects: all that exist;
    counts: how many rows each choice of its filters leaves;
    folded: a phone shows its filters when they are asked for, or set;
    missing: what an unknown subject is called in errors.404; near: the address, the code and
    the name of the subjects that look like it; placed: its subjects are territories; names: what
    its address calls otherwise than the filters do; feed: the address of what follows it, `<>`
    where its subject stands.
    """

    path: str
    see: Callable[[Views, str], Seen | None]
    nav: str = ""
    controls: tuple[str, ...] = ()
    counts: Counted = uncounted
    live: bool = True
    charts: Sequence[str] = field(default=())
    folded: bool = False
    sample: str = ""
    missing: str = "page"
    near: Callable[[Store, str], list[Near]] = lambda _store, _subject: []
    subjects: Callable[[Store], Iterable[str]] = lambda _store: ()
    placed: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    feed: str = ""

    @property
    def example(self) -> str:
        """Return an address at which the page can be seen."""
        return self.path.replace("<>", self.sample)

    @property
    def drawn(self) -> list[Chart]:
        """Return the charts that the page shows."""
        return [CHARTS[slug] for slug in self.charts]

    def addresses(self, store: Store) -> list[str]:
        """Return every address at which the page stands over some tables."""
        if not self.path.endswith("/<>"):
            return [self.path]
        return [self.path.replace("<>", subject) for subject in self.subjects(store)]

    def state(self, filters: Filters, subject: str, store: Store) -> Filters:
        """Return the filters with what the path itself names: a code, a sector, a territory."""
        if self.placed:
            return filters.with_(lugar=subject)
        if subject in store.vocabulary.codigo:
            return filters.with_(codigo=subject)
        if subject in store.vocabulary.sector:
            return filters.with_(sector=(subject,))
        return filters

    def matches(self, path: str) -> str | None:
        """Return the subject of a path ('' for a fixed page), or None if it is not this page."""
        if not self.path.endswith("/<>"):
            return "" if path == self.path else None
        stem = self.path.removesuffix("<>")
        rest = path.removeprefix(stem)
        return rest if path.startswith(stem) and rest and "/" not in rest else None
