"""What is asked of a board before it stands: every subject, year, embed, image and screen."""

from collections.abc import Iterable, Iterator
from itertools import cycle

from components.charts.chart import address
from components.charts.examples import example
from components.charts.registry import CHARTS
from components.compliance_report.html_writer import addresses as documents
from components.pages import PAGES
from components.pages.page import Page
from components.session.slides import PATH as SESSION
from data.query.filters import Filters
from data.store import Store


def plan(store: Store) -> list[str]:
    """Return the addresses, each once: what most readers see first, the rarest last."""
    years = [int(year) for year in sorted(store.vocabulary.anio)]
    parts = (_examples(), _screens(years), _embeds(store, years), _images(store),
             _documents(store), _years(years), _subjects(store, years))  # fmt: skip
    return [*dict.fromkeys(one for part in parts for one in part)]


def _examples() -> Iterator[str]:
    yield from (page.example for page in PAGES)


def _screens(years: Iterable[int]) -> Iterator[str]:
    yield SESSION
    yield from (_in(SESSION, year) for year in years)
    yield f"{SESSION}?vista=acta"


def _embeds(store: Store, years: Iterable[int]) -> Iterator[str]:
    for slug, chart in CHARTS.items():
        code = example(chart, store)
        yield address(f"/incrustar/{slug}", Filters(codigo=code).to_query())
        for year in years if "anio" in chart.narrows else ():
            yield address(f"/incrustar/{slug}", Filters(anio=year, codigo=code).to_query())
    yield "/incrustar"


def _documents(store: Store) -> Iterator[str]:
    yield "/reportes"
    yield from (place for place in documents(store) if f"/{store.latest}" in place)


def _images(store: Store) -> Iterator[str]:
    for slug, chart in CHARTS.items():
        query = Filters(codigo=example(chart, store)).to_query()
        yield address(f"/imagenes/{slug}.png", query)


def _years(years: Iterable[int]) -> Iterator[str]:
    yield from (_in(page.example, year) for year in years for page in PAGES if _heeds(page))


def _subjects(store: Store, years: Iterable[int]) -> Iterator[str]:
    """Give every subject of every page; those that heed a year, with the years in turn."""
    turn = cycle(years)
    for page in PAGES:
        for subject in page.subjects(store):
            path = page.path.replace("<>", subject)
            yield _in(path, next(turn)) if _heeds(page) else path


def _heeds(page: Page) -> bool:
    return "anio" in page.controls or any("anio" in CHARTS[slug].narrows for slug in page.charts)


def _in(path: str, year: int) -> str:
    return address(path, Filters(anio=year).to_query())
