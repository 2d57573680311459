"""The three roles of PostgreSQL: each does its part, and the database refuses it the others'."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from callbacks.registro import commands, start
from data.registro.database import connect, reading, writing
from data.registro.schema import roles
from data.registro.schema.guards import tables
from data.settings import SettingError
from tests.registro.conftest import at

BEHIND = "atrasada"


@pytest.fixture
def fresh(postgres, cluster):
    """A database of the owner that nobody has migrated."""
    server = connect(at(cluster, "dueno", "postgres")).execution_options(
        isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {BEHIND} OWNER {roles.OWNER}"))
    yield
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {BEHIND} WITH (FORCE)"))
    server.dispose()


def refused(engine, *orders):
    """Say which orders a role is not refused for want of a right."""
    let = []
    for order in orders:
        try:
            with engine.begin() as connection:
                connection.execute(text(order))
            let.append(order)
        except DBAPIError as error:
            if not any(word in str(error) for word in ("permission denied", "must be owner")):
                let.append(f"{order}: {error.orig}")
    return let


def test_each_role_has_its_rights_on_every_table_and_no_more(postgres, cluster):
    app, copy = connect(at(cluster, roles.APP)), connect(at(cluster, roles.COPY))
    line = text("SELECT has_table_privilege(:role, :name, :what)")
    with reading(postgres) as connection:
        for table in tables():
            said = {"role": roles.COPY, "name": table.name, "what": "SELECT"}
            assert connection.execute(line, said).scalar_one(), table.name
            for what in ("INSERT", "UPDATE", "DELETE"):
                given = connection.execute(line, {**said, "role": roles.APP, "what": what})
                assert given.scalar_one() is (table.name != "auditoria"), (table.name, what)
    assert refused(app, "DROP TABLE aviso", "CREATE TABLE otra (n int)", "TRUNCATE auditoria",
                   "ALTER TABLE reporte DISABLE ROW LEVEL SECURITY",
                   "UPDATE alembic_version SET version_num = '0001'",
                   "ALTER TABLE auditoria DISABLE TRIGGER ALL") == []  # fmt: skip
    with copy.connect() as connection:
        connection.execute(text("SET TRANSACTION READ WRITE"))
        with pytest.raises(DBAPIError, match="permission denied"):
            connection.execute(text("DELETE FROM aviso"))
    with copy.connect() as connection:
        seen = connection.execute(text("SELECT count(*) FROM reporte")).scalar_one()
    assert seen >= 50, "a copy without the rows of each entity is no copy"
    for one in (app, copy):
        one.dispose()


@pytest.fixture
def made(monkeypatch):
    """Every database that an order opens is closed after the test: an order ends its process."""
    opened = []

    def connect_and_note(address):
        opened.append(connect(address))
        return opened[-1]

    monkeypatch.setattr(start, "connect", connect_and_note)
    yield
    for one in opened:
        one.dispose()


def test_who_serves_does_not_migrate_and_says_who_does(fresh, cluster, made, monkeypatch, capsys):
    monkeypatch.setenv("REGISTRO_BASE", at(cluster, roles.APP, BEHIND))
    with pytest.raises(SettingError, match="commands migrar"):
        start.engine_of()
    assert commands.main(["servir"]) == 1
    assert "commands migrar" in capsys.readouterr().out
    monkeypatch.setenv("REGISTRO_BASE", at(cluster, roles.OWNER, BEHIND))
    assert commands.main(["migrar"]) == 0
    assert f"permisos de {roles.APP}" in capsys.readouterr().out
    monkeypatch.setenv("REGISTRO_BASE", at(cluster, roles.APP, BEHIND))
    engine = start.engine_of()
    with writing(engine) as connection:
        connection.execute(text("INSERT INTO aviso (para, asunto, cuerpo, nacido) "
                                "VALUES ('a@b', 'x', 'y', now())"))  # fmt: skip
        assert connection.execute(text("SELECT count(*) FROM auditoria")).scalar_one() == 1
    engine.dispose()


def test_a_database_that_was_restarted_is_no_failure_of_who_asks_next(postgres, cluster):
    engine = connect(at(cluster, roles.APP))
    line = text("SELECT count(*) FROM reporte")
    with reading(engine) as connection:
        before = connection.execute(line).scalar_one()
    with postgres.connect() as connection:
        ended = text("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                     "WHERE usename = :role")  # fmt: skip
        assert connection.execute(ended, {"role": roles.APP}).scalar_one() >= 1
    with reading(engine) as connection:
        assert connection.execute(line).scalar_one() == before
    engine.dispose()
