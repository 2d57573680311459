"""Debian's Chromium, and how it is started: without what asks for another origin.

Where Debian's headless shell is installed it is driven instead: the same engine of the same
package without the window around it, which opens a page in about half the processor time.
"""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    # The headless shell rounds each letter to a whole pixel unless told to set text as a screen.
    "--font-render-hinting=none",
    # Pages of a context that are open at once share what was compiled of their scripts.
    "--process-per-site",
    # A page opens in the process of those that are open: in two thirds of the time.
    "--renderer-process-limit=1",
]  # fmt: skip


def executable() -> str:
    """Return the path of the browser to drive; the test fails where none is installed."""
    found = (shutil.which(name) for name in ("chromium-headless-shell", "chromium"))
    return next(filter(None, found), None) or pytest.fail("install chromium: make browser")


def started() -> Iterator[Browser]:
    """Give the browser and close it."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        yield opened
        opened.close()
