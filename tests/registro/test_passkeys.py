"""Passkeys: kept with a code, shown after the password, good here alone, and taken back."""

import hashlib
import html
import json
import re

import cbor2
import pyotp
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import delete, select
from webauthn.helpers import bytes_to_base64url as text_of

from data.registro.accounts import passkeys
from data.registro.database import reading, writing
from data.registro.schema.people import aviso, intento, llave
from tests.registro.acts import PEOPLE
from tests.registro.test_intruder import renewed
from tests.registro.web import HOST, ORIGIN, PASSWORD, Browser, application, settle

PLACE = "/mi-cuenta/llaves"


class Device:
    """What holds a key: it signs what a site asks for."""

    def __init__(self, origin=ORIGIN, verified=True):
        self.key, self.identity = ec.generate_private_key(ec.SECP256R1()), b"k" * 32
        self.origin, self.count, self.flags = origin, 0, 0x05 if verified else 0x01

    def _client(self, kind, challenge):
        said = {"type": f"webauthn.{kind}", "challenge": challenge, "origin": self.origin}
        return json.dumps(said).encode()

    def _data(self, more=b"", flags=0):
        self.count += 1
        host = hashlib.sha256(HOST.encode()).digest()
        return host + bytes([self.flags | flags]) + self.count.to_bytes(4, "big") + more

    def _given(self, **response):
        shown = {name: text_of(said) for name, said in response.items()}
        name = text_of(self.identity)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": shown,
                           "clientExtensionResults": {}})  # fmt: skip

    def make(self, asked):
        numbers = self.key.public_key().public_numbers()
        cose = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"),
                            -3: numbers.y.to_bytes(32, "big")})  # fmt: skip
        held = bytes(16) + len(self.identity).to_bytes(2, "big") + self.identity + cose
        whole = {"fmt": "none", "attStmt": {}, "authData": self._data(held, 0x40)}
        return self._given(clientDataJSON=self._client("create", asked["challenge"]),
                           attestationObject=cbor2.dumps(whole))  # fmt: skip

    def show(self, asked):
        client, data = self._client("get", asked["challenge"]), self._data()
        signed = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._given(clientDataJSON=client, authenticatorData=data, signature=signed)


def asked(page):
    found = re.search(r'data-pide="([^"]*)"', page)
    return json.loads(html.unescape(found[1])) if found else None


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


@pytest.fixture
def key(app):
    return settle(app, "revisor")["revisor"]


def half(app, name="revisor"):
    """A browser that gave the password and not yet the second factor."""
    browser = Browser(app)
    browser.post("/entrar", {"correo": f"p{PEOPLE[name].id}@pe", "clave": PASSWORD})
    return browser, browser.get("/entrar/segundo-factor").text


def unhurried(engine):
    """Forget the tries: what is refused is refused for what it is, not for having tried."""
    with writing(engine) as connection:
        connection.execute(delete(intento))


def kept(app, key, device, **more):
    """Register a device, as its owner, and return the answer and the browser."""
    unhurried(app.extensions["registro"].engine)
    renewed(app.extensions["registro"].engine)
    browser = Browser(app)
    browser.enter("revisor", key)
    renewed(app.extensions["registro"].engine)
    form = {"nombre": "Teléfono", "actual": PASSWORD, "codigo": pyotp.TOTP(key).now(),
            "credencial": device.make(asked(browser.get(PLACE).text)), **more}  # fmt: skip
    return browser.post(PLACE, form), browser


def test_a_passkey_is_kept_shown_and_taken_back(app, engine, key):
    device = Device()
    assert asked(half(app)[1]) is None, "who has none is not asked for one"
    answer, browser = kept(app, key, device)
    assert answer.status_code == 303
    assert "Teléfono" in browser.get(PLACE).text
    other, page = half(app)
    assert other.post("/entrar/llave", {"credencial": device.show(asked(page))}).status_code == 303
    assert other.get("/").status_code == 200
    with reading(engine) as connection:
        row = connection.execute(select(llave)).one()
        assert (row.cuenta, row.usada is not None) == (2, True)
        told = connection.execute(select(aviso.c.asunto)).scalars().all()
        assert "Registro: llave nueva" in told
    renewed(engine)
    place = f"{PLACE}/{row.id}/retirar"
    assert browser.post(place, {"codigo": "0"}).status_code == 422
    assert browser.post(place, {"codigo": pyotp.TOTP(key).now()}).status_code == 303
    assert asked(half(app)[1]) is None


def test_a_passkey_is_not_kept_without_a_code_nor_from_elsewhere(app, engine, key):
    for device, more in ((Device(), {"codigo": "1"}), (Device(), {"actual": "otra"}),
                         (Device("https://malo.pe"), {}),
                         (Device(verified=False), {}), (Device(), {"nombre": " "}),
                         (Device(), {"credencial": "{}"}), (Device(), {"credencial": ""}),
                         (Device(), {"credencial": "[" * 5000})):  # fmt: skip
        assert kept(app, key, device, **more)[0].status_code == 422, more
    with reading(engine) as connection:
        assert connection.execute(select(llave)).all() == []


def test_what_another_signed_or_signed_before_opens_nothing(app, engine, key):
    device = Device()
    assert kept(app, key, device)[0].status_code == 303
    browser, page = half(app)
    before = device.show(asked(page))
    elsewhere, stranger = Device("https://malo.pe"), Device()
    elsewhere.key = device.key
    for bad in (stranger.show(asked(page)), elsewhere.show(asked(page)), "{}", ""):
        unhurried(engine)
        assert browser.post("/entrar/llave", {"credencial": bad}).status_code == 401
    unhurried(engine)
    again, _ = half(app)
    answer = again.post("/entrar/llave", {"credencial": before})
    assert answer.status_code == 401, "it was signed for another session"
    assert again.get("/").status_code == 303
    unhurried(engine)
    assert browser.post("/entrar/llave", {"credencial": before}).status_code == 303, "nor is lost"


def test_a_device_that_was_copied_is_found_by_its_count(app, key):
    device = Device()
    kept(app, key, device)
    for count, code in ((50, 303), (10, 401)):
        device.count = count
        browser, page = half(app)
        answer = browser.post("/entrar/llave", {"credencial": device.show(asked(page))})
        assert answer.status_code == code


def test_one_has_few_passkeys_and_nobody_takes_anothers_back(app, engine, key, monkeypatch):
    monkeypatch.setattr(passkeys, "_MOST", 1)
    assert kept(app, key, Device())[0].status_code == 303
    second = Device()
    second.identity = b"z" * 32
    assert kept(app, key, second)[0].status_code == 422
    with reading(engine) as connection:
        number = connection.execute(select(llave.c.id)).scalar_one()
    other = settle(app, "aprobador")["aprobador"]
    browser = Browser(app)
    browser.enter("aprobador", other)
    renewed(engine)
    form = {"codigo": pyotp.TOTP(other).now()}
    assert browser.post(f"{PLACE}/{number}/retirar", form).status_code == 404
