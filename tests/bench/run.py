"""Measures the board beside the same board written naively, pair by pair, and writes Markdown.

Usage: make bench [ARGS="--rounds 7"]. Budgets stand in the README, never in a test.
"""

import argparse
import contextlib
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
SLOW = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
PLAIN, PHONE = "línea normal", "teléfono lento"
SITES = {
    "tablero": {
        "app": "app:server", "drawn": "#grafico-objetivos svg.wide", "ready": "body.live-board",
        "change": lambda page: page.select_option("select", "2023"),
        "changed": "h1:has-text('2023')",
    },
    "Dash de tutorial": {
        "app": "tests.bench.naive:server", "drawn": "#gauge-IG .main-svg",
        "ready": "#table td", "change": lambda page: _pick(page),
        "changed": "#gauge-OP01 .main-svg:has-text('78')",
    },
}  # fmt: skip


def _pick(page):
    page.click("#year")
    page.click(".dash-options-list-option-text:has-text('2023')")


@contextlib.contextmanager
def serve(app):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", app, "-k", "gthread", "-w", "2", "--threads", "16",
               "--preload", "-b", f"127.0.0.1:{port}", "--no-control-socket",
               "--log-level", "error"]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    base = f"http://127.0.0.1:{port}"
    start = time.perf_counter()
    while True:
        try:
            urllib.request.urlopen(base, timeout=1).close()
            break
        except OSError:
            if server.poll() is not None:
                raise SystemExit(f"{app} did not start") from None
            time.sleep(0.05)
    yield base, server.pid, time.perf_counter() - start
    server.terminate()
    server.wait(10)


def memory(pid):
    """Return the proportional memory of each worker, in MB."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    sizes = []
    for child in children:
        lines = Path(f"/proc/{child}/smaps_rollup").read_text().splitlines()
        sizes.append(next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024)
    return statistics.median(sizes)


def visit(browser: Browser, base: str, site: dict, line: str) -> dict[str, float]:
    """Return what one cold visit and one change of filter cost."""
    context = browser.new_context(viewport={"width": 1366, "height": 800})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    moved = {"requests": 0, "bytes": 0}
    wire.on("Network.requestWillBeSent", lambda _: moved.update(requests=moved["requests"] + 1))
    wire.on("Network.loadingFinished",
            lambda e: moved.update(bytes=moved["bytes"] + e["encodedDataLength"]))  # fmt: skip
    wire.send("Network.enable")
    if line == PHONE:
        wire.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
        wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    start = time.perf_counter()
    page.goto(base, wait_until="commit")
    page.wait_for_selector(site["drawn"], timeout=120_000)
    drawn = time.perf_counter() - start
    page.wait_for_selector(site["ready"], timeout=120_000)
    ready = time.perf_counter() - start
    page.wait_for_load_state("networkidle")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    before = dict(moved)
    start = time.perf_counter()
    site["change"](page)
    page.wait_for_selector(site["changed"], timeout=60_000)
    changed = time.perf_counter() - start
    page.wait_for_load_state("networkidle")
    context.close()
    return {
        "peticiones": before["requests"], "kB": before["bytes"] / 1000, "primer pintado, ms": paint,
        "medidores dibujados, ms": drawn * 1000, "filtros utilizables, ms": ready * 1000,
        "filtro → repintado, ms": changed * 1000,
        "kB por filtro": (moved["bytes"] - before["bytes"]) / 1000,
    }  # fmt: skip


def measure(rounds: int) -> dict[tuple[str, str], dict[str, float]]:
    """Alternate the sites round by round and return the medians."""
    found: dict[tuple[str, str], list[dict[str, float]]] = {}
    single: dict[str, dict[str, float]] = {}
    with contextlib.ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        served = {name: stack.enter_context(serve(site["app"])) for name, site in SITES.items()}
        for _ in range(rounds):
            for line in (PLAIN, PHONE):
                for name, site in SITES.items():
                    result = visit(browser, served[name][0], site, line)
                    found.setdefault((name, line), []).append(result)
        for name, (_, pid, start) in served.items():
            single[name] = {"arranque, s": start, "memoria por proceso, MB (PSS)": memory(pid)}
        browser.close()
    medians = {
        key: {name: statistics.median(r[name] for r in results) for name in results[0]}
        for key, results in found.items()
    }
    for name, extra in single.items():
        medians[name, PLAIN] |= extra
    return medians


def report(medians: dict[tuple[str, str], dict[str, float]], rounds: int) -> str:
    """Write both sites side by side with their ratio."""
    ours, theirs = SITES
    lines = [f"Medianas de {rounds} visitas alternadas, sin caché, dos núcleos.", "",
             f"| medida | {ours} | {theirs} | razón |", "| --- | ---: | ---: | ---: |"]  # fmt: skip
    for line in (PLAIN, PHONE):
        for name, value in medians[ours, line].items():
            other = medians[theirs, line][name]
            ratio = f"{value / other:.2f}×" if other else "–"
            lines.append(f"| {line}: {name} | {value:,.1f} | {other:,.1f} | {ratio} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args().rounds
    print(report(measure(chosen), chosen))
