"""Limits that only a socket meets, and the counts of two workers."""

import contextlib
import json
import os
import signal
import socket
import time
import urllib.request

import pytest

from tests.load.server import free_port, served
from tests.operations import limits

START = b" HTTP/1.1\r\nHost: x\r\n"
CHUNK = b"1000\r\n" + b"x" * 4096 + b"\r\n"


@pytest.fixture(scope="module")
def counts():
    return free_port()


@pytest.fixture(scope="module")
def server(counts):
    with served(WEB_CONCURRENCY="2", TABLERO_METRICAS=str(counts)) as found:
        yield found


@pytest.fixture(scope="module", autouse=True)
def silent(server):
    """Return a client that begins a request and says no more, and when it did."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as line:
        line.sendall(b"GET /salud HTTP/1.1\r\nHost:")
        yield line, time.monotonic()


@pytest.fixture(scope="module", autouse=True)
def dripping(server):
    """Return how long each client of a crowd was let give a byte now and then."""
    with limits.dripping(server.port) as ended:
        yield ended


def say(server, *parts):
    """Send whatever comes; return what the server says until it hangs up or is done."""
    heard = b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=8) as line:
        with contextlib.suppress(OSError):
            for part in parts:
                line.sendall(part)
        with contextlib.suppress(OSError):
            while piece := line.recv(65_536):
                heard += piece
    return heard


def get(port, path="/"):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return answer.read().decode()


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /?buscar=" + b"a" * 9_000 + START + b"\r\n", b"414"),
        (b"GET /" + START + b"".join(b"X-%d: a\r\n" % n for n in range(200)) + b"\r\n", b"431"),
        (b"GET /" + START + b"X: " + b"a" * 20_000 + b"\r\n\r\n", b"431"),
        (b"<script>alert(1)</script>\r\n\r\n", b"400"),
        (b"GET / HTTP/9.9\r\nHost: x\r\n\r\n", b"400"),
        (b"GET /" + START + b"Content-Length: -1\r\n\r\n", b"400"),
        (b"GET /" + START + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", b"400"),
    ],
)
def test_what_is_too_much_or_no_http_is_refused(server, request_, status):
    heard = say(server, request_)
    assert heard.split(b" ")[1] == status
    assert b"<script>" not in heard
    assert b"Traceback" not in heard

    head, _, page = heard.partition(b"\r\n\r\n")
    for name in (b"Content-Security-Policy: default-src 'self'", b"X-Content-Type-Options: nosniff",
                 b"X-Frame-Options: DENY", b"Referrer-Policy: same-origin",
                 b"Cache-Control: no-store", b"Content-Length: %d" % len(page)):  # fmt: skip
        assert name in head, name
    assert page.startswith(b'<!doctype html><html lang="es-PE">')
    assert "1818, opción 1" in page.decode()
    assert b"Request" not in page


def test_connections_that_say_nothing_hold_no_thread(server):
    """As many as hold every thread four times over, were they let in."""
    with contextlib.ExitStack() as stack:
        for _ in range(400):
            stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=10))
        for _ in range(10):
            begun = time.monotonic()
            assert '"bien"' in get(server.port, "/salud")
            assert time.monotonic() - begun < 1


def test_a_start_without_a_public_address_says_so_once(server):
    said = [json.loads(line) for line in server.log.read_text("utf-8").splitlines()]
    told = [line for line in said if line["evento"].startswith("sin TABLERO_URL")]
    assert [line["nivel"] for line in told] == ["AVISO"]
    with served(WEB_CONCURRENCY="1", TABLERO_URL="https://tablero.gob.pe") as named:
        assert "sin TABLERO_URL" not in named.log.read_text("utf-8")


def test_a_body_that_is_too_large_is_not_read(server):
    head = (
        b"Content-Type: application/json\r\nContent-Length: 31457280\r\nConnection: close\r\n\r\n"
    )
    begun = time.monotonic()
    heard = say(server, b"POST /_dash-update-component" + START + head, b"x" * 31_457_280)
    assert heard[:12] in (b"HTTP/1.1 413", b"")
    assert time.monotonic() - begun < 8
    assert '"bien"' in get(server.port, "/salud")


def test_a_body_without_end_does_not_hold_a_thread(server):
    begun = time.monotonic()
    heard = say(
        server, b"GET /salud" + START + b"Transfer-Encoding: chunked\r\n\r\n", CHUNK * 9_000
    )
    assert heard[:12] in (b"HTTP/1.1 200", b"")
    assert time.monotonic() - begun < 16


def test_counts_outlive_the_worker_that_made_them(server, counts):
    for _ in range(6):
        get(server.port, "/datos/valores.csv")
    line = 'tablero_peticiones_total{ruta="/datos/<>.csv",estado="200"} 6'
    assert line in get(counts, "/metrics").splitlines()
    victim, other = server.workers()
    os.kill(victim, signal.SIGKILL)
    until = time.monotonic() + 15
    while len(set(server.workers()) - {victim}) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    assert other in server.workers()
    assert line in get(counts, "/metrics").splitlines()
    get(server.port, "/datos/valores.csv")
    assert line.replace(" 6", " 7") in get(counts, "/metrics").splitlines()


def test_who_says_nothing_more_is_left_after_ten_seconds(silent):
    line, begun = silent
    line.settimeout(20)
    with contextlib.suppress(ConnectionResetError):
        assert line.recv(10) == b""
    assert time.monotonic() - begun < 30


def test_who_gives_a_byte_now_and_then_is_left_too(dripping):
    assert limits.longest(dripping) < 25


def test_every_line_of_its_log_is_an_object_without_visitors(server):
    said = [json.loads(line) for line in server.log.read_text("utf-8").splitlines()]
    assert {"hora", "nivel", "evento"} <= set.intersection(*map(set, said))
    text = json.dumps([line for line in said if "Listening" not in line["evento"]])
    assert not any(word in text for word in ("127.0.0.1", "aaaa", "script", "Rosa"))
