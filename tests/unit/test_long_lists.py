"""A list that grew holds what a screen can hold, and says where the rest is."""

import pytest

from components.charts.views import Views
from components.markup import render
from components.pages.indicators import indicators
from components.pages.methods import methods
from components.pages.overview import red_and_silent
from components.pages.profile import profile_others, profile_sums, profile_years
from components.pages.victims import victims_tables
from components.truncated_list import MOST
from data import audit
from data.query import people_counted, profile_groups, profiles
from data.query.filters import Filters
from data.store import Store

TIMES = 40


def many(monkeypatch, of, name, *given):
    """Have a question answered with its answer so many times over."""
    found = list(getattr(of, name)(*given))
    assert found
    rows = (found * TIMES)[: 5 * MOST]
    monkeypatch.setattr(of, name, lambda *_: rows)
    return rows


def told(written, shown, amount, file):
    assert f"Se muestran {shown} de {amount}" in written
    assert f'href="/datos/{file}.csv"' in written


def test_indicators(store, monkeypatch):
    views = Views(store, Filters())
    rows = many(monkeypatch, Store, "chosen", store, views.filters)
    written = render(indicators.see(views, "").content[:3])
    assert written.count("<tr") == MOST + 1
    told(written, MOST, len(rows), "valores")


def test_what_is_in_red(store, monkeypatch):
    pairs = store.chosen(Filters()) * TIMES
    amount = sum(value.semaforo == "rojo" for _, value in pairs)
    written = render(red_and_silent.red(store, pairs))
    assert written.count('class="what"') == 25
    told(written, 25, amount, "valores")


def test_what_cannot_be_reproduced(store, monkeypatch):
    rows = many(monkeypatch, audit, "irreproducible", store.rows(methods.Valor))
    written = render(methods._unreproduced(store))
    assert written.count("<tr") == MOST + 1
    told(written, MOST, len(rows), "valores")


@pytest.mark.parametrize("indicators", [people_counted.VICTIMS, people_counted.JUDGED])
def test_loose_figures_of_victims(store, monkeypatch, indicators):
    rows = many(monkeypatch, people_counted, "loose", store, indicators)
    written = render(victims_tables.loose(store, "which", "side_lead", indicators))
    assert written.count("<tr") == MOST + 1
    told(written, MOST, len(rows), "incidencia")


def test_years_and_sums_of_a_profile(store, monkeypatch):
    rows = many(monkeypatch, profile_years, "breakdowns", store)
    written = render(profile_years.years(store))
    assert written.count("<table") == 15
    told(written, 15, len(rows), "incidencia")
    period = profiles.period(store, "victimas", "")
    groups = profile_groups.groups(store, "victimas", period) * TIMES * 3
    written = render(profile_sums.sums(store, groups))
    assert written.count("<dt") == MOST
    told(written, MOST, len(groups), "bases_perfil")


def test_other_publications_of_a_profile(store):
    name, found = next(iter(profiles.others(store, []).items()))
    rows = (found * TIMES)[:MOST]
    written = render(profile_others.others(store, {name: rows}))
    assert written.count("<tr") == 30 + 1
    told(written, 30, len(rows), "incidencia")


def test_what_is_compared_does_not_grow_with_its_square(store, monkeypatch):
    period = profiles.paired_period(store, "")
    before = profiles.pairs(store, period)
    assert before
    once = profile_groups.groups
    monkeypatch.setattr(profiles, "groups", lambda *given: list(once(*given)) * 5)
    assert len(profiles.pairs(store, period)) == 5 * len(before)
    monkeypatch.setattr(profiles, "groups", lambda store, population, period: list(
        once(store, population, period)) * (5 if population == "victimas" else 1))  # fmt: skip
    assert len(profiles.pairs(store, period)) == len(before), "the accused are counted once"
