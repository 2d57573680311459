"""Agreements of the sessions: shown where they concern, overdue by the date of the data."""

from datetime import date

import pytest

from app import create_app
from components.charts.views import Views
from components.session.screens.sectors import agreements
from data.model import TABLES, AcuerdoSesion
from data.query.filters import Filters
from data.store import Store

ROWS = [
    ("1", "2024-03-01", "Remitir la información", "MIMP", "2024-06-30", "pendiente", "IOP.03.02"),
    ("1", "2024-03-01", "Publicar el protocolo", "MIMP", "2024-12-31", "en-curso", ""),
    ("1", "2024-03-01", "Instalar la mesa", "PNP", "2024-05-31", "cumplido", "ISS.02.01.02.01"),
]


@pytest.fixture(scope="module")
def agreed(store):
    rows = tuple(
        AcuerdoSesion.model_validate(dict(zip(AcuerdoSesion.columns(), row, strict=True)))
        for row in ROWS
    )
    return Store(store.tables | {"acuerdos_sesion": rows})


@pytest.fixture(scope="module")
def site(agreed):
    return create_app(agreed).server.test_client()


def test_the_table_ships_empty_and_described(store, client):
    assert "acuerdos_sesion" in TABLES
    assert store.rows(AcuerdoSesion) == ()
    header = "sesion,fecha,acuerdo,entidad,plazo,estado,indicador\n"
    assert client.get("/datos/acuerdos_sesion.csv").text == header
    assert "Acuerdos de las sesiones</h2>" not in client.get("/indicadores/IOP.03.02").text


def test_overdue_is_by_the_date_of_the_data_and_not_done(agreed):
    late = [row.acuerdo for row in agreed.rows(AcuerdoSesion) if row.overdue(agreed.cutoff)]
    assert agreed.cutoff == date(2024, 12, 31)
    assert late == ["Remitir la información"]


def test_the_sheet_and_the_sector_show_their_own(site):
    sheet = site.get("/indicadores/IOP.03.02").text
    assert "Remitir la información" in sheet
    assert "vencido al 2024-12-31" in sheet
    assert "Publicar el protocolo" not in sheet
    sector = site.get("/sectores/mujer").text
    assert "Publicar el protocolo" in sector
    assert "Instalar la mesa" not in sector


def test_the_session_shows_what_is_not_done(agreed, site):
    (screen,) = agreements(Views(agreed, Filters()))
    assert screen.heading == (
        "Acuerdos pendientes o en curso: 2; con el plazo vencido al 31/12/2024: 1"
    )
    text = site.get("/presentar").text
    assert 'id="acuerdos-1"' in text
    assert "Remitir la información" in text
    assert "Instalar la mesa" not in text


def test_the_files_hold_the_rows_under_the_filters(site):
    lines = site.get("/datos/acuerdos_sesion.csv?sector=interior").text.splitlines()
    assert lines[1:] == [",".join(ROWS[2])]


def test_the_record_lists_what_the_session_showed_of_them(site):
    record = site.get("/presentar?vista=acta").text
    annex = record[record.index("<h3>Acuerdos de las sesiones</h3>") :].split("</table>")[0]
    assert "Remitir la información" in annex
    assert "Publicar el protocolo" in annex
    assert "Instalar la mesa" not in annex
