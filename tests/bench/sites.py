"""What is measured: the board, the same written by hand, the same as in a tutorial."""

import contextlib
import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PRELOADED = ("--preload",)
AS_SERVED = (*PRELOADED, "--config", "python:callbacks.serving.gunicorn_config")


@dataclass(frozen=True)
class Site:
    """A site with what says that its parts are on screen, and its first change of filter.

    ready: a filter that is chosen changes the page; settled: nothing more is on its way, where
    that comes later.
    """

    app: str
    gauges: str
    map: str
    ready: str
    change: Callable
    changed: str
    flags: tuple[str, ...] = PRELOADED
    settled: str = "body"


def _pick(page):
    page.click("#year")
    page.click(".dash-options-list-option-text:has-text('2023')")


OURS, FLOOR, NAIVE = "tablero", "página a mano", "Dash de tutorial"
SITES = {
    OURS: Site(
        "app:server", "#grafico-objetivos svg", "#grafico-tendencia svg", "body.scripted",
        lambda page: page.select_option("select", "2023"), "h1:has-text('2023')", AS_SERVED,
        "body.live-board"),
    FLOOR: Site(
        "tests.bench.plain:server", "#grafico-objetivos svg", "#grafico-tendencia svg",
        "body.scripted", lambda page: page.select_option("select", "2023"),
        "h1:has-text('2023')"),
    # A tutorial serves without --preload.
    NAIVE: Site(
        "tests.bench.naive:server", "#gauge-IG .main-svg", "#map g.choropleth path",
        "#table td", _pick, "#gauge-OP01 .main-svg:has-text('78')", ()),
}  # fmt: skip


@contextlib.contextmanager
def serve(app, flags=PRELOADED, **settings):
    """Serve with two workers; give the address, the process and the seconds until it answered."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", app, "-k", "gthread", "-w", "2", "--threads", "24",
               *flags, "-b", f"127.0.0.1:{port}", "--no-control-socket", "--keep-alive", "15",
               "--log-level", "error"]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    # Where the log of requests goes costs as much as where it stays.
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    start = time.perf_counter()
    try:
        while not _answers(base):
            if server.poll() is not None:
                raise SystemExit(f"{app} did not start")
            time.sleep(0.05)
        yield base, server.pid, time.perf_counter() - start
    finally:
        server.terminate()
        # Where a browser still holds a line, it ends once its patience has.
        server.wait(60)


def _answers(base):
    with contextlib.suppress(OSError):
        urllib.request.urlopen(base, timeout=1).close()
        return True
    return False


def workers(pid):
    """Return the processes that a server started."""
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def memory(pid):
    """Return the proportional memory of a worker, in MB."""
    sizes = []
    for child in workers(pid):
        lines = Path(f"/proc/{child}/smaps_rollup").read_text().splitlines()
        sizes.append(next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024)
    return statistics.median(sizes)


def processor(pid):
    """Return the seconds of processor that the workers of a server have used."""
    spent = [Path(f"/proc/{child}/stat").read_text().rpartition(")")[2] for child in workers(pid)]
    ticks = sum(int(one.split()[11]) + int(one.split()[12]) for one in spent)
    return ticks / os.sysconf("SC_CLK_TCK")
