"""Workbooks: every row is read whatever they say of themselves, or one sentence says why not."""

import os
import stat
import subprocess
import sys
import zipfile

import pytest

from data.importing import workbook
from data.importing.cells import Cell
from data.importing.workbook_parts import Parts
from tests.importing import books
from tests.importing.conftest import photograph
from tests.importing.forked_command import ForkedCommand
from tests.importing.official import official, write

MEMORY, SECONDS = 1 << 30, 30
LINKS = "xl/_rels/workbook.xml.rels"
SECOND = '<sheet name="Dos" sheetId="9" r:id="rId91"/>'


@pytest.mark.parametrize("case", books.LIES)
def test_a_workbook_wrong_about_itself_is_read_whole(case, run, tmp_path):
    file = tmp_path / "d.xlsx"
    file.write_bytes(books.LIES[case])
    said = run(file, "--simular")
    assert said.code == 0, said.err
    assert f"Filas leídas: {len(list(official())) - 1:,}" in said.out
    assert "que suman 886" in said.out


@pytest.fixture(scope="module")
def forked(root):
    made = ForkedCommand(root)
    yield made
    made.close()


@pytest.mark.parametrize("case", books.HOSTILE)
def test_a_hostile_workbook_is_refused_in_one_sentence(case, data, tmp_path, forked):
    file = tmp_path / "d.xlsx"
    file.write_bytes(books.HOSTILE[case])
    before = photograph(data)
    done = forked.run([str(file), "--datos", str(data)], MEMORY, SECONDS)
    assert done.returncode == 1, done.stderr
    assert_one_sentence(done.stderr, file.name)
    assert photograph(data) == before


def bounded(root, file, data, **settings):
    """Run the command with a gigabyte of memory, half a minute of processor and no more."""
    limits = f'ulimit -v {MEMORY >> 10} && ulimit -t {SECONDS} && exec "$@"'
    command = [sys.executable, "-m", "data.importar", str(file), "--datos", str(data)]
    return subprocess.run(
        ["sh", "-c", limits, "sh", *command], cwd=root, capture_output=True, text=True, check=False,
        timeout=400, env={**os.environ, **settings},
    )  # fmt: skip


def assert_one_sentence(said, name):
    first, *rest = said.splitlines()
    assert rest == ["No se cambió nada."], said
    place, _, reason = first.partition("=")
    assert place.startswith(name), said
    assert len(first) < 400
    assert ", " in reason, "value: reason, remedy"
    assert "Error" not in said


def _long_cell_csv(file):
    write(file, list(official())[:3])
    with file.open("ab") as out:
        out.write(b'"')
        for _ in range(500):
            out.write(b"x" * 999_999 + b"\n")


def _long_cell_xlsx(file):
    held = dict(books.parts())
    before, end, after = held.pop(books.SHEET).partition("</sheetData>")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
        with archive.open(books.SHEET, "w") as out:
            out.write(f"{before}<row><c t='str'><v>".encode())
            for _ in range(500):
                out.write(b"x" * 1_000_000)
            out.write(f"</v></c></row>{end}{after}".encode())


@pytest.mark.parametrize(("name", "make"), [("d.csv", _long_cell_csv), ("d.xlsx", _long_cell_xlsx)])
def test_a_cell_of_500_megabytes_ends_soon(name, make, data, tmp_path, root):
    file = tmp_path / name
    make(file)
    done = bounded(root, file, data)
    assert done.returncode == 1
    assert_one_sentence(done.stderr, file.name)


def _pipe(path):
    os.mkfifo(path)


def _device(path):
    os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(1, 5))


def _link(path):
    path.symlink_to(write(path.with_name("real.csv"), official()))


def _loop(path):
    path.symlink_to(path)


@pytest.mark.parametrize("make", [_pipe, _device, _link, _loop, os.mkdir])
def test_what_is_not_a_file_is_refused_at_once(make, data, tmp_path, forked):
    file = tmp_path / "d.csv"
    try:
        make(file)
    except PermissionError:
        pytest.skip("devices need root")
    done = forked.run([str(file), "--datos", str(data)], MEMORY, SECONDS)
    assert done.returncode == 1
    assert_one_sentence(done.stderr, file.name)


@pytest.mark.parametrize("place", ["/dev/full", "/nowhere/at/all"])
def test_a_temporary_folder_is_not_needed(place, data, tmp_path, root):
    file = write(tmp_path / "d.csv", official(2024, "ENERO - DICIEMBRE", "24/01/2025"))
    done = bounded(root, file, data, TMPDIR=place)
    assert done.returncode == 0, done.stderr


def test_days_texts_and_pronunciations_of_cells():
    known = Parts(["Lima"], frozenset({1}), mac=False)
    cells = [("s", "0", "0"), ("n", "1", "45317"), ("n", "0", "7.0"), ("n", "0", "1e400"),
             ("str", "0", " x "), ("b", "0", "1")]  # fmt: skip
    found = []
    for kind, style, words in cells:
        cell = Cell(kind, style)
        cell.open("v")
        cell.add(words)
        found.append(cell.value(known))
    assert found == ["Lima", "2024-01-26", "7", "1e400", "x", "1"]


def test_two_sheets_with_data_are_refused(run, tmp_path):
    file = tmp_path / "d.xlsx"
    sheet = books.parts()[books.SHEET]
    book = books.parts()[books.BOOK]
    links = books.parts()[LINKS]
    second = links.replace("sheet1.xml", "sheet2.xml").replace("rId1", "rId91")
    second = second[second.index("<Relationship ") : second.index("/>") + 2]
    file.write_bytes(
        books.packed(
            {
                "xl/worksheets/sheet2.xml": sheet,
                LINKS: links.replace("</Relationships>", f"{second}</Relationships>"),
                books.BOOK: book.replace("</sheets>", f"{SECOND}</sheets>"),
            }
        )
    )
    assert [sheet.name for sheet in workbook.names(file)] == ["Sheet", "Dos"]
    assert "trae también una tabla" in run(file).err
