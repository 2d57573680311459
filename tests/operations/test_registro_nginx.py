"""The documented nginx of the Registro, on loopback, in front of the Registro as it is started."""

import json
import time
from contextlib import ExitStack
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from data.registro.database import connect, migrate
from tests.load.server import free_port
from tests.operations.test_nginx import Front, found
from tests.registro.closing_hour import served

HOST = "registro.example.pe"
FORM = {"Content_Type": "application/x-www-form-urlencoded", "Origin": f"https://{HOST}"}
TOKEN = "un-enlace-de-un-uso"


class Door(Front):
    host, files = HOST, ("registro-nginx.conf",)

    def _places(self, backend):
        live = f"/etc/letsencrypt/live/{HOST}"
        return (
            ("127.0.0.1:8060", f"127.0.0.1:{backend}"),
            # The other process is not there: nobody who reads notices.
            ("127.0.0.1:8061", f"127.0.0.1:{free_port()}"),
            ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
            ("listen 443", f"listen 127.0.0.1:{self.port}"),
            ("/var/log/nginx/", f"{self.place}/"),
            (f"{live}/fullchain.pem", f"{self.place}/cert.pem"),
            (f"{live}/privkey.pem", f"{self.place}/key.pem"),
        )

    def post(self, path, body=b"", **headers):
        return self.ask(path, "POST", body, **{**FORM, **headers})


@pytest.fixture(scope="module")
def door(root, tmp_path_factory):
    found()
    folder = tmp_path_factory.mktemp("registro-nginx")
    base = f"sqlite:///{folder}/r.sqlite"
    engine = connect(base)
    migrate(engine)
    engine.dispose()
    with ExitStack() as stack:
        counts = str(free_port())
        said = {"REGISTRO_URL": f"https://{HOST}", "REGISTRO_PROXIES": "1",
                "REGISTRO_METRICAS": counts}  # fmt: skip
        port = stack.enter_context(served(base, folder, **said))
        nginx = Door(root, tmp_path_factory.mktemp("nginx"), port)
        stack.callback(nginx.stop)
        nginx.log, nginx.counts = folder / "log", f"http://127.0.0.1:{counts}/"
        yield nginx


def test_a_page_comes_whole_encrypted_once_and_is_kept_nowhere(door):
    for _ in range(4):
        status, headers, body = door.ask("/entrar")
        assert status == 200
        assert b"Entrar al Registro" in body
        assert len(headers["strict-transport-security"]) == 1
        assert headers["cache-control"] == ["no-store"]
        assert "content-encoding" not in headers
        assert "x-cache" not in headers


def test_who_asks_is_what_nginx_says_and_the_name_is_that_of_the_registro(door):
    body = urlencode({"correo": "nadie@pe", "clave": "no es"}).encode()
    forged = {"X_Forwarded_For": "6.6.6.6", "X_Forwarded_Host": "malo.pe", "Forwarded": "for=6"}
    assert door.post("/entrar", body, **forged)[0] == 401, "its own form, by its own name"
    assert door.post("/entrar", body, Origin="https://malo.pe")[0] == 403
    refused = [one for one in lines(door) if one.get("lugar") == "entrar_enviar"]
    assert [one["red"] for one in refused] == ["127.0.0.1"] * 2


def test_what_is_too_large_is_told_in_words_by_one_or_the_other(door):
    by_the_registro = [(11.5, "Registro")] * 6
    for megabytes, said in (*by_the_registro, (13, "Una evidencia pesa 10 MB")):
        status, headers, body = door.post("/entrar", b"a" * int(megabytes * 1024 * 1024))
        assert (status, said in body.decode()) == (413, True)
        assert len(headers["strict-transport-security"]) == 1


def test_only_what_the_registro_has_passes(door):
    for method in ("PUT", "DELETE", "TRACE", "PATCH"):
        status, headers, _ = door.ask("/entrar", method)
        assert status == 405, method
        if method != "TRACE":
            assert headers["allow"] == ["GET, HEAD, POST"]


def test_trying_keys_is_slowed_and_looking_is_not(door):
    told = [door.post("/entrar", b"correo=x", Origin="https://malo.pe") for _ in range(80)]
    codes = [status for status, _, _ in told]
    assert set(codes) == {403, 429}
    slowed = next(one for one in told if one[0] == 429)
    assert slowed[1]["retry-after"] == ["5"]
    assert "Espere unos segundos" in slowed[2].decode()
    assert door.ask("/entrar")[0] == 200


def test_its_log_holds_no_link_and_nobody(door):
    door.ask(f"/invitacion/{TOKEN}?correo=rosa@pe")
    time.sleep(0.2)
    text = (door.place / "registro.log").read_text()
    assert '"ruta":"/invitacion/-"' in text
    assert all(json.loads(line)["estado"] for line in text.splitlines())
    assert not [one for one in (TOKEN, "rosa", "127.0.0.1", "Firefox") if one in text]


def lines(door):
    said = door.log.read_text().splitlines()
    return [json.loads(line) for line in said if line.startswith("{")]


def test_every_answer_is_counted_and_logged_by_the_form_of_its_address(door):
    before = len(lines(door))
    assert door.ask(f"/invitacion/{TOKEN}")[0] == 404
    with urlopen(door.counts, timeout=10) as answer:
        told = answer.read().decode()
    assert 'registro_peticiones_total{ruta="/invitacion/<token>",estado="404"}' in told
    assert 'registro_segundos_bucket{ruta="/invitacion/<token>",le="+Inf"}' in told
    new = lines(door)[before:]
    assert [(one["ruta"], one["codigo"]) for one in new if "ruta" in one] == [
        ("/invitacion/<token>", 404)
    ]
    assert [one["lugar"] for one in new if "lugar" in one] == ["invitacion"]
    assert TOKEN not in told + door.log.read_text()


def test_with_nobody_behind_it_says_what_is_safe(root, tmp_path):
    found()
    nginx = Door(root, tmp_path, free_port())
    try:
        status, headers, said = nginx.ask("/")
    finally:
        nginx.stop()
    assert (status, headers["retry-after"]) == (503, ["60"])
    assert "Lo que guardó está guardado" in said.decode()
