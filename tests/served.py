"""The board as gunicorn serves it, over a folder of tables of the test's own."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[1]


@contextlib.contextmanager
def serve(tables: Path, workers: int = 1, every: float = 0.2):
    """Yield the address and the process of gunicorn."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "app:server", "--preload", "-k", "gthread",
               "-w", str(workers), "--threads", "16", "-b", f"127.0.0.1:{port}",
               "--no-control-socket", "--log-level", "error"]  # fmt: skip
    chosen = {"TABLERO_DATOS": str(tables), "TABLERO_REVISAR": str(every)}
    server = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL,
                              env={**os.environ, **chosen, "PYTHONWARNINGS": "ignore"})  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    try:
        _wait(base)
        yield base, server
    finally:
        server.terminate()
        server.wait(30)


def _wait(base: str) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{base}/salud", timeout=1):
            return
        time.sleep(0.1)
    raise TimeoutError(base)
