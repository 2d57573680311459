"""The police base: departments and years, totals left out, repeated rows not guessed at."""

import csv
import itertools
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
REPLACE = "--reemplazar", "--motivo", "La base se publicó de nuevo."
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
    assert "desgloses: se escriben los que suman las denuncias de su año" in said.out
    assert "no suman F1_TOTAL" not in said.out


def test_running_twice_changes_nothing_and_other_figures_need_to_be_asked_for(data, run, tmp_path):
    file = write(tmp_path / "base.csv", made_up())
    run(file)
    once = photograph(data)
    assert run(file).out.endswith("No cambió nada.\n")
    assert photograph(data) == once
    rows = made_up()
    rows[-10][-1], rows[-9][-1], rows[-8][-1] = 6, 3, 3
    again = write(tmp_path / "base.csv", rows)
    assert "sin fecha de corte, pero" in run(again).err
    assert photograph(data) == once
    assert run(again, *REPLACE).code == 0


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
    assert "51 filas repetidas, contadas una vez" in once.out
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
        assert run(base, *REPLACE).code == 0
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
    rows[10][column] = value
    found = run(write(tmp_path / "base.csv", rows))
    assert found.err.startswith(f"base.csv:12: {said}")
    assert photograph(data) == before


UNUSED = [("INSTRUCCIÓN DE LA VÍCTIMA", "P3_PRIMARIA"), ("DESTINO DEL HECHO", "D_TOTAL")]


def test_a_cell_that_is_never_used_is_not_judged(run, tmp_path):
    rows = made_up((2022,), (3,))
    for unused, value in itertools.product(UNUSED, ("", "-1", "x", "9" * 5_000)):
        rows.append([value] * 7 + [*unused, value])
    said = run(write(tmp_path / "base.csv", rows), "--simular")
    assert said.code == 0, said.err
    assert "que suman 650" in said.out


def held(data, source):
    rows = loader.load(data).tables["incidencia"]
    return [row for row in rows if row.fuente == source]


def divided(year, label, numbers):
    """Return rows of the invented department of Lima under some labels of a dimension."""
    head = [year, 3, "15", "LIMA", "", "", ""]
    return [[*head, *label(name), number] for name, number in numbers.items()]


def test_a_breakdown_is_written_where_it_adds_up_and_told_where_not(data, run, tmp_path):
    capture = divided(2022, lambda n: ("CAPTACIÓN", f"C_{n}"),
                      {"OFERTA DE TRABAJO": 400, "OTRO (ESPECIFICAR)": 250,
                       "TOTAL": 650})  # fmt: skip
    sex = [
        *divided(2022, lambda n: ("FEMENINO GRUPO EDAD", f"EF_{n}"),
                 {"SUB TOTAL": 500, "DE 60 A MAS": 499}),
        *divided(2022, lambda n: ("MASCULINO GRUPO DE EDAD", f"EM_{n}"), {"SUB TOTAL": 150}),
    ]  # fmt: skip
    rows = [row for row in made_up((2022,), (3,)) if row[8].startswith("F1_")]
    said = run(write(tmp_path / "base.csv", [*rows, *capture, *sex]))
    assert said.code == 0, said.err
    assert "2022: no suman las 650 denuncias y no se usan: edad (499)" in said.out
    found = {row.categoria: int(row.valor) for row in held(data, "pnp-base-2022-captacion")}
    assert found == {"Oferta de trabajo": 400, "Otro": 250}
    sexes = held(data, "pnp-base-2022-sexo")
    assert {(row.indicador, row.categoria, int(row.valor)) for row in sexes} == {
        ("victimas", "Mujer", 500),
        ("victimas", "Hombre", 150),
    }
    assert held(data, "pnp-base-2022-edad") == []
    bases = {row.fuente: row for row in loader.load(data).tables["bases_perfil"]}
    assert bases["pnp-base-2022-captacion"].base == bases["pnp-base-2022-captacion"].suma == 650


def test_a_blank_part_leaves_its_breakdown_out(data, run, tmp_path):
    parts = divided(2022, lambda n: ("CAPTACIÓN", f"C_{n}"), {"INTERNET": 650, "PADRINAZGO": ""})
    rows = [row for row in made_up((2022,), (3,)) if row[8].startswith("F1_")]
    said = run(write(tmp_path / "base.csv", [*rows, *parts]))
    assert "captacion (1 celdas vacías)" in said.out
    assert held(data, "pnp-base-2022-captacion") == []


def test_months_add_up_to_the_year_and_a_month_without_rows_is_not_there(data, run, tmp_path):
    rows = [row for row in made_up((2022,)) if not (row[2] == "14" and row[1] == 3)]
    assert run(write(tmp_path / "base.csv", rows)).code == 0
    months = held(data, "pnp-base-2022-meses")
    country = [row for row in months if row.desagregacion == "nacional"]
    assert [row.periodo for row in country][:3] == ["2022-ene", "2022-feb", "2022-mar"]
    assert sum(row.valor for row in country) == 650 - 28
    assert sum(row.valor for row in months if row.desagregacion == "departamento") == 650 - 28
    march = {row.codigo_territorio for row in months if row.periodo == "2022-mar"}
    assert march == {"PE", *places.places("departamentos")} - {"14"}


def test_a_year_put_whole_in_january_has_no_months(data, run, tmp_path):
    rows = [*made_up((2022,)), *([2023, 1, *row[2:]] for row in made_up((2022,), (3,)))]
    said = run(write(tmp_path / "base.csv", rows))
    assert "2023: todas las filas son de enero; se toma el año entero" in said.out
    assert held(data, "pnp-base-2023-meses") == []
    (total,) = held(data, "pnp-base-2023-total")
    assert (str(total.periodo_fin), total.valor) == ("2023-12-31", 650)


def test_a_national_base_totals_a_year_in_which_a_department_has_no_rows(data, run, tmp_path):
    rows = [row for row in made_up() if (row[0], row[2]) != (2023, "14")]
    assert run(write(tmp_path / "base.csv", rows)).code == 0
    (total,) = held(data, "pnp-base-2023-total")
    assert total.valor == 650 - 28
    found = {r.codigo_territorio: r.estado for r in held(data, "pnp-base-2023-departamentos")}
    assert found["14"] == "no-publicado"
    covered = {row.fuente: row for row in loader.load(data).tables["coberturas"]}
    assert covered["pnp-base-2023-departamentos"].completo == "no"


def test_a_copy_says_so_in_its_source(data, run, tmp_path):
    said = run(write(tmp_path / "mi copia.csv", made_up()), "--copia", "vuelta a guardar por otro")
    assert said.code == 0, said.err
    store = loader.load(data)
    cited = [row for row in store.tables["fuentes"] if row.codigo.startswith("pnp-base-2022-")]
    assert cited
    assert all(row.localizador.endswith("; copia: vuelta a guardar por otro") for row in cited)
    assert not any("mi copia" in row.documento + row.localizador for row in cited)
    assert {row.confianza for row in held(data, "pnp-base-2022-total")} == {"media"}
