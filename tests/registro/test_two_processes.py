"""Two processes over one database at the same instant: nothing is done twice, nothing is lost."""

import http.client
import json
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from urllib.parse import urlencode

import pyotp
import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import func, select

from callbacks.registro.visit import COOKIE
from data.registro.accounts import people, second_factor, sessions, throttle
from data.registro.accounts.tokens import Vault
from data.registro.chain import verify
from data.registro.database import alone, reading, writing
from data.registro.schema import roles
from data.registro.schema.people import aviso, sesion
from data.registro.schema.publication import publicacion, publicacion_reporte
from data.registro.schema.reports import reporte
from data.registro.schema.review import transicion
from tests.load.server import free_port
from tests.registro.acts import PEOPLE
from tests.registro.closing_hour import served
from tests.registro.conftest import at, beside
from tests.registro.test_accounts import Letters
from tests.registro.test_publication import approve, settle_people
from tests.registro.twin import COUNTED, MOMENT, TRIES

NAME = "gemelos"


@pytest.fixture(params=["postgresql", "sqlite"])
def held(request, store):
    """A database that others may open too, and its address."""
    if request.param == "sqlite":
        engine = request.getfixturevalue("engine")
        yield engine, str(engine.url)
        return
    cluster = request.getfixturevalue("cluster")
    request.getfixturevalue("postgres")
    with beside(cluster, store, NAME) as engine:
        yield engine, at(cluster, roles.APP, NAME)


class Twins:
    """Two processes that are told the same at once."""

    def __init__(self, root, *arguments):
        order = [sys.executable, "-m", "tests.registro.twin", *arguments]
        how = {"cwd": root, "stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.both = [subprocess.Popen(order, **how) for _ in "ab"]
        assert self.answers() == ["listo", "listo"]

    def answers(self):
        return [json.loads(one.stdout.readline()) for one in self.both]

    def do(self, act):
        for one in self.both:
            one.stdin.write(f"{act}\n")
            one.stdin.flush()
        return self.answers()

    def end(self):
        for one in self.both:
            one.communicate(timeout=20)
            assert one.returncode == 0


@contextmanager
def twins(root, *arguments):
    pair = Twins(root, *arguments)
    try:
        yield pair
    finally:
        pair.end()


def counted(said):
    return sum(int(one.rpartition(" ")[2]) for one in said)


def test_two_at_once_remind_mail_close_and_begin_a_cut_once(held, root, tmp_path):
    engine, base = held
    settle_people(engine)
    approve(engine)
    keys, secret = tmp_path / "secreto", second_factor.secret()
    with writing(engine) as connection:
        second_factor.enrol(connection, Vault.of(keys), 1, secret)
    letters = Letters()
    server = Controller(letters, hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        with twins(root, base, str(keys), f"127.0.0.1:{server.port}") as both:
            told = {act: both.do(act) for act in ("recordar", "enviar", "cerrar", "cortar",
                                                  "fallar")}  # fmt: skip
            told["codigo"] = both.do(f"codigo {pyotp.TOTP(secret).at(MOMENT)}")
    finally:
        server.stop()
    with reading(engine) as connection:
        _once(connection, told, letters)
        assert throttle.tries(connection, COUNTED, MOMENT) == 2 * TRIES
        assert list(verify(connection)) == []
    assert sorted(map(bool, told["cortar"])) == [False, True]
    assert sorted(told["codigo"]) == [False, True]


def _once(connection, told, letters):
    """What both did, added up, is what there is, and each of it once."""
    written = connection.execute(select(aviso.c.para, aviso.c.asunto)).all()
    assert counted(told["recordar"]) == len(written) == len(set(written)) > 0
    assert len(letters.held) == len({str(one) for one in letters.held}) == len(written)
    assert sum(told["enviar"]) == len(written)
    line = select(transicion.c.reporte).where(transicion.c.accion == "cerrar")
    closed = connection.execute(line).scalars().all()
    silent = select(func.count()).where(reporte.c.estado == "sin-reporte")
    assert counted(told["cerrar"]) == len(closed) == len(set(closed)) == 49
    assert connection.execute(silent).scalar_one() == len(closed)
    assert len(connection.execute(select(publicacion.c.id)).all()) == 1
    assert len(connection.execute(select(publicacion_reporte.c.reporte)).all()) == 1


def test_who_sends_is_alone_and_lets_go(held):
    engine, _ = held
    with alone(engine, 1) as first, alone(engine, 1) as second, alone(engine, 2) as other:
        assert (first, second, other) == (True, False, True)
    with alone(engine, 1) as again:
        assert again


def asked(port, method, path, cookie="", **form):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Origin": f"http://127.0.0.1:{port}", "Cookie": cookie,
               "Content-Type": "application/x-www-form-urlencoded"}  # fmt: skip
    line.request(method, path, urlencode(form) if form else None, headers)
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer.status


def test_a_session_and_the_tries_are_the_same_on_two_servers(postgres, cluster, tmp_path):
    who, now = PEOPLE["lector"], datetime.now(UTC)
    with writing(postgres) as connection:
        token = sessions.begin(connection, who.id, now, "", second=True)
        for given in who.designaciones:
            people.designate(connection, who.id, given, "RM 1")
        line = select(sesion.c.ficha_csrf).where(sesion.c.persona == who.id)
        csrf = connection.execute(line.order_by(sesion.c.nacida.desc()).limit(1)).scalar_one()
    cookie, base = f"{COOKIE}={token}", at(cluster, roles.APP)
    with ExitStack() as stack:
        folders = [tmp_path / name for name in "ab"]
        for one in folders:
            one.mkdir()
        first, second = (stack.enter_context(served(base, one)) for one in folders)
        assert [asked(port, "GET", "/", cookie) for port in (first, second)] == [200, 200]
        assert asked(first, "POST", "/salir", cookie, _ficha=csrf) == 303
        assert asked(second, "GET", "/", cookie) == 303, "ended on one, ended on both"
        for port in (first, second) * 2:
            assert asked(port, "POST", "/entrar", correo="p12@pe", clave="no es esta") == 401
    with reading(postgres) as connection:
        key = throttle.key("p12@pe", "127.0.0.1")
        assert throttle.tries(connection, key, datetime.now(UTC)) == 4
