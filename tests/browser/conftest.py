"""A real server, a real browser, and no patience for console errors or other origins."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.waits import live_board
from tests.load.server import answers, free_port, until

ROOT = Path(__file__).parents[2]
DESK = {"width": 1366, "height": 800}
# A busy machine is slow, and what is waited for comes all the same.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def address():
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "app:server", "-k", "gthread", "--threads", "16",
               "-b", f"127.0.0.1:{port}", "--limit-request-line", "8190", "--no-control-socket",
               "--log-level", "error"]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONWARNINGS": "ignore"})
    base = f"http://127.0.0.1:{port}"
    assert until(lambda: answers(base)), "the server did not answer"
    yield base
    server.terminate()
    # A line that the browser opened and never used holds a thread for as long as it likes.
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(5)
    server.kill()
    server.wait()


class Contexts:
    """The contexts of a browser by their options, each with a page that stays open at the board.

    That page keeps the process of its site: a visit finds there the scripts that an earlier one
    compiled, and opens in two thirds of the time.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._held: dict[str, BrowserContext] = {}

    def shared(self, address: str, options: dict[str, object]) -> BrowserContext:
        """Return the context with these options, for visits that leave it as it was."""
        key = repr(sorted(options.items()))
        if key not in self._held:
            self._held[key] = self.apart(options)
            self._held[key].new_page().goto(f"{address}/salud")
        return self._held[key]

    def apart(self, options: dict[str, object]) -> BrowserContext:
        """Return a context where nobody has been."""
        return self._browser.new_context(**{"locale": "es-PE", "viewport": DESK} | options)

    def leave(self, context: BrowserContext) -> None:
        """Close what a visit opened; a context that is shared is left as it was found."""
        if context in self._held.values():
            kept, *opened = context.pages
            for page in opened:
                page.close()
            context.clear_cookies()
            kept.evaluate("localStorage.clear()")
        else:
            context.close()

    def close(self) -> None:
        for context in self._held.values():
            context.close()


@pytest.fixture(scope="session")
def contexts(browser):
    held = Contexts(browser)
    yield held
    held.close()


class Visit:
    """A page with a memory of what went wrong in it."""

    def __init__(self, page: Page, address: str, apart: bool) -> None:
        self.address, self.page, self._apart = address, page, apart
        self.context = page.context
        self.faults: list[str] = []
        self._requests: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))

    def _heard(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(message.text)

    def _asked(self, url):
        self._requests.append(url)
        if not url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"asked another origin: {url}")

    @property
    def requests(self) -> list[str]:
        """Every address that the page asked for, in order.

        In a shared context an earlier visit may have left an answer: the browser then uses it
        and asks again behind the page (`stale-while-revalidate`).
        """
        assert self._apart, "only a visit apart knows what its page asks for: visit(apart=True)"
        return self._requests

    def open(self, path: str, live: bool = True) -> Page:
        self.page.goto(self.address + path)
        if live:
            live_board(self.page)
        return self.page


@pytest.fixture
def visit(contexts, address):
    """Return a page of a context; apart: one of its own, to be changed or to be cold."""
    opened: list[Visit] = []

    def make(apart=False, viewport=None, **options):
        context = contexts.apart(options) if apart else contexts.shared(address, options)
        page = context.new_page()
        if viewport:
            page.set_viewport_size(viewport)
        opened.append(Visit(page, address, apart))
        return opened[-1]

    yield make
    try:
        left = [(one.faults, one.context.cookies(), stored(one.page)) for one in opened]
    finally:
        for context in {one.context for one in opened}:
            contexts.leave(context)
    assert left == [([], [], 0)] * len(opened)


def stored(page: Page) -> int:
    """Return how much a page has stored in its browser; none where it cannot store."""
    if page.is_closed():
        return 0
    return int(page.evaluate("self.origin === 'null' ? 0 : localStorage.length"))
