"""What only a socket meets, at the Registro as it is started: it says no in its own words."""

import json
import socket
import time
from contextlib import ExitStack, suppress
from urllib.request import urlopen

import pytest

from data.registro.database import connect, migrate
from tests.operations import limits
from tests.registro.closing_hour import served

START = b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
POST = b"POST /entrar" + START
# More than there are threads.
CROWD = 20


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    folder = tmp_path_factory.mktemp("registro-limits")
    base = f"sqlite:///{folder}/r.sqlite"
    engine = connect(base)
    migrate(engine)
    engine.dispose()
    with served(base, folder, REGISTRO_SECRETO="") as found:
        yield found, folder / "log"


@pytest.fixture(scope="module", autouse=True)
def slow(port):
    """Clients that begin to ask, to send a form, and go on drop by drop."""
    form = POST + b"Content-Length: 900\r\n\r\n" + b"a" * 100
    with limits.dripping(port[0]) as asks, limits.dripping(port[0], form) as sends:
        yield asks, sends


@pytest.fixture(scope="module", autouse=True)
def unfinished(port):
    """Return a client whose form never comes to its end."""
    with socket.create_connection(("127.0.0.1", port[0]), timeout=20) as line:
        line.sendall(POST + b"Content-Length: 50\r\n\r\na=b")
        yield line


def say(port, *parts):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        for part in parts:
            line.sendall(part)
        return heard(line)


def heard(line):
    """Return what is said on a line until it ends."""
    said = b""
    with suppress(OSError):
        while piece := line.recv(65_536):
            said += piece
    return said


def refused_in_words(said, status):
    assert said.split(b" ")[1] == status
    assert b"Content-Security-Policy: default-src 'none'" in said
    assert b"<script>" not in said
    if int(status) >= 400:
        assert b"No se pudo" in said


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (b"GET /" + b"a" * 9_000 + START + b"\r\n", b"414"),
        (b"GET /" + START + b"X: " + b"a" * 20_000 + b"\r\n\r\n", b"431"),
        (b"<script>alert(1)</script>\r\n\r\n", b"400"),
        (POST + b"Expect: pizza\r\nContent-Length: 3\r\n\r\na=b", b"417"),
        (POST + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\na=b", b"400"),
        (POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\na=b\r\n0\r\n\r\n", b"403"),
        (POST + b"Transfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n0\r\n\r\n", b"403"),
        (b"OPTIONS /entrar" + START + b"\r\n", b"200"),
        (b"HEAD /salud" + START + b"\r\n", b"200"),
    ],
)
def test_what_is_no_request_is_refused_in_its_words_with_its_headers(port, asked, status):
    refused_in_words(say(port[0], asked), status)


def test_what_follows_a_refused_form_is_answered(port):
    after = b"GET /salud" + START + b"\r\n"
    form = b"POST /entrar HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\n" + b"x" * 90_000
    said = say(port[0], form + after)
    assert [part[:3] for part in said.split(b"HTTP/1.1 ")[1:]] == [b"403", b"200"]
    cut = b"POST /entrar HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nx"
    with socket.create_connection(("127.0.0.1", port[0])) as line:
        line.sendall(cut)
    assert urlopen(f"http://127.0.0.1:{port[0]}/salud", timeout=10).status == 200


def test_a_crowd_that_says_no_more_does_not_stop_it_for_good(port):
    with ExitStack() as stack:
        for _ in range(CROWD):
            line = stack.enter_context(socket.create_connection(("127.0.0.1", port[0])))
            line.sendall(b"GET /salud HTTP/1.1\r\nHost:")
        time.sleep(0.5)
        assert urlopen(f"http://127.0.0.1:{port[0]}/salud", timeout=35).status == 200


def test_who_gives_a_byte_now_and_then_is_left(slow):
    assert [limits.longest(one) < 25 for one in slow] == [True, True]


def test_a_form_that_never_comes_to_its_end_is_refused_too(unfinished):
    refused_in_words(heard(unfinished), b"403")


def test_its_log_has_one_object_a_line_and_no_failure(port):
    text = port[1].read_text("utf-8")
    said = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    assert not [one for one in said if one.get("nivel") == "ERROR" or "fallo" in one]
    assert "Traceback" not in text
