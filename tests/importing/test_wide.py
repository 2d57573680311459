"""The wide workbook by distrito fiscal and year, as a workbook and as CSV."""

import csv

import pytest
from openpyxl import Workbook

from data import loader
from geo import places
from tests.importing.conftest import photograph

TITLE = (
    "2.7 CASOS INTERVENIDOS POR EL DELITO DE TRATA DE PERSONAS SEGÚN DISTRITO FISCAL, 2008 - 2018"
)
NATIONAL = {
    2008: 103, 2009: 124, 2010: 298, 2011: 403, 2012: 457, 2013: 458,
    2014: 501, 2015: 1022, 2016: 1332, 2017: 1464, 2018: 1355,
}  # fmt: skip
NAMES = {"callao": "Prov. Const. del Callao", "lima-centro": "Lima", "del-santa": "Santa"}
YOUNG = ("lima-noroeste", "selva-central")


def made_up(totals=NATIONAL):
    """Return rows whose totals are those published and whose parts are invented."""
    codes = list(places.places())
    rows = {code: [] for code in codes}
    for year, total in totals.items():
        there = [code for code in codes if year >= 2015 or code not in YOUNG]
        each, more = divmod(total, len(there))
        shares = {code: each + (place < more) for place, code in enumerate(there)}
        for code in codes:
            rows[code].append(shares.get(code, "-"))
    names = {code: NAMES.get(code, places.places()[code].name) for code in codes}
    body = [["", names[code], *values] for code, values in rows.items()]
    return [
        ["", TITLE],
        ["", "(Número de casos)"],
        [],
        ["", "Distrito Fiscal", *totals],
        ["", "Nacional", *totals.values()],
        *body,
        ["", "Fuente: Ministerio Público - Fiscalía de la Nación."],
    ]


def workbook(path, rows, notes=True):
    book = Workbook()
    if notes:
        book.active.append(["Índice"])
        book.create_sheet("2.7")
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def as_csv(path, rows):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


@pytest.mark.parametrize("make", [workbook, as_csv])
def test_34_districts_and_11_years_are_written_and_hold_against_the_total(
    data, run, tmp_path, make
):
    file = make(tmp_path / ("c_8_1.xlsx" if make is workbook else "c_8_1.csv"), made_up())
    said = run(file)
    assert said.code == 0, said.err
    store = loader.load(data)
    rows = [r for r in store.tables["incidencia"] if r.fuente == "mp-cuadro-2-7-distritos-anual"]
    assert len(rows) == 34 * 11
    for year, total in NATIONAL.items():
        held = [row for row in rows if row.periodo == str(year)]
        assert sum(row.valor or 0 for row in held) == total
        gone = {row.codigo_territorio for row in held if row.estado == "no-existia"}
        assert gone == (set(YOUNG) if year < 2015 else set())
    assert {row.indicador for row in rows} == {"casos"}
    callao = next(row for row in rows if row.codigo_territorio == "callao")
    assert callao.categoria == "Prov. Const. del Callao"
    assert "distritos fiscales en el archivo: 34" in said.out


def test_the_national_totals_that_were_there_stay_as_they_were(data, run, tmp_path):
    before = (data / "incidencia.csv").read_text("utf-8").splitlines()
    run(workbook(tmp_path / "c_8_1.xlsx", made_up()))
    after = (data / "incidencia.csv").read_text("utf-8").splitlines()
    assert after[: len(before)] == before
    assert len(after) == len(before) + 34 * 11


def test_running_twice_changes_nothing(data, run, tmp_path):
    file = workbook(tmp_path / "c_8_1.xlsx", made_up())
    run(file)
    once = photograph(data)
    assert run(file).out.endswith("No cambió nada.\n")
    assert photograph(data) == once


def test_one_year_alone(data, run, tmp_path):
    said = run(workbook(tmp_path / "c_8_1.xlsx", made_up()), "--anio", "2016")
    assert "mp-cuadro-2-7-distritos-anual (enero a diciembre de 2016, 34 filas): nuevo" in said.out
    assert "de 2015" not in said.out


def test_revised_figures_need_to_be_asked_for(data, run, tmp_path):
    before = photograph(data)
    file = workbook(tmp_path / "c_8_1.xlsx", made_up(NATIONAL | {2018: 1400, 2019: 1500}))
    said = run(file)
    assert said.code == 1
    assert "sin fecha de corte, pero 1 cifras de 2018 son distintas" in said.err
    assert "1355 en la tabla, 1400 en el archivo" in said.err
    assert photograph(data) == before
    assert run(file, "--reemplazar", "--motivo", "El cuadro se corrigió.").code == 0
    loader.load(data)


def _without(rows, name):
    return [row for row in rows if len(row) < 2 or row[1] != name]


def _changed(rows, name, value):
    return [[*row[:3], value, *row[4:]] if name in row else row for row in rows]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (_without(made_up(), "Nacional"), "falta la fila «Nacional»"),
        (_without(made_up(), "Puno"), "Nacional 2008='103': los distritos fiscales suman 100"),
        (_changed(made_up(), "Puno", 77), "los distritos fiscales suman 197"),
        (_changed(made_up(), "Puno", -3), "2009='-3': es un número negativo"),
        (_changed(made_up(), "Puno", "tres"), "2009='tres': no es un número entero"),
        ([*made_up(), *_without(made_up(), "Nacional")[4:5]], "el distrito fiscal está dos veces"),
        ([*made_up(), ["", "Atlántida", *[1] * 11]], "no es un nombre conocido"),
        (made_up()[3:], "ni los títulos ni el nombre dicen que sean casos de trata"),
        ([["", "Trata"], ["", "Región", 2008]], "no se reconoce como ninguno"),
        ([], "no se reconoce como ninguno"),
    ],
    ids=range(10),
)
def test_a_broken_workbook_changes_nothing(data, run, tmp_path, rows, said):
    before = photograph(data)
    found = run(workbook(tmp_path / "c_8_1.xlsx", rows))
    assert found.code == 1
    assert said in found.err
    assert len(found.err.splitlines()) == 2
    assert photograph(data) == before


def test_a_truncated_workbook_changes_nothing(data, run, tmp_path):
    before = photograph(data)
    file = workbook(tmp_path / "c_8_1.xlsx", made_up())
    file.write_bytes(file.read_bytes()[:-400])
    assert "el libro está dañado o cortado" in run(file).err
    assert photograph(data) == before


def test_a_workbook_of_cases_one_by_one_is_refused(data, run, tmp_path):
    file = workbook(tmp_path / "casos.xlsx", [["Caso", "DNI", "Edad"], [1, 40123456, 17]])
    said = run(file)
    assert "datos personales" in said.err
    assert "40123456" not in said.err
