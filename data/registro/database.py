"""The database: opened with what it needs, migrated, read from, and written to as somebody."""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import IO, Any
from weakref import WeakKeyDictionary

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, text

from data.registro import sqlite_file

SYSTEM = "sistema"
# Any number of our own: whoever writes waits for whoever is writing, as the trail asks.
LOCK = 28950
_BUSY_MS = 10_000
_TURNS: WeakKeyDictionary[Engine, Lock] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Actor:
    """In whose name a transaction writes, and which rows it may see: all, or of its entities.

    administra: it sees besides what the administration asks of the reports that it does not see.
    """

    persona: str = SYSTEM
    entidades: tuple[str, ...] = ()
    todo: bool = False
    administra: bool = False


WHOLE = Actor(todo=True)


def chained(*parts: object) -> str:
    """Return the sum of a link of the trail."""
    return hashlib.sha256("\n".join(str(part) for part in parts).encode()).hexdigest()


def connect(address: str) -> Engine:
    """Return the engine of a database: ``sqlite:///…`` or ``postgresql:///…``.

    What is typed is in the parameters of a line: the words of its errors go without them.
    """
    if not address.startswith("sqlite"):
        # Tried before use: a database that was restarted is no failure of who asks next.
        own = address.replace("postgresql:", "postgresql+psycopg:", 1)
        return create_engine(own, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "do_connect", sqlite_file.there(engine))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "checkout", sqlite_file.same)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: Any, record: Any) -> None:
    raw.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", f"busy_timeout={_BUSY_MS}",
                   "synchronous=FULL"):  # fmt: skip
        raw.execute(f"PRAGMA {pragma}")
    record.info["persona"], record.info["archivo"] = SYSTEM, sqlite_file.identity(raw)
    raw.create_function("registro_persona", 0, lambda: record.info["persona"])
    raw.create_function("registro_suma", 7, chained, deterministic=True)


def _begin(connection: Connection) -> None:
    # A writer takes its turn at once: two that read first and write later would stop each other.
    reads = connection.get_execution_options().get("reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine, actor: Actor = WHOLE) -> Iterator[Connection]:
    """Give a connection that only reads, over the rows that the actor may see."""
    with engine.connect().execution_options(reads=True) as connection:
        _act(connection, actor)
        yield connection


@contextmanager
def writing(engine: Engine, actor: Actor = WHOLE) -> Iterator[Connection]:
    """Give one transaction, written in the name of the actor; all of it or nothing."""
    # Threads of one process take their turn here: SQLite makes them sleep and try again.
    with _TURNS.setdefault(engine, Lock()), engine.begin() as connection:
        _act(connection, actor)
        if connection.dialect.name != "sqlite":
            # In turn from the first line: who waits for the trail may hold rows that others want.
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        yield connection


@contextmanager
def alone(engine: Engine, work: int) -> Iterator[bool]:
    """Give True to one process at a time for a work, and False to who comes meanwhile.

    Who dies lets go: PostgreSQL knows by its connection, the system by its file.
    """
    if engine.dialect.name == "sqlite":
        with Path(f"{engine.url.database}.{work}").open("w") as file:
            yield _locked(file)
        return
    with engine.connect() as connection:
        line = text("SELECT pg_try_advisory_lock(:base, :work)")
        said = {"base": LOCK, "work": work}
        taken = bool(connection.execute(line, said).scalar_one())
        # Held by the session, so that no transaction is left open while others wait for it.
        connection.commit()
        try:
            yield taken
        finally:
            if taken:
                connection.execute(text("SELECT pg_advisory_unlock(:base, :work)"), said)
                connection.commit()


def _locked(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _act(connection: Connection, actor: Actor) -> None:
    if connection.dialect.name == "sqlite":
        connection.info["persona"] = actor.persona
        return
    reach = "todo" if actor.todo else "administra" if actor.administra else ""
    said = {"persona": actor.persona, "entidad": ",".join(actor.entidades), "alcance": reach}
    for name, value in said.items():
        line = text("SELECT set_config(:name, :value, true)")
        connection.execute(line, {"name": f"app.{name}", "value": value})


def migrate(engine: Engine) -> None:
    """Bring the schema to the last migration."""
    config = Config()
    config.set_main_option("script_location", str(Path(str(files("data.registro.migrations")))))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
