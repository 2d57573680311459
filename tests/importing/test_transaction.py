"""A change of tables is one moment: killed at any step, the folder read is the old or the new."""

import itertools
import os
import random
import subprocess
import sys
import time

import pytest

from data import loader
from data.hot_reload import snapshot
from data.model import TABLES
from data.publish import silent_changes
from data.publish.versions import Archive
from data.writing import journal, lock
from data.writing.folder import Folder
from data.writing.refusal import Refusal
from tests.importing.conftest import photograph
from tests.importing.killed_change import NAMES, NEW, OLD, Killer, add, change, complete
from tests.importing.official import official, write


@pytest.fixture(scope="module")
def killed(root):
    """Do something in a process killed at a system call; False if it ended by itself."""
    killer = Killer(root)
    yield killer.killed
    killer.close()


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "tables"
    place.mkdir()
    for name, content in OLD.items():
        (place / name).write_bytes(content)
    return place


def seen(folder):
    """Return the folder as a reader sees it."""
    return {name: journal.located(folder, name).read_bytes() for name in NAMES}


@pytest.mark.parametrize("after", [False, True])
def test_killed_at_any_call_the_folder_is_the_old_or_the_new(folder, after, killed):
    found = []
    for step in itertools.count(1):
        for name, content in OLD.items():
            (folder / name).write_bytes(content)
        if not killed(step, after, change, folder):
            break
        before = seen(folder)
        assert before in (OLD, NEW), f"step {step}"
        found.append(before == NEW)
        complete(folder)
        assert seen(folder) == photograph(folder) == before, f"step {step}"
    assert seen(folder) == NEW
    assert found == sorted(found), "once new, never old again"
    assert {False, True} == set(found)
    assert len(found) > 30


def test_completing_can_be_killed_at_any_call_too(folder, killed):
    decided = next(
        step for step in itertools.count(1)
        if killed(step, False, change, folder) and journal.pending(folder)
    )  # fmt: skip
    for step in itertools.count(1):
        complete(folder)
        for name, content in OLD.items():
            (folder / name).write_bytes(content)
        assert killed(decided, False, change, folder)
        if not killed(step, True, complete, folder):
            break
        assert seen(folder) == NEW, f"step {step}"
    assert photograph(folder) == NEW
    assert step > 5


@pytest.mark.parametrize("name", [journal.DRAFT, journal.COMMITTED])
@pytest.mark.parametrize("kind", ["folder", "file", "nowhere"])
def test_a_planted_link_is_not_followed(folder, tmp_path, name, kind):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / journal.LIST).write_text('{"a.csv": ""}')
    (outside / "a.csv").write_text("planted")
    before = photograph(outside)
    target = {"folder": outside, "file": outside / "a.csv", "nowhere": tmp_path / "x"}[kind]
    (folder / name).symlink_to(target)
    assert seen(folder) == OLD
    change(folder)
    assert photograph(folder) == NEW
    assert photograph(outside) == before
    assert not (tmp_path / "x").exists()


def test_a_second_writer_waits_or_is_refused_in_words(folder, capfd):
    again = lock.locked(folder, patience=0.3)
    words = "otra orden está escribiendo"
    with lock.locked(folder), pytest.raises(Refusal, match=words), again:
        raise AssertionError("two writers at once")
    assert "se espera" in capfd.readouterr().err
    child = os.fork()
    if not child:
        with lock.locked(folder):
            time.sleep(0.5)
            (folder / "a.csv").write_text("first")
        os._exit(0)
    time.sleep(0.2)
    with lock.locked(folder):
        assert (folder / "a.csv").read_text() == "first"
    os.waitpid(child, 0)


def test_a_reader_never_sees_a_half(tmp_path):
    for name in TABLES:
        (tmp_path / f"{name}.csv").write_text("0")
    child = os.fork()
    if not child:
        for number in range(8):
            with lock.locked(tmp_path):
                journal.publish(tmp_path, {f"{n}.csv": f"{number}".encode() for n in TABLES})
        os._exit(0)
    numbers = set()
    while not os.waitpid(child, os.WNOHANG)[0]:
        held = snapshot.opened(snapshot.moment(tmp_path)[1])
        contents = [(held / f"{name}.csv").read_text() for name in TABLES]
        assert len(set(contents)) == 1
        numbers.add(contents[0])
    assert len(numbers) > 1, "the reader was never there during a change"


def test_an_edit_made_after_the_interruption_is_not_lost(data, killed):
    step = next(
        step for step in itertools.count(1) if killed(step, False, add, data)
        and journal.pending(data) and journal.located(data, "fuentes.csv").parent != data
    )  # fmt: skip
    assert step
    with (data / "fuentes.csv").open("a") as file:
        file.write("mia,Documento,Institución,2026,página 1,\n")
    before = photograph_files(data)
    with pytest.raises(Refusal, match=r"alguien editó fuentes\.csv después"), Folder(data).held():
        pass
    assert photograph_files(data) == before


def photograph_files(folder):
    return {file.name: file.read_bytes() for file in folder.glob("*.csv")}


def test_the_loader_reads_what_waits_and_the_order_completes_it(
    data, capsys, tmp_path, monkeypatch, killed
):
    monkeypatch.setattr(silent_changes, "Archive", lambda: Archive(tmp_path / "none"))
    before = loader.load(data).version
    mark = snapshot.mark(data)
    assert any(killed(step, False, add, data) and journal.pending(data) for step in range(1, 200))
    pending = loader.load(data).version
    assert pending != before
    assert snapshot.mark(data) != mark
    assert loader.main([str(data)]) == 0
    assert "Se completó un cambio de tablas que quedó cortado" in capsys.readouterr().err
    assert not journal.pending(data)
    assert loader.load(data).version == pending


def test_killed_at_a_moment_of_its_own_an_import_is_whole_or_not_there(data, root, tmp_path):
    file = write(tmp_path / "d.csv", official(2024, "ENERO - DICIEMBRE", "24/01/2025"))
    command = [sys.executable, "-m", "data.importar", str(file), "--datos", str(data)]
    source = random.Random(20261128)
    for _ in range(4):
        running = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL)
        time.sleep(source.uniform(0.5, 3))
        running.kill()
        running.wait()
        rows = loader.load(data).tables
        count = sum(row.fuente == "mp-delitos-2024-distritos" for row in rows["incidencia"])
        cited = sum(row.codigo.startswith("mp-delitos-2024") for row in rows["fuentes"])
        assert (count, cited) in ((0, 0), (34, 3))
    subprocess.run(command, cwd=root, stdout=subprocess.DEVNULL, check=True)
    assert list(data.glob(".*")) == []
