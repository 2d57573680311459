"""No word of a drawing leaves it, by the letters that a browser sets: the others are estimated."""

import pytest

from components.charts.registry import CHARTS
from components.charts.view import View

pytestmark = pytest.mark.browser
OUTSIDE = """() => [...document.querySelectorAll("svg.drawing")].flatMap((drawing) => {
  const edge = drawing.getBoundingClientRect();
  return edge.width ? [...drawing.querySelectorAll("text")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && (box.right > edge.right + 1 || box.left < edge.left - 1);
  }).map((one) => one.textContent) : [];
})"""


def test_no_word_of_a_drawing_leaves_it(browser, address, store):
    page, found = browser.new_page(), {}
    for slug, chart in CHARTS.items():
        page.goto(f"{address}/incrustar/{slug}?{View.shown(chart, store).query}")
        for width in (320, 1366):
            page.set_viewport_size({"width": width, "height": 800})
            if outside := page.evaluate(OUTSIDE):
                found[slug, width] = outside
    page.close()
    assert not found, "give the words more room in the layout of the chart"
