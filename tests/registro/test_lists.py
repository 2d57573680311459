"""The pages of lists after years of reports: what is settled leaves them; each fits a screen."""

import re
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event, insert, select

from callbacks.registro.routes import tasks
from data.registro.accounts import people
from data.registro.database import writing
from data.registro.publication.review_mark import marked, same_institution
from data.registro.rights import Designation
from data.registro.schema.reports import reporte
from data.registro.schema.review import transicion
from tests.registro import ten_years
from tests.registro.acts import CODE, PEOPLE
from tests.registro.conftest import PERIOD
from tests.registro.web import application, opened

PUBLISHED = len(ten_years.WAY)
RECOMMENDED = 4


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


def carry(engine, steps, *codes):
    with writing(engine) as connection:
        which = (reporte.c.periodo == PERIOD, reporte.c.codigo.in_(codes))
        rows = connection.execute(select(reporte).where(*which)).all()
        assert len(rows) == len(codes)
        for row in rows:
            ten_years.carried(connection, row, steps)
        return [row.id for row in rows]


def codes_of(engine, entity="PNP"):
    with writing(engine) as connection:
        line = select(reporte.c.codigo).where(reporte.c.entidad == entity)
        return connection.execute(line.order_by(reporte.c.codigo)).scalars().all()


def test_what_is_public_is_no_task_and_is_found_by_its_period(app, engine):
    carry(engine, PUBLISHED, CODE)
    browser = opened(app, "registrador")
    page, link = browser.get("/").text, f'href="/reportes/{PERIOD}/{CODE}"'
    assert link not in page
    assert f'href="/periodos/{PERIOD}"' in page
    assert link in browser.get(f"/periodos/{PERIOD}").text


def test_a_long_list_of_tasks_says_how_many_it_leaves_to_the_periods(app, engine, monkeypatch):
    monkeypatch.setattr(tasks, "_MOST", 3)
    whole = len(codes_of(engine))
    page = opened(app, "registrador").get("/").text
    assert len(re.findall(r'<th scope="row">', page)) == 3
    assert f"Los que vencieron antes ({whole - 3})" in page
    assert len(re.findall(r'<th scope="row">', opened(app, "registrador").get(
        f"/periodos/{PERIOD}").text)) == whole  # fmt: skip


def asked(engine, browser, place):
    told = []
    event.listen(engine, "before_cursor_execute", lambda *how: told.append(how[2]))
    assert browser.get(place).status_code == 200
    return len(told)


@pytest.mark.parametrize("place", ["/", "/revision", "/cortes"])
def test_more_reports_ask_no_more_of_the_database(app, engine, place):
    first, *others = codes_of(engine)
    carry(engine, RECOMMENDED, first)
    browser = opened(app, "aprobador")
    before = asked(engine, browser, place)
    carry(engine, RECOMMENDED, *others[:3])
    with writing(engine) as connection:
        for _ in range(3):
            ten_years.cut(connection, PERIOD)
    assert asked(engine, browser, place) == before


def step(connection, number, action, person):
    row = {"reporte": number, "accion": action, "a": "enviado", "persona": person}
    connection.execute(insert(transicion).values(row | {"momento": datetime.now(UTC)}))


def test_the_mark_is_of_who_reviewed_what_was_sent_last(engine):
    own, other, officer = (PEOPLE[name].id for name in ("revisor", "otro revisor", "registrador"))
    ways = {
        "own": (("enviar", officer), ("recomendar", own)),
        "seconded": (("enviar", officer), ("recomendar", own), ("visar", other)),
        "seconded before": (("recomendar", own), ("visar", other), ("enviar", officer),
                            ("recomendar", own)),
        "sent": (("recomendar", own), ("enviar", officer)),
    }  # fmt: skip
    with writing(engine) as connection:
        for person, entity in ((own, "MININTER"), (other, "MIMP")):
            given = Designation(entity, "revisor", date(2025, 1, 1))
            people.designate(connection, person, given, "RM 1")
        numbers = connection.execute(select(reporte.c.id).limit(len(ways))).scalars().all()
        for number, steps in zip(numbers, ways.values(), strict=True):
            for action, person in steps:
                step(connection, number, action, person)
        found = marked(connection, dict.fromkeys(numbers, "MININTER"))
        each = {one for one in numbers if same_institution(connection, one, "MININTER")}
        assert marked(connection, dict.fromkeys(numbers, "PNP")) == frozenset()
    named = {name for number, name in zip(numbers, ways, strict=True) if number in found}
    assert named == {"own", "seconded before"}
    assert found == each


def test_people_are_read_a_page_at_a_time_and_found_by_name_mail_or_entity(app, engine):
    ten_years.crowd(engine, 60)
    browser = opened(app, "administrador")

    def shown(query):
        return set(
            re.findall(r'<th scope="row">([^<]*)</th>', browser.get(f"/personas{query}").text)
        )

    pages = [shown(""), shown("?pagina=2")]
    assert len(pages[0]) == 50
    assert not pages[0] & pages[1]
    assert "Página 1 de 2" in browser.get("/personas").text
    assert shown("?buscar=OFICIAL 59") == {"Oficial 59"}
    assert shown("?buscar=oficial7@entidad") == {"Oficial 7"}
    assert shown("?buscar=%25") == set(), "a sign of the database is a letter here"
    found = shown("?buscar=mp")
    assert found
    assert found < pages[0] | pages[1]
    for odd in ("?pagina=0", "?pagina=-1", "?pagina=x", "?pagina=9999"):
        assert browser.get(f"/personas{odd}").status_code == 200


def test_the_trail_goes_back_page_by_page(app, engine):
    browser = opened(app, "lector")

    def links():
        return [int(n) for n in re.findall(r'<th scope="row">(\d+)</th>', page)]

    page = browser.get("/auditoria").text
    first = links()
    page = browser.get(re.search(r'href="(/auditoria\?antes=\d+)"', page)[1]).text
    assert links()[0] == first[-1] - 1
    page = browser.get("/auditoria?antes=2").text
    assert links() == [1]
    assert "?antes=" not in page
    assert browser.get("/auditoria?antes=x").status_code == 200


def test_ten_years_are_written_and_every_page_of_them_is_asked_for(tmp_path):
    told, (reports, persons, trail) = ten_years.filled(tmp_path, 1, 4)
    assert len(told) == len(ten_years.ASKED)
    assert reports == 3 * 50
    assert persons > 4
    assert trail > reports
