"""The web server of the Registro over a database of the tests, and people who sign in to it."""

import re
from datetime import UTC, datetime

import pyotp
from sqlalchemy import select, update

from callbacks.registro.server import create_app
from callbacks.registro.visit import COOKIE, Parts
from data.registro.accounts import passwords, people, sessions
from data.registro.accounts.second_factor import enrol, secret
from data.registro.accounts.tokens import Vault
from data.registro.database import writing
from data.registro.evidences import Shelf
from data.registro.schema.people import designacion, persona
from tests.registro.acts import PEOPLE
from tests.registro.conftest import PERIOD

HOST = "registro.pe"
ORIGIN = f"https://{HOST}"
PASSWORD = "una frase que nadie adivina"
PLACE = f"/reportes/{PERIOD}/IOP.02.02"
_KEPT = []


def kept_password():
    """The same sum for everybody: each takes 47 MiB to make."""
    if not _KEPT:
        _KEPT.append(passwords.kept(PASSWORD))
    return _KEPT[0]


def application(engine, folder):
    parts = Parts(
        engine, Vault.of(folder / "claves" / "secreto"), Shelf(folder / "archivos"), ORIGIN
    )
    return create_app(parts)


def settle(app, *names):
    """Write the designations, the password and the second factor of some of PEOPLE."""
    parts, keys = app.extensions["registro"], {}
    with writing(parts.engine) as connection:
        for name in names:
            who, keys[name] = PEOPLE[name], secret()
            line = update(persona).where(persona.c.id == who.id)
            connection.execute(line.values(clave_hash=kept_password()))
            for given in who.designaciones:
                people.designate(connection, who.id, given, "RM 1")
            enrol(connection, parts.vault, who.id, keys[name])
    return keys


class Browser:
    """A browser that keeps its cookie, says where its forms come from, and holds their token."""

    def __init__(self, app):
        self.client = app.test_client()
        self.token = ""

    def get(self, path):
        answer = self.client.get(path, base_url=ORIGIN)
        self._read(answer)
        return answer

    def post(self, path, data=None, origin=ORIGIN, token=None, **how):
        form = {"_ficha": self.token if token is None else token, **(data or {})}
        headers = {"Origin": origin} if origin else {}
        answer = self.client.post(path, data=form, base_url=ORIGIN, headers=headers, **how)
        self._read(answer)
        return answer

    def _read(self, answer):
        if answer.mimetype == "text/html":
            found = re.search(r'name="_ficha" value="([^"]*)"', answer.get_data(as_text=True))
            self.token = found[1] if found else self.token

    def enter(self, name, key, password=PASSWORD):
        number = PEOPLE[name].id
        self.post("/entrar", {"correo": f"p{number}@pe", "clave": password})
        self.get("/entrar/segundo-factor")
        answer = self.post("/entrar/segundo-factor", {"codigo": pyotp.TOTP(key).now()})
        self.get("/mi-cuenta")
        return answer

    def version(self, place=PLACE):
        page = self.get(place).get_data(as_text=True)
        return re.search(r'name="_version" value="(\d+)"', page)[1]


def entered(app, name):
    """Return the browser of one of PEOPLE, signed in with both factors."""
    keys = settle(app, name)
    browser = Browser(app)
    assert browser.enter(name, keys[name]).status_code == 303
    return browser


def opened(app, name):
    """Return the browser of one of PEOPLE with a session that is open already."""
    who, engine = PEOPLE[name], app.extensions["registro"].engine
    with writing(engine) as connection:
        now = datetime.now(UTC)
        token = sessions.begin(connection, who.id, now, "", second=True)
        held = connection.execute(select(designacion.c.id).where(designacion.c.persona == who.id))
        if not held.all():
            for given in who.designaciones:
                people.designate(connection, who.id, given, "RM 1")
    browser = Browser(app)
    browser.client.set_cookie(COOKIE, token, domain=HOST, secure=True)
    browser.get("/mi-cuenta")
    return browser
