"""New tables: judged once they stand still, swapped whole, or refused with the old ones kept."""

import gc
import logging
import os
import shutil
import subprocess
import sys
import threading
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import Client

from callbacks.hot_reload import collector, judgement
from callbacks.hot_reload import server as server_module
from callbacks.hot_reload.refusals import BrokenPage
from callbacks.hot_reload.server import Server
from callbacks.hot_reload.watch import safely
from callbacks.http import health
from components.pages import PAGES
from components.texts import TextError
from data.faults import TableError
from data.hot_reload import snapshot
from data.hot_reload.shared_state import Judged, Shared

SAID, MENDED = "OP.02,2023,82.00,", "OP.02,2023,82.10,"
BROKEN = "OP.02,2023,ochenta,"
FREE = collector.free
# A swap collects what it leaves behind.
pytestmark = pytest.mark.usefixtures("small_heap")


@pytest.fixture
def tables(tmp_path, frozen):
    return Path(shutil.copytree(frozen, tmp_path / "tables"))


def board(store):
    """Build what stands: an application that says its version and one figure."""
    made = Flask("prueba")
    # As the board does: only the collector frees it.
    made.itself = made
    advance = store.advances["OP.02", 2023]
    made.get("/")(lambda: f"{store.version} {advance.avance_publicado}")
    health.register(made, store)
    return made


@pytest.fixture
def server(tables):
    return Server(board, tables)


def change(tables, old=SAID, new=MENDED):
    file = tables / "avances.csv"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def settle(server):
    """Look as often as it takes to see a change and to see that it lasts."""
    server.look()
    server.look()


def asked(server):
    record = Client(server).get("/salud").get_json()
    return record["estado"], record["version_datos"], record.get("razon", "")


def test_changed_tables_stand_whole_after_one_more_look(server, tables):
    before = Client(server).get("/").text
    change(tables)
    server.look()
    assert Client(server).get("/").text == before
    server.look()
    after = Client(server).get("/").text
    assert before.endswith("82.00")
    assert after.endswith("82.10")
    assert asked(server) == ("bien", after.split()[0], "")


def test_a_board_that_no_longer_stands_is_freed_though_no_look_went_through_it(
    server, tables, monkeypatch
):
    stood, counted = weakref.ref(server._standing.board), gc.get_freeze_count()
    collector.freeze()
    assert gc.get_freeze_count() > counted
    monkeypatch.setattr(collector, "free", FREE)
    change(tables)
    settle(server)
    assert stood() is None
    assert gc.get_freeze_count() > 0


def test_a_board_that_still_answers_is_freed_by_a_later_look(server, tables, monkeypatch):
    held = server._standing.board
    stood = weakref.ref(held)
    collector.freeze()
    monkeypatch.setattr(collector, "free", FREE)
    change(tables)
    settle(server)
    assert stood() is not None
    del held
    server.look()
    assert stood() is None


def test_a_worker_that_starts_after_a_swap_frees_the_board_that_it_was_born_with(
    server, tables, monkeypatch
):
    born, judged = server._standing, server._judged
    change(tables)
    settle(server)
    # As in a worker that parted from the others before the swap.
    server._standing, server._judged = born, judged
    stood = weakref.ref(born.board)
    del born, judged
    monkeypatch.setattr(server_module, "watch", lambda *_: None)
    collector.freeze()
    monkeypatch.setattr(collector, "free", FREE)
    server._begin()
    assert stood() is None


def test_what_was_looked_through_is_so_after_a_swap_too():
    gc.unfreeze()
    FREE()
    assert gc.get_freeze_count() == 0


def test_a_copy_in_progress_is_not_taken(server, tables):
    whole = (tables / "valores.csv").read_bytes()
    _, version, _ = asked(server)
    for part in (100, 5_000, 9_000):
        (tables / "valores.csv").write_bytes(whole[:part])
        server.look()
        assert asked(server) == ("bien", version, "")
    (tables / "valores.csv").write_bytes(whole)
    change(tables)
    settle(server)
    assert asked(server)[0] == "bien"
    assert asked(server)[1] != version


def test_tables_that_change_while_they_are_read_wait(server, tables, monkeypatch):
    real, _, before = snapshot.taken, *asked(server)[:2]

    def slow(folder):
        packed = real(folder)
        (tables / "avances.csv").touch()
        return packed

    change(tables)
    monkeypatch.setattr(snapshot, "taken", slow)
    settle(server)
    assert asked(server)[1] == before
    monkeypatch.setattr(snapshot, "taken", real)
    settle(server)
    assert asked(server)[1] != before


def test_broken_tables_are_refused_told_once_and_mended(server, tables, caplog):
    _, version, _ = asked(server)
    change(tables, new=BROKEN)
    settle(server)
    assert asked(server) == ("degradado", version, "avances.csv:12: no es un número")
    settle(server)
    (tables / "avances.csv").touch()
    settle(server)
    told = [record.datos for record in caplog.records if record.name == "tablero"]
    assert len(told) == 1
    said = {"archivo": "avances.csv", "linea": 12, "columna": "avance_publicado"}
    assert told[0].items() >= {**said, "valor": "ochenta", "razon": "no es un número"}.items()
    change(tables, old=BROKEN, new=SAID)
    settle(server)
    assert asked(server) == ("bien", version, "")
    change(tables, new=BROKEN)
    settle(server)
    assert len(caplog.records) == 2


@pytest.mark.parametrize("how", ["gone", "folder-gone", "directory", "pipe", "link-to-nothing"])
def test_what_cannot_be_read_leaves_the_old_tables(server, tables, how):
    _, version, _ = asked(server)
    file = tables / "avances.csv"
    if how == "folder-gone":
        tables.rename(tables.parent / "elsewhere")
    else:
        file.rename(tables / "kept.csv")
        {"gone": lambda: None, "directory": file.mkdir, "pipe": lambda: os.mkfifo(file),
         "link-to-nothing": lambda: file.symlink_to("/nowhere")}[how]()  # fmt: skip
    settle(server)
    state, now, reason = asked(server)
    assert (state, now) == ("degradado", version)
    assert str(tables.parent) not in reason
    assert reason == (
        "no se puede leer ninguna tabla de la carpeta de datos"
        if how == "folder-gone"
        else "avances.csv:0: no se puede abrir"
    )


def test_tables_without_permission_leave_the_old_ones(tables):
    """Root reads everything unless it gives up that power, so the board runs in a process."""
    body = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from pathlib import Path
from tests.unit.test_reload import Server, asked, board, settle
server = Server(board, Path({str(tables)!r}))
(Path({str(tables)!r}) / "avances.csv").chmod(0)
settle(server)
print(*asked(server))
"""
    powerless = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    command = [*(powerless if os.getuid() == 0 else []), sys.executable, "-c", body]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    assert told.startswith("degradado ")
    assert told.rstrip().endswith("avances.csv:0: no se puede abrir")


def test_a_swap_of_one_link_is_seen(tmp_path, tables):
    other = Path(shutil.copytree(tables, tmp_path / "other"))
    change(other)
    link = tmp_path / "today"
    link.symlink_to(tables)
    server = Server(board, link)
    (tmp_path / "next").symlink_to(other)
    (tmp_path / "next").replace(link)
    settle(server)
    assert Client(server).get("/").text.endswith("82.10")


def test_valid_rows_that_break_a_page_are_refused(tables, caplog):
    page = PAGES[0].example

    def fragile(store):
        made = board(store)
        if store.advances["OP.02", 2023].avance_publicado > 82:
            made.view_functions = dict.fromkeys(made.view_functions, lambda: ("", 500))
        return made

    server = Server(fragile, tables)
    _, version, _ = asked(server)
    change(tables)
    settle(server)
    reason = f"la página {page} no se puede escribir con estas tablas"
    assert asked(server) == ("degradado", version, reason)


def test_a_board_that_cannot_be_built_leaves_the_old_one(tables, caplog):
    built = []

    def once(store):
        if built:
            raise RuntimeError(f"secret {tables}")
        built.append(store)
        return board(store)

    server = Server(once, tables)
    change(tables)
    settle(server)
    reason = "fallo del programa, no de las tablas: el tablero no se puede armar"
    assert asked(server)[0::2] == ("degradado", reason)
    assert str(tables) not in caplog.text


def test_tables_from_which_no_board_can_be_built_are_to_blame(tables, caplog):
    def fragile(store):
        return board(store) if store.advances["OP.02", 2023].avance_publicado <= 82 else 1 / 0

    server = Server(fragile, tables)
    change(tables)
    settle(server)
    assert asked(server)[0::2] == ("degradado", "el tablero no se puede armar con estas tablas")


def failing(error):
    """Return what builds a board of which the first page fails, whatever its tables."""

    def build(store):
        def fails():
            raise error

        made = board(store)
        made.view_functions |= dict.fromkeys(set(made.view_functions) - {"health"}, fails)
        return made

    return build


def test_a_page_that_no_tables_can_write_is_a_fault_of_the_program(tables, caplog):
    page = PAGES[0].example
    server = Server(failing(ZeroDivisionError("secret")), tables)
    reason = f"fallo del programa, no de las tablas: la página {page} no se puede escribir"
    assert server._standing.reason == reason
    told = [record.datos for record in caplog.records if record.name == "tablero"]
    assert [(one["razon"], one["donde"][-1].split()[-1]) for one in told] == [(reason, "fails")]
    assert "secret" not in str(told)
    (tables / "avances.csv").touch()
    settle(server)
    assert server._standing.reason == reason


def test_a_broken_text_stops_the_start_and_is_named_later(tables, caplog):
    said = "components/texts.toml:3: «a.b»: pide 'x', que no se le da; escriba {y}"
    with pytest.raises(TextError):
        Server(failing(TextError(said)), tables)
    server = Server(board, tables)
    server._build = failing(TextError(said))
    change(tables)
    settle(server)
    assert asked(server)[0::2] == ("degradado", f"fallo del programa, no de las tablas: {said}")


def test_a_board_does_not_start_from_bad_tables(tables):
    change(tables, new=BROKEN)
    with pytest.raises(TableError):
        Server(board, tables)


@pytest.mark.parametrize("answered", [False, True])
def test_another_process_takes_what_was_judged_even_if_the_folder_is_gone(
    answered, tables, monkeypatch
):
    """The child is forked from the first board, as a recycled worker is, or from one in use."""
    monkeypatch.setattr("callbacks.hot_reload.server.watch", lambda *_: None)
    server = Server(board, tables, 60)
    if answered:
        asked(server)
    ask, answer = os.pipe(), os.pipe()
    if (child := os.fork()) == 0:
        os.read(ask[0], 1)
        os.write(answer[1], " ".join(asked(server)[:2]).encode())
        os._exit(0)
    change(tables)
    settle(server)
    now = asked(server)[1]
    shutil.rmtree(tables)
    settle(server)
    os.write(ask[1], b".")
    assert os.read(answer[0], 100).decode() == f"degradado {now}"
    os.waitpid(child, 0)


def test_who_asks_while_a_process_begins_starts_no_second_watch(tables, monkeypatch):
    begun = []
    monkeypatch.setattr("callbacks.hot_reload.server.watch", lambda *_: begun.append(1))
    server = Server(board, tables, 60)
    for _ in range(2):
        server._begin()
    for thread in threading.enumerate():
        if thread.name == "tablas":
            thread.join()
    assert begun == [1]


def test_a_turn_is_of_one_process_and_ends_with_it():
    shared = Shared()
    shared.write(Judged("m", "v", b"tables"))
    held, end = os.pipe(), os.pipe()
    if (child := os.fork()) == 0:
        with shared.turn() as mine:
            os.write(held[1], b"1" if mine else b"0")
            os.read(end[0], 1)
        os._exit(0)
    assert os.read(held[0], 1) == b"1"
    with shared.turn() as mine:
        assert not mine
    os.kill(child, 9)
    os.waitpid(child, 0)
    with shared.turn() as mine:
        assert mine


def test_what_is_half_written_is_never_read():
    shared = Shared()
    first = shared.write(Judged("m", "v1", b"tables"))
    # What a process killed in the middle of the next judgement leaves behind.
    os.pwrite(shared._slots[(first + 1) % 2], b'{"mark": "half', 0)
    assert shared.read() == (first, Judged("m", "v1", b"tables"))
    second = shared.write(Judged("n", "v2", b"\n\ntables\x00", "reason", "faults"))
    assert shared.read() == (second, Judged("n", "v2", b"\n\ntables\x00", "reason", "faults"))


RARE = "/rara"


def fragile(store):
    """Build a board of which one page cannot be written from the changed tables."""
    made = board(store)
    figure = store.advances["OP.02", 2023].avance_publicado

    def rare():
        if str(figure) != "82.00":
            raise ValueError(figure)
        return f"rara {figure}"

    made.get(RARE)(rare)
    return made


def test_new_tables_serve_while_they_are_tried_and_what_they_fail_at_is_of_the_old(
    tables, monkeypatch
):
    server, told = Server(fragile, tables), []
    _, before, _ = asked(server)

    def tried(made, store):
        client = Client(server)
        told.extend([asked(server)[1], client.get("/").text, client.get(RARE)])
        raise BrokenPage(RARE)

    monkeypatch.setattr(judgement, "rehearse_rest", tried)
    change(tables)
    settle(server)
    version, home, rare = told
    assert version != before
    assert home == f"{version} 82.10"
    assert (rare.status_code, rare.text) == (200, "rara 82.00")
    state, now, reason = asked(server)
    assert (state, now) == ("degradado", before)
    assert RARE in reason
    assert Client(server).get("/").text == f"{before} 82.00"
    told.clear()
    settle(server)
    assert not told, "what was refused is not tried again"


@pytest.mark.parametrize("broken", [True, False])
def test_what_a_process_left_half_tried_is_tried_to_the_end(server, tables, monkeypatch, broken):
    _, before, _ = asked(server)

    def killed(made, store):
        raise SystemExit

    def tried(made, store):
        if broken:
            raise BrokenPage(RARE)

    monkeypatch.setattr(judgement, "rehearse_rest", killed)
    change(tables)
    with pytest.raises(SystemExit):
        settle(server)
    assert asked(server)[1] != before
    monkeypatch.setattr(judgement, "rehearse_rest", tried)
    server.look()
    state, now, _ = asked(server)
    assert (state, now != before) == (("degradado", False) if broken else ("bien", True))
    assert not server._shared.read()[1].trial


def test_another_process_goes_back_with_who_tried(server, tables, monkeypatch):
    """It takes the tables that are tried, answers by the old ones what fails, and goes back."""
    other = Server(fragile, tables)
    other._shared = server._shared
    other._standing = replace(other._standing, generation=server._shared.generation)
    _, before, _ = asked(server)
    told = []

    def tried(made, store):
        other.look()
        told.extend([asked(other)[1], Client(other).get(RARE).text])
        raise BrokenPage(RARE)

    monkeypatch.setattr(judgement, "rehearse_rest", tried)
    change(tables)
    settle(server)
    assert told == [told[0], "rara 82.00"]
    assert told[0] != before
    other.look()
    assert asked(other)[:2] == asked(server)[:2] == ("degradado", before)


def test_a_failure_of_the_look_itself_leaves_the_board(server, monkeypatch, caplog):
    monkeypatch.setattr(snapshot, "mark", lambda _: 1 / 0)
    with caplog.at_level(logging.ERROR):
        safely(server.look)
    assert asked(server)[0] == "bien"
    assert "no se pudieron mirar" in caplog.text


@pytest.mark.parametrize("where", ["load", "build", "page"])
def test_tables_that_had_no_room_to_be_judged_are_judged_when_there_is(
    tables, monkeypatch, caplog, where
):
    short = []

    def narrow(made):
        if short:
            raise MemoryError
        return made

    def tight(store):
        made = board(narrow(store) if where == "build" else store)
        views = {name: lambda: narrow("") for name in made.view_functions if "health" not in name}
        return made if where != "page" else _with(made, views)

    server = Server(tight, tables)
    _, before, _ = asked(server)
    short.append(1)
    real = judgement.load
    with monkeypatch.context() as patch:
        if where == "load":
            patch.setattr(judgement, "load", lambda *given: narrow(real(*given)))
        change(tables)
        safely(server.look)
        safely(server.look)
    assert asked(server) == ("bien", before, "")
    assert "falta memoria" in str(caplog.records[-1].datos)
    short.clear()
    safely(server.look)
    assert asked(server)[0] == "bien"
    assert asked(server)[1] != before


def _with(made, views):
    made.view_functions |= views
    return made


def test_a_folder_that_goes_away_and_comes_back_while_it_is_read_is_read_again(
    tables, tmp_path, monkeypatch
):
    """A link changed and changed back has the same mark before and after: what was read has not."""
    other, link = Path(shutil.copytree(tables, tmp_path / "other")), tmp_path / "live"
    change(other, new="OP.02,2023,82.90,")
    link.symlink_to(tables)
    server, real, trips = Server(board, link), snapshot.taken, []

    def away(folder):
        if trips:
            return real(folder)
        trips.append(1)
        point(link, other)
        packed = real(folder)
        point(link, tables)
        return packed

    monkeypatch.setattr(snapshot, "taken", away)
    change(tables)
    settle(server)
    assert trips, "the folder was away while it was read"
    assert "82.90" not in Client(server).get("/").text
    server.look()
    assert "82.10" in Client(server).get("/").text


def point(link, folder):
    aside = link.with_suffix(".new")
    aside.symlink_to(folder)
    aside.replace(link)
