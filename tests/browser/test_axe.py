"""axe-core on every page, embed and kind of screen at three widths: no violation.

One page serves them all and changes its width. What costs is contrast: beside a part that has the
same tags and classes it is asked of one of them, as both have the same colours.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from components.charts.registry import CHARTS
from components.charts.view import View
from components.embeds.embed_options import THEMES
from components.pages import PAGES
from tests.browser.waits import live_board, until

pytestmark = pytest.mark.browser

WIDTHS = (320, 1366, 1920)
# A chart has two drawings, and each is on one side of this pair.
NARROW_AND_WIDE = (320, 1366)
EVERY = [
    *(page.example for page in PAGES),
    "/incrustar",
    "/nada-de-esto",
    "/reportes",
    "/reportes/2024/congreso",
    "/reportes/2024/comparacion",
]
LIVE = {page.example for page in PAGES if page.live}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = "color-contrast"
RUN = """async ({ only, without }) => {
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const asked = { resultTypes: ["violations"], preload: false, runOnly: only, rules };
  const { violations } = await axe.run(document, asked);
  return violations.flatMap((fault) => fault.nodes.map((node) => [fault.id, node.html]));
}"""

# Take away what a condition names; BACK puts it where it was.
AWAY = """() => {
  window.away = [];
  const take = (one) => {
    window.away.unshift([one, one.parentNode, one.nextSibling]);
    one.remove();
  };
  %s
}"""
BACK = "window.away.forEach(([one, parent, next]) => parent.insertBefore(one, next))"
# Each part that has the tags and attributes of an earlier one, within parts that have the same:
# but for its words, its names and its place.
ALIKE = (
    AWAY
    % """
  const SAID = /^(id|href|title|value|for|name|(aria|data)-(label|query|place|mark))$/;
  const PLACE = /^(d|x|y|[xy][12]|c[xy]|r|width|height|points|transform)$/;
  const numbers = new Map();
  const number = (text) => numbers.get(text) ?? numbers.set(text, numbers.size).get(text);
  const text = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
  const own = (one) => number([one.tagName, [...one.childNodes].some(text),
    ...[...one.attributes].map(({ name, value }) =>
      SAID.test(name) || PLACE.test(name) ? name : name + value)].join(" "));
  const kinds = new Map();
  const kind = (one) => {
    kinds.set(one, number([own(one), ...[...one.children].map(kind)].join("/")));
    return kinds.get(one);
  };
  const seen = new Set();
  const look = (within, one) => {
    const place = number(within + ">" + own(one));
    [...one.children].forEach((part) => {
      const key = place + ">" + kinds.get(part);
      if (seen.has(key)) return take(part);
      seen.add(key);
      look(place, part);
    });
  };
  kind(document.body);
  look("", document.body);
"""
)
# What the screens that are not shown hold: axe only walks over it, and that is slow.
OTHERS = AWAY % "document.querySelectorAll('.slide:not(.current) > *').forEach(take);"

THEME = "document.documentElement.dataset.theme"
# The computed styles that decide the contrast of a text, of each element.
COLOURS = """() => {
  const decide = ["color", "fill", "fillOpacity", "stroke", "backgroundColor", "backgroundImage",
    "opacity", "filter", "mixBlendMode", "textShadow", "display", "visibility"];
  return [...document.querySelectorAll("html, body, body :not([type=hidden])")].map((one) => {
    const style = getComputedStyle(one);
    return decide.map((name) => style[name]).join();
  }).join(";");
}"""


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context(locale="es-PE", bypass_csp=True)
    yield context.new_page()
    context.close()


def faults(page, only=RULES, widths=WIDTHS, without=()):
    """Return what axe finds in the page at each width, and whether it scrolls sideways."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        asked = {"only": only, "without": list(without)}
        found += [(width, *fault) for fault in page.evaluate(RUN, asked)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((width, "scrolls sideways", ""))
    return found


def folds(page, do):
    """Open what is folded, or take it away: closed, axe only walks over it, and that is slow."""
    page.evaluate(f"document.querySelectorAll('details:not(.choices)').forEach((one) => {do})")


def alike(page):
    """Open every fold and take away what looks like an earlier part; BACK undoes that."""
    until(page, "!document.querySelector('svg.drawing:not([data-answers])')")
    folds(page, "one.open = true")
    page.evaluate(ALIKE)


def contrast(page):
    """Return the faults of contrast, of the narrow drawing and of the wide one."""
    return faults(page, [CONTRAST], NARROW_AND_WIDE)


def colours(page):
    """Return the styles that decide contrast, for the narrow drawing and for the wide one."""
    found = []
    for width in NARROW_AND_WIDE:
        page.set_viewport_size({"width": width, "height": 800})
        found.append(page.evaluate(COLOURS))
    return found


def structure(page):
    """Return all other faults with every fold open at one width, and closed on both sides of it."""
    folds(page, "one.open = true")
    found = faults(page, widths=[1366], without=[CONTRAST])
    folds(page, "{ one.open = false; one.replaceChildren(one.querySelector('summary')); }")
    return found + faults(page, widths=[320, 1920], without=[CONTRAST])


def opened(page, url, ready=""):
    page.goto(url)
    if ready:
        page.wait_for_selector(ready)
    page.evaluate(Axe().axe_script)
    return page


def test_a_part_of_a_kind_of_its_own_is_asked_for_its_contrast(page):
    """What is taken away looks like another beside it; the rest stays, and all comes back."""
    look = "<style>.pale { color: #ddd } [data-state=late] { color: #eee }</style>"
    rows = "".join(f"<li>{n}</li>" for n in range(20))
    pale, late = '<li class="pale">pálida</li>', '<li data-state="late">tardía</li>'
    odd = f'{pale}<li data-state="early">temprana</li>{late}'
    folded = '<details><summary>más</summary><p>una<p>otra<p class="pale">y otra</details>'
    said = f"<title>t</title>{look}<main><h1>t</h1><ul>{rows}{odd}{rows}</ul>{folded}</main>"
    page.set_content(f"<html lang=es>{said}")
    whole = page.inner_html("ul")
    page.evaluate(Axe().axe_script)
    alike(page)
    assert page.locator("li").count() == 4
    assert page.locator("p").count() == 2
    found = {node for _, _, node in contrast(page)}
    assert found == {pale, late, '<p class="pale">y otra</p>'}
    page.evaluate(BACK)
    assert page.inner_html("ul") == whole


@pytest.mark.parametrize("path", EVERY)
def test_no_page_has_a_fault(page, address, path):
    opened(page, f"{address}{path}")
    if path in LIVE:
        live_board(page)
    alike(page)
    assert contrast(page) == []
    page.evaluate(BACK)
    assert structure(page) == []


@pytest.mark.parametrize("slug", CHARTS)
def test_no_embed_has_a_fault_in_any_theme(page, address, store, slug):
    query = "&".join(filter(None, (View.shown(CHARTS[slug], store).query, "controles=1")))
    opened(page, f"{address}/incrustar/{slug}?{query}")
    assert page.evaluate(THEME) == "light"
    alike(page)
    light = colours(page)
    assert contrast(page) == []
    page.evaluate(BACK)
    assert structure(page) == []
    # Each at its own address: a light embed carries no rule of high contrast nor of the system.
    for name in (name for name, theme in THEMES.items() if theme != "light"):
        page.goto(f"{address}/incrustar/{slug}?{query}&tema={name}")
        assert page.evaluate(THEME) == THEMES[name]
        alike(page)
        # In a light system the theme of the system is the light one, whose contrast was asked for.
        assert (colours(page) == light) == (name == "auto"), name
        if name != "auto":
            page.evaluate(Axe().axe_script)
            assert contrast(page) == [], name


# Of these the second looks otherwise: it goes on from the first, or is of something else.
SECOND = ("objetivos-2", "rojo-IOP.03.02", "incidencia-2", "rutas-2")


def test_no_kind_of_screen_has_a_fault(page, address):
    opened(page, f"{address}/presentar", "body.room")
    screens = page.locator(".slide").evaluate_all("all => all.map((one) => one.id)")
    kinds = {name.split("-")[0]: name for name in reversed(screens)}
    assert len(kinds) > 5
    found = {}
    for name in (*kinds.values(), *SECOND):
        for key in (*str(screens.index(name) + 1), "Enter"):
            page.keyboard.press(key)
        assert page.get_attribute(".slide.current", "id") == name
        page.evaluate(OTHERS)
        found[name] = faults(page, widths=[1366] if name in SECOND else WIDTHS)
        page.evaluate(BACK)
    page.keyboard.press("n")
    page.click(".settings summary")
    found["open"] = faults(page, widths=[1366])
    assert not any(found.values()), found
