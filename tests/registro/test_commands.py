"""The orders: the first administrator by a link; a marked demonstration, on its machine only."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from sqlalchemy import func, select

from callbacks.registro import commands, start
from callbacks.registro.server import create_app
from data.hot_reload import snapshot
from data.registro.database import reading
from data.registro.demonstration import is_demonstration
from data.registro.publication import destination
from data.registro.schema.people import persona
from data.registro.schema.reports import reporte, reporte_version
from data.settings import SettingError
from tests.load.server import ROOT
from tests.registro.web import Browser


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    """Settings of a folder of this test, and no server at the end of an order."""
    said = {"REGISTRO_BASE": f"sqlite:///{tmp_path}/r.sqlite", "REGISTRO_SECRETO": f"{tmp_path}/s",
            "REGISTRO_ARCHIVOS": f"{tmp_path}/a"}  # fmt: skip
    start.Vault.of(tmp_path / "s")
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(commands, "_gunicorn", lambda: 0)


def test_the_first_administrator_is_invited_once_by_a_link_of_one_use(capsys):
    assert commands.main(["servir"]) == 0
    assert "make registro-admin" in capsys.readouterr().out
    assert commands.main(["admin", ""]) == 2
    capsys.readouterr()
    assert commands.main(["admin", "Jefa@mininter.gob.pe"]) == 0
    said = capsys.readouterr().out
    token = re.search(r"http://127\.0\.0\.1:8060/invitacion/([\w-]{40,})", said)[1]
    app = create_app(start.parts_of())
    assert Browser(app).get(f"/invitacion/{token}").status_code == 200
    assert commands.main(["admin", "otra@mininter.gob.pe"]) == 1
    assert commands.main(["admin", "jefa@mininter.gob.pe"]) == 0, "until it is accepted, again"
    assert Browser(app).get(f"/invitacion/{token}").status_code == 404


def test_a_demonstration_is_filled_marked_and_its_passwords_said_once(capsys):
    assert commands.main(["demo"]) == 0
    said = capsys.readouterr().out
    with reading(start.engine_of()) as connection:
        assert is_demonstration(connection)
        mails = connection.execute(select(persona.c.correo)).scalars().all()
        drafts = connection.execute(select(func.count()).select_from(reporte_version)).scalar_one()
        assert connection.execute(select(func.count()).select_from(reporte)).scalar_one() == 50
    assert drafts >= 3
    assert all(said.count(mail) == 1 for mail in mails)
    assert commands.main(["demo"]) == 0
    assert "clave:" not in capsys.readouterr().out
    page = Browser(create_app(start.parts_of())).get("/entrar").get_data(as_text=True)
    assert "Demostración" in page


def test_a_demonstration_publishes_into_a_copy_and_says_how_to_see_it(
    monkeypatch, tmp_path, capsys
):
    home, python = tmp_path / "demo", tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\nenv\n")
    python.chmod(0o755)
    order = ["make", "-s", "-o", f"{tmp_path}/.ready", f"REGISTRO_VENV={tmp_path}",
             f"DEMO={home}", "registro-demo"]  # fmt: skip
    made = subprocess.run(order, cwd=ROOT, capture_output=True, text=True, check=True)
    given = dict(line.partition("=")[::2] for line in made.stdout.splitlines())
    for name in ("REGISTRO_TABLAS", "REGISTRO_VERSIONES", "REGISTRO_INFORMES"):
        assert Path(given[name]).is_dir(), name
        monkeypatch.setenv(name, given[name])
    place = destination.place_of(demonstration=True)
    assert snapshot.files(place.tables) == snapshot.files(ROOT / "data" / "tables")
    assert destination.texts_of(demonstration=True) == home / "informes"
    assert commands.main(["demo"]) == 0
    assert f"TABLERO_DATOS={home}/tablas make run" in capsys.readouterr().out


def test_a_demonstration_is_not_shown_to_others(monkeypatch, capsys):
    assert commands.main(["demo"]) == 0
    said = {"REGISTRO_URL": "https://registro.gob.pe", "REGISTRO_HOST": "0.0.0.0"}
    for name, value in said.items():
        monkeypatch.setenv(name, value)
        assert commands.main(["demo"]) == 1
        assert commands.main(["servir"]) == 1
        with pytest.raises(SettingError, match="demostración"):
            start.parts_of()
        monkeypatch.delenv(name)
    assert capsys.readouterr().out.count("solo se sirve en") == 4
    start.parts_of()


def test_a_wrong_setting_is_said_before_anything(monkeypatch, capsys):
    monkeypatch.setenv("REGISTRO_BASE", "mysql://x")
    assert commands.main(["servir"]) == 1
    assert capsys.readouterr().out.startswith("REGISTRO_BASE=")
    assert commands.main(["otra cosa"]) == 2


def test_the_board_starts_without_the_registro(root):
    for file in ("app.py", "callbacks/board.py"):
        assert "registro" not in (root / file).read_text("utf-8")
    web, registro = (root / "Procfile").read_text("utf-8").splitlines()
    assert web.startswith("web: ")
    assert registro == "registro: python -m callbacks.registro.commands servir"


def pinned(file):
    """Return the version of each package of a lock file; each has its sums."""
    entries = re.split(r"\n(?=[a-z])", re.sub(r"^#.*\n", "", file.read_text("utf-8"), flags=re.M))
    assert all("--hash=sha256:" in entry for entry in entries)
    return dict(re.match(r"([a-z0-9.-]+)==(\S+)", entry).groups() for entry in entries)


def test_the_registro_has_its_own_lock_and_the_board_none_of_its_packages(root):
    board = pinned(root / "requirements.txt")
    registro = pinned(root / "requirements-registro.txt")
    assert board.items() <= registro.items(), "make lock"
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    own = {Requirement(one).name for one in project["optional-dependencies"]["registro"]}
    assert len(own) > 4
    assert own <= registro.keys(), "make lock"
    assert not own & board.keys()
