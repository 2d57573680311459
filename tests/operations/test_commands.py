"""What a newcomer types wrong is said in one line, with the remedy and a status that is not 0."""

import socket

import pytest

from callbacks.commands import export_images, export_report, export_session, plainly
from callbacks.serving import launch
from components.texts import TextError
from data import complete, loader
from data.faults import Fault, TableError
from tests.load.told import numbers

SESSIONS = {
    "no folder": (["sesion", "{missing}/x.html"], "la carpeta {missing} no existe"),
    "no folder for the record": (["acta", "{missing}/x.pdf"], "ACTA={missing}/x.pdf: la carpeta"),
    "a folder": (["sesion", "{folder}"], "es una carpeta; escriba el nombre de un archivo"),
    "unknown value": (["sesion", "{file}", "sector=nadie"], "«nadie» no es un valor de «sector»"),
    "unknown year": (["sesion", "{file}", "anio=1999"], "«1999» no es un valor de «anio»"),
    "unknown script": (["sesion", "{file}", "guion=x"], "«x» no es un valor de «guion»"),
    "no filter": (["sesion", "{file}", "sectr=mujer"], "«sectr» no es un filtro"),
    "no value": (["sesion", "{file}", "mujer"], "«mujer» no dice un valor"),
    "nothing": ([], "uso: "),
    "another kind": (["otro", "{file}"], "uso: "),
}  # fmt: skip


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_that_cannot_be_written_is_refused(name, tmp_path, capsys):
    words, expected = SESSIONS[name]
    places = {"missing": tmp_path / "no", "folder": tmp_path, "file": tmp_path / "s.html"}
    assert export_session.main([word.format(**places) for word in words]) == 2
    said = capsys.readouterr().err
    assert expected.format(**places) in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


REPORTS = [
    (["1999"], 2, "ANIO=1999: no es un año de la política. Hay reporte de: "),
    (["abc"], 2, "ANIO=abc: no es un año de la política. Hay reporte de: "),
    (["²⁰²⁴"], 2, "ANIO=²⁰²⁴: no es un año de la política. Hay reporte de: "),
    ([""], 2, "no es un año de la política"),
    (["2028"], 2, "ANIO=2028: ese año no ha empezado. Hay reporte de: "),
    (["2024", "{folder}/x", "nada"], 2, "ARGS=nada: no es un documento. Hay: reporte, congreso."),
    (["2024", "{file}/x"], 1, "{file}/x: Not a directory"),
]


def test_a_report_that_cannot_be_written_is_refused(tmp_path, capsys, monkeypatch, live_store):
    monkeypatch.setattr(export_report, "load", lambda **_: live_store)
    taken = tmp_path / "archivo"
    taken.write_text("x")
    places = {"folder": str(tmp_path / "no"), "file": str(taken)}
    for words, status, expected in REPORTS:
        order = ["export_report", *(word.format(**places) for word in words)]
        monkeypatch.setattr("sys.argv", order)
        assert plainly.run(export_report.main) == status, words
        said = capsys.readouterr().err
        assert expected.format(**places) in said
        assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == [taken]


def test_pictures_that_cannot_be_written_are_refused(tmp_path, capsys):
    taken = tmp_path / "archivo"
    taken.write_text("x")
    assert export_images.main([str(taken), "--graficos", "objetivos"]) == 1
    assert capsys.readouterr().err.startswith(f"{taken}: no se puede escribir")


def _raising(error):
    def command(_):
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            TextError("components/texts.toml:20: «board.rota»: no es un texto"),
            "components/texts.toml:20: ",
        ),
        (
            TableError([Fault("valores.csv", 1, "anio", "x", "no es un año", "escriba otro")]),
            "valores.csv:1: ",
        ),
        (OSError(28, "No space left on device", "sesion.html"), "sesion.html: No space left"),
    ],
)
def test_what_a_command_reads_wrong_is_said_as_the_server_does(error, said, capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["orden"])
    assert plainly.run(_raising(error)) == 1
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.parametrize("command", [loader.main, complete.main])
def test_a_folder_that_is_none_is_one_fault_and_not_one_of_each_table(command, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        command([str(tmp_path / "no")])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert (
        said
        == f"{tmp_path / 'no'}: no es una carpeta de tablas; escriba la ruta de una que exista\n"
    )


def test_a_port_that_is_taken_is_said_before_gunicorn_tries_it():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert launch.fault("127.0.0.1", port).startswith(f"PORT={port}: otro programa ya lo usa")
    assert launch.fault("127.0.0.1", port) == ""
    assert launch.fault("192.0.2.1", port).startswith("HOST=192.0.2.1: no es una dirección")
    assert launch.fault("nadie.invalid", port).startswith("HOST=nadie.invalid: ")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["app:server", "--bind", "127.0.0.1:8101"], ("127.0.0.1", 8101)),
        (["--bind", "[::1]:80", "--threads", "4"], ("::1", 80)),
        (["--bind", "unix:/run/tablero.sock"], None),
        (["--comprobar"], ("0.0.0.0", 8050)),
    ],
)
def test_where_it_will_listen_is_read_from_its_line(arguments, expected, monkeypatch):
    for name in ("HOST", "PORT"):
        monkeypatch.delenv(name, raising=False)
    assert launch.place(arguments) == expected


def test_what_is_wrong_ends_the_launch_with_1(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["launch", "--comprobar"])
    monkeypatch.setenv("PORT", "abc")
    with pytest.raises(SystemExit) as ended:
        launch.main()
    assert ended.value.code == 1
    assert capsys.readouterr().err == "PORT='abc': escriba un número de 1 a 65535\n"


@pytest.mark.parametrize("words", [["x"], ["5", "-1"], ["1", "2", "3"]])
def test_a_run_of_load_says_which_numbers_it_takes(words, capsys):
    with pytest.raises(SystemExit) as ended:
        numbers(words, 100, 7)
    assert ended.value.code == 2
    assert "escriba hasta 2 números enteros" in capsys.readouterr().err
    assert numbers(["5"], 100, 7) == [5, 7]
