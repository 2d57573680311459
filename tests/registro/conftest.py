"""A Registro for each test: migrated once, copied; and a real PostgreSQL where Debian has one."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import insert, text

from data.registro import periods, seeding
from data.registro.accounts import passwords
from data.registro.database import connect, migrate, writing
from data.registro.rights import SYSTEM, Designation, Person
from data.registro.schema import roles
from data.registro.schema.people import persona
from data.registro.schema.plan import meta

# What the Registro hashes passwords with; the tests, which sign in all the time, do it cheaper.
HASHER = passwords._HASHER
YEAR = 2025
PERIOD = f"{YEAR}-S1"


def fill(engine, store):
    """The sheets of the board, invented targets, people of every role, one period open."""
    with writing(engine) as connection:
        seeding.seed(connection, store)
        codes = [row.codigo for row in store.indicators.values()]
        goals = [{"codigo": code, "anio": YEAR, "n": 1, "valor": Decimal(10)} for code in codes]
        connection.execute(insert(meta), goals)
        seeding.calendar(connection, periods.halves_and_year(YEAR))
        people = [{"correo": f"p{n}@pe", "nombre": f"Persona {n}"} for n in range(1, 13)]
        connection.execute(insert(persona), people)
        periods.open_period(connection, SYSTEM, PERIOD)


@pytest.fixture(scope="package", autouse=True)
def cheap_password_hashes():
    cheap = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", cheap)
        yield


@pytest.fixture(scope="session")
def template(store, tmp_path_factory):
    file = tmp_path_factory.mktemp("registro") / "registro.sqlite"
    engine = connect(f"sqlite:///{file}")
    migrate(engine)
    fill(engine, store)
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    engine.dispose()
    return file


@pytest.fixture
def engine(template, tmp_path):
    copy = tmp_path / "registro.sqlite"
    shutil.copy(template, copy)
    engine = connect(f"sqlite:///{copy}")
    yield engine
    engine.dispose()


def person(number, *roles, entity="PNP"):
    return Person(number, tuple(Designation(entity, role, date(2025, 1, 1)) for role in roles))


def programs():
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    found = [str(place.parent) for place in places]
    return found[0] if found else ""


@contextmanager
def postgresql(more="", data=None):
    """A PostgreSQL server of one's own, on a socket; nobody else can reach it.

    more: lines of its configuration; data: a folder that was restored, in place of a new one.
    """
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    run = {"check": True, "capture_output": True, "cwd": home}
    if data:
        shutil.copytree(data, home / "d")
    if as_owner:
        subprocess.run(["chown", "-R", "postgres", home], **run)
    tool = [*as_owner, f"{programs()}/initdb", "-D", home / "d"]
    if not data:
        subprocess.run([*tool, "-A", "trust", "-U", "dueno", "--no-sync", "-E", "UTF8",
                        "--locale=C.UTF-8"], **run)  # fmt: skip
    with (home / "d" / "postgresql.conf").open("a") as file:
        file.write(more.format(home=home))
    options = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off"
    tool[-3:] = [f"{programs()}/pg_ctl", "-D", home / "d", "-w", "-l", home / "log"]
    subprocess.run([*tool, "-o", options, "start"], **run)
    try:
        yield home
    finally:
        subprocess.run([*tool, "-m", "immediate", "stop"], **run)
        shutil.rmtree(home)


@pytest.fixture(scope="session")
def cluster():
    """The PostgreSQL server of the tests."""
    if not programs():
        pytest.skip("no PostgreSQL here, and it could not be installed: make postgresql")
    with postgresql() as home:
        yield home


def at(home, role, base="registro"):
    """Return the address of a database of a server of the tests."""
    return f"postgresql://{role}@/{base}?host={home}"


def settle(home):
    """Make the roles and the database as the guide does, and migrate as their owner."""
    script = Path(__file__).parents[2] / ".deploy" / "registro-roles.sql"
    order = [f"{programs()}/psql", "-qv", "ON_ERROR_STOP=1", "-h", home, "-U", "dueno", "postgres"]
    subprocess.run(order, input=script.read_bytes(), check=True, capture_output=True)
    owner = connect(at(home, roles.OWNER))
    migrate(owner)
    with writing(owner) as connection:
        assert roles.grant(connection)
    owner.dispose()


@contextmanager
def beside(cluster, store, name):
    """A Registro of its own beside that of the other tests, as its application enters."""
    server = connect(at(cluster, "dueno", "postgres"))
    server = server.execution_options(isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} OWNER {roles.OWNER}"))
    owner, engine = connect(at(cluster, roles.OWNER, name)), connect(at(cluster, roles.APP, name))
    migrate(owner)
    with writing(owner) as connection:
        assert roles.grant(connection)
    fill(engine, store)
    yield engine
    for one in (owner, engine):
        one.dispose()
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(scope="session")
def postgres(cluster, store):
    """The same Registro on PostgreSQL, migrated and filled once."""
    settle(cluster)
    engine = connect(at(cluster, "dueno"))
    fill(engine, store)
    yield engine
    engine.dispose()
