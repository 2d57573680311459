"""Every figure of the five documents stands in a table that cites it, or among the left-outs."""

import shutil

import pytest

from tests.left_outs import check
from tests.left_outs.scan import figures, value

DOCUMENTS = {"reporte-2024", "plan-2007-2013", "plan-2017-2021", "plan-2017-2021-ciudadana",
             "plan-2017-2021-resumen"}  # fmt: skip


@pytest.fixture
def tables(live, tmp_path):
    return shutil.copytree(live, tmp_path / "tables")


def test_every_figure_is_in_a_table_or_left_out_with_its_reason(live):
    assert {row["documento"] for row in check.read(check.FILE)} == DOCUMENTS
    assert check.missing(live) == []


def test_the_known_ones_are_left_out_at_their_place(live):
    left = check.left_out(live)
    assert "34" in left["plan-2017-2021", "Capítulo 2, 2.2"]
    assert {"75", "cuartos"} <= left["plan-2017-2021", "Capítulo 2, Tabla 2"]
    assert (
        "1.2" in left["plan-2017-2021-ciudadana", "¿Quiénes están en mayor riesgo de ser víctimas?"]
    )


def test_a_left_out_that_goes_away_is_missed(tables):
    left = sorted(
        {(row["documento"], row["lugar"]) for row in check.read(check.FILE) if row["lugar"]}
    )
    file = tables / "omitidos.csv"
    whole = file.read_text("utf-8").splitlines(keepends=True)
    for some in (left[::4], left[1::4], left[2::4], left[3::4]):
        gone = tuple(
            f"{owner},{quote}{place}{quote}," for owner, place in some for quote in ("", '"')
        )
        file.write_text("".join(line for line in whole if not line.startswith(gone)), "utf-8")
        missed = check.missing(tables)
        for owner, place in some:
            assert any(line.startswith(f"{owner}, {place}: ") for line in missed), place


def test_a_table_that_goes_away_is_missed(tables):
    (tables / "incidencia.csv").unlink()
    assert "plan-2017-2021, capítulo 2: 17.1" in check.missing(tables)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("un total de 34 estudios, 13 de Perú", ["34", "13"]),
        ("el 47,1% en relación al 72.20%", ["47.1", "72.2"]),
        ("se registraron 1,144 casos y 3.252 implicados", ["1144", "3252"]),
        ("tres cuartas partes son menores", ["3", "cuartos"]),
        ("- 25% de entidades; 4 regiones", ["25", "4"]),
        ("La Ley N° 28950, artículo 153, inciso 5 (p. 14)", []),
        ("el 22 de noviembre de 1969", []),
        ("## 4.2. DEFICIENTE ARTICULACIÓN", []),
        ("2. El Estado del Presente", []),
        ("el OI 3.2 y la acción 1.2.3 del servicio 27", []),
        ("Decreto Supremo Nº 001-2016-IN", []),
        ("delito<sup>74</sup> y <http://a.pe/x-7913/>", []),
    ],
)
def test_what_is_a_figure_and_what_only_names(text, found):
    assert [each.figure for each in figures(text)] == found


def test_one_number_has_one_writing():
    assert {value(said) for said in ("1,795", "1795", "1.795", "1,795.0")} == {"1795"}
    assert value("78.00") == value("78") == "78"
    assert value("0.0003") == "0.0003"
