"""The filters of one chart as a form that works without JavaScript."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from components.charts.chart import Chart
from components.charts.view import View
from components.embeds.embed_options import Options
from components.filter_words import label
from components.texts import known, t
from data.model import Valor
from data.query.filters import Filters
from data.query.store_cache import per_store
from data.store import Store
from data.text_normalisation import alphabetical

_LONGEST = 80
_LATEST_FIRST = frozenset({"anio", "periodo"})


@dataclass(frozen=True, slots=True)
class Offer:
    """The values of a filter that change a chart; `start` is the one it has when none is said."""

    values: tuple[str, ...]
    start: str = ""


def form(view: View, options: Options) -> str:
    """Return one list per filter that the chart heeds, with the values that leave it rows."""
    shown = fields(view)
    if not shown:
        return ""
    kept = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name, value in (("corte", view.filters.corte), *_how(options))
        if value
    )
    return (
        f'<form class="own-filters" method="get" action="/incrustar/{view.chart.slug}" '
        f'aria-label="{t("filters.title")}">{shown}{kept}'
        f'<button type="submit">{t("filters.apply")}</button></form>'
    )


def fields(view: View) -> str:
    """Return the lists alone, for a form of somebody else."""
    return "".join(_field(view, name) for name in view.chart.narrows)


def amount(view: View) -> int:
    """Return how many lists the form has."""
    found = (offered(view.chart, view.store, name) for name in view.chart.narrows)
    return sum(len(offer.values) > 1 for offer in found)


def _how(options: Options) -> list[tuple[str, str]]:
    theme = "" if options.tema == "claro" else options.tema
    return [("tema", theme), ("controles", "1"), ("alto", str(options.alto or ""))]


def _field(view: View, name: str) -> str:
    offer = offered(view.chart, view.store, name)
    if len(offer.values) < 2:
        return ""
    chosen = getattr(view.filters, name)
    single = chosen[0] if isinstance(chosen, tuple) and chosen else str(chosen or "")
    every = "" if offer.start or view.filters.codigo else _option("", t("filters.any"), not single)
    listed = "".join(
        _option(
            "" if value == offer.start else value,
            label(view.store, name, value)[:_LONGEST],
            value == (single or offer.start),
        )
        for value in _in_order(view.store, name, offer.values)
    )
    title = t(f"filters.{name}") if known(f"filters.{name}") else name.capitalize()
    return f'<label><span>{title}</span><select name="{name}">{every}{listed}</select></label>'


def _in_order(store: Store, name: str, values: tuple[str, ...]) -> list[str]:
    if name in _LATEST_FIRST:
        return sorted(values, reverse=True)
    if name == "codigo":
        return list(values)
    return sorted(values, key=lambda value: alphabetical(label(store, name, value)))


def _option(value: str, words: str, chosen: bool) -> str:
    mark = " selected" if chosen else ""
    return f'<option value="{escape(value)}"{mark}>{escape(words)}</option>'


def offered(chart: Chart, store: Store, name: str) -> Offer:
    """Return the values of a filter under which the chart has rows; none where none matters."""
    return _offered(store, chart, name)


@per_store
def _offered(store: Store, chart: Chart, name: str) -> Offer:
    bare = _bare(store, chart)
    found: list[str] = []
    same: list[str] = []
    for value in _known(store, name):
        rows = chart.select(store, _only(name, value))
        if len(rows):
            (same if rows.equals(bare) else found).append(value)
    if not found:
        return Offer(())
    if isinstance(getattr(Filters(), name), tuple):
        return Offer(tuple(sorted(found + same)))
    return Offer(tuple(sorted([*found, *same])), same[0]) if len(same) == 1 else Offer(tuple(found))


@per_store
def _bare(store: Store, chart: Chart) -> pd.DataFrame:
    """Return the rows of a chart without filters, asked for once for all that it offers."""
    return chart.select(store, Filters())


def _known(store: Store, name: str) -> list[str]:
    """Return the values to try; a year of which nothing was reported has nothing to show."""
    if name == "anio":
        return sorted({str(r.anio) for r in store.rows(Valor) if r.valor_obtenido is not None})
    return sorted(getattr(store.vocabulary, name))


def _only(name: str, value: str) -> Filters:
    if name == "anio":
        return Filters(anio=int(value))
    many = isinstance(getattr(Filters(), name), tuple)
    return Filters().with_(**{name: (value,) if many else value})
