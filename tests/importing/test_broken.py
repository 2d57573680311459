"""Files that are not what they should be: one clear message each, and tables byte-identical."""

import pytest

from tests.importing.broken import CASES
from tests.importing.conftest import photograph
from tests.importing.official import HERE

EXPECTED = dict(
    line.split(" | ", 1) for line in (HERE / "mensajes.txt").read_text("utf-8").splitlines()
)


def test_every_broken_file_has_its_message():
    assert EXPECTED.keys() == CASES.keys()


@pytest.mark.parametrize("case", CASES)
def test_a_broken_file_is_refused_with_one_message_and_changes_nothing(case, run, data, tmp_path):
    content = CASES[case]
    file = tmp_path / "delitos.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = photograph(data)
    said = run(file)
    assert said.code == 1
    assert said.out == ""
    assert said.err.splitlines() == [EXPECTED[case], "No se cambió nada."]
    assert photograph(data) == before


def test_a_file_that_is_not_there_is_named(run, data):
    before = photograph(data)
    said = run(data.parent / "nada.csv")
    assert said.code == 1
    assert said.err.startswith("nada.csv:1: archivo='nada.csv': no se puede abrir")
    assert photograph(data) == before


def test_personal_values_are_never_shown(run, tmp_path):
    file = tmp_path / "casos.csv"
    file.write_text("nro_caso;dni;nombres\n1;40123456;ANA MARIA\n", "utf-8")
    said = run(file)
    assert "40123456" not in said.err
    assert "ANA" not in said.err
    assert "datos personales" in said.err


def test_a_wrong_command_ends_with_2(run, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        run(tmp_path, "--anio", "dos mil")
    assert ended.value.code == 2
    assert "No se entiende la orden" in capsys.readouterr().err
