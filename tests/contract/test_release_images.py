"""The pictures of a release: the bytes that the server would draw, and a check for stale ones."""

import json

import pytest

from callbacks.commands.export_images import MANIFEST, main, pictures, stale, write
from components.charts.registry import CHARTS
from data.loader import load
from data.store import Store

CHOSEN = ["serie-nacional"]


@pytest.fixture(scope="module")
def folder(store, tmp_path_factory):
    made = tmp_path_factory.mktemp("imagenes")
    assert write(store, made, CHOSEN) == 3
    return made


@pytest.fixture
def copy(folder, tmp_path):
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def test_each_file_is_what_its_address_answers(client, store, folder):
    about = json.loads((folder / MANIFEST).read_text("utf-8"))
    assert about["version_datos"] == store.version
    assert len(about["imagenes"]) == 3
    for row in about["imagenes"]:
        body = (folder / row["archivo"]).read_bytes()
        assert client.get(row["direccion"]).data == body
        assert len(body) == row["bytes"]


def test_what_was_just_written_is_not_stale(store, folder):
    assert list(stale(store, folder, CHOSEN)) == []


def test_a_corrected_figure_makes_its_pictures_stale(store, folder):
    """The check compares drawings, so that a change of the drawing alone is seen too."""
    rows = tuple(
        row.model_copy(update={"valor": row.valor + 1}) if row.valor else row
        for row in store.tables["incidencia"]
    )
    changed = Store(store.tables | {"incidencia": rows})
    said = [fault for fault in stale(changed, folder, CHOSEN) if "de otra manera" in fault]
    assert len(said) == 3


def test_another_version_of_the_data_is_said(store, copy):
    file = copy / MANIFEST
    file.write_text(file.read_text("utf-8").replace(store.version, "0" * 12), "utf-8")
    assert any("0" * 12 in fault for fault in stale(store, copy, CHOSEN))


def test_a_file_missing_changed_or_left_over_is_said(store, copy):
    (copy / "serie-nacional.svg").write_text("<svg/>", "utf-8")
    (copy / "serie-nacional.png").unlink()
    said = list(stale(store, copy, CHOSEN))
    assert len(said) == 2
    assert any("no es el del manifiesto" in fault for fault in said)
    assert any("falta el archivo" in fault for fault in said)
    assert len([f for f in stale(store, copy, []) if f.endswith("sobra")]) == 3


def test_writing_again_takes_away_what_is_no_longer_made(store, copy):
    write(store, copy, [])
    assert [file.name for file in copy.iterdir()] == [MANIFEST]


def test_the_command_fails_on_a_stale_folder(tmp_path, capsys):
    assert main([str(tmp_path), "--comprobar", "--graficos", *CHOSEN]) == 1
    assert "make images" in capsys.readouterr().err


def test_every_sector_axis_and_year_has_its_pictures(store):
    made = [one.address for one in pictures(store, ["objetivos"])]
    assert len(made) == len(set(made))
    assert store.indicators
    for row in store.indicators.values():
        for kind in ("svg", "png"):
            assert f"/imagenes/objetivos.{kind}?sector={row.sector}" in made
            assert f"/imagenes/objetivos.{kind}?eje={row.eje}" in made
        assert f"/imagenes/objetivos.png?sector={row.sector}&ancho=2400" in made
    assert "/imagenes/objetivos.png?anio=2023" in made
    assert "/imagenes/objetivos.png?ancho=2400" in made


@pytest.mark.parametrize("slug", CHARTS)
def test_no_two_pictures_share_a_name(slug):
    names = [one.name for one in pictures(load(), [slug])]
    assert len(names) == len(set(names)) >= 3
    assert not any("/" in name for name in names)
