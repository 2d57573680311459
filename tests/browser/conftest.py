"""A real server, a real browser, and no patience for console errors or other origins."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.waits import live_board
from tests.load.server import answers, free_port, until

ROOT = Path(__file__).parents[2]
# A busy machine is slow, and what is waited for comes all the same.
expect.set_options(timeout=30_000)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


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
    server.wait(10)


@pytest.fixture(scope="session")
def browser():
    found = shutil.which("chromium") or pytest.fail("install Debian's chromium: make browser")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield opened
        opened.close()


class Visit:
    """A page with a memory of what went wrong in it."""

    def __init__(self, browser: Browser, address: str, **options: object) -> None:
        self.address = address
        self.context = browser.new_context(locale="es-PE", **options)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))

    def _heard(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(message.text)

    def _asked(self, url):
        self.requests.append(url)
        if not url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"asked another origin: {url}")

    def open(self, path: str, live: bool = True) -> Page:
        self.page.goto(self.address + path)
        if live:
            live_board(self.page)
        return self.page


@pytest.fixture
def visit(browser, address):
    opened: list[Visit] = []

    def make(**options):
        options.setdefault("viewport", {"width": 1366, "height": 800})
        opened.append(Visit(browser, address, **options))
        return opened[-1]

    yield make
    for one in opened:
        assert one.faults == []
        assert one.context.cookies() == []
        one.context.close()
