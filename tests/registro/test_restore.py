"""The copy of a night, restored in another server; and the base as it was at a moment."""

import os
import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, text

from data.hot_reload import snapshot
from data.registro.chain import anchor, head, verify
from data.registro.database import connect, reading, writing
from data.registro.evidences import Shelf
from data.registro.publication.publish import Place, publish
from data.registro.schema import roles
from data.registro.schema.people import persona
from tests.registro.conftest import PERIOD, at, fill, postgresql, programs, settle
from tests.registro.test_publication import APPROVER, NOW, approve, settle_people, unread

WAL = """
archive_mode = on
archive_command = 'REGISTRO_WAL={home}/wal {home}/registro-archivar "%p" "%f"'
wal_level = replica
"""
CHANGED = "UPDATE persona SET cargo = :said WHERE id = 1"


class Kept:
    """A Registro that was filled, approved, copied by the script of a night, and went on."""

    def __init__(self, root, home):
        self.root, self.home = root, home
        self.engine = connect(at(home, roles.APP))
        self.shelf = Shelf(home / "archivos")
        self.key = self.shelf.put(b"una evidencia")
        (home / "archivos" / "cargas").mkdir()

    def copy(self):
        tools = f"{programs()}:{os.environ['PATH']}"
        said = {"PGHOST": str(self.home), "PGUSER": roles.COPY, "PATH": tools,
                "REGISTRO_COPIAS": str(self.home / "copias"), "LC_ALL": "C.UTF-8",
                "REGISTRO_ARCHIVOS": str(self.home / "archivos")}  # fmt: skip
        done = subprocess.run([self.root / ".deploy" / "registro-copia"], env=os.environ | said,
                              capture_output=True, text=True)  # fmt: skip
        assert done.returncode == 0, done.stderr
        return self.home / "copias"

    def write(self, said):
        with writing(self.engine) as connection:
            connection.execute(text(CHANGED), {"said": said})
        with reading(self.engine) as connection:
            return head(connection)


@pytest.fixture
def kept(root, store):
    if not (programs() and shutil.which("rsync")):
        pytest.skip("no PostgreSQL or no rsync here: make postgresql")
    with postgresql(WAL) as home:
        script = shutil.copy(root / ".deploy" / "registro-archivar", home)
        (home / "wal").mkdir()
        Path(script).chmod(0o755)
        if os.geteuid() == 0:
            shutil.chown(home / "wal", "postgres")
        settle(home)
        one = Kept(root, home)
        fill(one.engine, store)
        yield one
        one.engine.dispose()


def published(engine, tables, folder):
    """Publish the period of the tests in a copy of some tables; return the bytes of all."""
    shutil.copytree(tables, folder)
    place = Place(folder, folder.with_name("versiones"))
    publish(engine, APPROVER, PERIOD, replace(place, judge=unread, keep=lambda *_: "0" * 12), NOW)
    return snapshot.files(folder)


def test_a_copy_restores_elsewhere_to_the_same_head_and_publishes_the_same_bytes(
    kept, frozen, tmp_path
):
    settle_people(kept.engine)
    approve(kept.engine)
    with writing(kept.engine) as connection:
        last = anchor(connection, NOW.date())
    copies = kept.copy()
    with reading(kept.engine) as connection:
        before = head(connection)
    (dump,) = (copies / "bases").glob("*.dump")
    with postgresql() as other:
        script = (kept.root / ".deploy" / "registro-roles.sql").read_bytes()
        way = ["-h", other, "-U", "dueno"]
        subprocess.run([f"{programs()}/psql", "-q", *way, "postgres"], input=script, check=True)
        order = [f"{programs()}/pg_restore", "--exit-on-error", *way, "-d", "registro", dump]
        subprocess.run(order, check=True)
        again = connect(at(other, roles.APP))
        with reading(again) as connection:
            assert head(connection) == before
            assert before == last
            assert list(verify(connection)) == []
        same = published(again, frozen, tmp_path / "vuelta" / "tablas")
        with pytest.raises(Exception, match="permission denied"), writing(again) as connection:
            connection.execute(text("DELETE FROM auditoria"))
        again.dispose()
    assert same == published(kept.engine, frozen, tmp_path / "antes" / "tablas")
    assert same != snapshot.files(frozen)
    assert Shelf(copies / "archivos").path(kept.key).read_bytes() == b"una evidencia"
    assert not (copies / "archivos" / "cargas").exists()


def test_the_base_goes_back_to_a_moment_before_a_mistake(kept, tmp_path):
    copies = kept.copy()
    # The target is after the end of the physical copy, and copies are dated by the second.
    time.sleep(1.1)
    good = kept.write("antes del error")
    with kept.engine.connect() as connection:
        moment = str(connection.execute(text("SELECT clock_timestamp()")).scalar_one())
    time.sleep(0.1)
    kept.write("el error")
    _archived(kept.home)
    shutil.copytree(kept.home / "wal", copies / "wal")
    subprocess.run(["chown", "-R", f"--reference={kept.home}", copies], check=True)
    back = tmp_path / "vuelta"
    order = [kept.root / ".deploy" / "registro-volver", moment, back]
    environment = os.environ | {"REGISTRO_COPIAS": str(copies)}
    done = subprocess.run(order, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert subprocess.run(order, capture_output=True, env=environment).returncode == 1
    with postgresql(data=back) as home:
        engine = connect(at(home, roles.APP))
        _promoted(engine)
        with reading(engine) as connection:
            line = select(persona.c.cargo).where(persona.c.id == 1)
            assert connection.execute(line).scalar_one() == "antes del error"
            assert head(connection) == good
        with writing(engine) as connection:
            connection.execute(text(CHANGED), {"said": "y se sigue"})
            assert list(verify(connection)) == []
        engine.dispose()


def _archived(home):
    """Close the segment and wait until it is in the archive."""
    engine = connect(at(home, "dueno"))
    with engine.connect() as connection:
        name = connection.execute(text("SELECT pg_walfile_name(pg_switch_wal())")).scalar_one()
    engine.dispose()
    for _ in range(200):
        if (home / "wal" / name).exists():
            return
        time.sleep(0.1)
    raise AssertionError((home / "log").read_text())


def _promoted(engine):
    for _ in range(200):
        with engine.connect() as connection:
            if not connection.execute(text("SELECT pg_is_in_recovery()")).scalar_one():
                return
        time.sleep(0.1)
    raise AssertionError("still in recovery")
