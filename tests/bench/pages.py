"""Measures pages on a slow phone, held in a hand: what moves, and when it is seen.

Usage: python -m tests.bench.pages [--rounds 3]. The pages are asked for in turn, round by round;
the ratios are to `/mapa`, whose budget the pages of a territory share.
"""

import argparse
import contextlib
import shutil
import statistics

from playwright.sync_api import Browser, sync_playwright

from tests.bench.sites import AS_SERVED, FLAGS, serve
from tests.bench.visits import SLOW

YARDSTICK = "/mapa"
PAGES = ("/", YARDSTICK, "/territorios/piura", "/victimas", "/buscar?q=albergue")
_HAND = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
# What a page asks for after it has loaded has come by then, ms.
_AFTER = 1_500
# When the heading, and the first drawing that the page has, were painted.
_SEEN = """() => {
  const seen = window.seenAt = {};
  const look = () => {
    for (const [name, one] of Object.entries({ title: "h1", drawing: "main svg.drawing" })) {
      const nodes = [...document.querySelectorAll(one)];
      if (!(name in seen) && nodes.some((node) => node.getClientRects().length)) {
        seen[name] = null;
        requestAnimationFrame(() => setTimeout(() => { seen[name] = performance.now(); }));
      }
    }
    setTimeout(look, 4);
  };
  look();
}"""
Figures = dict[str, float]


def cold(browser: Browser, address: str) -> Figures:
    """Return what a first visit to a page costs a slow phone."""
    context = browser.new_context(**_HAND)
    page = context.new_page()
    moved: list[int] = []
    wire = context.new_cdp_session(page)
    wire.on("Network.loadingFinished", lambda event: moved.append(event["encodedDataLength"]))
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(f"({_SEEN})()")
    page.goto(address, wait_until="load")
    page.wait_for_timeout(_AFTER)
    seen = page.evaluate("window.seenAt")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    high = page.evaluate("document.documentElement.scrollHeight")
    context.close()
    return {"peticiones": len(moved), "kB": sum(moved) / 1000, "primer pintado, ms": paint,
            "título, ms": seen["title"], "primer dibujo, ms": seen.get("drawing") or 0,
            "alto, px": high}  # fmt: skip


def measure(rounds: int) -> dict[str, Figures]:
    """Return the medians of each page, asked for in turn."""
    found: dict[str, list[Figures]] = {path: [] for path in PAGES}
    with contextlib.ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        base, _, _ = stack.enter_context(serve("app:server", AS_SERVED))
        for _ in range(rounds):
            for path, results in found.items():
                results.append(cold(browser, base + path))
        browser.close()
    return {
        path: {name: statistics.median(one[name] for one in results) for name in results[0]}
        for path, results in found.items()
    }


def report(figures: dict[str, Figures]) -> str:
    """Write a row for each page, with its ratios."""
    held = figures[YARDSTICK]
    lines = [f"| página | {' | '.join(held)} | kB ÷ {YARDSTICK} | ms ÷ {YARDSTICK} |",
             f"| --- |{' ---: |' * (len(held) + 2)}"]  # fmt: skip
    for path, values in figures.items():
        shown = " | ".join(f"{values[head]:,.1f}".removesuffix(".0") for head in held)
        ratios = " | ".join(f"{values[head] / held[head]:.2f}×" for head in ("kB", "título, ms"))
        lines.append(f"| {path} | {shown} | {ratios} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    print(report(measure(parser.parse_args().rounds)))
