"""Measures each chart alone beside the page where it stands, cold, on a slow phone; Markdown.

Usage: python -m tests.bench.embeds [--rounds 5]. Budgets stand in the README, never in a test.
"""

import argparse
import shutil
import statistics
import time

from playwright.sync_api import Browser, sync_playwright

from components.charts import CHARTS
from components.charts.base import address
from components.embeds.view import View
from components.pages import PAGES
from data.loader import load
from tests.bench.run import FLAGS, SLOW, serve


def visit(browser: Browser, place: str, chart: str) -> dict[str, float]:
    """Return the bytes of a cold visit, when the chart is seen, and when all has settled."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    moved = []
    wire.on("Network.loadingFinished", lambda event: moved.append(event["encodedDataLength"]))
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    start = time.perf_counter()
    page.goto(place, wait_until="commit")
    page.wait_for_selector(chart, timeout=60_000)
    page.evaluate("new Promise(requestAnimationFrame)")
    seen = time.perf_counter() - start
    page.wait_for_load_state("networkidle")
    settled = time.perf_counter() - start
    context.close()
    return {"kB": sum(moved) / 1000, "gráfico a la vista, ms": seen * 1000,
            "todo en reposo, ms": settled * 1000, "peticiones": len(moved)}  # fmt: skip


def main(rounds: int) -> None:
    """Alternate page and embed of each chart and print the medians with their ratio."""
    store = load()
    print(f"Medianas de {rounds} visitas alternadas, sin caché, teléfono lento.\n")
    print("| gráfico | medida | solo | en su página | razón |\n| --- | --- | ---: | ---: | ---: |")
    with sync_playwright() as playwright, serve("app:server") as (base, _, _):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for slug, chart in CHARTS.items():
            view = View.shown(chart, store)
            alone = address(f"/incrustar/{slug}", view.query)
            page = next(page for page in PAGES if slug in page.charts)
            whole = page.path.replace("<>", view.filters.codigo)
            places = ((alone, ".alone .narrow"), (whole, f"#grafico-{slug} .narrow"))
            found = [[], []]
            for _ in range(rounds):
                for index, (path, drawn) in enumerate(places):
                    found[index].append(visit(browser, base + path, drawn))
            for name in found[0][0]:
                ours, theirs = (statistics.median(r[name] for r in results) for results in found)
                print(f"| {slug} | {name} | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:.2f}× |")
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    main(parser.parse_args().rounds)
