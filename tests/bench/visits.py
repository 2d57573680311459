"""Cold visits in Chromium: what is on screen when, and what was moved for it."""

import time

from playwright.sync_api import Browser

from tests.bench.sites import Site

SLOW = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
PLAIN, PHONE = "línea normal", "teléfono lento"


class Visit:
    """A browser that has never been here, on a line; counts what it moves."""

    def __init__(self, browser: Browser, line: str) -> None:
        self.context = browser.new_context(viewport={"width": 1366, "height": 800})
        self.page = self.context.new_page()
        self.requests, self.bytes = 0, 0
        wire = self.context.new_cdp_session(self.page)
        wire.on("Network.requestWillBeSent", self._sent)
        wire.on("Network.loadingFinished", self._moved)
        wire.send("Network.enable")
        if line == PHONE:
            wire.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
            wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})

    def _sent(self, event):
        self.requests += not event["request"]["url"].startswith("data:")

    def _moved(self, event):
        self.bytes += event["encodedDataLength"]

    def until(self, selector: str, start: float) -> float:
        """Return the milliseconds from a start until something is on screen."""
        self.page.wait_for_selector(selector, timeout=120_000)
        return (time.perf_counter() - start) * 1000


def cold(browser: Browser, base: str, site: Site, line: str) -> dict[str, float]:
    """Return what one cold visit and one change of filter cost."""
    visit = Visit(browser, line)
    page = visit.page
    start = time.perf_counter()
    page.goto(base, wait_until="commit")
    gauges = visit.until(site.gauges, start)
    drawn = visit.until(site.map, start)
    early = visit.bytes
    ready = visit.until(site.ready, start)
    page.wait_for_load_state("networkidle")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    before = (visit.requests, visit.bytes)
    start = time.perf_counter()
    site.change(page)
    changed = visit.until(site.changed, start)
    page.wait_for_load_state("networkidle")
    visit.context.close()
    return {
        "peticiones": before[0], "kB": before[1] / 1000, "kB hasta el mapa": early / 1e3,
        "primer pintado, ms": paint, "medidores dibujados, ms": gauges,
        "mapa y medidores, ms": max(gauges, drawn), "filtros utilizables, ms": ready,
        "filtro → repintado, ms": changed, "kB por filtro": (visit.bytes - before[1]) / 1000,
    }  # fmt: skip


def recorded(browser: Browser, base: str, site: Site) -> list[tuple[str, str, bytes]]:
    """Return the requests of a cold visit with one change of filter: method, path, body."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[tuple[str, str, bytes]] = []
    page.on("request", lambda one: one.url.startswith(base) and asked.append(
        (one.method, one.url.removeprefix(base), one.post_data_buffer or b"")))  # fmt: skip
    page.goto(base)
    page.wait_for_selector(site.ready)
    page.wait_for_load_state("networkidle")
    site.change(page)
    page.wait_for_selector(site.changed)
    page.wait_for_load_state("networkidle")
    context.close()
    return [one for one in asked if "favicon" not in one[1]]
