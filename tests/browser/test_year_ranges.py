"""A range of years is read in one piece: on one line, found by its letters, copied as it is."""

import shutil

import pytest

from components.charts.registry import CHARTS
from components.pages import PAGES
from tests.browser.chromium import FLAGS

pytestmark = pytest.mark.browser

PATHS = [
    *(page.example for page in PAGES), "/reportes/2024", "/presentar?vista=acta",
    *(f"/incrustar/{slug}" for slug in list(CHARTS)[::9]),
]  # fmt: skip
# The ranges of a page, and those that the browser wrote on two lines; addresses may part anywhere.
RANGES = r"""() => {
  const YEARS = /(?<![\w\/-])(19|20)\d\d ?[-–] ?(19|20)\d\d(?![\w-])/g;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const parted = [];
  let node, amount = 0;
  while ((node = walk.nextNode()))
    for (const found of node.data.matchAll(YEARS)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const boxes = [...range.getClientRects()].filter((box) => box.width);
      amount += boxes.length > 0;
      if (new Set(boxes.map((box) => Math.round(box.top))).size > 1)
        parted.push(node.data.slice(Math.max(0, found.index - 20), found.index + 20));
    }
  return [amount, parted];
}"""


def test_no_range_of_years_is_parted_over_two_lines(browser, address):
    phone = {"width": 320, "height": 800}
    context = browser.new_context(viewport=phone, java_script_enabled=False)
    page, total = context.new_page(), 0
    for path in PATHS:
        page.goto(address + path)
        amount, parted = page.evaluate(RANGES)
        assert parted == [], path
        total += amount
    context.close()
    assert total > 100


@pytest.fixture
def windowed(browser):
    """The browser with its window: the headless shell finds no words in a page."""
    opened = browser.browser_type.launch(executable_path=shutil.which("chromium"), args=FLAGS)
    yield opened
    opened.close()


def test_a_range_of_years_is_found_and_copied_as_it_is_written(windowed, address):
    page = windowed.new_page()
    page.goto(f"{address}/planes")
    # In one go: what comes later may write the page anew.
    found = page.evaluate("window.find('Plan 2017-2021') && getSelection().toString()")
    assert found == "Plan 2017-2021"
    page.close()
