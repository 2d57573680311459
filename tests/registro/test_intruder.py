"""What somebody tries who has no right: each thing he would try, and what he gets."""

import io
import json
import logging
from time import monotonic

import pyotp
import pytest
from sqlalchemy import func, select, update
from werkzeug.test import create_environ

from callbacks.registro.routes import sign_in
from callbacks.registro.server import create_app
from callbacks.registro.visit import COOKIE, Parts
from data.registro.accounts import outbox, people
from data.registro.accounts.tokens import Vault, recovery_code
from data.registro.chain import verify
from data.registro.database import reading, writing
from data.registro.evidences import Shelf
from data.registro.schema.evidence import evidencia
from data.registro.schema.people import persona, sesion
from data.registro.schema.trail import auditoria
from tests.registro.acts import PEOPLE, VALID, act, save, seen
from tests.registro.test_forms import PNG
from tests.registro.web import (
    HOST,
    ORIGIN,
    PASSWORD,
    PLACE,
    Browser,
    application,
    entered,
    opened,
    settle,
)

NAMING = "La menor Rosa Quispe Mamani, DNI 45879632"


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


def renewed(engine):
    """Forget the last code: the clock of a test does not wait thirty seconds."""
    with writing(engine) as connection:
        connection.execute(update(persona).values(totp_usado=None))


def open_sessions(engine, number):
    with reading(engine) as connection:
        which = (sesion.c.persona == number, sesion.c.revocada.is_(None))
        return connection.execute(select(func.count()).where(*which)).scalar_one()


def test_a_session_that_was_put_in_a_browser_ends_when_its_owner_enters(app, engine):
    browser = Browser(app)
    planted = entered(app, "otra entidad").client.get_cookie(COOKIE, HOST).value
    browser.client.set_cookie(COOKIE, planted, domain=HOST, secure=True)
    assert open_sessions(engine, PEOPLE["otra entidad"].id) == 1
    keys = settle(app, "registrador")
    assert browser.enter("registrador", keys["registrador"]).status_code == 303
    assert browser.client.get_cookie(COOKIE, HOST).value != planted
    assert open_sessions(engine, PEOPLE["otra entidad"].id) == 0


def test_nothing_that_is_kept_beside_a_report_identifies_a_person(app, engine):
    """Observation, answer, motive, title and name of a file, motive of an extension."""
    save(engine, PEOPLE["registrador"])
    officer = opened(app, "registrador")
    for fields in (
        {"titulo": NAMING, "name": "a.png"},
        {"titulo": "Acta", "name": f"{NAMING}.png"},
    ):
        form = {"_version": officer.version(), "titulo": fields["titulo"],
                "archivo": (io.BytesIO(PNG), fields["name"])}  # fmt: skip
        sent = officer.post(f"{PLACE}/evidencia", form, content_type="multipart/form-data")
        assert sent.status_code == 422, fields
    act(engine, PEOPLE["responsable"], "enviar")
    act(engine, PEOPLE["revisor"], "tomar")
    reviewer = opened(app, "revisor")

    def posted(browser, action, **form):
        version = seen(engine, PEOPLE["lector"]).version
        return browser.post(f"{PLACE}/{action}", {"_version": version, **form})

    refused = posted(reviewer, "observar", campo="texto", texto=NAMING)
    assert (refused.status_code, "DNI 45879632" in refused.text) == (422, True), "it is not lost"
    assert posted(reviewer, "observar", campo=" ", texto="x").status_code == 422
    assert posted(reviewer, "observar", campo="texto", texto="Diga más.").status_code == 303
    assert posted(officer, "responder", observacion="1", respuesta=NAMING).status_code == 422
    assert posted(officer, "responder", observacion="1", respuesta="Ya.").status_code == 303
    act(engine, PEOPLE["responsable"], "enviar")
    for who, action in (("revisor", "tomar"), ("revisor", "recomendar")):
        act(engine, PEOPLE[who], action)
    assert posted(opened(app, "aprobador"), "devolver", razon=NAMING).status_code == 422
    longer = {"entidad": "PNP", "hasta": "2026-08-10", "motivo": NAMING}
    place = f"/calendario/{seen(engine, PEOPLE['lector']).periodo}/prorroga"
    assert opened(app, "administrador").post(place, longer).status_code == 422
    with reading(engine) as connection:
        said = connection.execute(select(auditoria.c.datos)).scalars()
        assert not [one for one in said if "45879632" in one]
        assert list(verify(connection)) == []


def test_a_file_is_given_back_by_the_name_of_what_it_is(app, engine):
    browser = opened(app, "registrador")
    browser.post(PLACE, {"_version": browser.version(), **VALID})
    names = ("../../etc/x.exe", "acta.html", 'a;b="c.png', "", "." * 300)
    for name in names:
        form = {"_version": browser.version(), "titulo": "Acta",
                "archivo": (io.BytesIO(PNG), name or "x")}  # fmt: skip
        browser.post(f"{PLACE}/evidencia", form, content_type="multipart/form-data")
    with reading(engine) as connection:
        held = connection.execute(select(evidencia.c.id, evidencia.c.nombre)).all()
    assert len(held) == len(names)
    for row in held:
        answer = browser.get(f"/evidencias/{row.id}")
        said = answer.headers["Content-Disposition"]
        assert said.startswith("attachment; filename=")
        assert row.nombre.endswith(".png")
        assert not set("/\\\r\n.") & set(row.nombre.removesuffix(".png"))
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_who_is_refused_leaves_a_line_and_nothing_that_was_typed(app, caplog):
    caplog.set_level(logging.WARNING, "registro.seguridad")
    Browser(app).post("/entrar", {"correo": "p1@pe\n{", "clave": "la clave secreta"})
    Browser(app).get("/invitacion/un-enlace-secreto")
    browser = opened(app, "otra entidad")
    browser.get(PLACE)
    browser.post("/salir", origin="https://malo.pe")
    lines = [json.loads(one.getMessage()) for one in caplog.records]
    found = [(one["lugar"], one["codigo"], one["persona"]) for one in lines]
    number = PEOPLE["otra entidad"].id
    assert found == [("entrar_enviar", 401, None), ("invitacion", 404, None),
                     ("reporte", 404, number), ("salir", 403, number)]  # fmt: skip
    assert not [word for word in ("secret", "p1@pe") if word in caplog.text]
    assert {one["red"] for one in lines} == {"127.0.0.1"}


@pytest.mark.parametrize(("proxies", "seen_as"), [(0, "127.0.0.1"), (1, "10.0.0.9")])
def test_only_a_proxy_of_ours_says_who_asks(engine, tmp_path, caplog, proxies, seen_as):
    caplog.set_level(logging.WARNING, "registro.seguridad")
    parts = Parts(engine, Vault.of(tmp_path / "s"), Shelf(tmp_path), ORIGIN, proxies=proxies)
    client = create_app(parts).test_client()
    headers = {"Origin": ORIGIN, "X-Forwarded-For": "6.6.6.6, 10.0.0.9",
               "X-Forwarded-Host": "malo.pe"}  # fmt: skip
    client.post("/entrar", data={"correo": "x@pe"}, base_url=ORIGIN, headers=headers)
    assert json.loads(caplog.records[0].getMessage())["red"] == seen_as


def test_a_password_is_changed_with_the_one_of_now_and_a_code_and_closes_everything(app, engine):
    browser = entered(app, "registrador")
    with reading(engine) as connection:
        key = app.extensions["registro"].vault.open(people.row(connection, 1).totp)
    new = "otra frase mía bien larga"
    renewed(engine)
    form = {"actual": PASSWORD, "clave": new, "codigo": pyotp.TOTP(key).now()}
    for wrong in ({"actual": "otra"}, {"clave": "corta"}, {"codigo": "1"}):
        assert browser.post("/mi-cuenta/clave", form | wrong).status_code == 422, wrong
    assert browser.post("/mi-cuenta/clave", form).status_code == 303
    assert browser.get("/").status_code == 303, "every session is closed"
    renewed(engine)
    assert Browser(app).enter("registrador", key, new).status_code == 303


def test_a_session_is_closed_with_a_code_and_by_who_administers(app, engine):
    first, second = entered(app, "registrador"), None
    with reading(engine) as connection:
        key = app.extensions["registro"].vault.open(people.row(connection, 1).totp)
        mine = connection.execute(select(sesion.c.suma).where(sesion.c.revocada.is_(None))).scalar()
    second = opened(app, "registrador")
    assert first.post("/mi-cuenta/sesiones", {"codigo": "0"}).status_code == 422
    assert open_sessions(engine, 1) == 2
    for chosen, left in ((mine[:16], 1), ("", 1)):
        renewed(engine)
        form = {"codigo": pyotp.TOTP(key).now(), "sesion": chosen}
        assert second.post("/mi-cuenta/sesiones", form).status_code == 303
        assert open_sessions(engine, 1) == left
    assert first.get("/").status_code == 303
    assert second.get("/").status_code == 200
    assert opened(app, "administrador").post("/personas/1/sesiones").status_code == 303
    assert second.get("/").status_code == 303


def test_the_time_of_a_forgotten_password_does_not_tell_who_is_known(app, monkeypatch):
    slept = []
    monkeypatch.setattr(sign_in.time, "sleep", slept.append)
    whole = []
    for mail in ("p1@pe", "nadie@pe"):
        begun = monotonic()
        Browser(app).post("/clave/olvido", {"correo": mail})
        whole.append(monotonic() - begun + slept[-1])
    assert all(one >= sign_in._FORGOTTEN_SECONDS for one in whole)
    assert min(slept) > 0, "there is room left: the answer is not later than its time"


def test_a_mail_is_an_address_and_goes_encrypted_to_another_machine(engine, monkeypatch):
    for bad in ("a@b\nBcc: c@d", "sin arroba", "a b@c", "<a@b>", "a@b@c", "x" * 250 + "@b.pe"):
        with pytest.raises(ValueError, match="correo"), writing(engine) as connection:
            people.add(connection, bad, "X")
    with writing(engine) as connection:
        outbox.write(connection, "a@b\nBcc: c@d", "x", "y")
    assert outbox.deliver(engine, "127.0.0.1:1", "r@pe") == (0, 1)


def test_a_code_on_paper_has_more_bits_than_a_sum_needs():
    codes = {recovery_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(len(one.replace("-", "")) * 4.9 > 112 for one in codes)


def test_a_hidden_end_of_text_is_refused_everywhere(app):
    browser = opened(app, "registrador")
    for place in (PLACE, "/mi-cuenta/clave", f"{PLACE}/responder"):
        assert browser.post(place, {"texto": "a\0b"}).status_code == 400
    assert Browser(app).post("/entrar", {"correo": "a\0@pe"}).status_code == 400
    assert browser.post(PLACE, {"explica_\0": "x"}).status_code == 400
    assert browser.get("/?periodo=%00").status_code == 400
    assert browser.get("/reportes/%00/IOP.02.02").status_code == 404, "PostgreSQL takes no NUL"


class Line(io.BytesIO):
    """A line that stays open after the body: who reads past it would wait for ever."""

    def readinto(self, piece):
        assert self.tell() < len(self.getvalue()), "past the body the line gives nothing"
        return super().readinto(piece)

    def read(self, size=-1):
        assert self.tell() < len(self.getvalue()), "past the body the line gives nothing"
        return super().read(size)


@pytest.mark.parametrize(
    ("method", "origin", "status"),
    [("GET", ORIGIN, "200"), ("POST", ORIGIN, "401"), ("POST", "https://a.pe", "403")],
)
def test_the_connection_is_never_read_past_the_body_of_what_is_sent(app, method, origin, status):
    body = Line(b"" if method == "GET" else b"correo=a%40pe&clave=b")
    asked = create_environ("/entrar", ORIGIN, method=method, headers={"Origin": origin})
    asked |= {"CONTENT_TYPE": "application/x-www-form-urlencoded",
              "CONTENT_LENGTH": str(len(body.getvalue())), "wsgi.input": body}  # fmt: skip
    asked.pop("wsgi.input_terminated", None)
    said = []
    for _ in app(asked, lambda line, *_: said.append(line)):
        pass
    assert said[0].startswith(status)
    assert body.tell() == len(body.getvalue()), "and all of it is read"


def test_a_method_that_no_address_has_is_refused(app):
    browser = opened(app, "registrador")
    for method in ("TRACE", "PUT", "DELETE", "PATCH"):
        answer = browser.client.open(PLACE, method=method, base_url=ORIGIN)
        assert answer.status_code == 405, method
