"""The database, the disk or the memory out of reach: said with its remedy, and nothing is lost."""

import errno
import os
import re
import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, text

from data.registro import outage, versions
from data.registro.database import connect, reading
from tests.registro.acts import VALID
from tests.registro.web import ORIGIN, PLACE, application, opened

WORDS = "Palabras que no se pierden."


@contextmanager
def again(engine, line):
    """Have each connection begin with a line until the end."""

    def begin(raw, _):
        raw.execute(line)

    engine.dispose()
    event.listen(engine, "connect", begin)
    yield
    event.remove(engine, "connect", begin)
    engine.dispose()


@contextmanager
def locked(engine):
    with again(engine, "PRAGMA busy_timeout=20"):
        other = sqlite3.connect(engine.url.database, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.close()


@contextmanager
def raising(monkeypatch, error):
    def fail(*_):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(versions, "save", fail)
        yield


def broken(kind, engine, monkeypatch):
    """Return what breaks what a Registro stands on until its end."""
    if kind == "locked":
        return locked(engine)
    if kind == "full":
        return again(engine, "PRAGMA max_page_count=1")
    if kind == "read-only":
        return again(engine, "PRAGMA query_only=ON")
    error = MemoryError() if kind == "memory" else OSError(getattr(errno, kind), os.strerror(5))
    return raising(monkeypatch, error)


KINDS = {"locked": "otro programa tiene la base", "full": "no queda espacio",
         "memory": "no alcanza la memoria", "read-only": "no se puede escribir",
         "EMFILE": "archivos", "EIO": "el disco falla"}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_typed_comes_back_and_is_saved_when_it_can_be(
    engine, tmp_path, monkeypatch, caplog, kind
):
    browser = opened(application(engine, tmp_path), "registrador")
    form = {**VALID, "texto": WORDS + " Hubo más." * 1_500, "_version": browser.version()}
    with broken(kind, engine, monkeypatch):
        answer = browser.post(PLACE, form)
    page = answer.get_data(as_text=True)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert f"texto: {WORDS}" in page
    said = caplog.records[-1].getMessage().encode().decode("unicode_escape")
    assert '"lugar": "reporte_guardar"' in said
    assert KINDS[kind] in said
    assert WORDS not in caplog.text
    held = dict(
        re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page.partition("<main")[2])
    )
    assert browser.client.post(PLACE, data=held, base_url=ORIGIN,
                               headers={"Origin": ORIGIN}).status_code == 303  # fmt: skip
    assert WORDS in browser.get(PLACE).get_data(as_text=True)


@pytest.fixture
def nowhere(engine, tmp_path):
    """A Registro whose PostgreSQL stopped after somebody had entered."""
    app = application(engine, tmp_path)
    browser = opened(app, "registrador")
    away = connect("postgresql://nadie@/registro?host=/nowhere")
    app.extensions["registro"] = replace(app.extensions["registro"], engine=away)
    return browser


@pytest.mark.parametrize("path", [PLACE, "/", "/entrar", "/no-existe", "/invitacion/x"])
def test_every_page_says_that_the_database_is_out_of_reach(nowhere, path):
    answer = nowhere.get(path)
    assert answer.status_code == 503
    assert "Content-Security-Policy" in answer.headers
    assert "la base de datos o el disco no responden" in answer.get_data(as_text=True)


def test_health_says_why_and_style_is_there_all_the_same(nowhere):
    answer = nowhere.get("/salud")
    assert answer.status_code == 503
    assert answer.get_json()["razon"].startswith("la base no responde")
    assert nowhere.get("/registro.css").status_code == 200


def test_a_password_is_in_no_page_that_says_so(nowhere, caplog):
    answer = nowhere.post("/entrar", {"correo": "p1@pe", "clave": "una clave muy mía"})
    assert answer.status_code == 503
    assert "muy mía" not in answer.get_data(as_text=True) + caplog.text


def test_what_was_typed_is_in_no_words_of_an_error_of_the_database(engine):
    with pytest.raises(Exception, match="no such table") as raised, reading(engine) as connection:
        connection.execute(text("SELECT * FROM nada WHERE a = :said"), {"said": WORDS})
    assert WORDS not in str(raised.value)
    assert outage.cause(raised.value) == "", "it is no fault of the database"


def test_what_is_said_to_be_saved_is_in_a_file(engine, tmp_path):
    """The file of the base is taken away while it is open, and put back: a disk that goes."""
    browser = opened(application(engine, tmp_path), "registrador")
    form = {**VALID, "texto": WORDS, "_version": browser.version()}
    file, away = Path(engine.url.database), tmp_path / "ausente"
    file.rename(away)
    assert browser.post(PLACE, form).status_code == 503
    assert not file.exists(), "no empty base stands in its place"
    away.rename(file)
    assert browser.post(PLACE, form).status_code == 303
    engine.dispose()
    with sqlite3.connect(file) as kept:
        assert kept.execute("SELECT count(*) FROM reporte_version").fetchone() == (1,)


def test_a_damaged_file_is_said_with_the_way_back(engine):
    engine.dispose()
    with Path(engine.url.database).open("r+b") as file:
        file.write(os.urandom(4096))
    with pytest.raises(Exception, match="not a database") as raised, reading(engine):
        pass
    assert "última copia" in outage.cause(raised.value)
