"""Rows of a table that says what it said before are read once, for today and for kept versions."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel

from data import table_rows
from data.faults import TableError
from data.hot_reload.snapshot import UNCOMPRESSED, files, zipped
from data.loader import load
from data.model import TABLES, Avance
from data.publish import freeze, kept_version
from data.publish.versions import Archive


@pytest.fixture
def tables(tmp_path, frozen):
    return Path(shutil.copytree(frozen, tmp_path / "tables"))


def replaced(tables, old, new):
    file = tables / "avances.csv"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_table_that_changed_is_read_again_and_the_others_are_shared(tables):
    before = load(tables)
    replaced(tables, "OP.02,2023,82.00,", "OP.02,2023,82.10,")
    after = load(tables)
    changed = [name for name in TABLES if before.tables[name] != after.tables[name]]
    assert changed == ["avances"]
    for name in TABLES:
        pairs = zip(before.tables[name], after.tables[name], strict=True)
        assert all(old is new for old, new in pairs) is (name not in changed)
    assert before.version != after.version


def test_what_is_wrong_is_said_each_time_and_does_not_stay(tables):
    sound = load(tables).version
    replaced(tables, "OP.02,2023,82.00,", "OP.02,2023,ochenta,")
    for _ in range(2):
        with pytest.raises(TableError, match=r"avances\.csv:12"):
            load(tables)
    replaced(tables, "OP.02,2023,ochenta,", "OP.02,2023,82.00,")
    assert load(tables).version == sound


def test_a_copy_with_a_return_of_its_own_is_not_the_table_before(tables):
    load(tables)
    file = tables / "avances.csv"
    file.write_bytes(file.read_bytes().replace(b",", b"\r,", 1))
    with pytest.raises(TableError, match="retorno de carro suelto"):
        load(tables)


def test_a_version_shares_the_rows_of_what_has_not_changed_and_no_other(tables, tmp_path):
    target = tmp_path / "kept"
    freeze.keep(tables, target, date(2026, 1, 1))
    replaced(tables, "OP.02,2023,82.00,", "OP.02,2023,82.10,")
    today, archive = load(tables), Archive(target)
    then = archive.read(*archive.versions)
    for name in TABLES:
        pairs = list(zip(then.tables[name], today.tables[name], strict=True))
        assert all(old is new for old, new in pairs) is (name != "avances"), name
    [old] = [row for row in then.rows(Avance) if row.identity == ("OP.02", 2023)]
    assert str(old.avance_publicado) == "82.00"


@pytest.mark.parametrize("name", TABLES)
def test_a_shared_row_says_what_the_version_would_have_read(frozen, name):
    model, file = TABLES[name], frozen / f"{name}.csv"
    faults = []
    found = [row for _, row in table_rows.read(file, model, faults)]
    assert not faults
    assert found == list(kept_version._rows(model, kept_version._records(file.read_bytes())))
    assert [row.model_fields_set for row in found] == [set(model.model_fields)] * len(found)


def test_a_row_is_written_as_pydantic_writes_it(store):
    rows = [row for table in store.tables.values() for row in table]
    assert len(rows) > 1_000
    assert [repr(row) for row in rows] == [BaseModel.__repr__(row) for row in rows]


def test_a_zip_is_as_small_as_it_was_asked_for(frozen):
    held = files(frozen).items()
    sizes = [len(zipped(held, level)) for level in (UNCOMPRESSED, 1, 6)]
    assert sizes[0] > 3 * sizes[1]
    assert sizes[1] > sizes[2]
    assert sizes[2] == len(zipped(held))
