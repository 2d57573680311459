"""The board as an ordinary user, on a disk that nobody can write to."""

import os
import shutil
import subprocess
import sys
import sysconfig
import urllib.request
from pathlib import Path

import pytest

from components.charts.registry import CHARTS
from components.pages import PAGES
from tests.load.server import ROOT, served

NOBODY = "65534"
READ_ONLY = 'mount --make-rprivate / && mount -o remount,bind,ro / && exec "$@"'
AS_NOBODY = ("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--no-new-privs")
CLOSED = ("unshare", "--mount", "sh", "-c", READ_ONLY, "sh", *AS_NOBODY)


def interpreter():
    """Return an interpreter that anybody may run, of the version of this one."""
    version = f"python3.{sys.version_info.minor}"
    for found in (sys.executable, f"/usr/bin/{version}", f"/usr/local/bin/{version}"):
        tried = [*AS_NOBODY, "sh", "-c", f"exec {found} -c pass"]
        if Path(found).exists() and subprocess.run(tried, capture_output=True).returncode == 0:
            return found
    return None


@pytest.fixture(scope="module")
def server():
    if os.getuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("only root can become nobody")
    if subprocess.run([*CLOSED, "true"], capture_output=True).returncode != 0:
        pytest.skip("this machine lets nobody make its disk read-only for one process")
    python = interpreter() or pytest.skip("no interpreter that an ordinary user may run")
    packages = sysconfig.get_path("purelib")
    with served(before=CLOSED, python=python, PYTHONPATH=f"{ROOT}:{packages}",
                PYTHONDONTWRITEBYTECODE="1", WEB_CONCURRENCY="1") as found:  # fmt: skip
        yield found


def test_it_is_nobody_and_its_disk_is_closed(server):
    for pid in [server.process.pid, *server.workers()]:
        status = Path(f"/proc/{pid}/status").read_text()
        assert f"Uid:\t{NOBODY}\t{NOBODY}\t{NOBODY}\t{NOBODY}" in status
        assert "NoNewPrivs:\t1" in status
        mounts = Path(f"/proc/{pid}/mounts").read_text().splitlines()
        root = [mount.split() for mount in mounts if mount.split()[1] == "/"]
        assert root[-1][3].startswith("ro")


def test_every_kind_of_answer_arrives(server):
    paths = [page.example for page in PAGES]
    paths += [f"/incrustar/{slug}" for slug in list(CHARTS)[:2]]
    paths += ["/incrustar", "/presentar", "/vistas/panorama.json", "/graficos/semaforo.json",
              "/datos/valores.csv", "/datos/valores.xlsx", "/datos/todo.zip", "/salud",
              "/imagenes/semaforo.svg", "/imagenes/semaforo.png", "/_dash-layout"]  # fmt: skip
    for path in paths:
        with urllib.request.urlopen(server.base + path, timeout=30) as answer:
            assert answer.status == 200, path
            assert answer.read(), path
    log = server.log.read_text()
    assert '"nivel":"ERROR"' not in log
    assert "Read-only" not in log
