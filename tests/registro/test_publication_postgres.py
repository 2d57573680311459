"""Publication on PostgreSQL, as the role of the application: not its owner, rows by entity."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from data.hot_reload import snapshot
from data.registro.chain import verify
from data.registro.database import reading
from data.registro.moves import UnmetError
from data.registro.publication import record, targets
from data.registro.publication.discard import discard
from data.registro.publication.publish import EmptyCutError, InterruptedCutError, publish, resume
from data.registro.schema.publication import publicacion
from tests.registro.acts import CODE, PEOPLE, VALID, act, seen
from tests.registro.conftest import PERIOD, beside
from tests.registro.test_declared import adjust
from tests.registro.test_publication import APPROVER, NOW, YEAR, approve, place, quick, words

__all__ = ["place", "quick"]


@pytest.fixture
def app(postgres, cluster, store):
    with beside(cluster, store, "publicacion") as engine:
        yield engine


def test_a_cut_that_was_begun_is_discarded_and_its_report_reopened(app, quick):
    approve(app)

    def break_off(name):
        if name == "cambiar":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(app, APPROVER, PERIOD, replace(quick, step=break_off), NOW)
    with reading(app) as connection:
        (begun,) = record.unfinished(connection)
    discard(app, APPROVER, quick, begun.id, "Falta un anexo.")
    assert resume(app, APPROVER, quick) == []
    act(app, APPROVER, "reabrir")
    assert seen(app, APPROVER).estado == "observado"


def test_a_cut_interrupted_after_the_tables_is_completed_and_the_chain_holds(app, quick):
    adjust(app, CODE, "20")
    approve(app)

    def break_off(name):
        if name == "completar":
            raise OSError("sin conexión")

    before = snapshot.files(quick.tables)
    with pytest.raises(InterruptedCutError, match="sin conexión"):
        publish(app, APPROVER, PERIOD, replace(quick, step=break_off), NOW)
    new = snapshot.files(quick.tables)
    assert new != before
    with reading(app) as connection:
        assert len(record.unfinished(connection)) == 1
    with pytest.raises(UnmetError, match="corte"):
        act(app, APPROVER, "reabrir")
    assert [one.reportes for one in resume(app, APPROVER, quick)] == [1]
    assert snapshot.files(quick.tables) == new
    assert words(quick, "reportes")[CODE, PERIOD, "1"]["estado"] == "publicado"
    assert words(quick, "declaraciones")[CODE, PERIOD, "texto"]["texto"] == VALID["texto"]
    with reading(app, APPROVER.actor) as connection:
        (one,) = targets.changed(connection, int(YEAR))[CODE]
    assert (str(one.despues), one.dia is None) == ("20", False), "the role reads the trail"
    assert seen(app, PEOPLE["registrador"]).estado == "publicado"
    with pytest.raises(EmptyCutError):
        publish(app, APPROVER, PERIOD, quick, NOW)
    with reading(app) as connection:
        (row,) = connection.execute(select(publicacion)).all()
        assert (row.version_datos, row.autor) == ("0" * 12, APPROVER.id)
        assert list(verify(connection)) == []
