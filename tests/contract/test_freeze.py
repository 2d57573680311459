"""What make freeze keeps, what leaves, what it says; and the folder of versions as it stands."""

import shutil
from datetime import date

import pytest

from callbacks.board import create_app
from callbacks.hot_reload import judgement
from callbacks.serving import log
from data.hot_reload.snapshot import zipped
from data.loader import folder
from data.publish.freeze import BUDGET, keep, main, pack
from data.publish.kept_version import unpacked
from data.publish.version_schema import SCHEMA
from data.publish.versions import RETIRED, Archive, named

YESTERDAY, TODAY = date(2026, 1, 1), date(2026, 2, 1)
OLD = "2020-01-01-aaaaaaaaaaaa"


@pytest.fixture
def target(tmp_path, store):
    """A folder with one old version in it."""
    place = tmp_path / "kept"
    place.mkdir()
    (place / f"{OLD}.zip").write_bytes(pack(folder(), store))
    return place


def test_the_same_tables_are_the_same_bytes(store):
    assert pack(folder(), store) == pack(folder(), store)


def test_what_is_kept_carries_its_schema(target, store):
    done = keep(folder(), target, TODAY)
    assert done.before is None
    assert SCHEMA in unpacked((target / f"{TODAY}-{store.version}.zip").read_bytes())


def test_a_version_that_was_kept_without_schema_gets_it_and_keeps_its_day(target, store):
    whole = unpacked(pack(folder(), store))
    bare = {name: content for name, content in whole.items() if name != SCHEMA}
    place = target / f"{YESTERDAY}-{store.version}.zip"
    place.write_bytes(zipped(bare.items()))
    assert keep(folder(), target, TODAY).described
    assert unpacked(place.read_bytes()) == whole
    again = keep(folder(), target, TODAY)
    assert (again.before, again.described) == (YESTERDAY, False)
    assert len(Archive(target).versions) == 2


def test_the_oldest_versions_leave_and_their_names_stay(target, store):
    budget = len(pack(folder(), store)) + 500
    assert keep(folder(), target, TODAY, budget).left == (OLD,)
    archive = Archive(target)
    assert list(archive.versions) == [store.version]
    assert archive.retired == {"aaaaaaaaaaaa"}
    line = (target / RETIRED).read_text("utf-8").splitlines()[1]
    assert line.startswith(f"aaaaaaaaaaaa,2020-01-01,{TODAY},Ya no cabía")


def test_today_s_version_stays_even_if_it_alone_is_too_much(target, store):
    keep(folder(), target, TODAY, budget=1)
    assert list(Archive(target).versions) == [store.version]


def test_the_order_says_what_it_did(target, store, capsys):
    (target / "notas.txt").write_text("algo", "utf-8")
    assert main(folder(), target, TODAY) == 0
    said = capsys.readouterr().out
    assert f"{store.version}: guardada hoy" in said
    assert "2020-01-01 aaaaaaaaaaaa" in said
    assert "no es una versión y no se toca: notas.txt" in said
    assert main(folder(), target, TODAY) == 0
    assert "ya estaba guardada, desde el 2026-02-01; no cambió nada" in capsys.readouterr().out


def test_tables_with_faults_are_not_kept(frozen, target, tmp_path, capsys):
    tables = shutil.copytree(frozen, tmp_path / "tables")
    (tables / "valores.csv").write_text("x\n", "utf-8")
    assert main(tables, target, TODAY) == 1
    assert "No se guardó nada" in capsys.readouterr().err
    assert list(Archive(target).versions) == ["aaaaaaaaaaaa"]


@pytest.mark.parametrize("name", [
    "notas.txt", "2026-13-01-0123456789ab.zip", "2026-01-01-0123456789.zip",
    "2026-01-01-0123456789ab.zip", "carpeta.zip", ".DS_Store",
])  # fmt: skip
def test_a_file_that_is_no_version_is_ignored_and_named(target, name):
    (target / name).write_bytes(b"0" * 1000)
    archive = Archive(target)
    assert archive.strays == (name,)
    assert list(archive.versions) == ["aaaaaaaaaaaa"]


@pytest.mark.parametrize("place", [60, 5_000, -10])
def test_a_version_that_is_damaged_after_it_was_read_whole_is_ignored_too(target, place):
    assert Archive(target).strays == ()
    file = target / f"{OLD}.zip"
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    assert Archive(target).strays == (file.name,)


def test_whatever_byte_is_damaged_a_version_is_whole_or_refused(target):
    """What reads a damaged file raises one error and no other."""
    content = (target / f"{OLD}.zip").read_bytes()
    places = range(7, len(content), len(content) // 200)
    refused = []
    for place in places:
        damaged = bytearray(content)
        damaged[place] ^= 4
        try:
            unpacked(bytes(damaged))
        except ValueError:
            refused.append(place)
    assert len(refused) > 0.9 * len(places)


def test_an_empty_zip_is_no_version(target):
    (target / "2026-01-01-0123456789ab.zip").write_bytes(zipped([]))
    assert Archive(target).strays == ("2026-01-01-0123456789ab.zip",)


def test_the_start_names_what_is_no_version_in_one_line(monkeypatch, frozen):
    said = []
    monkeypatch.setattr(log, "warned", said.append)
    monkeypatch.setattr(Archive, "strays", ("a.txt", "b.zip"))
    monkeypatch.setattr(judgement, "rehearse", lambda _: None)
    judgement.at_start(lambda store: create_app(store).server, frozen)
    assert said == ["data/versions: no son versiones y se ignoran: a.txt, b.zip"]


def test_the_data_of_today_are_kept_and_every_kept_version_opens(live_store, root):
    archive = Archive()
    assert live_store.version in archive.versions, "run make freeze"
    for version in archive.versions:
        assert archive.read(version).version == version
    assert archive.strays == ()
    size = sum(file.stat().st_size for file in (root / "data" / "versions").glob("*.zip"))
    assert size <= BUDGET


def test_every_version_that_this_repository_published_is_kept_or_retired(root):
    listed = (root / "data" / "versions" / RETIRED).read_text("utf-8").splitlines()[1:]
    assert all(len(line.split(",", 3)) == 4 and line.split(",", 3)[3] for line in listed)
    archive = Archive()
    assert archive.retired.isdisjoint(archive.versions)
    assert len(archive.retired) == len(listed)
    files = (root / "data" / "versions").glob("*.zip")
    assert sorted(named(file.name)[1] for file in files) == sorted(archive.versions)


def test_the_tables_of_today_are_read_from_their_version_as_they_were_accepted(live_store):
    """Read without judging, the version of today is the very rows that the loader accepted."""
    kept = Archive().read(live_store.version)
    for name, rows in live_store.tables.items():
        assert list(map(repr, kept.tables[name])) == list(map(repr, rows)), name
