"""The calendar by its pages, the reminders of each due date, a second designation."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import g
from sqlalchemy import func, select

from callbacks.registro import visit
from data.registro.database import reading, writing
from data.registro.reminders import DAYS, remind
from data.registro.schema.people import aviso, designacion
from data.registro.schema.plan import periodo, prorroga
from data.registro.schema.reports import reporte
from tests.registro.acts import CODE, IN_TIME, PEOPLE, act, save
from tests.registro.conftest import PERIOD
from tests.registro.web import PLACE, application, opened

DUE = date(2025, 7, 31)


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


def test_periods_are_written_moved_opened_and_extended_with_a_motive(app, engine):
    browser, place = opened(app, "administrador"), "/calendario"
    assert [browser.post(place, {"anio": said}).status_code for said in ("2026", "este")] == [
        303, 422]  # fmt: skip
    assert browser.post(place, {"anio": "2026"}).status_code == 409
    days = {"abre": "2026-07-02", "vence": "2026-08-01", "cierra": "2026-09-01",
            "publica": "2026-09-15"}  # fmt: skip
    assert browser.post(f"{place}/2026-S1/fechas", days).status_code == 303
    wrong = (days | {"vence": "2026-12-01"}, days | {"abre": "mañana"})
    for form in wrong:
        assert browser.post(f"{place}/2026-S1/fechas", form).status_code == 422
    assert browser.post(f"{place}/{PERIOD}/fechas", days).status_code == 422
    lacking = browser.post(f"{place}/2026-S1/abrir")
    assert (lacking.status_code, "falta la meta" in lacking.get_data(as_text=True)) == (422, True)
    longer = {"entidad": "PNP", "hasta": "2025-08-10", "motivo": "Cambio de sistema."}
    for form, code in ((longer, 303), (longer, 422), (longer | {"hasta": "2025-08-12"}, 303),
                       (longer | {"hasta": "2025-08-20", "motivo": " "}, 422),
                       (longer | {"hasta": "2025-08-20", "entidad": "NADIE"}, 422)):  # fmt: skip
        assert browser.post(f"{place}/{PERIOD}/prorroga", form).status_code == code, form
    page = opened(app, "registrador").get(place).get_data(as_text=True)
    assert "Cambio de sistema." in page
    assert "<form" not in page.split("<main")[1]
    with reading(engine) as connection:
        assert connection.execute(select(prorroga.c.hasta)).scalars().all() == [date(2025, 8, 12)]
        line = select(reporte.c.vence).where(reporte.c.entidad == "PNP").distinct()
        assert connection.execute(line).scalars().all() == [date(2025, 8, 12)]
        moved = select(periodo.c.vence).where(periodo.c.id == "2026-S1")
        assert connection.execute(moved).scalar_one() == date(2026, 8, 1)


def test_the_day_of_a_request_is_that_of_peru(app):
    """At nine at night of the due day it is another day in Greenwich, and the report in time."""
    with app.test_request_context("/"):
        g.now = datetime(2025, 8, 1, 2, tzinfo=UTC)
        assert visit.today() == DUE


def mails(engine):
    with reading(engine) as connection:
        line = select(aviso.c.para, aviso.c.asunto, aviso.c.cuerpo).order_by(aviso.c.id)
        return [row for row in connection.execute(line).all() if "vence el" in row.asunto]


def test_each_due_date_has_five_reminders_once_each_and_none_of_what_was_sent(app, engine):
    for name in ("registrador", "responsable"):
        opened(app, name)
    counts = []
    for day in range(-20, 15):
        with writing(engine) as connection:
            now = [remind(connection, DUE + timedelta(days=day)) for _ in "ab"]
        assert now[1] == 0
        counts += [(day, now[0])] if now[0] else []
    assert counts == [(day, 1 if day < 0 else 2) for day in DAYS]
    assert {row.para for row in mails(engine)} == {"p1@pe", "p2@pe"}
    assert all(CODE in row.cuerpo and "http" not in row.cuerpo for row in mails(engine))
    assert {row.cuerpo.split(".")[0].split(";")[0] for row in mails(engine)} == {
        "Vence dentro de 15 días", "Vence dentro de 5 días", "Vence hoy", "Venció hace 1 día",
        "Venció hace 7 días",
    }  # fmt: skip
    # An order that was not run on its day is not lost.
    with writing(engine) as connection:
        connection.execute(reporte.update().values(vence=DUE + timedelta(days=60)))
        assert remind(connection, DUE + timedelta(days=48)) == 1
        connection.execute(reporte.update().values(vence=DUE))
    save(engine, PEOPLE["registrador"])
    act(engine, PEOPLE["responsable"], "enviar", IN_TIME)
    with writing(engine) as connection:
        connection.execute(reporte.update().values(vence=DUE + timedelta(days=90)))
        assert remind(connection, DUE + timedelta(days=75)) == 1
    assert CODE not in mails(engine)[-1].cuerpo


def test_who_is_here_is_designated_again_and_told(app, engine):
    opened(app, "registrador")
    browser = opened(app, "administrador")
    form = {"correo": "p1@pe", "rol": "responsable", "entidad": "pnp", "desde": "2025-01-01",
            "resolucion": "RM 2"}  # fmt: skip
    assert [browser.post("/designaciones", form).status_code for _ in "ab"] == [303, 422]
    for wrong in ({"correo": "nadie@pe"}, {"rol": "rey"}, {"desde": "hoy"}, {"resolucion": ""}):
        assert browser.post("/designaciones", form | wrong).status_code == 422, wrong
    with reading(engine) as connection:
        held = select(designacion.c.entidad, designacion.c.rol).where(designacion.c.persona == 1)
        assert {tuple(row) for row in connection.execute(held)} == {
            ("PNP", "registrador"), ("PNP", "responsable")}  # fmt: skip
        told = select(func.count()).where(aviso.c.asunto.like("%otra designación"))
        assert connection.execute(told).scalar_one() == 1


def test_a_designation_ends_and_somebody_is_always_left_who_administers(app, engine):
    officer, browser = opened(app, "registrador"), opened(app, "administrador")
    with reading(engine) as connection:
        ids = {row.persona: row.id for row in connection.execute(select(designacion))}
    place, yesterday = "/designaciones/terminar", "2025-06-30"
    own, alone = PEOPLE["registrador"].id, PEOPLE["administrador"].id
    for wrong in ({"designacion": "x"}, {"hasta": "hoy"}, {"hasta": "2024-12-31"},
                  {"designacion": "999"}):  # fmt: skip
        form = {"designacion": ids[own], "hasta": yesterday} | wrong
        assert browser.post(place, form).status_code == 422, wrong
    assert officer.get(PLACE).status_code == 200
    form = {"designacion": ids[own], "hasta": yesterday}
    assert [browser.post(place, form).status_code for _ in "ab"] == [303, 422]
    assert officer.get(PLACE).status_code == 404, "the account stays, the right does not"
    assert officer.get("/").status_code == 200
    last = {"designacion": ids[alone], "hasta": yesterday}
    assert browser.post(place, last).status_code == 422
    assert browser.post(f"/personas/{alone}/retirar").status_code == 422
    other = {"correo": "p3@pe", "rol": "administrador", "entidad": "mininter",
             "desde": "2025-01-01", "resolucion": "RM 3"}  # fmt: skip
    assert browser.post("/designaciones", other).status_code == 303
    assert browser.post(f"/personas/{alone}/retirar").status_code == 303
