"""Files to take away: spreadsheets that run nothing, and everything in one ZIP."""

import csv
import io
import json
import xml.etree.ElementTree as ET
import zipfile
from datetime import date, timedelta
from decimal import Decimal

import pandas as pd
import pytest

from components.charts.registry import CHARTS
from components.charts.view import View
from data.model import TABLES
from data.publish import xlsx

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(book):
    """Read a book as a spreadsheet program does: text, numbers, formulas apart."""
    packed = zipfile.ZipFile(io.BytesIO(book))
    assert packed.testzip() is None
    for name in packed.namelist():
        ET.fromstring(packed.read(name))
    found = []
    for part in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        root = ET.fromstring(packed.read(part))
        assert root.find(f".//{MAIN}f") is None
        found.append([[_value(cell) for cell in row] for row in root.iter(f"{MAIN}row")])
    return found


def _value(cell):
    text = cell.find(f"{MAIN}is/{MAIN}t")
    number = cell.find(f"{MAIN}v")
    if text is not None:
        return text.text
    if number is not None and cell.get("s") == "1":
        return date(1899, 12, 30) + timedelta(days=int(number.text))
    return None if number is None else Decimal(number.text)


@pytest.mark.parametrize("slug", CHARTS)
def test_the_spreadsheet_of_a_chart_holds_its_rows(client, store, slug):
    query = View.shown(CHARTS[slug], store).query
    plain = client.get(f"/datos/graficos/{slug}.csv?{query}").get_data(as_text=True)
    rows, about = sheets(client.get(f"/datos/graficos/{slug}.xlsx?{query}").data)
    written = list(csv.reader(io.StringIO(plain)))
    assert rows[0] == written[0]
    assert len(rows) == len(written) > 1
    for ours, theirs in zip(rows[1:], written[1:], strict=True):
        for cell, text in zip(ours, theirs, strict=True):
            assert (cell is None and text == "") or str(cell) == text
    assert any("versión de datos" in row[0] for row in about)


def test_no_cell_can_be_a_formula():
    nasty = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "<c><f>1</f></c>", "a\x00b", None]
    rows, _ = sheets(xlsx.write(pd.DataFrame({"=x": nasty}, dtype=object), ["=2"]))
    assert [row[0] for row in rows] == ["=x", *nasty[:-2], "ab", None]
    assert all(not isinstance(row[0], Decimal) for row in rows)


def test_numbers_and_dates_are_numbers_and_dates():
    frame = pd.DataFrame([[Decimal("9.50"), 7, date(2024, 12, 31)]], dtype=object)
    packed = zipfile.ZipFile(io.BytesIO(xlsx.write(frame, [])))
    sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "<v>9.50</v>" in sheet
    assert '<c s="1"><v>45657</v></c>' in sheet


def test_every_table_is_a_spreadsheet_too(client, store):
    rows, _ = sheets(client.get("/datos/valores.xlsx?anio=2024").data)
    assert len(rows) == 51


def test_everything_in_one_zip(client, store):
    answer = client.get("/datos/todo.zip")
    packed = zipfile.ZipFile(io.BytesIO(answer.data))
    names = packed.namelist()
    assert {"LEAME.txt", "LICENCIA.txt", "CITA.txt", "CITA.bib", "diccionario.csv"} <= set(names)
    for name in TABLES:
        alone = client.get(f"/datos/{name}.csv").data
        assert packed.read(f"tablas/{name}.csv") == alone
    described = json.loads(packed.read("datapackage.json"))
    assert {resource["path"] for resource in described["resources"]} <= set(names)
    columns = sum(len(model.columns()) for model in TABLES.values())
    assert packed.read("diccionario.csv").decode().count("\n") == columns + 1
    assert store.version in packed.read("CITA.bib").decode()
    assert client.get("/datos/todo.zip").data == answer.data
    assert len(answer.data) < 2_000_000
