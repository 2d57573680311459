"""The police base: departments and years, totals left out, repeated rows not guessed at."""

import csv
import re

import pytest
from openpyxl import Workbook

from data import loader
from geo import places
from tests.importing.conftest import photograph

HEADER = [
    *("ANIO", "MES", "CCDD", "DEPARTAMENTO", "PROVINCIA", "DISTRITO", "COMISARIA"),
    *("categoria", "Denuncias por comision", "Valor"),
]
PURPOSE = "FINALIDAD DEL TIPO DE DELITO"
OTHERS = [
    ("EM_EF_TOTAL", "EM_EF_TOTAL"),
    ("FEMENINO GRUPO EDAD", "EF_SUB TOTAL"),
    ("FEMENINO GRUPO EDAD", "EF_DE 12 A 17 AÑOS"),
    ("EXPLOTACIÓN", "F2_TOTAL"),
    ("EXPLOTACIÓN", "F2_MENDICIDAD/ VIA PUBLICA"),
    ("CAPTACIÓN", "C_OFERTA DE TRABAJO"),
]


def made_up(years=(2022, 2023), months=range(1, 13), departments=None):
    """Return a base where department number n has n complaints of each of two kinds a year."""
    rows = []
    for year in years:
        for code, place in places.places("departamentos").items():
            if departments and code not in departments:
                continue
            for month in months:
                count = int(code) if month == 3 else 0
                head = [year, month, code, place.name.upper(), "VARIAS|", "X", "COMISARIA"]
                rows.append([*head, "F1_TOTAL", "F1_TOTAL", 2 * count])
                rows.append([*head, PURPOSE, "F1_EXPLOTACION SEXUAL", count])
                rows.append([*head, PURPOSE, "F1_VENTA DE NIÑOS", count])
                rows.append([*head, PURPOSE, "F1_MENDICIDAD", 0])
                rows += [[*head, *other, 5] for other in OTHERS]
    return rows


def write(path, rows, header=HEADER):
    if path.suffix == ".xlsx":
        book = Workbook()
        book.active.append(["Diccionario"])
        sheet = book.create_sheet("BD")
        for row in [header, *rows]:
            sheet.append(row)
        book.save(path)
        return path
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, *rows])
    return path


@pytest.mark.parametrize("name", ["base.csv", "base.xlsx"])
@pytest.mark.parametrize("header", [HEADER, ["AÑO", "MES", "CCDD", "lugar", *HEADER[4:]]])
def test_departments_and_years_are_exact(data, run, tmp_path, name, header):
    said = run(write(tmp_path / name, made_up(), header))
    assert said.code == 0, said.err
    rows = loader.load(data).tables["incidencia"]
    for year in (2022, 2023):
        held = [row for row in rows if row.fuente == f"pnp-base-{year}-departamentos"]
        assert {r.codigo_territorio: int(r.valor) for r in held} == {
            code: 2 * int(code) for code in places.places("departamentos")
        }
        total = next(row for row in rows if row.fuente == f"pnp-base-{year}-total")
        assert (total.valor, total.categoria, total.periodo) == (650, "Total PNP", str(year))
    assert "filas de total" in said.out
    assert "no suman F1_TOTAL" not in said.out


def test_running_twice_changes_nothing_and_other_figures_need_to_be_asked_for(data, run, tmp_path):
    file = write(tmp_path / "base.csv", made_up())
    run(file)
    once = photograph(data)
    assert run(file).out.endswith("No cambió nada.\n")
    assert photograph(data) == once
    rows = made_up()
    rows[-9][-1] = rows[-8][-1] = 3
    again = write(tmp_path / "base.csv", rows)
    assert "sin fecha de corte, pero" in run(again).err
    assert photograph(data) == once
    assert run(again, "--reemplazar").code == 0


def test_repeated_rows_are_refused_until_the_operator_says_what_they_are(data, run, tmp_path):
    before = photograph(data)
    rows = made_up((2023,), departments=("14",))
    doubled = write(tmp_path / "extracto.csv", [*rows, *rows])
    said = run(doubled)
    assert said.code == 1
    assert "--repetidas contar" in said.err
    assert "--repetidas una-vez" in said.err
    assert photograph(data) == before
    once = run(doubled, "--repetidas", "una-vez", "--simular")
    assert re.search(r"Lambayeque +28 ", once.out)
    assert "2 filas repetidas, contadas una vez" in once.out
    assert "filas repetidas, contadas una sola vez" in once.out
    twice = run(doubled, "--repetidas", "contar", "--simular")
    assert re.search(r"Lambayeque +56 ", twice.out)


def test_rows_of_zero_may_repeat(run, tmp_path):
    rows = [row for row in made_up() if row[-1] == 0]
    said = run(write(tmp_path / "base.csv", [*made_up(), *rows]), "--simular")
    assert said.code == 0
    assert "repetidas" not in said.out


def test_a_part_of_a_year_is_not_a_year(data, run, tmp_path):
    for last, code, day in ((6, "2024-ene-jun", "2024-06-30"), (7, "2024-ene-jul-2", "2024-07-31")):
        base = write(tmp_path / "base.csv", made_up((2024,), range(1, last + 1)))
        run(base, "--reemplazar")
        rows = loader.load(data).tables["incidencia"]
        held = [row for row in rows if row.fuente == "pnp-base-2024-total"]
        assert [(row.periodo, str(row.periodo_fin)) for row in held] == [(code, day)]
    codes = [row.codigo for row in loader.load(data).tables["periodos"]]
    assert "2024-ene-jun" not in codes, "the period that nobody cites any more is removed"


def test_a_department_without_rows_is_not_zero(data, run, tmp_path):
    run(write(tmp_path / "base.csv", made_up((2022,), departments=("14", "15"))))
    rows = loader.load(data).tables["incidencia"]
    held = [row for row in rows if row.fuente == "pnp-base-2022-departamentos"]
    assert [row.estado for row in held].count("no-publicado") == 23
    assert [row for row in rows if row.fuente == "pnp-base-2022-total"] == []


def test_finalities_that_do_not_add_up_are_told(run, tmp_path):
    rows = made_up()
    rows[20][-1] = 9
    said = run(write(tmp_path / "base.csv", rows), "--simular")
    assert "en 1 departamentos y años las finalidades no suman F1_TOTAL" in said.out


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        (0, "20", "anio='20': no es un número entre 2000 y 2100"),
        (1, "13", "mes='13': no es un número entre 1 y 12"),
        (3, "TOTAL", "departamento='TOTAL': es una fila de total"),
        (3, "ATLANTIDA", "departamento='ATLANTIDA': no es un nombre conocido"),
        (9, "-1", "valor='-1': es un número negativo"),
        (9, "", "valor='': falta el número"),
    ],
)
def test_a_wrong_cell_is_placed_and_changes_nothing(data, run, tmp_path, column, value, said):
    before = photograph(data)
    rows = made_up()
    rows[7][column] = value
    found = run(write(tmp_path / "base.csv", rows))
    assert found.err.startswith(f"base.csv:9: {said}")
    assert photograph(data) == before
