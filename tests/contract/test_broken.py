"""Every folder of tests/broken replaces tables of a good folder; its faults are exact."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data import loader
from data.faults import TableError

BROKEN = Path(__file__).parents[1] / "broken"
CASES = sorted(case.name for case in BROKEN.iterdir() if case.is_dir())


@pytest.fixture
def tables(tmp_path, frozen):
    return Path(shutil.copytree(frozen, tmp_path / "tables"))


@pytest.mark.parametrize("case", CASES)
def test_a_broken_table_is_refused_with_every_fault(case, tables):
    for file in (BROKEN / case).glob("*.csv"):
        shutil.copy(file, tables)
    expected = (BROKEN / case / "expected.txt").read_text("utf-8").splitlines()
    with pytest.raises(TableError) as caught:
        loader.load(tables)
    assert str(caught.value).splitlines() == expected


def test_a_missing_table_is_named(tables):
    (tables / "espacios.csv").unlink()
    with pytest.raises(TableError) as caught:
        loader.load(tables)
    assert str(caught.value) == (
        "espacios.csv:0: archivo='espacios.csv': no se puede abrir, "
        "añada la tabla a la carpeta de datos o compruebe sus permisos"
    )


def test_a_wrong_encoding_is_placed(tables):
    file = tables / "lineamientos.csv"
    file.write_bytes(file.read_text("utf-8").encode("latin-1"))
    with pytest.raises(TableError) as caught:
        loader.load(tables)
    first = str(caught.value).splitlines()[0]
    assert first.startswith("lineamientos.csv:2: texto=b'\\xf3': no es UTF-8")
    assert first.endswith("guarde el archivo como «CSV UTF-8»")


def test_a_byte_order_mark_is_accepted(tables):
    file = tables / "lineamientos.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert len(loader.load(tables).tables["lineamientos"]) == 19


def test_the_command_says_what_is_wrong_and_ends_with_1(tables, root):
    (tables / "espacios.csv").unlink()
    command = [sys.executable, "-m", "data.loader", str(tables)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("espacios.csv:0: archivo=")
    assert "Traceback" not in done.stderr


def test_the_server_does_not_start_on_bad_tables(tables, root):
    (tables / "fuentes.csv").write_text("codigo\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import app"], cwd=root, capture_output=True, text=True,
        env={"TABLERO_DATOS": str(tables), "PATH": ""}, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "fuentes.csv:1: documento='': falta la columna" in done.stderr
    assert "Traceback" not in done.stderr
