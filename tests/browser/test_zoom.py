"""At 400 %, with more space between letters, with the colours of the reader: nothing is lost."""

import pytest

from components.pages import PAGES
from tests.browser.waits import live_board

pytestmark = pytest.mark.browser

EVERY = [
    *(page.example for page in PAGES),
    "/incrustar",
    "/reportes",
    "/reportes/2024",
    "/reportes/2024/comparacion",
]
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

# The board measures what scrolls after the frame in which a size changed.
SETTLED = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))))"""


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context(locale="es-PE")
    yield context.new_page()
    context.close()


def opened(page, address, path):
    page.goto(f"{address}{path}")
    if path in LIVE:
        live_board(page)


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
    page.evaluate(SETTLED)
    assert page.evaluate(LOST) == []


def test_a_list_of_choices_works_at_400_per_cent(visit):
    page = visit(viewport={"width": 320, "height": 256}).open("/indicadores")
    page.click("#choices-sector summary")
    page.click("#choices-sector label:has-text('Trabajo')")
    page.wait_for_url("**/indicadores?sector=trabajo")
    page.wait_for_selector("h1:has-text('indicadores')")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


# The contrast of the words and the marks of the drawings with the ground of the page.
FAINT = r"""(least) => {
  const linear = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const light = (text) => text.match(/[\d.]+/g).slice(0, 3).map((v) => linear(v / 255))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const found = [];
  const drawn = document.querySelectorAll(".drawing text, .drawing a > :is(path, circle)");
  for (const node of drawn) {
    if (!node.getClientRects().length) continue;
    const style = getComputedStyle(node);
    const paints = [style.fill, style.stroke].filter((one) => !/none|rgba.*, 0\)$/.test(one));
    const contrast = Math.max(...paints.map(light).map((one) =>
      (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05)));
    if (paints.length && contrast < (node.matches("text") ? least : 3))
      found.push([node.textContent || node.tagName, ...paints]);
  }
  return [drawn.length, found];
}"""


@pytest.mark.parametrize(
    ("reader", "least"),
    [
        ({"forced_colors": "active", "color_scheme": "dark"}, 7),
        ({"forced_colors": "active", "color_scheme": "light"}, 7),
        ({"contrast": "more"}, 7),
        ({}, 4.5),
    ],
    ids=["dark", "light", "more", "own"],
)
def test_drawings_are_legible_in_the_colours_of_the_reader(visit, reader, least):
    one = visit(**reader)
    for path in ("/", "/mapa", "/rutas", "/planes", "/sectores", "/perfil"):
        page = one.open(path)
        amount, found = page.evaluate(FAINT, least)
        assert amount > 20, path
        assert found == [], path
    page.focus(".help a")
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineColor")
    assert ring != page.evaluate(
        "getComputedStyle(document.querySelector('.help')).backgroundColor"
    )


def test_nothing_moves_for_who_asks_for_no_motion(visit):
    page = visit(reduced_motion="reduce").open("/")
    moving = """() => [...document.querySelectorAll("*")].filter((node) => {
      const style = getComputedStyle(node);
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
    }).length"""
    assert page.evaluate(moving) == 0
    assert page.evaluate("document.getAnimations().length") == 0
