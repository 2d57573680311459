"""A published figure that changes needs a reason in correcciones, wherever the change is made."""

import csv
import io
import shutil
from datetime import date

import pytest

from data import loader
from data.publish import freeze, silent_changes
from data.publish.versions import Archive

THEN, NOW = date(2026, 1, 1), date(2026, 2, 1)


@pytest.fixture
def tables(frozen, tmp_path):
    """Tables of which a version is kept."""
    copy = shutil.copytree(frozen, tmp_path / "tables")
    freeze.keep(copy, tmp_path / "kept", THEN)
    return copy


@pytest.fixture
def archive(tables, tmp_path):
    return Archive(tmp_path / "kept")


def change(tables, name, old, new):
    file = tables / f"{name}.csv"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def correct(tables, day, table, key):
    with (tables / "correcciones.csv").open("a", encoding="utf-8") as file:
        file.write(f'{day},{table},"{key}",Decía otra cifra.,\n')


def silent(tables, archive):
    return silent_changes.faults(loader.load(tables), tables, archive)


def test_what_did_not_change_is_silent_about_nothing(tables, archive):
    change(tables, "fuentes", "Reporte", "REPORTE")
    assert silent(tables, archive) == []


def test_a_changed_figure_is_placed_with_what_to_write(tables, archive):
    change(tables, "avances", "OP.02,2023,82.00,", "OP.02,2023,82.10,")
    (fault,) = silent(tables, archive)
    lines = (tables / "avances.csv").read_text("utf-8").splitlines()
    assert lines[fault.line - 1].startswith("OP.02,2023,82.10,")
    version = next(iter(archive.versions))
    assert str(fault) == (
        f"avances.csv:{fault.line}: avance_publicado='82.10': cambia una cifra publicada (82.00 en "
        f"la versión {version}) y no se dice por qué, añada a correcciones.csv la fila de avances "
        "con la clave «OP.02,2023» y el motivo"
    )


@pytest.mark.parametrize(("day", "key", "left"), [
    (NOW, "OP.02,2023", 0), (THEN, "OP.02,2023", 0), (NOW, "todas", 0),
    (NOW, "OP.02,2022", 1), (date(2025, 12, 31), "OP.02,2023", 1),
])  # fmt: skip
def test_a_reason_since_the_version_for_the_very_row_is_enough(tables, archive, day, key, left):
    change(tables, "avances", "OP.02,2023,82.00,", "OP.02,2023,82.10,")
    correct(tables, day, "avances", key)
    assert len(silent(tables, archive)) == left


def test_the_same_figure_written_otherwise_is_no_change(tables, archive):
    change(tables, "avances", "OP.02,2023,82.00,", "OP.02,2023,82.0,")
    assert silent(tables, archive) == []


def test_a_figure_that_goes_is_a_change(tables, archive):
    change(tables, "metas_2007_2013", *one_meta(tables))
    (fault,) = silent(tables, archive)
    assert (fault.column, fault.value) == ("cumplimiento_pct", "")


def test_a_row_that_was_not_there_is_no_change(frozen, tables, tmp_path):
    less = shutil.copytree(frozen, tmp_path / "less")
    file = less / "conteos.csv"
    file.write_text("".join(file.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    freeze.keep(less, tmp_path / "fewer", THEN)
    assert silent(tables, Archive(tmp_path / "fewer")) == []


def one_meta(tables):
    """Give a row with a figure, as it is written, and the same without it."""
    file = tables / "metas_2007_2013.csv"
    records = list(csv.reader(io.StringIO(file.read_text("utf-8"), newline="")))
    place = records[0].index("cumplimiento_pct")
    record = next(r for r in records[1:] if r[place] not in ("", "0"))
    bare = [cell if at != place else "" for at, cell in enumerate(record)]
    return tuple(_line(cells) for cells in (record, bare))


def _line(cells):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def test_freezing_refuses_it_and_the_order_for_tables_ends_with_1(
    tables, archive, tmp_path, capsys, monkeypatch
):
    change(tables, "avances", "OP.02,2023,82.00,", "OP.02,2023,82.10,")
    assert freeze.main(tables, tmp_path / "kept", NOW) == 1
    assert "No se guardó nada" in capsys.readouterr().err
    assert len(Archive(tmp_path / "kept").versions) == 1
    monkeypatch.setattr(silent_changes, "Archive", lambda: archive)
    assert loader.main([str(tables)]) == 1
    assert "avances.csv" in capsys.readouterr().err
    correct(tables, NOW, "avances", "OP.02,2023")
    assert loader.main([str(tables)]) == 0
    assert freeze.main(tables, tmp_path / "kept", NOW) == 0
    assert len(Archive(tmp_path / "kept").versions) == 2


def test_the_live_tables_change_no_published_figure_silently(live_store, live):
    assert silent_changes.faults(live_store, live) == []
