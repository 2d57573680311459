"""The board with the Registro in the house and without it: the same memory, the same bytes.

python -m tests.bench.beside [ROUNDS]
"""

import contextlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.bench.sites import memory
from tests.load.server import ROOT, free_port
from tests.load.told import numbers

_ROOMS = ("assets", "callbacks", "components", "data", "geo")
_PAGES = ("/", "/indicadores", "/sectores", "/datos", "/salud")
_SERVE = ("-m", "callbacks.serving.launch", "app:server", "--config",
          "python:callbacks.serving.gunicorn_config", "--threads", "4", "--bind")  # fmt: skip


def _house(folder: Path, whole: bool) -> Path:
    """Copy the board to a folder, with the rooms of the Registro or without them."""
    away = shutil.ignore_patterns("__pycache__", "node_modules", *(() if whole else ("registro",)))
    for room in _ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=away)
    shutil.copy(ROOT / "app.py", folder)
    return folder


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[tuple[str, int]]:
    place = f"127.0.0.1:{free_port()}"
    running = subprocess.Popen([sys.executable, *_SERVE, place], cwd=folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        for _ in range(600):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://{place}/salud").close()
                break
            time.sleep(0.1)
        yield f"http://{place}", running.pid
    finally:
        running.terminate()
        running.wait()


def measure(whole: bool) -> tuple[float, dict[str, int]]:
    """Return the memory of a board after some pages, in MB, and the bytes of each page."""
    with tempfile.TemporaryDirectory() as name, _served(_house(Path(name), whole)) as (base, pid):
        held = {}
        for page in _PAGES:
            with contextlib.suppress(urllib.error.HTTPError):
                held[page] = len(urllib.request.urlopen(base + page).read())
        return memory(pid), held


def main(arguments: list[str]) -> int:
    """Write the two side by side; 1 if a page has other bytes or the memory is 3 % more."""
    (rounds,) = numbers(arguments, 3)
    told = [(measure(True), measure(False)) for _ in range(rounds)]
    with_it = statistics.median(one[0] for one, _ in told)
    without = statistics.median(one[0] for _, one in told)
    same = all(one[1] == other[1] for one, other in told)
    print("| medida | con el Registro | sin él |\n| --- | ---: | ---: |")
    print(f"| memoria por proceso, MB (PSS) | {with_it:.1f} | {without:.1f} |")
    for page, size in told[0][0][1].items():
        print(f"| bytes de {page} | {size:,} | {told[0][1][1].get(page, 0):,} |")
    return 0 if same and with_it < without * 1.03 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
