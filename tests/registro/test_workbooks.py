"""A report by Excel: the same versions, checks and trail as the forms; what could harm is named."""

import io
import json
import re
import warnings
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from data.registro.chain import verify
from data.registro.checks import findings
from data.registro.database import reading
from data.registro.listed import FACT_FIELDS, rows_of
from data.registro.schema.reports import reporte_version
from data.registro.screening.files import FileError
from data.registro.workbooks import facts_sheet, layout, opening
from data.registro.workbooks.cells import digits
from data.registro.workbooks.opening import opened as sheets_of
from tests.registro.acts import CODE, PEOPLE, VALID, save, seen
from tests.registro.conftest import PERIOD
from tests.registro.web import application, opened

PLACE = f"/plantillas/{PERIOD}.xlsx"


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


@pytest.fixture
def officer(app):
    return opened(app, "registrador")


def given(browser):
    return browser.get(PLACE).data


def filled(content, change):
    """Return the workbook with something done to it, as a person saves it."""
    book = load_workbook(io.BytesIO(content))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column(field):
    names = [one.field for one in layout.COLUMNS]
    return len(layout.GIVEN) + names.index(field) + 1


def row_of(book, code=CODE):
    sheet = book[layout.REPORT]
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == code)


def put(**said):
    def change(book):
        for field, value in said.items():
            book[layout.REPORT].cell(row_of(book), column(field)).value = value

    return change


def sent(browser, content):
    return browser.post("/cargas", {"libro": (io.BytesIO(content), "x.xlsx")},
                        content_type="multipart/form-data")  # fmt: skip


def faults(answer):
    cells = (r"<td>(.*?)</td>", r'<th scope="row">(\w+)</th>', r'<td class="entero">(.*?)</td>')
    row = "".join((*cells, cells[0], cells[0]))
    found = re.findall(f"<tr>{row}</tr>", answer.get_data(as_text=True))
    assert all(all(cells) or cells[2] == "" for cells in found)
    return found


def written(engine):
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(reporte_version)).scalar_one()


def test_the_template_has_what_was_typed_the_history_the_lists_and_its_version(engine, officer):
    save(engine, PEOPLE["registrador"], VALID | {"texto": "=1+1\nsegunda", "valor": "1,033"})
    book = load_workbook(io.BytesIO(given(officer)))
    sheet, row = book[layout.REPORT], row_of(book)
    assert [one.value for one in sheet[layout.HEADING_ROW]] == list(layout.HEADINGS)
    text, amount = (sheet.cell(row, column(name)) for name in ("texto", "valor"))
    assert (text.value, text.data_type) == ("=1+1\nsegunda", "s")
    assert (amount.value, amount.data_type, amount.number_format) == ("1,033", "s", "@")
    rules = sheet.data_validations.dataValidation
    assert [one.type for one in rules] == ["list", "list"]
    # What Excel refuses to open: a list that begins with «=», a long title, a long message.
    assert not [one for one in rules if one.formula1.startswith("=")]
    assert max(len(one.errorTitle) for one in rules) <= 32
    assert max(len(one.error) for one in rules) <= 255
    words = [cell.value for cell in book[layout.INSIDE]["D"] if cell.value]
    assert words == list(layout.STATE_WORDS.values())
    assert book[layout.INSIDE].sheet_state == "hidden"
    assert book[layout.INSIDE]["B1"].value == str(layout.FORMAT)
    assert (CODE, "2024") in {
        tuple(cell.value for cell in cells[:2]) for cells in book[layout.HISTORY].iter_rows()
    }
    codes = {cells[0].value for cells in sheet.iter_rows(min_row=layout.FIRST_ROW)}
    with reading(engine) as connection:
        assert codes
        assert {seen(engine, PEOPLE["registrador"], code).entidad for code in codes} == {"PNP"}
        assert list(verify(connection)) == []


def test_what_is_uploaded_is_judged_confirmed_once_and_is_what_a_form_writes(engine, officer):
    content = filled(
        given(officer), put(estado_dato="Hay dato", valor=99999.0, texto="Hubo 99,999.")
    )
    answer = sent(officer, content)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "V05" in page
    assert written(engine) == 0
    place = re.search(r'action="(/cargas/\w+/confirmar)"', page)[1]
    assert [officer.post(place).status_code for _ in "ab"] == [303, 303]
    assert written(engine) == 1
    with reading(engine) as connection:
        kept = connection.execute(select(reporte_version)).one()
        assert list(verify(connection)) == []
    assert json.loads(kept.escrito) == {
        "estado_dato": "dato", "valor": "99999", "texto": "Hubo 99,999."}  # fmt: skip
    assert (kept.autor, str(kept.valor)) == (PEOPLE["registrador"].id, "99999")
    assert seen(engine, PEOPLE["registrador"]).estado == "borrador"
    again = sent(officer, content)
    assert again.status_code == 200
    assert "confirmar" not in again.get_data(as_text=True)
    assert "Hubo 99,999." in officer.get(f"/reportes/{PERIOD}/{CODE}").get_data(as_text=True)


def test_each_cell_that_errs_is_named_with_what_was_expected_and_how_to_mend_it(engine, officer):
    content = given(officer)
    wrong = {
        "valor": "no sé", "numerador": "=A1", "denominador": datetime(2025, 1, 3),
        "estado_dato": "Quizás", "cero_confirmado": "tal vez", "texto": "Su DNI es 45879632.",
    }  # fmt: skip
    answer = sent(officer, filled(content, put(**wrong)))
    assert answer.status_code == 422
    named = {cell: value for _, cell, value, *_ in faults(answer)}
    book = load_workbook(io.BytesIO(content))
    places = {f: book[layout.REPORT].cell(row_of(book), column(f)).coordinate for f in wrong}
    assert set(named) == set(places.values())
    assert named[places["valor"]] == "no sé"
    assert "45879632" not in answer.get_data(as_text=True)
    assert written(engine) == 0

    def percent(book):
        cell = book[layout.REPORT].cell(row_of(book), column("valor"))
        cell.value, cell.number_format = 0.125, "0.0%"

    assert len(faults(sent(officer, filled(content, percent)))) == 1


def test_facts_have_a_sheet_of_their_own(engine, officer):
    rows = [(CODE, datetime(2025, 3, 1), "Operativo", 10101, 6), (CODE, "2025-04-01", "Taller",
            "150101", "4")]  # fmt: skip

    def add(book, more=()):
        put(estado_dato="Hay dato", valor="10")(book)
        for row, cells in enumerate((*rows, *more), 2):
            for place, value in enumerate(cells, 1):
                book[facts_sheet.SHEET].cell(row, place).value = value

    answer = sent(officer, filled(given(officer), add))
    place = re.search(r'action="(/cargas/\w+/confirmar)"', answer.get_data(as_text=True))[1]
    assert officer.post(place).status_code == 303
    with reading(engine) as connection:
        raw = json.loads(connection.execute(select(reporte_version.c.escrito)).scalar_one())
    assert [[one[field] for field in FACT_FIELDS] for one in rows_of(raw)] == [
        ["2025-03-01", "Operativo", "010101", "6"], ["2025-04-01", "Taller", "150101", "4"]
    ]  # fmt: skip
    content = given(officer)
    assert "confirmar" not in sent(officer, content).get_data(as_text=True)
    wrong = [("OTRO", "2025-04-01", "x", "150101", "1"), (CODE, "ayer", "x", "150101", "=1+1"),
             (CODE, "2025-04-01", None, "150101", "uno")]  # fmt: skip
    answer = sent(officer, filled(content, lambda book: add(book, wrong)))
    assert [cell for _, cell, *_ in faults(answer)] == ["A4", "B5", "E5", "C6", "E6"]

    def fewer(book):
        book[facts_sheet.SHEET].delete_rows(2)

    page = sent(officer, filled(content, fewer)).get_data(as_text=True)
    place = re.search(r'action="(/cargas/\w+/confirmar)"', page)[1]
    assert officer.post(place).status_code == 303
    with reading(engine) as connection:
        line = select(reporte_version.c.escrito).order_by(reporte_version.c.n.desc()).limit(1)
        kept = rows_of(json.loads(connection.execute(line).scalar_one()))
    assert [one["tipo"] for one in kept] == ["Taller"]


def test_rows_that_are_not_of_the_template_are_named(officer):
    def twice(book):
        book[layout.REPORT].cell(layout.FIRST_ROW + 1, 1).value = (
            book[layout.REPORT].cell(layout.FIRST_ROW, 1).value
        )

    def foreign(book):
        book[layout.REPORT].cell(row_of(book), 1).value = "IOP.01.01"

    def heading(book):
        book[layout.REPORT].cell(layout.HEADING_ROW, column("valor")).value = "Importe"

    for change, count in ((twice, 1), (foreign, 1), (heading, 1)):
        assert len(faults(sent(officer, filled(given(officer), change)))) == count


def test_an_old_template_one_of_another_and_one_saved_over_are_named_first(engine, app, officer):
    def older(book):
        book[layout.INSIDE]["B1"].value = "0"

    content = given(officer)
    assert "de la versión 0" in sent(officer, filled(content, older)).get_data(as_text=True)
    other = given(opened(app, "otra entidad"))
    assert "es de «MP»" in sent(officer, other).get_data(as_text=True)
    save(engine, PEOPLE["registrador"])
    answer = sent(officer, filled(content, put(valor="11")))
    assert [cell for _, cell, *_ in faults(answer)] == [f"A{row_of(load(content))}"]
    assert "Persona 1" in answer.get_data(as_text=True)


def load(content):
    return load_workbook(io.BytesIO(content))


def test_who_loses_the_race_of_the_confirmation_keeps_his_beside(engine, officer):
    answer = sent(officer, filled(given(officer), put(estado_dato="Hay dato", valor="11")))
    place = re.search(r'action="(/cargas/\w+/confirmar)"', answer.get_data(as_text=True))[1]
    save(engine, PEOPLE["registrador"])
    assert "conflictos=1" in officer.post(place).headers["Location"]
    with reading(engine) as connection:
        line = select(reporte_version.c.paralela).order_by(reporte_version.c.n)
        assert connection.execute(line).scalars().all() == [False, True]


def test_nobody_confirms_what_another_uploaded(app, officer):
    answer = sent(officer, filled(given(officer), put(valor="11")))
    place = re.search(r'action="(/cargas/\w+/confirmar)"', answer.get_data(as_text=True))[1]
    assert opened(app, "otra entidad").post(place).status_code == 404


def with_part(content, name, body=b"<x/>"):
    out = io.BytesIO(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, body)
    return out.getvalue()


def test_what_could_harm_is_refused_by_its_name(officer):
    content = given(officer)
    many = b"<c r='A1'/>" * (opening.MOST_CELLS + 1)
    hostile = {
        "macros": with_part(content, "xl/vbaProject.bin"),
        "vínculos": with_part(content, "xl/externalLinks/externalLink1.xml"),
        "conexiones": with_part(content, "xl/connections.xml"),
        "otros archivos": with_part(content, "xl/embeddings/a.bin"),
        "ocupa demasiado": with_part(content, "xl/b.xml", b" " * (opening.MOST_UNPACKED + 1)),
        "declaraciones": with_part(content, "xl/c.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
        "repetidas": with_part(content, "xl/workbook.xml"),
        "celdas": with_part(content, "xl/worksheets/sheet9.xml", many),
        "antiguo": b"\xd0\xcf\x11\xe0" + b"x" * 99,
        "no es un libro": b"codigo,valor\n",
        "dañado": content[: len(content) // 2],
        "pasa de 2 MB": b"PK" + b"x" * opening.MOST_BYTES,
    }
    for words, sample in hostile.items():
        with pytest.raises(FileError, match=words):
            sheets_of(sample)
    assert sent(officer, hostile["macros"]).status_code == 422

    def far(book):
        book[layout.REPORT].cell(1_048_576, 16_384).value = "x"
        book[layout.REPORT].merge_cells("Z700:AZ900")

    assert sent(officer, filled(content, far)).status_code == 200


def test_numbers_lose_nothing_and_every_rule_that_asks_to_explain_has_its_column(root):
    said = {1033.0: "1033", 0.1 + 0.2: "0.3", 1e15: "1000000000000000", 0.000001: "0.000001",
            100: "100", 12.5: "12.5"}  # fmt: skip
    assert {number: digits(number) for number in said} == said
    code = "".join(file.read_text("utf-8") for file in Path(findings.__file__).parent.glob("*.py"))
    assert set(re.findall(r'explain\(\s*"(V\d\d)"', code)) == set(layout.EXPLAINED)
    assert root
