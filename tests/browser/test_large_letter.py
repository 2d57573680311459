"""Who reads with a large letter by default loses nothing sideways on a phone."""

import pytest

from components.charts.registry import CHARTS
from components.pages import PAGES
from tests.browser.chromium import FLAGS, executable

pytestmark = pytest.mark.browser

EVERY = [*(page.example for page in PAGES), "/incrustar", "/presentar",
         *(f"/incrustar/{slug}" for slug in CHARTS)]  # fmt: skip


@pytest.mark.parametrize("size", [24, 32])
def test_a_large_default_letter_fits_a_phone(browser, address, size):
    """24 px is what many choose; 32 px is 200 % of the letter that browsers come with."""
    flags = [*FLAGS, f"--blink-settings=defaultFontSize={size}"]
    large = browser.browser_type.launch(executable_path=executable(), args=flags)
    page = large.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{address}/")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{size}px"
    wide = {}
    for path in EVERY:
        page.goto(address + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 390:
            wide[path] = width
    large.close()
    assert wide == {}, "give gaps and columns that shrink with the page"
