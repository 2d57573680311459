"""Debian's Chromium, and how it is started: without what asks for another origin."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def started() -> Iterator[Browser]:
    """Give the browser and close it; the test fails where none is installed."""
    found = shutil.which("chromium") or pytest.fail("install Debian's chromium: make browser")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield opened
        opened.close()
