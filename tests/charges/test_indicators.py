"""The table of indicators: each row, its order and the counts over it, as the files say."""

from dataclasses import replace

import pytest

from components.texts import t
from tests.charges import lists, reader
from tests.charges.asked import BY_LIGHT, EVERY, MIXED, WHOLE
from tests.charges.expected import SAID, tally
from tests.charges.files import folded
from tests.charges.words import tallies

SEEN = [asked for asked in EVERY if asked.rows()]


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_each_indicator_stands_with_its_figures_and_its_state(page, asked):
    shown = page(f"/indicadores?{asked.query}")
    found = [lists.full(row) for row in reader.rows(shown)]
    lists.hold(found, [one.row for one in asked.rows()], "indicators")
    headline = shown.one("h1").text
    assert tallies(headline) == tally(asked.rows(), SAID)
    assert headline.startswith(f"{len(asked.rows())} "), "the headline counts all its rows"


@pytest.mark.parametrize("asked", [*WHOLE, *BY_LIGHT, *MIXED], ids=str)
def test_each_indicator_has_its_own_name(page, asked):
    found = [lists.names(row) for row in reader.rows(page(f"/indicadores?{asked.query}"))]
    assert len(found) == len(asked.rows()), "list each indicator once"
    for (_, text), one in zip(found, asked.rows(), strict=True):
        lists.hold_names(text, one)


@pytest.mark.parametrize("asked", WHOLE, ids=str)
def test_the_order_asked_for_is_the_order_given(page, asked):
    def codes(order):
        shown = page(f"/indicadores?{asked.query}&orden={order}")
        return [reader.codes(row) for row in reader.rows(shown)]

    def sorted_codes(key, known):
        return [one.code for one in sorted(known, key=key)]

    known = [one for one in asked.rows() if one.advance.text]
    absent = [one.code for one in asked.rows() if not one.advance.text]
    assert codes("avance") == sorted_codes(lambda o: o.advance.percent, known) + absent
    assert codes("-avance") == sorted_codes(lambda o: -o.advance.percent, known) + absent
    assert codes("responsable") == sorted_codes(lambda o: folded(o.entity), asked.rows())
    assert codes("nombre") == sorted_codes(lambda o: folded(o.short), asked.rows())


def test_a_selection_without_indicators_accuses_nobody(page):
    asked = replace(WHOLE[-1], sector=("salud",), semaforo=("rojo",))
    assert not asked.rows()
    shown = page(f"/indicadores?{asked.query}")
    assert not shown.all("table")
    assert shown.one("h1").text == t("indicadores.headline_none")
