"""The file for Excel: its bytes open right where lists are parted by commas and by semicolons."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import pandas as pd
import pytest
from openpyxl import load_workbook

from components.charts.registry import CHARTS
from components.charts.view import View
from data.model import TABLES
from data.publish import excel_csv, xlsx


def opened(body):
    """Read a file as Excel does: by its mark, its tabs, its quotes, and ="…" as a text."""
    assert body[:2] == b"\xff\xfe"
    lines = list(csv.reader(io.StringIO(body.decode("utf-16"), newline=""), "excel-tab"))
    assert len({len(line) for line in lines}) == 1
    return [[_shown(cell) for cell in line] for line in lines]


def _shown(cell):
    return cell[2:-1] if cell.startswith('="') else cell


def plain(client, address):
    return list(csv.reader(io.StringIO(client.get(address).get_data(as_text=True))))


def written(*values):
    frame = pd.DataFrame({"x": values}, dtype=object)
    lines = excel_csv.write(frame).decode("utf-16").split("\r\n")
    return [cell for (cell,) in csv.reader(lines[1:-1], "excel-tab")]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_for_excel_holds_the_cells_of_its_csv(client, name):
    answer = client.get(f"/datos/{name}.excel.csv")
    assert answer.content_type == "text/csv; charset=utf-16"
    assert opened(answer.data) == plain(client, f"/datos/{name}.csv")


@pytest.mark.parametrize("slug", CHARTS)
def test_a_chart_for_excel_holds_the_cells_of_its_csv(client, store, slug):
    query = View.shown(CHARTS[slug], store).query
    ours = opened(client.get(f"/datos/graficos/{slug}.excel.csv?{query}").data)
    assert ours == plain(client, f"/datos/graficos/{slug}.csv?{query}")


def test_codes_stay_texts_and_figures_stay_numbers():
    codes = ("01", "2014-07", "1.1.1", "2015", "1E5", "10%", "3/4")
    assert written(*codes) == [f'="{code}"' for code in codes]
    assert written(1, Decimal("67.30"), date(2024, 12, 31), None) == [
        "1",
        "67.30",
        "2024-12-31",
        "",
    ]
    assert written("25 becas", "Áncash", "2007-2014 y 2015") == [
        "25 becas", "Áncash", "2007-2014 y 2015",
    ]  # fmt: skip


def test_the_code_of_a_department_is_found_whole(client):
    body = client.get("/datos/territorios.excel.csv").data
    assert "\t" in body.decode("utf-16")
    assert '"=""01"""' in body.decode("utf-16")


def test_no_text_is_a_formula_and_none_ends_a_row():
    assert written("=1+1", "+51", "-1", "@A", "a\tb\nc", 'di"jo') == [
        "'=1+1", "'+51", "'-1", "'@A", "a b c", 'di"jo',
    ]  # fmt: skip


def test_the_filters_hold_and_an_unknown_value_is_refused(client):
    few = client.get("/datos/valores.excel.csv?anio=2024").data
    assert len(opened(few)) == 51
    assert client.get("/datos/valores.excel.csv?sector=mujr").status_code == 400


@pytest.mark.parametrize("stem", ["/datos/valores", "/datos/graficos/semaforo"])
def test_the_option_leads_to_the_address_of_the_file(client, stem):
    for said, asked in (("excel=1", ""), ("excel=1&anio=2024", "?anio=2024")):
        answer = client.get(f"{stem}.csv?{said}")
        assert answer.status_code == 301
        assert answer.headers["Location"] == f"{stem}.excel.csv{asked}"
    assert client.get(f"{stem}.csv?excel=0").data == client.get(f"{stem}.csv").data


def test_the_page_offers_the_spreadsheet_first_and_says_why(client):
    page = client.get("/datos").get_data(as_text=True)
    for name in TABLES:
        places = [page.index(f'href="/datos/{name}.{kind}"') for kind in ("xlsx", "csv", "json")]
        assert places == sorted(places)
    assert "Para Excel, baje el XLSX" in page


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_a_day_in_a_workbook_is_that_day_and_an_absence_is_no_zero():
    rows = pd.DataFrame({"dia": [date(2024, 2, 29), None], "valor": [Decimal("0"), None]})
    book = load_workbook(io.BytesIO(xlsx.write(rows, ["Prueba"])))
    found = list(book["Datos"].iter_rows(min_row=2, values_only=True))
    assert found == [(datetime(2024, 2, 29), 0), (None, None)]
