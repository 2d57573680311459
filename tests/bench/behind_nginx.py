"""The board and the page written by hand, each behind the documented nginx: visits per second.

Usage: python -m tests.bench.behind_nginx [--seconds 4] [--visitors 50]. The files of .deploy are
changed in their places, their ports and their limits: one machine asks what many would, without
TLS, which would cost both the same. A visit is what a browser asks for until a filter has changed
the page: cold, or of who comes back and has the files that are kept for good.
"""

import argparse
import contextlib
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.crowd import Asked, crowd
from tests.bench.sites import FLAGS, FLOOR, OURS, ROOT, SITES, serve
from tests.bench.visits import recorded
from tests.load.server import free_port
from tests.operations.test_nginx import Front

ROUNDS = 3
COLD, AGAIN = "primera visita", "de vuelta"
_LIMITS = (
    ("limit_req zone=tablero_todo burst=400 nodelay;", ""),
    ("limit_req zone=tablero_caro burst=60 nodelay;", ""),
    ("limit_conn tablero_abiertas 200;", ""),
)


class Behind(Front):
    """The nginx of the tests, with a port in the clear."""

    def __init__(self, place: Path, backend: int) -> None:
        self.clear = free_port()
        super().__init__(ROOT, place, backend)
        self.base = f"http://127.0.0.1:{self.clear}"

    def _places(self, backend):
        places = list(super()._places(backend))
        secure = f"listen 127.0.0.1:{self.port}"
        return (*places, *_LIMITS, (secure, f"listen 127.0.0.1:{self.clear};\n    {secure}"))


@contextlib.contextmanager
def _behind(name: str) -> Iterator[Behind]:
    site = SITES[name]
    with tempfile.TemporaryDirectory() as place, serve(site.app, site.flags) as (base, _, _):
        front = Behind(Path(place), int(base.rpartition(":")[2]))
        try:
            yield front
        finally:
            front.stop()


def measure(visitors: int, seconds: float) -> dict[str, dict[str, dict[str, float]]]:
    """Alternate both; return the medians by kind of visit and site."""
    found: dict[tuple[str, str], list[dict[str, float]]] = {}
    with contextlib.ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        fronts = {name: stack.enter_context(_behind(name)) for name in (OURS, FLOOR)}
        cold = {name: recorded(browser, front.base, SITES[name])
                for name, front in fronts.items()}  # fmt: skip
        browser.close()
        for _ in range(ROUNDS):
            for name, front in fronts.items():
                for kind, visit in {COLD: cold[name], AGAIN: _again(cold[name])}.items():
                    got = crowd(front.base, front.process.pid, visit, visitors, seconds)
                    got["peticiones por visita"] = len(visit)
                    found.setdefault((kind, name), []).append(got)
    return {kind: {name: _median(found[kind, name]) for name in (OURS, FLOOR)}
            for kind in (COLD, AGAIN)}  # fmt: skip


def _again(visit: Asked) -> Asked:
    """Leave out the files whose names hold their sums, which no browser asks for twice."""
    return [one for one in visit if not one[1].startswith(("/assets/", "/_dash-component-suites/"))]


def _median(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}


def main() -> None:
    """Write both side by side, with the ratio of the board to the page written by hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=3)
    chosen = parser.parse_args()
    if not (shutil.which("nginx") or shutil.which("/usr/sbin/nginx")):
        print("Sin nginx no se mide lo que va detrás de él: make nginx")
        return
    told = measure(chosen.visitors, chosen.seconds)
    print(f"| detrás de nginx, {chosen.visitors} a la vez | {OURS} | {FLOOR} | ÷ a mano |")
    print("| --- | ---: | ---: | ---: |")
    for kind, sites in told.items():
        for name, ours in sites[OURS].items():
            theirs = sites[FLOOR][name]
            ratio = f"{ours / theirs:.2f}×" if theirs else "–"
            print(f"| {kind}: {name} | {ours:,.1f} | {theirs:,.1f} | {ratio} |")


if __name__ == "__main__":
    main()
