"""At 400 %, with more space between letters, with the colours of the reader: nothing is lost."""

import pytest

from components.pages import PAGES

pytestmark = pytest.mark.browser

EVERY = [*(page.example for page in PAGES), "/incrustar"]
LIVE = {page.example for page in PAGES if page.live}
# What WCAG 1.4.12 lets a reader set, with every fold open.
SPACED = """() => {
  const style = document.createElement("style");
  style.textContent = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`;
  document.head.append(style);
  document.querySelectorAll("details").forEach((one) => (one.open = true));
}"""
# Text that its box cuts; boxes that scroll and that no key reaches; what stands over the page.
LOST = r"""() => {
  const hidden = (value) => /hidden|clip/.test(value);
  const found = [];
  let covered = 0;
  for (const node of document.querySelectorAll("body *")) {
    if (node.closest("svg, .unseen, .skip, iframe") || !node.getClientRects().length) continue;
    const style = getComputedStyle(node);
    if (/inset/.test(style.clipPath)) continue;
    const wide = node.scrollWidth > node.clientWidth + 1;
    const high = node.scrollHeight > node.clientHeight + 1;
    const said = `${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 40)}`;
    if ((hidden(style.overflowX) && wide) || (hidden(style.overflowY) && high))
      found.push("cut " + said);
    if (/auto|scroll/.test(style.overflowX) && wide) {
      const reached = node.tabIndex === 0 && node.role === "region" && node.ariaLabel;
      if (!reached && !node.querySelector("a")) found.push("unreached " + said);
    }
    const box = node.getBoundingClientRect();
    if (/sticky|fixed/.test(style.position) && box.bottom > 0 && box.top < innerHeight)
      covered += box.width * box.height;
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("scrolls sideways");
  if (covered > 0.15 * innerWidth * innerHeight) found.push("covered by what stays");
  return found;
}"""


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context(locale="es-PE")
    yield context.new_page()
    context.close()


def opened(page, address, path):
    page.goto(f"{address}{path}")
    if path in LIVE:
        page.wait_for_selector("body.live-board")


@pytest.mark.parametrize("path", EVERY)
def test_nothing_is_cut_at_400_per_cent_nor_with_more_space(page, address, path):
    page.set_viewport_size({"width": 320, "height": 256})
    opened(page, address, path)
    page.evaluate("scrollTo(0, 1500)")
    assert page.evaluate(LOST) == []
    page.evaluate(SPACED)
    page.evaluate("scrollTo(0, 0)")
    assert page.evaluate(LOST) == []
    page.set_viewport_size({"width": 1366, "height": 768})
    assert page.evaluate(LOST) == []


def test_a_list_of_choices_works_at_400_per_cent(visit):
    page = visit(viewport={"width": 320, "height": 256}).open("/indicadores")
    page.click("#choices-sector summary")
    page.click("#choices-sector label:has-text('Trabajo')")
    page.wait_for_url("**/indicadores?sector=trabajo")
    page.wait_for_selector("h1:has-text('indicadores')")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
