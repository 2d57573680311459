"""Some hundreds of requests that nobody meant well; `make fuzz-registro` sends thousands."""

import pytest
from sqlalchemy import text

from callbacks.registro import report_page
from data.registro import reports
from data.registro.database import writing
from data.registro.publication.publish import Place
from tests.registro import fuzz, ledger
from tests.registro.acts import PEOPLE, save
from tests.registro.conftest import beside

NUMBER, SEED = 150, 11


@pytest.fixture
def place(frozen, tmp_path):
    return Place(tmp_path / "tablas", tmp_path / "versiones", keep=lambda *_: "0" * 12)


def test_garbage_breaks_nothing_shows_nothing_and_writes_nothing_unsaid(engine, tmp_path, place):
    found = fuzz.run(engine, tmp_path, place, NUMBER, SEED)
    assert found.faults == []
    assert {200, 303, 403, 404} <= set(found.statuses)
    assert {"reporte", "transicion"} <= set(found.written)


def test_garbage_is_no_worse_for_the_application_on_postgresql(
    postgres, cluster, store, tmp_path, place
):
    with beside(cluster, store, "basura") as engine:
        found = fuzz.run(engine, tmp_path, place, 60, SEED)
        assert found.faults == []
        assert {200, 303, 404} <= set(found.statuses)
    assert {"reporte", "transicion"} & set(found.written)


def test_what_is_written_outside_the_trail_is_seen(engine):
    save(engine, PEOPLE["registrador"])
    assert ledger.outside(engine) == []
    with writing(engine) as connection:
        connection.execute(text("DROP TRIGGER audita_persona_update"))
        connection.execute(text("UPDATE persona SET nombre = 'Otra' WHERE id = 1"))
    assert [one.partition(":")[0] for one in ledger.outside(engine)] == ["persona"]


def seen(engine, tmp_path, place, words):
    """Say whether a run sees what is broken, before its last turn."""
    run = fuzz.Run(engine, tmp_path, place, SEED)
    for index in range(NUMBER):
        run.turn(index)
        if any(words in one for one in run.found.faults):
            return True
    return False


def test_a_leak_would_be_seen(engine, tmp_path, place, monkeypatch):
    monkeypatch.setattr(reports, "visible", lambda _: reports.reporte.c.id > 0)
    assert seen(engine, tmp_path, place, "a row of")


def test_a_failure_would_be_seen(engine, tmp_path, place, monkeypatch):
    monkeypatch.setattr(report_page, "_beside", lambda *_: 1 / 0)
    assert seen(engine, tmp_path, place, ": 500")
