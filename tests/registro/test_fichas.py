"""The sheets and the targets by their pages: what is amended is another version."""

from datetime import date

import pytest
from sqlalchemy import select

from data.model import Valor
from data.registro import fichas, goals, periods, seeding
from data.registro.database import reading, writing
from data.registro.rights import SYSTEM
from data.registro.schema.plan import esperado, ficha, meta
from tests.registro.acts import CODE, PEOPLE, seen
from tests.registro.conftest import PERIOD, YEAR
from tests.registro.web import PLACE, application, opened

PLACE_OF = f"/fichas/{CODE}"
GOOD = {"clase": "cuenta", "acumulacion": "suma", "unidad_contada": "víctimas", "_n": "1",
        "calificador": "detectadas", "def_numerador": "Víctimas que detecta la PNP.",
        "medio_verificacion": "parte", "norma": "Oficio 12", "cuenta_hechos": "si"}  # fmt: skip


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


def versions(engine):
    with reading(engine) as connection:
        line = select(ficha).where(ficha.c.codigo == CODE).order_by(ficha.c.n)
        return connection.execute(line).all()


def test_every_indicator_has_its_sheet_its_targets_and_its_history(app, engine, store):
    browser = opened(app, "regional")
    page = browser.get("/fichas").get_data(as_text=True)
    goals = browser.get(f"/metas/{YEAR - 1}").get_data(as_text=True)
    for code in store.indicators:
        assert all(f'href="/fichas/{code}"' in one for one in (page, goals)), code
    row = next(row for row in store.rows(Valor) if (row.codigo, row.anio) == (CODE, YEAR - 1))
    one = browser.get(PLACE_OF).get_data(as_text=True)
    for words in ("Qué se cuenta", "víctimas", "cuenta: un número", f"{row.valor_obtenido:,f}"):
        assert words in one, words
    assert "<form" not in one.split("<main")[1]
    assert browser.get("/fichas/OTRO").status_code == 404
    beside = opened(app, "registrador").get(PLACE).get_data(as_text=True)
    assert f'href="{PLACE_OF}"' in beside
    assert "Qué se cuenta" in beside


def test_an_amended_sheet_rules_from_the_next_period_that_is_opened(app, engine):
    browser = opened(app, "administrador")
    for wrong in ({"norma": " "}, {"clase": "otra"}, {"unidad_contada": ""}, {"universo_n": "mil"},
                  {"_n": "7"}, {"def_numerador": "x" * 2001}):  # fmt: skip
        answer = browser.post(PLACE_OF, GOOD | wrong)
        assert answer.status_code == 422, wrong
        assert 'value="detectadas"' in answer.text, "what was typed is still there"
    assert len(versions(engine)) == 1
    assert browser.post(PLACE_OF, GOOD).status_code == 303
    assert browser.post(PLACE_OF, GOOD | {"_n": "2"}).status_code == 422, "nothing changes"
    old, new = versions(engine)
    assert (old.medio_verificacion, new.medio_verificacion, new.n) == ("", "parte", 2)
    assert new.nombre == old.nombre
    with reading(engine) as connection:
        which = (esperado.c.codigo == CODE, esperado.c.periodo == PERIOD)
        assert connection.execute(select(esperado.c.ficha_n).where(*which)).scalar_one() == 1
    assert "Víctimas que detecta" not in opened(app, "registrador").get(PLACE).text
    with writing(engine) as connection:
        periods.open_period(connection, SYSTEM, f"{YEAR}-S2")
    later = opened(app, "registrador").get(PLACE.replace("-S1", "-S2")).text
    assert "Víctimas que detecta" in later


def test_a_target_is_checked_when_it_is_set_and_a_change_says_why(app, engine):
    browser, place = opened(app, "administrador"), f"{PLACE_OF}/meta"
    form = {"anio": "2026", "valor": "1,200", "norma_meta": "RM 9", "motivo": ""}
    for wrong in ({"anio": "este"}, {"valor": "mil"}, {"norma_meta": " "}, {"anio": "1026"}):
        assert browser.post(place, form | wrong | {"motivo": "x"}).status_code == 422, wrong
    low = browser.post(place, form | {"valor": "1"})
    assert (low.status_code, "V07" in low.text or "base" in low.text) == (422, True)
    assert browser.post(place, form).status_code == 303
    assert browser.post(place, form | {"valor": "1300"}).status_code == 422
    assert browser.post(place, form | {"valor": "1300", "motivo": "Otra."}).status_code == 303
    shown = browser.get("/metas/2026").text
    assert [words for words in ("1,300", "falta") if words not in shown] == []
    with reading(engine) as connection:
        which = (meta.c.codigo == CODE, meta.c.anio == 2026)
        rows = connection.execute(select(meta).where(*which).order_by(meta.c.n)).all()
    held = [(row.n, int(row.valor), row.motivo) for row in rows]
    assert held == [(1, 1200, ""), (2, 1300, "Otra.")]
    assert seen(engine, PEOPLE["lector"]).vence == date(2025, 7, 31)


def test_only_who_administers_writes_sheets_and_targets_whatever_the_page(engine):
    for name in ("lector", "aprobador", "registrador"):
        with pytest.raises(PermissionError), writing(engine) as connection:
            fichas.amend(connection, PEOPLE[name], CODE, GOOD)
        with pytest.raises(PermissionError), writing(engine) as connection:
            goals.write(connection, PEOPLE[name], CODE, goals.Goal("2026", "9999", "RM 9"))


def test_a_year_is_opened_with_the_targets_of_the_pages(app, engine, store):
    browser = opened(app, "administrador")
    with writing(engine) as connection:
        seeding.calendar(connection, periods.halves_and_year(2026))
    for code in store.indicators:
        form = {"anio": "2026", "valor": "100000", "norma_meta": "RM 9"}
        assert browser.post(f"/fichas/{code}/meta", form).status_code == 303, code
    assert browser.post("/calendario/2026-S1/abrir").status_code == 303
