"""The board is written once from new tables, by two processes, before they are public."""

import os
import signal

import pytest
from flask import Flask

from callbacks.registro import rehearsal
from components.pages import PAGES
from data.registro.publication.destination import rehearse

KINDS = [page.example for page in PAGES]


@pytest.fixture
def light(monkeypatch, frozen):
    """Rehearse a board of our own over the tables of the tests: give what a kind of page does."""
    monkeypatch.setenv("TABLERO_DATOS", str(frozen))
    monkeypatch.setattr(rehearsal, "blamed", lambda error, _: error)

    def build(answers):
        def made(_):
            board = Flask("prueba")
            for path, answer in answers.items():
                board.add_url_rule(path, path, answer)
            return board

        monkeypatch.setattr(rehearsal, "_build", made)

    return build


def test_the_pages_are_written_from_the_tables_of_a_folder(frozen, tmp_path):
    assert rehearse(frozen) == ""
    assert rehearse(tmp_path) == "no se puede leer ninguna tabla de la carpeta de datos"


@pytest.mark.parametrize("place", [0, 1], ids=["in the first share", "in the second"])
def test_a_page_that_cannot_be_written_is_named_whoever_writes_it(light, capfd, place):
    def fails():
        raise ValueError

    light({KINDS[place]: fails})
    assert rehearsal.main() == 1
    assert capfd.readouterr().err.splitlines()[-1].startswith(f"la página {KINDS[place]} no se")


def test_all_kinds_of_page_are_asked_for_once(light, tmp_path):
    def noted(number):
        return lambda: (tmp_path / f"{number}-{os.getpid()}").write_text("") or "una página"

    paths = [path for path in KINDS if "?" not in path]
    light({path: noted(number) for number, path in enumerate(paths)})
    assert rehearsal.main() == 0
    told = [file.name.partition("-") for file in tmp_path.iterdir()]
    assert sorted(int(number) for number, _, _ in told) == list(range(len(paths)))
    assert len({process for _, _, process in told}) == 2


def test_a_process_that_dies_is_no_success(light):
    light({KINDS[0]: lambda: os.kill(os.getpid(), signal.SIGKILL)})
    assert rehearsal.main() == 1


def test_what_fails_with_good_tables_too_is_a_fault_of_the_program(frozen, capfd, monkeypatch):
    monkeypatch.setenv("TABLERO_DATOS", str(frozen))

    def fails(_):
        raise ValueError

    monkeypatch.setattr(rehearsal, "_build", fails)
    assert rehearsal.main() == 1
    assert "fallo del programa" in capfd.readouterr().err.splitlines()[-1]
