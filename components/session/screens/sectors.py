"""Screens of the institutions: the state of each sector."""

from collections import Counter
from collections.abc import Iterator

from dash import html

from components import explained, theme
from components.charts.chart import address
from components.charts.views import Views
from components.session.drawings import strip
from components.session.screen import Screen, cited, pages, values
from components.session.words import below, known, scoped
from components.table import Cell
from components.texts import t
from data.codes import LIGHTS, Light
from data.query.commitments import alphabetical
from data.query.filters import Filters
from data.query.ordering import Pair

_ROWS = 14


def sectors(views: Views) -> Iterator[Screen]:
    """Give how many indicators of each sector stand in each band, a mark for each."""
    store, filters, view = views.store, views.filters, views.of("sector-semaforo")
    pairs = store.chosen(filters)
    counts: dict[str, Counter[Light]] = {}
    for row, value in pairs:
        counts.setdefault(row.sector, Counter())[value.semaforo] += 1
    named = alphabetical([(code, t(f"sectors.{code}")) for code in counts])
    lights = [light for light in LIGHTS if any(found[light] for found in counts.values())]
    cells = [[name, *(_amount(counts[code], light) for light in lights)] for code, name in named]
    head = [t("filters.sector"), *map(_band, lights)]
    heading = _headed(pairs, filters, store.year(filters))
    sources = cited(store, [value.fuente for _, value in pairs])
    moves = [html.P(said, className="reason") for said in explained.moves(store, pairs)]
    for part, shown in pages(heading, head, cells, _ROWS):
        yield Screen(heading + part, [html.Div(shown, className="dense"), *moves], sources,
                     address(view.chart.page, view.query),
                     figures={"valores": values(store, pairs)})  # fmt: skip


def _headed(pairs: list[Pair], filters: Filters, year: int) -> str:
    """Say how many sectors have an indicator below; of one, how many of its indicators."""
    judged = {row.sector for row, _ in known(pairs)}
    if not judged:
        return scoped(filters, t("sesion.sectors_absent", year=year))
    total = {row.sector for row, _ in pairs}
    if len(total) == 1:
        name = t(f"sectors.{total.pop()}")
        return t("sesion.sectors_single", name=name, below=below(pairs), year=year)
    low = len({row.sector for row, value in pairs if value.semaforo == "rojo"})
    word = "sesion.sectors_word" if judged == total else "sesion.sectors_known"
    key = {0: "none", 1: "one"}.get(low, "many")
    amount = f"{len(judged)} {t(word)}"
    return scoped(filters, t(f"sesion.sectors_{key}", below=low, total=amount, year=year))


def _band(light: Light) -> str:
    return f"{theme.LIGHT_MARK[light]} {t(f'lights_plural.{light}')}"


def _amount(found: Counter[Light], light: Light) -> list[Cell]:
    return [html.Span(str(found[light]), className="tally"), strip({light: found[light]})]
