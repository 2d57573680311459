"""The documented configuration of nginx, on loopback, in front of the board."""

import contextlib
import http.client
import json
import os
import shutil
import signal
import ssl
import subprocess
import time

import pytest

from data.query.query_string import TRACKING
from tests.load.server import free_port, served

HOST = "tablero.example.pe"
SECURITY = ("content-security-policy", "x-content-type-options", "referrer-policy",
            "permissions-policy", "cross-origin-opener-policy", "strict-transport-security",
            "cross-origin-resource-policy", "etag", "cache-control", "content-encoding",
            "content-type", "x-frame-options")  # fmt: skip
PATHS = ["/", "/indicadores?anio=2023", "/vistas/panorama.json", "/datos/valores.csv",
         "/incrustar/semaforo", "/imagenes/semaforo.png", "/nada"]  # fmt: skip
MAIN = """user root; worker_processes 1; daemon off; pid {place}/nginx.pid;
error_log {place}/main.log; events {{ worker_connections 256; }}
http {{ {temporary} include {place}/tablero.conf; }}
"""


def found():
    place = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    return place or pytest.skip("no nginx here, and it could not be installed: make nginx")


@pytest.fixture(scope="module")
def behind():
    found()
    with served() as server:
        yield server


def changed(text, pairs):
    """Return a text with every one of some words replaced; each must stand in it."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


class Front:
    """nginx, with the files of .deploy changed only in their places and ports."""

    host, files = HOST, ("nginx.conf", "nginx-proxy.conf")

    def __init__(self, root, place, backend, changes=()):
        self.place, self.port = place, free_port()
        self._certify()
        pairs = zip(("tablero.conf", "proxy.conf"), self.files,
                    (self._places(backend), changes), strict=False)  # fmt: skip
        for copy, name, words in pairs:
            text = (root / ".deploy" / name).read_text("utf-8")
            (place / copy).write_text(changed(text, words), "utf-8")
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = " ".join(f"{kind}_temp_path {place}/{kind};" for kind in kinds)
        (place / "nginx.conf").write_text(MAIN.format(place=place, temporary=temporary), "utf-8")
        command = [found(), "-p", place, "-e", place / "start.log", "-c", place / "nginx.conf"]
        subprocess.run([*command, "-t"], check=True, capture_output=True, timeout=20)
        self.process = subprocess.Popen(command)
        self._wait()

    def _certify(self):
        key, certificate = self.place / "key.pem", self.place / "cert.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
             f"/CN={self.host}", "-keyout", key, "-out", certificate],
            check=True, capture_output=True,
        )  # fmt: skip

    def _places(self, backend):
        live = f"/etc/letsencrypt/live/{self.host}"
        return (
            ("127.0.0.1:8050", f"127.0.0.1:{backend}"),
            ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
            ("listen 443", f"listen 127.0.0.1:{self.port}"),
            ("/var/cache/nginx/tablero", f"{self.place}/cache"),
            ("/var/log/nginx/", f"{self.place}/"),
            ("/etc/nginx/tablero-proxy.conf", f"{self.place}/proxy.conf"),
            (f"{live}/fullchain.pem", f"{self.place}/cert.pem"),
            (f"{live}/privkey.pem", f"{self.place}/key.pem"),
        )

    def _wait(self):
        for _ in range(200):
            with contextlib.suppress(OSError):
                return self.ask("/salud")
            time.sleep(0.05)
        raise RuntimeError((self.place / "start.log").read_text())

    def ask(self, path, method="GET", body=None, **headers):
        context = ssl._create_unverified_context()
        line = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=30, context=context)
        return _asked(line, path, method, body, {"Host": self.host, **headers})

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


def _asked(line, path, method, body, headers):
    said = {"Host": HOST, "Accept-Encoding": "gzip, deflate, br", "User-Agent": "Firefox de Rosa"}
    said |= {name.replace("_", "-"): value for name, value in headers.items()}
    with contextlib.closing(line):
        line.request(method, path, body, said)
        answer = line.getresponse()
        content = answer.read()
    fields = {}
    for name, value in answer.getheaders():
        fields.setdefault(name.lower(), []).append(value)
    return answer.status, fields, content


def straight(server, path):
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    return _asked(line, path, "GET", None, {"X-Forwarded-Proto": "https"})


@pytest.fixture(scope="module")
def front(behind, root, tmp_path_factory):
    nginx = Front(root, tmp_path_factory.mktemp("nginx"), behind.port)
    yield nginx
    nginx.stop()


@pytest.mark.parametrize("path", PATHS)
def test_what_passes_through_is_what_the_board_said(front, behind, path):
    own, ours, body = straight(behind, path)
    status, theirs, same = front.ask(path)
    assert (status, same) == (own, body)
    for name in SECURITY:
        assert theirs.get(name) == ours.get(name), name
    assert "set-cookie" not in theirs


def test_a_second_reader_does_not_reach_the_board(front):
    front.ask("/mapa?anio=2023")
    for encoding in ("gzip, deflate, br", "br;q=1.0, gzip;q=0.5", "br"):
        status, headers, _ = front.ask("/mapa?anio=2023", Accept_Encoding=encoding)
        assert (status, headers["x-cache"]) == (200, ["HIT"])
        assert headers["content-encoding"] == ["br"]


def test_what_follows_a_reader_makes_no_second_copy(front):
    front.ask("/rutas?tipo=interna")
    for query in (
        "tipo=interna&fbclid=1", "fbclid=2&tipo=interna", "utm_source=a&utm_medium=b",
        "utm_source=a&tipo=interna&gclid=c&_ga=d", "ref=x&tipo=interna&fbclid",
    ):  # fmt: skip
        path = f"/rutas?{query}"
        if "tipo" not in query:
            front.ask("/rutas")
        status, headers, body = front.ask(path)
        assert (status, headers["x-cache"]) == (200, ["HIT"]), path
        assert body == front.ask("/rutas?tipo=interna" if "tipo" in query else "/rutas")[2]


def test_what_is_no_such_name_is_another_answer(front):
    for path in ("/perfil?xfbclid=1", "/perfil?buscar=fbclid=1", "/perfil?periodo=2014&refx=1"):
        assert front.ask(path)[1]["x-cache"] == ["MISS"], path
    whole, cut = "/datos/valores.csv?anio=2023&fbclid=x", "/datos/valores.csv?anio=2023"
    assert front.ask(whole)[2] == front.ask(cut)[2]


def test_a_follower_cannot_put_another_answer_in_the_place_of_a_page(front, behind):
    """What is longer than any query that is read would be answered with a remark."""
    front.ask(f"/sectores?fbclid={'a' * 8_050}")
    assert front.ask("/sectores")[2] == straight(behind, "/sectores")[2]
    plain = front.ask("/sectores?fbclid=1", Accept_Encoding="identity")[2]
    assert "demasiado larga" not in plain.decode()


def test_the_names_that_follow_are_those_of_the_board(root):
    text = (root / ".deploy" / "nginx.conf").read_text("utf-8")
    assert text.count(f"(?:{'|'.join(TRACKING)})") == 2


def test_each_takes_the_form_that_it_reads(front):
    for encoding, kept in (("br", ["br"]), ("gzip", ["gzip"]), ("identity", None)):
        for _ in range(2):
            _, headers, _ = front.ask("/rutas", Accept_Encoding=encoding)
            assert headers.get("content-encoding") == kept


def test_what_a_reader_has_is_not_sent_again(front):
    _, headers, _ = front.ask("/perfil")
    status, again, body = front.ask("/perfil", If_None_Match=headers["etag"][0])
    assert (status, body) == (304, b"")
    assert again["content-security-policy"] == headers["content-security-policy"]


def test_health_is_never_remembered(front):
    assert {front.ask("/salud")[1]["x-cache"][0] for _ in range(3)} == {"MISS"}


def test_what_is_no_reading_stops_at_the_door(front):
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        status, headers, _ = front.ask("/", method, b"{}")
        assert (status, headers["allow"]) == (405, ["GET, HEAD"])
    assert front.ask("/_dash-update-component", "POST", b"x" * 70_000)[0] == 405
    assert front.ask("/?buscar=" + "a" * 9_500)[0] == 414
    assert front.ask("/", X_Long="a" * 40_000)[0] in (400, 431)


def test_its_log_does_not_say_who_reads_what(front):
    front.ask("/indicadores?buscar=rosa")
    time.sleep(0.2)
    text = (front.place / "tablero.log").read_text()
    assert text
    assert all(json.loads(line)["estado"] for line in text.splitlines())
    assert not any(word in text for word in ("127.0.0.1", "rosa", "Rosa", "Firefox", "buscar"))
    assert (front.place / "tablero.error.log").read_text() == ""


def test_the_last_good_page_outlives_the_board(root, tmp_path):
    brief = "Vary Cache-Control;\nproxy_cache_valid 200 1s;"
    changes = [("proxy_ignore_headers Vary;", f"proxy_ignore_headers {brief}")]
    found()
    with served(WEB_CONCURRENCY="1") as server:
        nginx = Front(root, tmp_path, server.port, changes)
        _, _, before = nginx.ask("/mapa")
        os.killpg(server.process.pid, signal.SIGKILL)
        server.process.wait(10)
    time.sleep(2.2)
    try:
        status, headers, after = nginx.ask("/mapa")
        assert (status, headers["x-cache"], after) == (200, ["STALE"], before)
        status, headers, said = nginx.ask("/planes")
        assert (status, headers["retry-after"]) == (503, ["60"])
        assert "1818, opción 1" in said.decode()
        with served(port=server.port, WEB_CONCURRENCY="1"):
            assert nginx.ask("/planes")[0] == 200
    finally:
        nginx.stop()
