"""Beside each choice of a filter stands what choosing it leaves, whatever else is chosen."""

from urllib.parse import parse_qsl

import pytest

from components.charts.registry import CHARTS
from components.controls import amounts, bar
from components.markup import render
from components.pages import PAGES
from data.model import Discrepancia, Indicador, Meta2007, Meta2017
from data.query import option_counts
from data.query.filters import Filters

STATES = (
    Filters(),
    Filters(anio=2021, sector=("mujer", "interior"), semaforo=("rojo",)),
    Filters(eje=("proteccion",), entidad=("mimp",), buscar="niñas"),
    Filters(periodo="2019-2020", sector=("salud",)),
    Filters(tipo="interna", buscar="niñas"),
    Filters(zona="costa-norte"),
    Filters(documento="reporte-2024", severidad="aritmetica"),
)
PLANS = (Meta2007, Meta2017, Indicador)
LEFT = {
    option_counts.indicators: lambda store, filters: len(store.chosen(filters)),
    option_counts.of_sectors: lambda store, filters: len(
        store.chosen(Filters(anio=filters.anio, sector=filters.sector))
    ),
    option_counts.commitments: lambda store, filters: sum(
        len(store.kept(kind, filters)) for kind in PLANS
    ),
    option_counts.routes: lambda store, filters: routed(store, filters),
    option_counts.contradictions: lambda store, filters: len(store.kept(Discrepancia, filters)),
}
FIRST = ("sector", "eje", "semaforo", "entidad", "tipo", "zona", "lugar", "documento", "severidad")


def routed(store, filters):
    frame = CHARTS["rutas"].select(store, filters)
    return len(frame[frame["sentido"] != ""]) if filters.lugar else len(frame)


def only(name, value):
    return (value,) if isinstance(getattr(Filters(), name), tuple) else value


@pytest.mark.parametrize("counted", LEFT, ids=lambda one: one.__name__)
def test_a_choice_leaves_as_many_rows_as_it_says(store, counted):
    tried = 0
    for filters in STATES:
        for name in FIRST:
            left = counted(store, filters, name)
            if left is None:
                continue
            for value in sorted(getattr(store.vocabulary, name)):
                then = filters.with_(**{name: only(name, value)})
                assert left.get(value, 0) == LEFT[counted](store, then), (filters, name, value)
                tried += left.get(value, 0) > 0
    assert tried > 5


def test_a_place_of_the_routes_leaves_the_other_pairs_in_sight(store):
    alone, placed = (
        option_counts.routes(store, f, "tipo") for f in (Filters(), Filters(lugar="lima"))
    )
    assert alone == placed


def test_a_period_of_a_plan_leaves_its_targets(store):
    left = option_counts.commitments(store, Filters(eje=("proteccion",)), "periodo")
    kept = store.kept(Meta2017, Filters(eje=("proteccion",), periodo="2019-2020"))
    assert left["2019-2020"] == len(kept) > 0


@pytest.mark.parametrize("page", [p for p in PAGES if p.controls], ids=lambda page: page.path)
def test_what_a_page_writes_is_what_it_sends(store, page):
    sent = dict(parse_qsl(amounts(store, Filters(), page.controls, page.counts)))
    form = render([bar(store, Filters(), page.path, page.controls, "", page.counts)])
    for name, amount in sent.items():
        assert f"({amount})" in form or "." not in name, name
    assert bool(sent) == (page.counts is not option_counts.uncounted)
