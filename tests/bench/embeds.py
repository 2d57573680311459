"""Measures each chart alone beside the page where it stands, cold, on a slow phone; Markdown.

Both are asked the same: when is the drawing whole (closed, with its words and its shapes, laid
out in a frame that was painted), and when is it inside the window, the page opened at the
chart's own anchor. Usage: python -m tests.bench.embeds [--rounds 3] [--charts objetivos mapa].
"""

import argparse
import json
import shutil
import statistics
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import Browser, sync_playwright

from components.charts.chart import address
from components.charts.registry import CHARTS
from components.charts.view import View
from components.pages import PAGES
from data.loader import load
from tests.bench.sites import FLAGS, serve
from tests.bench.visits import SLOW

_QUIET = 700
PHONE = {"width": 390, "height": 800}
MEASURES = {"kB": "kB", "drawn": "gráfico dibujado, ms", "seen": "gráfico a la vista, ms",
            "asked": "peticiones"}  # fmt: skip
# Runs in the page, before anything else of it; a frame is noted once it has been painted.
PROBE = """(() => {
  const chart = CHART, found = window.bench = {};
  const whole = (drawing) => drawing.closest(".still").nextElementSibling
    && drawing.querySelector("text")
    && [...drawing.querySelectorAll("use")].every((use) => use.getBoundingClientRect().width);
  const note = (name) => {
    const after = new MessageChannel();
    after.port1.onmessage = () => { found[name] ??= performance.now(); };
    after.port2.postMessage(0);
  };
  const look = () => {
    for (const drawing of document.querySelectorAll(chart)) {
      const box = drawing.getBoundingClientRect();
      if (!box.width || !whole(drawing)) continue;
      note("drawn");
      if (box.top < innerHeight && box.bottom > 0) return note("seen");
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""


def visit(browser: Browser, place: str, chart: str) -> dict[str, float]:
    """Return the bytes and requests of a cold visit, and when the chart is drawn and seen."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    moved = []
    wire.on("Network.loadingFinished", lambda event: moved.append(event["encodedDataLength"]))
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(PROBE.replace("CHART", json.dumps(chart)))
    page.goto(place, wait_until="load")
    # Playwright never calls /mapa#grafico-mapa idle, though each of its requests has ended.
    known = -1
    while len(moved) > known:
        known = len(moved)
        page.wait_for_timeout(_QUIET)
    found = page.evaluate("window.bench")
    context.close()
    return {"kB": sum(moved) / 1000, "asked": len(moved), **found}


def compare(browser: Browser, base: str, slug: str, rounds: int) -> dict[str, tuple[float, float]]:
    """Alternate a chart alone and in its page; return the medians of both."""
    chart = CHARTS[slug]
    view = View.shown(chart, load())
    page = next(page for page in PAGES if slug in page.charts)
    whole = page.path.replace("<>", view.filters.codigo or page.sample)
    places = (
        (address(f"/incrustar/{slug}", view.query), ".alone .drawing"),
        (f"{whole}#grafico-{slug}", f"#grafico-{slug} .drawing"),
    )
    found = [[], []]
    for _ in range(rounds):
        for results, (path, drawn) in zip(found, places, strict=True):
            results.append(visit(browser, base + path, drawn))
    return {
        name: tuple(statistics.median(r.get(name, 0) for r in results) for results in found)
        for name in MEASURES
    }


class Least(BaseHTTPRequestHandler):
    """A page of one letter: what no page can be quicker than, on this line and machine."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(
            b"<!doctype html><title>1</title><link rel=icon href=data:,>"
            b"<div class=still><svg class=drawing><text y=9>1</text></svg></div><p>1"
        )

    def log_message(self, *_):
        pass


def least(browser: Browser, rounds: int) -> float:
    """Return the median time to a drawing of one letter."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Least)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    place = f"http://127.0.0.1:{server.server_port}/"
    found = [visit(browser, place, ".drawing")["drawn"] for _ in range(rounds)]
    server.shutdown()
    server.server_close()
    return statistics.median(found)


def main(rounds: int, charts: list[str]) -> None:
    """Print the medians of each chart with their ratio, and the floor of both."""
    print(f"Medianas de {rounds} visitas alternadas, sin caché, teléfono lento.\n")
    print("| gráfico | medida | solo | en su página | razón |\n| --- | --- | ---: | ---: | ---: |")
    with sync_playwright() as playwright, serve("app:server") as (base, _, _):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        floor = f"{least(browser, rounds):,.0f}"
        print(f"| (una letra) | {MEASURES['drawn']} | {floor} | {floor} | 1.00× |", flush=True)
        for slug in charts:
            for name, (ours, theirs) in compare(browser, base, slug, rounds).items():
                ratio = f"{ours / theirs:.2f}×" if theirs else "–"
                print(f"| {slug} | {MEASURES[name]} | {ours:,.0f} | {theirs:,.0f} | {ratio} |",
                      flush=True)  # fmt: skip
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--charts", nargs="+", choices=CHARTS, default=list(CHARTS))
    chosen = parser.parse_args()
    main(chosen.rounds, chosen.charts)
