"""Cold visits in Chromium: what is on screen when, and what was moved for it."""

import json

from playwright.sync_api import Browser

from tests.bench.sites import Site

SLOW = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
PLAIN, PHONE = "línea normal", "teléfono lento"
# Notes, in the page itself, when each part was first on screen and what had come by then: asking
# from outside would add the time of the question.
_WATCH = """(selectors => {
  const seen = window.seenAt = {};
  const look = () => {
    for (const one of selectors) {
      const wide = part => part.getBoundingClientRect().width;
      if (!(one in seen) && [...document.querySelectorAll(one)].some(wide)) {
        seen[one] = null;
        requestAnimationFrame(() => setTimeout(() => { seen[one] = performance.now(); }));
      }
    }
    if (Object.keys(seen).length < selectors.length) setTimeout(look, 4);
  };
  look();
})(%s)"""
# From the change of the control until the first frame that shows it: noticed in the moment in
# which the document changes, since a clock would often notice it a frame later.
_CHANGE = """changed => {
  const [, selector, text] = changed.match(/^(.*):has-text\\('(.*)'\\)$/);
  let start = 0;
  const begin = () => { start = performance.now(); };
  for (const name of ["change", "click"]) document.addEventListener(name, begin, true);
  const all = { childList: true, subtree: true, characterData: true };
  const watch = new MutationObserver(() => {
    const found = start && [...document.querySelectorAll(selector)].some(
      one => one.textContent.includes(text));
    if (!found) return;
    watch.disconnect();
    const done = () => { window.repainted = performance.now() - start; };
    requestAnimationFrame(() => setTimeout(done));
  });
  watch.observe(document, all);
}"""


class Visit:
    """A browser that has never been here, on a line; counts what it moves."""

    def __init__(self, browser: Browser, line: str, watched: tuple[str, ...]) -> None:
        self.context = browser.new_context(viewport={"width": 1366, "height": 800})
        self.page = self.context.new_page()
        self.page.add_init_script(_WATCH % json.dumps(watched))
        self.requests, self.bytes = 0, 0
        self._pieces: dict[str, list[tuple[float, int]]] = {}
        self._whole: dict[str, int] = {}
        self._clock = 0.0
        wire = self.context.new_cdp_session(self.page)
        wire.on("Network.requestWillBeSent", self._sent)
        wire.on("Network.dataReceived", self._came)
        wire.on("Network.loadingFinished", self._moved)
        wire.send("Network.enable")
        if line == PHONE:
            wire.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
            wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})

    def _sent(self, event):
        self._clock = event["wallTime"] - event["timestamp"]
        self.requests += not event["request"]["url"].startswith("data:")

    def _came(self, event):
        piece = (event["timestamp"], event["dataLength"])
        self._pieces.setdefault(event["requestId"], []).append(piece)

    def _moved(self, event):
        self.bytes += event["encodedDataLength"]
        self._whole[event["requestId"]] = event["encodedDataLength"]

    def moved_by(self, moment: float) -> float:
        """Return the bytes that had come by a moment of the page, of what was on its way too."""
        then = (self.page.evaluate("performance.timeOrigin") + moment) / 1000 - self._clock
        return sum(self._whole[one] * _share(self._pieces[one], then)
                   for one in self._whole.keys() & self._pieces.keys())  # fmt: skip

    def seen(self, selector: str) -> float:
        """Return the milliseconds until something was on screen."""
        self.page.wait_for_selector(f"{selector}:visible", timeout=120_000)
        while not (found := self.page.evaluate("one => window.seenAt[one]", selector)):
            self.page.wait_for_timeout(20)
        return found


def _share(pieces: list[tuple[float, int]], moment: float) -> float:
    """Return how much of an answer had come by a moment, from 0 to 1."""
    whole = sum(size for _, size in pieces)
    return sum(size for came, size in pieces if came <= moment) / whole if whole else 0


def cold(browser: Browser, base: str, site: Site, line: str) -> dict[str, float]:
    """Return what one cold visit and one change of filter cost."""
    visit = Visit(browser, line, (site.gauges, site.map, site.ready))
    page = visit.page
    page.goto(base, wait_until="commit")
    gauges, drawn, ready = (visit.seen(one) for one in (site.gauges, site.map, site.ready))
    page.wait_for_selector(site.settled, timeout=60_000)
    page.wait_for_load_state("networkidle")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    before = (visit.requests, visit.bytes)
    seen, usable = max(gauges, drawn), max(gauges, ready)
    needed = (visit.moved_by(seen) / 1000, visit.moved_by(usable) / 1000)
    page.evaluate(_CHANGE, site.changed)
    site.change(page)
    page.wait_for_selector(site.changed, timeout=60_000)
    page.wait_for_load_state("networkidle")
    while (changed := page.evaluate("window.repainted")) is None:
        page.wait_for_timeout(20)
    visit.context.close()
    return {
        "peticiones": before[0], "kB de la visita": before[1] / 1000,
        "kB hasta el mapa y los medidores": needed[0], "kB hasta filtrar": needed[1],
        "primer pintado, ms": paint, "medidores dibujados, ms": gauges,
        "mapa y medidores, ms": seen, "filtros utilizables, ms": usable,
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
    page.wait_for_selector(site.ready, timeout=120_000)
    page.wait_for_selector(site.settled)
    page.wait_for_load_state("networkidle")
    site.change(page)
    page.wait_for_selector(site.changed)
    page.wait_for_load_state("networkidle")
    context.close()
    return [one for one in asked if "favicon" not in one[1]]
