"""The agreements by their pages, and by a cut to the board: its table, its session, its sheet."""

import re
from dataclasses import replace

import pytest

from components.charts.views import Views
from components.session.screens.agreements import agreements
from data.loader import load
from data.model import AcuerdoSesion
from data.query.filters import Filters
from data.registro.agreements import minutes
from data.registro.database import writing
from data.registro.publication.publish import EmptyCutError, publish
from tests.registro.acts import CODE, PEOPLE
from tests.registro.agreed import AGREED, DAY, DONE, SESSION, agree, correct, decide, follow
from tests.registro.conftest import PERIOD
from tests.registro.ledger import outside
from tests.registro.test_publication import APPROVER, NOW, approve, place, quick, words
from tests.registro.web import Browser, application, opened, settle

__all__ = ["place", "quick"]
PRIVATE = "La menor Rosa Quispe (15), DNI 45879632"
TABLE = "acuerdos_sesion"
TEXT = "Publicar el protocolo, con su anexo"
KEY = ("1", TEXT, "PNP")


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


def test_from_the_session_to_the_confirmation_each_with_his_page(app, engine):
    secretary, officer = opened(app, "aprobador"), opened(app, "registrador")
    assert "Todavía no hay ninguna escrita" in officer.get("/acuerdos").text
    assert secretary.post("/acuerdos/sesiones", SESSION).status_code == 303
    made = secretary.post("/acuerdos", AGREED)
    one = made.headers["Location"].removesuffix("?guardado")
    assert (made.status_code, re.fullmatch(r"/acuerdos/\d+", one)) != (303, None)
    assert "Guardado." in secretary.get(made.headers["Location"]).text
    listed = officer.get("/acuerdos").text
    seen = (f'href="{one}"', "con el plazo vencido", SESSION["acta"], "PNP: pendiente")
    assert [said for said in ("Publicar el protocolo", *seen) if said not in listed] == []
    assert "<form" not in listed.split("<main")[1], "who does not write has no form of it"
    assert officer.post(f"{one}/seguimiento", DONE).status_code == 303
    assert "dice que cumplió, por confirmar" in secretary.get(one).text
    last = re.search(r'name="seguimiento" value="(\d+)"', secretary.get(one).text)[1]
    form = {"entidad": "PNP", "seguimiento": last}
    assert "Confirmar que PNP" not in officer.get(one).text
    assert officer.post(f"{one}/confirmar", form).status_code == 404
    for _ in "ab":
        assert secretary.post(f"{one}/confirmar", form).status_code == 303
    assert secretary.get(one).text.count("Cumplimiento confirmado") == 1, "pressed twice, it is one"
    shown = officer.get(one).text
    assert "PNP: cumplido" in shown
    assert "Cumplimiento confirmado" in shown
    assert "Cumplidos (1)" in officer.get("/acuerdos").text
    for name in ("otra entidad", "regional", "administrador"):
        assert opened(app, name).get(one).status_code == 404
        assert "protocolo" not in opened(app, name).get("/acuerdos").text
    assert outside(engine) == []


def held(answer, *said):
    """Say that every word that was typed is still on the page."""
    return [one for one in said if one not in answer.text]


def test_no_word_that_was_typed_is_lost(app, engine):
    number = agree(engine)
    one, secretary, officer = f"/acuerdos/{number}", opened(app, "aprobador"), opened(app, "todo")
    long = AGREED | {"texto": "Lo que tecleé <b>", "_n": "1", "motivo": "Por lo que tecleé"}
    kept = ("Lo que tecleé &lt;b&gt;", 'name="entidad_PNP" value="si" checked')
    why, sessions, done = "Por lo que tecleé", "/acuerdos/sesiones", f"{one}/seguimiento"
    other = SESSION | {"acta": "La otra", "motivo": why}
    tries = (
        (secretary, "/acuerdos", long | {"plazo": "nunca"}, 422, kept),
        (secretary, "/acuerdos", long | {"plazo": "2205-06-30"}, 422, (*kept, "de 2000 a 2100")),
        (secretary, one, long | {"indicadores": "X.1"}, 422, (*kept, why, "X.1")),
        (secretary, one, long | {"_n": "7"}, 409, (*kept, why, 'name="_n" value="1"')),
        (secretary, one, long | {"motivo": PRIVATE}, 422, (*kept, PRIVATE)),
        (secretary, sessions, SESSION | {"numero": "2", "acta": PRIVATE}, 422, (PRIVATE,)),
        (secretary, sessions, other | {"_n": "9"}, 409, ("La otra", why)),
        (officer, done, DONE | {"fecha_hecho": "hoy"}, 422, (DONE["hecho"], "checked")),
        (officer, done, DONE | {"hecho": PRIVATE}, 422, (PRIVATE,)),
    )
    for browser, where, form, code, said in tries:
        answer = browser.post(where, form)
        assert (answer.status_code, held(answer, *said)) == (code, []), where
        assert "<details open>" in answer.text or "seguimiento" in where
    follow(engine, number)
    secretary.post(f"{one}/confirmar", {"entidad": "PNP", "seguimiento": "1"})
    late = officer.post(f"{one}/seguimiento", DONE | {"hecho": "Llegó tarde."})
    assert (late.status_code, held(late, "Llegó tarde.", "sin guardar")) == (409, [])
    stale = secretary.post(
        f"{one}/devolver", {"entidad": "PNP", "seguimiento": "1", "razon": "Por X"}
    )
    assert (stale.status_code, held(stale, "Por X")) == (409, [])


@pytest.mark.parametrize(("name", "where", "form"), [
    ("aprobador", "/acuerdos", AGREED),
    ("aprobador", "/acuerdos/sesiones", SESSION | {"acta": "La otra", "motivo": "Por lo que sé"}),
    ("aprobador", "/acuerdos/1", AGREED | {"motivo": "Por lo que sé"}),
    ("registrador", "/acuerdos/1/seguimiento", DONE),
])  # fmt: skip
def test_what_was_typed_when_the_session_ended_comes_back(app, engine, name, where, form):
    import pyotp

    agree(engine)
    keys = settle(app, name)
    browser = Browser(app)
    gone = browser.post(where, form)
    assert gone.status_code == 401
    pending = re.search(r'name="_pendiente" value="([^"]*)"', gone.text)[1].replace("&#34;", '"')
    mail = {"correo": f"p{PEOPLE[name].id}@pe", "clave": "una frase que nadie adivina"}
    browser.post("/entrar", mail | {"_pendiente": pending})
    browser.get("/entrar/segundo-factor")
    code = {"codigo": pyotp.TOTP(keys[name]).now(), "_pendiente": pending}
    back = browser.post("/entrar/segundo-factor", code)
    typed = [said for field, said in form.items() if field in ("texto", "acta", "motivo", "hecho")]
    assert held(back, "antes de que terminara la sesión", *typed) == []


def test_a_cut_takes_them_to_the_board_and_leaves_the_rows_of_documents(engine, quick):
    file = quick.tables / f"{TABLE}.csv"
    document = f"Piloto,2024-03-01,Instalar la mesa,MP,2024-05-31,cumplido,{CODE}"
    file.write_text(file.read_text("utf-8") + f"{document}\n")
    number = agree(engine, AGREED | {"entidad_MP": "si"})
    follow(engine, number)
    done = publish(engine, APPROVER, PERIOD, quick, NOW)
    assert (done.reportes, f"{TABLE}.csv" in done.tablas) == (0, True)
    with pytest.raises(EmptyCutError):
        publish(engine, APPROVER, PERIOD, quick, NOW)
    assert file.read_text("utf-8").splitlines()[1] == document
    assert words(quick, TABLE)[KEY] == {
        "sesion": "1", "fecha": "2025-03-01", "acuerdo": TEXT, "entidad": "PNP",
        "plazo": "2025-06-30", "estado": "en-curso", "indicador": f"{CODE};IOP.01.01",
    }  # fmt: skip
    assert words(quick, TABLE)["1", TEXT, "MP"]["estado"] == "pendiente"
    decide(engine, number, "confirmar")
    publish(engine, APPROVER, PERIOD, quick, NOW)
    assert words(quick, TABLE)[KEY]["estado"] == "cumplido"
    assert not [key for key in words(quick, "correcciones") if key[1] == TABLE]
    store = load(quick.tables)
    assert len(store.rows(AcuerdoSesion)) == 3
    last, pending, closed = agreements(Views(store, Filters(), day=DAY))
    assert "(1, del 1 de marzo): 2 acuerdos; cumplidos: 1, con el plazo vencido: 1" in last.heading
    assert TEXT in pending.more
    assert set(closed.more) == {TEXT, "Instalar la mesa"}


def test_what_was_public_and_is_said_otherwise_says_why(engine, quick):
    number = agree(engine)
    publish(engine, APPROVER, PERIOD, quick, NOW)
    new = AGREED | {"plazo": "2025-12-31", "_n": "1", "motivo": "Se amplió el plazo."}
    correct(engine, number, new)
    publish(engine, APPROVER, PERIOD, quick, NOW)
    told = words(quick, "correcciones")
    assert told["2025-09-15", TABLE, ",".join(KEY)]["motivo"] == (
        "plazo: decía 2025-06-30, dice 2025-12-31. Se amplió el plazo."
    )
    again = new | {"texto": "Difundirlo", "_n": "2", "motivo": "Así dice el acta."}
    correct(engine, number, again)
    publish(engine, APPROVER, PERIOD, quick, NOW)
    assert [key for key in words(quick, TABLE) if key[0] == "1"] == [("1", "Difundirlo", "PNP")]
    said = words(quick, "correcciones")["2025-09-15", TABLE, "1,Difundirlo,PNP"]["motivo"]
    assert said == (
        "plazo: decía 2025-06-30, dice 2025-12-31. Se amplió el plazo. "
        f"Decía: {TEXT} (PNP, sesión 1). Así dice el acta."
    )
    load(quick.tables)


def test_each_thing_that_changes_says_its_own_reason_and_no_other(engine, quick):
    number = agree(engine)
    publish(engine, APPROVER, PERIOD, quick, NOW)
    first = AGREED | {"plazo": "2025-12-31", "_n": "1", "motivo": "Se amplió el plazo."}
    correct(engine, number, first)
    correct(engine, number, first | {"indicadores": CODE, "_n": "2", "motivo": "Sobraba uno."})
    publish(engine, APPROVER, PERIOD, quick, NOW)
    why = words(quick, "correcciones")["2025-09-15", TABLE, ",".join(KEY)]["motivo"]
    assert why.endswith(f"dice {CODE}. Se amplió el plazo. Sobraba uno."), why
    later = NOW.replace(day=20)
    secretary = PEOPLE["aprobador"]
    moved = SESSION | {"fecha": "2025-03-02", "_n": "1", "motivo": "Fue el dos."}
    with writing(engine, secretary.actor) as connection:
        minutes.write(connection, secretary, moved, DAY)
    publish(engine, APPROVER, PERIOD, quick, later)
    why = words(quick, "correcciones")["2025-09-20", TABLE, ",".join(KEY)]["motivo"]
    assert why == "fecha: decía 2025-03-01, dice 2025-03-02. Fue el dos."


def test_a_cut_that_breaks_off_is_completed_with_what_it_said(engine, quick):
    approve(engine)
    agree(engine)

    def break_off(name):
        if name == "completar":
            raise OSError("sin espacio")

    with pytest.raises(Exception, match="sin espacio"):
        publish(engine, APPROVER, PERIOD, replace(quick, step=break_off), NOW)
    first = words(quick, TABLE), words(quick, "correcciones")
    with pytest.raises(EmptyCutError):
        publish(engine, APPROVER, PERIOD, quick, NOW)
    assert (words(quick, TABLE), words(quick, "correcciones")) == first
    assert KEY in first[0]
