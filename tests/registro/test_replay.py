"""The report of 2024 through the checks: every contradiction of the form's kind is met."""

import pytest

from data.model import Discrepancia, Retirada
from data.registro.checks import RULES
from data.registro.replay.__main__ import MOST_FALSE, said
from data.registro.replay.outcome import Outcome


@pytest.fixture(scope="module")
def outcome(live_store):
    return Outcome(live_store)


def test_every_contradiction_is_stopped_explained_or_noted(outcome):
    assert len(outcome.contradictions) == 41
    assert outcome.unmet == frozenset()
    assert {one.como for one in outcome.met} <= {"detenida", "explicada", "anotada"}


def test_few_cells_are_blocked_without_a_known_contradiction(outcome):
    assert len(outcome.findings) == 150
    assert len(outcome.falsely_blocked) <= MOST_FALSE * 150
    assert set(outcome.falsely_blocked) < outcome.blocked


def test_no_rule_no_contradiction_met(live_store):
    outcome = Outcome(live_store, {})
    assert outcome.unmet == set(outcome.contradictions)
    assert not outcome.blocked


def test_the_list_names_what_the_tables_hold(outcome, live_store):
    written = {row.id for row in live_store.rows(Discrepancia)}
    taken_back = {row.id for row in live_store.rows(Retirada)}
    assert set(outcome.contradictions) <= written | taken_back
    assert {one.regla for one in outcome.met} <= set(RULES)
    assert {(one.codigo, one.anio) for one in outcome.met} <= outcome.findings.keys()


def test_the_command_says_each_of_them_and_the_counts(outcome):
    lines = list(said(outcome))
    for name in outcome.contradictions:
        assert any(line.startswith(name) for line in lines)
    assert "Contradicciones que el formulario encuentra: 41 de 41" in lines
    assert sum("detenidas sin contradicción" in line for line in lines) == 1
