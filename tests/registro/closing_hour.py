"""The last hour before a due date: officers who save at once, over a real server.

python -m tests.registro.closing_hour [OFFICERS] [SAVES] [PAUSE, in tenths of a second]

SQLite; and PostgreSQL where Debian has it. Each save is a POST and the page that follows it.
"""

import http.client
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlencode

from sqlalchemy import func, insert, select

from callbacks.registro.visit import COOKIE
from data.loader import load
from data.registro.accounts import people, sessions
from data.registro.chain import verify
from data.registro.database import connect, migrate, reading, writing
from data.registro.rights import Designation
from data.registro.schema import roles
from data.registro.schema.people import persona, sesion
from data.registro.schema.reports import reporte, reporte_version
from tests.load.server import free_port
from tests.load.told import numbers
from tests.registro.acts import VALID
from tests.registro.conftest import PERIOD, at, fill, postgresql, programs, settle


def officers(engine, count):
    """Sign in an officer for each report; return the cookie, the token and the report of each."""
    with writing(engine) as connection:
        which = reporte.c.periodo == PERIOD
        rows = connection.execute(select(reporte).where(which).order_by(reporte.c.id)).all()
        found = []
        for n in range(count):
            row, mail = rows[n % len(rows)], f"oficial{n}@pe"
            line = insert(persona).values(correo=mail, nombre=f"Oficial {n}")
            number = connection.execute(line.returning(persona.c.id)).scalar_one()
            given = Designation(row.entidad, "registrador", date(2025, 1, 1))
            people.designate(connection, number, given, "RM 1")
            token = sessions.begin(connection, number, datetime.now(UTC), "", second=True)
            csrf = select(sesion.c.ficha_csrf).where(sesion.c.persona == number)
            found.append((token, connection.execute(csrf).scalar_one(), row.codigo))
    return found


@contextmanager
def served(base, folder, **more):
    """Start the Registro as it is started, and stop it."""
    port = free_port()
    settings = {"REGISTRO_BASE": base, "REGISTRO_PORT": str(port),
                "REGISTRO_URL": f"http://127.0.0.1:{port}",
                "REGISTRO_ARCHIVOS": str(folder / "archivos"), **more}  # fmt: skip
    order = [sys.executable, "-m", "callbacks.registro.commands", "servir"]
    with (folder / "log").open("w") as log:
        running = subprocess.Popen(order, env=os.environ | settings, stdout=log, stderr=log)
    try:
        for _ in range(300):
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            try:
                line.request("GET", "/salud")
                line.getresponse().read()
                break
            except OSError:
                time.sleep(0.1)
            finally:
                line.close()
        yield port
    finally:
        running.terminate()
        running.wait()


def work(port, officer, index, saves, pause):
    """Save some times, as one officer does; return how long each took and how it was answered."""
    (token, csrf, code), drawn = officer, random.Random(index)
    place, told = f"/reportes/{PERIOD}/{code}", []
    headers = {"Cookie": f"{COOKIE}={token}", "Origin": f"http://127.0.0.1:{port}",
               "Content-Type": "application/x-www-form-urlencoded"}  # fmt: skip
    time.sleep(drawn.uniform(0, pause))
    for n in range(saves):
        form = {**VALID, "_ficha": csrf, "_version": str(n), "texto": f"Oficial {index}: {n}."}
        begun, line = time.perf_counter(), http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        line.request("POST", place, urlencode(form), headers)
        answer = line.getresponse()
        answer.read()
        line.request("GET", place, headers=headers)
        line.getresponse().read()
        line.close()
        told.append((time.perf_counter() - begun, answer.status))
        time.sleep(drawn.uniform(0.5, 1.5) * pause)
    return told


def measure(base, count, saves, pause):
    """Return what a closing hour over a database was like, in one line."""
    engine = connect(base)
    migrate(engine)
    fill(engine, load())
    held = officers(engine, count)
    with tempfile.TemporaryDirectory() as name, served(base, Path(name)) as port:
        begun = time.perf_counter()
        with ThreadPoolExecutor(count) as pool:
            runs = [pool.submit(work, port, one, n, saves, pause) for n, one in enumerate(held)]
            told = [one for run in runs for one in run.result()]
        spent = time.perf_counter() - begun
    with reading(engine) as connection:
        kept = connection.execute(select(func.count()).select_from(reporte_version)).scalar_one()
        broken = len(list(verify(connection)))
    engine.dispose()
    seconds = sorted(one for one, _ in told)
    p95 = seconds[int(len(seconds) * 0.95) - 1]
    return (f"{count} oficiales, {len(told)} guardados en {spent:.0f} s "
            f"({len(told) / spent:.1f} por segundo): mediana "
            f"{statistics.median(seconds) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms, máximo "
            f"{seconds[-1] * 1000:.0f} ms; respuestas {dict(Counter(code for _, code in told))}; "
            f"perdidos {len(told) - kept}, eslabones rotos {broken}"), (
        kept == len(told) and not broken and p95 < 0.5
    )  # fmt: skip


def main(arguments):
    """Measure and say; 1 if the 95th percentile passes half a second or a save was lost."""
    count, saves, tenths = numbers(arguments, 50, 5, 40)
    with tempfile.TemporaryDirectory() as name:
        said, good = measure(f"sqlite:///{name}/registro.sqlite", count, saves, tenths / 10)
        print(f"SQLite: {said}", flush=True)
    if programs():
        with postgresql() as home:
            settle(home)
            said, also = measure(at(home, roles.APP), count, saves, tenths / 10)
            print(f"PostgreSQL: {said}", flush=True)
            good = good and also
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
