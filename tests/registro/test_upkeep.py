"""What an administrator does once in a while: calendar, keys, a copy and its restoration."""

import os
import sqlite3
import subprocess
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, text

from data.registro import calendar
from data.registro.accounts import rotation, second_factor
from data.registro.accounts.tokens import Vault
from data.registro.chain import anchor, head, verify
from data.registro.chain import main as trail
from data.registro.database import connect, reading, writing
from data.registro.schema.people import persona
from data.registro.schema.plan import meta
from tests.registro.conftest import programs


@pytest.fixture
def place(engine, monkeypatch, tmp_path):
    monkeypatch.setenv("REGISTRO_BASE", str(engine.url))
    return tmp_path


def test_a_year_is_written_given_targets_opened_and_closed(place, engine, capsys):
    assert calendar.main(["anio", "2026"]) == 0
    assert calendar.main(["abrir", "2026-S1"]) == 1
    assert "falta la meta" in capsys.readouterr().err
    with reading(engine) as connection:
        codes = connection.execute(select(meta.c.codigo).distinct()).scalars().all()
    for code in codes:
        assert calendar.main(["meta", code, "2026", "1,012.5", "RM 1-2026"]) == 0
    assert calendar.main(["meta", codes[0], "2026", "doce", "RM"]) == 1
    assert calendar.main(["abrir", "2026-S1"]) == 0
    assert calendar.main(["abrir", "2026-S1"]) == 1
    assert calendar.main(["prorroga", "2026-S1", "PNP", "2026-08-10", "Cambio de sistema."]) == 0
    assert calendar.main(["prorroga", "2026-S1", "MP", "2026-08-10", " "]) == 1
    assert calendar.main([]) == 2
    wrong = [["anio", "este"], ["anio", "2026"], ["meta", "XX", "2026", "1", "RM"],
             ["prorroga", "1999", "PNP", "2026-08-10", "x"],
             ["prorroga", "2026-S1", "PNP", "mañana", "x"]]  # fmt: skip
    capsys.readouterr()
    assert [calendar.main(words) for words in wrong] == [1] * len(wrong)
    assert len(capsys.readouterr().err.splitlines()) == len(wrong)
    capsys.readouterr()
    with writing(engine) as connection:
        assert calendar.closing(connection, date(2025, 10, 1)) == "Cerrados: 50"
    assert calendar.main(["cerrar", "de más"]) == 2


class Evening(datetime):
    """The clock on the evening of the last day in Peru, when it is the next in Greenwich."""

    @classmethod
    def now(cls, tz=None):
        return datetime(2025, 9, 1, 2, 30, tzinfo=UTC).astimezone(tz)


def test_a_period_closes_when_its_day_ends_in_peru(engine, monkeypatch):
    monkeypatch.setattr(calendar, "datetime", Evening)
    with writing(engine) as connection:
        assert calendar.closing(connection) == "Cerrados: 0"


def test_the_trail_is_verified_and_anchored_by_order(place, engine, capsys):
    assert trail(["anclar"]) == 0
    assert trail(["verificar"]) == 0
    assert "Cadena completa" in capsys.readouterr().out
    raw = sqlite3.connect(engine.url.database)
    raw.create_function("registro_suma", 7, lambda *_: "0" * 64)
    raw.create_function("registro_persona", 0, lambda: "otro")
    with pytest.raises(sqlite3.DatabaseError):
        raw.execute("UPDATE auditoria SET persona = 'otro' WHERE n = 3")
    raw.execute("DROP TRIGGER fija_auditoria_update")
    raw.execute("UPDATE auditoria SET persona = 'otro' WHERE n = 3")
    raw.commit()
    raw.close()
    assert trail(["verificar"]) == 1
    assert "registro 3: su contenido" in capsys.readouterr().out


def test_second_factors_move_to_a_new_key(engine, tmp_path):
    old, new = tmp_path / "vieja", tmp_path / "nueva"
    with writing(engine) as connection:
        second_factor.enrol(connection, Vault.of(old), 1, "SECRETO")
        assert Vault.of(new)
        old.write_text(new.read_text("utf-8") + old.read_text("utf-8"), "utf-8")
        assert rotation.rotate(connection, Vault.of(old)) == 1
        kept = connection.execute(select(persona.c.totp).where(persona.c.id == 1)).scalar_one()
    assert Vault.of(new).open(kept) == "SECRETO"


def test_a_copy_of_sqlite_restores_to_the_same_head(engine, tmp_path):
    with reading(engine) as connection:
        before = head(connection)
    raw, copy = sqlite3.connect(engine.url.database), sqlite3.connect(tmp_path / "copia.sqlite")
    raw.backup(copy)
    raw.close()
    copy.close()
    again = connect(f"sqlite:///{tmp_path}/copia.sqlite")
    with reading(again) as connection:
        assert head(connection) == before
        assert list(verify(connection)) == []
    again.dispose()


def test_a_dump_of_postgresql_restores_to_the_same_head(postgres, cluster):
    with writing(postgres) as connection:
        kept = anchor(connection, date(2025, 7, 2))
    tool, way = programs(), ["-h", str(cluster), "-U", "dueno"]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    dump = subprocess.run([f"{tool}/pg_dump", *way, "registro"], check=True, capture_output=True,
                          env=environment)  # fmt: skip
    subprocess.run([f"{tool}/createdb", *way, "vuelta"], check=True, env=environment)
    subprocess.run([f"{tool}/psql", "-q", "-v", "ON_ERROR_STOP=1", *way, "vuelta"], check=True,
                   input=dump.stdout, capture_output=True, env=environment)  # fmt: skip
    again = connect(f"postgresql://dueno@/vuelta?host={cluster}")
    with reading(again) as connection:
        assert head(connection).n >= kept.n
        assert list(verify(connection)) == []
        assert connection.execute(text("SELECT count(*) FROM reporte")).scalar_one() >= 50
    with writing(again) as connection:
        connection.execute(text("UPDATE persona SET cargo = 'x' WHERE id = 1"))
        assert list(verify(connection)) == []
    again.dispose()
