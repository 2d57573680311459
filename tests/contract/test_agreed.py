"""Agreements of the sessions: shown where they concern, due by the day on which they are read."""

from datetime import date

import pytest

from callbacks.board import create_app
from components.charts.views import Views
from components.pages import agreed as words
from components.session.screens.agreements import agreements
from components.session.screens.changes import changes
from components.texts import t
from data import clock
from data.model import TABLES, AcuerdoSesion
from data.publish.version_changes import Changes
from data.query.filters import Filters
from data.store import Store

ROWS = [
    ("1", "2024-03-01", "Remitir la información", "MIMP", "2024-06-30", "pendiente", "IOP.03.02"),
    ("1", "2024-03-01", "Publicar el protocolo", "MIMP", "2024-12-31", "en-curso", ""),
    ("1", "2024-03-01", "Instalar la mesa", "PNP", "2024-05-31", "cumplido", "ISS.02.01.02.01"),
]
DAY = date(2024, 7, 1)


def row(**changes):
    given = dict(zip(AcuerdoSesion.columns(), ROWS[0], strict=True))
    return AcuerdoSesion.model_validate(given | changes)


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


@pytest.mark.parametrize(
    ("due", "state", "expected"),
    [
        ("2024-07-18", "pendiente", "vence el 18 de julio, en 17 días"),
        ("2024-07-02", "en-curso", "vence el 2 de julio, en 1 día"),
        ("2024-07-01", "pendiente", "vence hoy, 1 de julio"),
        ("2024-06-30", "pendiente", "venció el 30 de junio, hace 1 día"),
        ("2023-12-31", "en-curso", "venció el 31 de diciembre de 2023, hace 183 días"),
        ("2024-06-30", "cumplido", "el plazo era el 30 de junio"),
    ],
)
def test_a_date_is_said_as_people_say_it_against_the_day_of_reading(due, state, expected):
    assert words.due(row(plazo=due, estado=state), DAY) == expected


def test_the_sheet_and_the_sector_show_their_own(site, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: DAY)
    sheet = site.get("/indicadores/IOP.03.02").text
    assert "Remitir la información" in sheet
    assert "venció el 30 de junio, hace 1 día" in sheet
    assert "Publicar el protocolo" not in sheet
    sector = site.get("/sectores/mujer").text
    assert "Publicar el protocolo" in sector
    assert "Instalar la mesa" not in sector


def test_the_session_shows_the_last_one_what_is_pending_and_what_is_done(agreed, site):
    last, pending, done = agreements(Views(agreed, Filters(), day=DAY))
    assert last.heading == (
        "Acordado en la última sesión (1, del 1 de marzo): 3 acuerdos; cumplidos: 1, "
        "con el plazo vencido: 1"
    )
    assert pending.heading == (
        "Acuerdos pendientes o en curso: 2; con el plazo vencido al 1 de julio de 2024: 1"
    )
    assert done.heading == "Cumplidos: 1 de 3 acuerdos"
    assert "Instalar la mesa" not in str(pending.body)
    text = site.get("/presentar").text
    places = [text.index(f'id="acuerdos-{code}"') for code in ("ultima1", "1", "cumplidos1")]
    assert places == sorted(places)


def test_of_one_agreement_and_of_none_nothing_more_is_said(store):
    one = Store(store.tables | {"acuerdos_sesion": (row(estado="en-curso"),)})
    last, pending = agreements(Views(one, Filters(), day=DAY))
    assert ": 1 acuerdo; cumplidos: 0" in last.heading
    assert pending.heading.startswith("Acuerdos pendientes o en curso: 1;")
    assert list(agreements(Views(store, Filters(), day=DAY))) == []
    assert list(agreements(Views(one, Filters(), day=date(2024, 2, 1)))) == []


def test_an_answer_kept_yesterday_is_not_given_today(site, monkeypatch):
    said = []
    for day in (date(2024, 6, 29), date(2024, 6, 30), date(2024, 7, 3)):
        monkeypatch.setattr(clock, "today", lambda day=day: day)
        said.append(site.get("/presentar").text)
    for text, expected in zip(said, ("en 1 día", "vence hoy", "hace 3 días"), strict=True):
        assert expected in text


def test_what_changed_is_since_the_last_session_or_what_the_script_names(store, monkeypatch):
    assert list(changes(Views(store, Filters(), day=DAY), "")) == []
    first = next(iter(store.versions))
    (named,) = changes(Views(store, Filters()), first)
    assert named.heading.startswith("Qué cambió en los datos desde la última sesión (")
    assert first in str(named.body)
    assert store.version in str(named.body)
    monkeypatch.setattr("components.session.screens.changes.since", lambda *_: Changes("b", "a"))
    (late,) = changes(Views(store, Filters()), "2020-01-01")
    assert t("sesion.changes_late") in str(late.body)
    assert t("sesion.changes_late") not in str(named.body)
    (still,) = changes(Views(store, Filters()), "2026-11-01")
    assert still.heading == t("sesion.changes_none", date="1 de noviembre de 2026")


def test_the_files_hold_the_rows_under_the_filters(site):
    lines = site.get("/datos/acuerdos_sesion.csv?sector=interior").text.splitlines()
    assert lines[1:] == [",".join(ROWS[2])]


def test_the_record_lists_what_the_session_showed_of_them(site):
    record = site.get("/presentar?vista=acta").text
    annex = record[record.index("<h3>Acuerdos de las sesiones</h3>") :].split("</table>")[0]
    assert "Remitir la información" in annex
    assert "Publicar el protocolo" in annex
    assert "Instalar la mesa" in annex
