"""Entering: what is asked, what is refused, and that nothing tells who is known."""

import socket
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import func, insert, select, update

from callbacks.registro.visit import COOKIE
from data.registro.accounts import (
    invitations,
    outbox,
    passwords,
    people,
    second_factor,
    sessions,
    throttle,
)
from data.registro.accounts.tokens import Vault
from data.registro.database import reading, writing
from data.registro.schema.people import aviso, invitacion, persona, sesion
from tests.registro.acts import PEOPLE
from tests.registro.conftest import HASHER
from tests.registro.web import ORIGIN, PASSWORD, Browser, application, entered, settle

NOW = datetime(2025, 7, 1, 12, tzinfo=UTC)


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


def test_a_password_is_long_and_none_that_everybody_tries():
    good = ("correcto caballo batería", "x" * 5 + "αβγδεζηθ", "a1" * 3 + "zqk " * 40)
    bad = ("corta", "aaaaaaaaaaaaaaaa", "qwerty123456", "password12345!", "z" * 300,
           "tablero contra todo", "soy Rosa Quispe y entro", "Policia-202526",
           "leavemealone")  # fmt: skip
    assert [passwords.fault(one, ("Rosa Quispe", "rosa@pe")) for one in good] == ["", "", ""]
    for one in bad:
        assert passwords.fault(one, ("Rosa Quispe", "rosa@pe")), one
    assert not passwords.fits("x" * 100_000, passwords.kept("x"))


def test_a_password_hash_takes_memory(monkeypatch):
    monkeypatch.setattr(passwords, "_HASHER", HASHER)
    kept = passwords.kept("x")
    assert kept.startswith("$argon2id$v=19$m=48128,t=1,p=1$")
    assert [passwords.fits(one, kept) for one in "xy"] == [True, False]


def test_both_factors_are_needed_and_the_cookie_is_of_this_host_alone(app):
    keys = settle(app, "registrador")
    browser = Browser(app)
    assert browser.get("/").status_code == 303
    answer = browser.post("/entrar", {"correo": "P1@PE ", "clave": PASSWORD})
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    for word in ("Secure", "HttpOnly", "SameSite=Strict", "Path=/"):
        assert word in cookie
    assert "Domain" not in cookie
    assert browser.get("/").status_code == 303, "a password alone opens nothing"
    before = browser.client.get_cookie(COOKIE, HOST_OF).value
    browser.get("/entrar/segundo-factor")
    code = pyotp.TOTP(keys["registrador"]).now()
    assert browser.post("/entrar/segundo-factor", {"codigo": code}).status_code == 303
    assert browser.client.get_cookie(COOKIE, HOST_OF).value != before, "the session is rotated"
    assert browser.get("/").status_code == 200
    again = Browser(app)
    again.post("/entrar", {"correo": "p1@pe", "clave": PASSWORD})
    again.get("/entrar/segundo-factor")
    assert again.post("/entrar/segundo-factor", {"codigo": code}).status_code == 401, "used once"


HOST_OF = ORIGIN.removeprefix("https://")


def test_a_code_on_paper_serves_once(engine, tmp_path):
    vault = Vault.of(tmp_path / "secreto")
    with writing(engine) as connection:
        codes = second_factor.enrol(connection, vault, 1, second_factor.secret())
        assert len(set(codes)) == 10
        tried = [second_factor.shown(connection, vault, 1, codes[0].upper(), NOW) for _ in "ab"]
        assert tried == [True, False]
        second_factor.enrol(connection, vault, 2, second_factor.secret())
        assert not second_factor.shown(connection, vault, 2, codes[1], NOW), "of somebody else"


def test_known_and_unknown_are_answered_alike(app):
    settle(app, "registrador")
    pages = []
    for mail in ("p1@pe", "nadie@pe"):
        answer = Browser(app).post("/entrar", {"correo": mail, "clave": "otra cosa del todo"})
        forgot = Browser(app).post("/clave/olvido", {"correo": mail})
        pages.append((answer.status_code, answer.data, forgot.status_code, forgot.data))
    assert pages[0] == pages[1]
    with reading(app.extensions["registro"].engine) as connection:
        assert connection.execute(select(func.count()).select_from(invitacion)).scalar_one() == 1


def test_who_is_unknown_costs_a_password_too(monkeypatch, engine):
    judged = []
    monkeypatch.setattr(passwords._HASHER.__class__, "verify",
                        lambda *a: judged.append(a) or False)  # fmt: skip
    assert not passwords.fits("lo que sea", None)
    assert len(judged) == 1
    monkeypatch.undo()
    assert not passwords.fits("nadie tiene esta contraseña", None), "not even the one compared"


def test_guessing_is_slowed_and_nobody_is_locked_out(engine):
    counted = throttle.key("p1@pe", "10.0.0.1")
    with writing(engine) as connection:
        waits = []
        for turn in range(14):
            waits.append(throttle.wait(connection, counted, NOW + timedelta(seconds=turn)))
            throttle.failed(connection, counted, NOW + timedelta(seconds=turn))
        assert waits[:5] == [0] * 5
        assert waits[5:] == sorted(waits[5:])
        assert 0 < waits[5] < waits[-1] <= 300
        assert throttle.wait(connection, throttle.key("p1@pe", "10.0.0.2"), NOW) == 0
        later = NOW + timedelta(minutes=16)
        assert throttle.wait(connection, counted, later) == 0


def test_a_form_from_elsewhere_or_without_its_token_is_refused(app):
    browser = entered(app, "registrador")
    place = "/salir"
    for how in ({"origin": "https://malo.pe"}, {"origin": "null"}, {"origin": ""}, {"token": ""},
                {"token": "otra"}):  # fmt: skip
        assert browser.post(place, **how).status_code == 403, how
    assert browser.post(place).status_code == 303


def test_a_session_ends_by_idling_by_age_by_leaving_and_with_its_person(app):
    engine = app.extensions["registro"].engine
    browser = entered(app, "lector")
    for column, ago in (("vista", 31), ("vence", 1)):
        again(app, browser)
        with writing(engine) as connection:
            old = datetime.now(UTC) - timedelta(minutes=ago)
            connection.execute(update(sesion).values({column: old}))
        assert browser.get("/").status_code == 303
    browser = again(app, browser)
    assert browser.post("/salir").headers["Clear-Site-Data"]
    assert browser.get("/").status_code == 303
    browser = again(app, browser)
    which = update(persona).where(persona.c.id == PEOPLE["lector"].id)
    for active, code in ((False, 303), (True, 200)):
        with writing(engine) as connection:
            connection.execute(which.values(activa=active))
        assert browser.get("/").status_code == code, "whoever is out, whatever sessions are left"
    with writing(engine) as connection:
        people.leave(connection, PEOPLE["lector"].id, datetime.now(UTC))
    assert browser.get("/").status_code == 303


def again(app, browser):
    """Open the session of the browser anew, as its person would."""
    with writing(app.extensions["registro"].engine) as connection:
        now = datetime.now(UTC)
        token = sessions.begin(connection, PEOPLE["lector"].id, now, "", second=True)
    browser.client.set_cookie(COOKIE, token, domain=HOST_OF, secure=True)
    assert browser.get("/mi-cuenta").status_code == 200
    return browser


def test_an_invitation_serves_once_and_sets_both_factors(app):
    engine = app.extensions["registro"].engine
    with writing(engine) as connection:
        token = invitations.invite(connection, 1, "primera", datetime.now(UTC))
    browser = Browser(app)
    page = browser.get(f"/invitacion/{token}").get_data(as_text=True)
    key = page.split('name="secreto" value="')[1].split('"')[0]
    form = {"secreto": key, "clave": "una frase mía y larga", "codigo": pyotp.TOTP(key).now()}
    assert browser.post(f"/invitacion/{token}", form | {"clave": "corta"}).status_code == 422
    assert browser.post(f"/invitacion/{token}", form | {"codigo": "000000"}).status_code == 422
    done = browser.post(f"/invitacion/{token}", form)
    assert done.get_data(as_text=True).count("<code>") == 10
    assert browser.get(f"/invitacion/{token}").status_code == 404
    assert browser.post(f"/invitacion/{token}", form).status_code in (404, 422)
    with reading(engine) as connection:
        row = people.row(connection, 1)
        assert row.clave_hash.startswith("$argon2id$")
        assert key not in row.totp


def test_a_link_to_choose_another_password_keeps_the_second_factor(app, engine):
    keys = settle(app, "registrador")
    with writing(engine) as connection:
        before = people.row(connection, 1).totp
        token = invitations.invite(connection, 1, "olvido", datetime.now(UTC))
        old = invitations.invite(connection, 2, "olvido", NOW)
        assert invitations.holder(connection, old, NOW + timedelta(hours=2)) is None
    browser = Browser(app)
    form = {"clave": "otra frase mía y larga", "codigo": "123", "secreto": "ABCDEFGH"}
    assert browser.post(f"/invitacion/{token}", form).status_code == 422
    form["codigo"] = pyotp.TOTP(keys["registrador"]).now()
    assert browser.post(f"/invitacion/{token}", form).status_code == 303
    with reading(engine) as connection:
        assert people.row(connection, 1).totp == before


class Letters:
    """A mail server that keeps what it is given."""

    def __init__(self):
        self.held = []

    async def handle_DATA(self, server, session, envelope):
        self.held.append((envelope.rcpt_tos, envelope.content.decode()))
        return "250 OK"


def test_mail_waits_until_the_server_is_there_and_its_links_are_not_kept(engine):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with writing(engine) as connection:
        outbox.write(connection, "p1@pe", "Invitación al Registro", f"{ORIGIN}/invitacion/secreto")
    place = f"127.0.0.1:{port}"
    assert outbox.deliver(engine, place, "registro@pe") == (0, 1)
    letters = Letters()
    server = Controller(letters, hostname="127.0.0.1", port=port)
    server.start()
    try:
        assert outbox.deliver(engine, place, "registro@pe") == (1, 0)
        assert outbox.deliver(engine, place, "registro@pe") == (0, 0)
    finally:
        server.stop()
    assert letters.held[0][0] == ["p1@pe"]
    assert "/invitacion/secreto" in letters.held[0][1]
    with reading(engine) as connection:
        assert connection.execute(select(aviso.c.cuerpo)).scalars().all() == [outbox.SENT]


def test_the_keys_of_the_vault_can_be_changed(tmp_path):
    file = tmp_path / "claves"
    closed = Vault.of(file).close("secreto")
    assert file.stat().st_mode & 0o077 == 0
    other = Vault.of(tmp_path / "otra").close("x")
    assert other
    file.write_text((tmp_path / "otra").read_text("utf-8") + file.read_text("utf-8"), "utf-8")
    both = Vault.of(file)
    assert both.open(closed) == "secreto"
    moved = both.again(closed)
    assert Vault.of(tmp_path / "otra").open(moved) == "secreto"


def test_a_mail_is_of_one_person(engine):
    from sqlalchemy.exc import IntegrityError

    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(insert(persona).values(correo="p1@pe", nombre="Otra"))
