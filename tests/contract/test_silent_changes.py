"""A published figure that changes needs a reason in correcciones, wherever the change is made."""

import csv
import io
import shutil
from datetime import date

import pytest

from data import loader
from data.faults import TableError
from data.model import Conteo, Discrepancia, Retirada, Valor, Vigencia
from data.publish import freeze, silent_changes
from data.publish.versions import Archive
from data.store import Store

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
    drop_last(less, "conteos")
    freeze.keep(less, tmp_path / "fewer", THEN)
    assert silent(tables, Archive(tmp_path / "fewer")) == []


def drop_last(tables, name):
    file = tables / f"{name}.csv"
    file.write_text("".join(file.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")


def test_a_published_row_that_is_gone_is_placed_with_what_to_write(tables, archive):
    gone = loader.load(tables).rows(Conteo)[-1]
    drop_last(tables, "conteos")
    (fault,) = silent(tables, archive)
    version = next(iter(archive.versions))
    assert str(fault) == (
        f"conteos.csv:1: {','.join(gone.key)}='{gone.key_text}': falta una fila con cifras "
        f"que la versión {version} publica y no se dice por qué, recupérela, o añada a "
        f"correcciones.csv la fila de conteos con la clave «{gone.key_text}» y el motivo"
    )
    correct(tables, NOW, "conteos", gone.key_text)
    assert silent(tables, archive) == []


def test_a_correction_names_no_row_that_never_was(tables):
    correct(tables, NOW, "avances", "OP.99,2023")
    with pytest.raises(TableError, match="no es la clave entera de una fila de avances"):
        loader.load(tables)


def test_a_record_withdrawn_and_an_indicator_ended_say_why(tables, archive):
    store, before = loader.load(tables), archive.read(archive.last[0])
    record = store.rows(Discrepancia)[0]
    value = next(row for row in store.rows(Valor) if row.anio == store.latest)
    less = {
        "discrepancias": tuple(r for r in store.rows(Discrepancia) if r is not record),
        "valores": tuple(r for r in store.rows(Valor) if r is not value),
    }
    gone = {fault.value for fault in missing(store, before, less)}
    assert gone == {record.key_text, value.key_text}
    withdrawn = Retirada.model_construct(id=record.id)
    ended = [
        row.model_copy(update={"hasta": value.anio - 1}) if row.codigo == value.codigo else row
        for row in store.rows(Vigencia)
    ]
    told = less | {"retiradas": (withdrawn,), "vigencias": tuple(ended)}
    assert missing(store, before, told) == []


def missing(store, before, changed):
    """Return what is said of tables of which some are changed."""
    now = Store({**store.tables, **changed})
    return [f for name in changed for f in silent_changes._gone(name, now, before, set())]


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
