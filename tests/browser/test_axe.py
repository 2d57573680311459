"""axe-core on every page, embed and kind of screen at three widths: no violation.

One page serves them all and changes its width. The rules about colours are the slow ones: of
parts with the same tags, attributes and computed styles in the same surroundings only the first
is asked.
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
WIDE_AND_NARROW = (1366, 320)
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
CONTRAST = ["color-contrast"]
# The rules that look at colours. That of links is also asked with nothing emptied, at 1366 px.
COLOUR_RULES = [*CONTRAST, "link-in-text-block"]
RUN = """async ({ only, without }) => {
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const how = { resultTypes: ["violations"], preload: false, iframes: false };
  const { violations } = await axe.run(document, { ...how, runOnly: only, rules });
  return violations.flatMap((fault) => fault.nodes.map((node) => [fault.id, node.html]));
}"""

# Empties each element for which the script put into it calls `empty`; REFILL undoes that.
EMPTYING = """() => {
  window.emptied = [];
  const empty = (one) => {
    window.emptied.push([one, [...one.childNodes]]);
    one.replaceChildren();
  };
  %s
}"""
REFILL = "window.emptied.forEach(([one, nodes]) => one.append(...nodes))"
# `look` gives the computed styles of an element that decide the contrast of its text.
STYLES = """
  const decide = ["color", "fill", "fillOpacity", "stroke", "backgroundColor", "backgroundImage",
    "opacity", "filter", "mixBlendMode", "textShadow", "display", "visibility", "fontSize",
    "fontWeight", "fontStyle", "fontFamily", "textDecoration", "borderTop", "borderBottom",
    "outline"];
  const look = (one) => {
    const style = getComputedStyle(one);
    return decide.map((name) => style[name]).join();
  };
"""
COLOURS = f"""() => {{
  {STYLES}
  const all = document.querySelectorAll("html, body, body :not([type=hidden])");
  return [...all].map(look).join(";");
}}"""
# Empties each part that looks like an earlier one: what may differ are words, names and place,
# and not whether there is more text about its links than in them.
_EMPTY_ALIKE = """
  // Of what holds links: whether there is more text about them, as a link in a text has.
  const moreTextThanLinks = (one) => {
    const links = [...one.querySelectorAll("a")];
    if (!links.length) return "";
    const linked = links.reduce((sum, link) => sum + link.textContent.length, 0);
    return one.textContent.trim().length > 2 * linked;
  };
  const SAID = /^(id|href|title|value|for|name|(aria|data)-(label|query|place|mark))$/;
  const PLACE = /^(d|x|y|[xy][12]|c[xy]|r|width|height|points|transform)$/;
  const numbers = new Map();
  const number = (text) => numbers.get(text) ?? numbers.set(text, numbers.size).get(text);
  const text = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
  const own = new Map(), kinds = new Map();
  const kind = (one) => {
    own.set(one, number([one.tagName, [...one.childNodes].some(text), look(one),
      moreTextThanLinks(one), ...[...one.attributes].map(({ name, value }) =>
        SAID.test(name) || PLACE.test(name) ? name : name + value)].join(" ")));
    kinds.set(one, number([own.get(one), ...[...one.children].map(kind)].join("/")));
    return kinds.get(one);
  };
  const seen = new Set();
  const visit = (within, one) => {
    const place = number(within + ">" + own.get(one));
    [...one.children].forEach((part) => {
      const key = place + ">" + kinds.get(part);
      if (seen.has(key)) return empty(part);
      seen.add(key);
      visit(place, part);
    });
  };
  kind(document.body);
  visit("", document.body);
"""
EMPTY_ALIKE = EMPTYING % (STYLES + _EMPTY_ALIKE)
OPEN_FOLDS = "document.querySelectorAll('details:not(.choices)').forEach((o) => o.open = true)"
# What is folded, and the screens that are not shown: axe only walks over them, and that is slow.
_EMPTY_FOLDS = """
  document.querySelectorAll("details:not(.choices)").forEach((one) => {
    const summary = one.querySelector("summary");
    empty(one);
    one.append(summary);
    one.open = false;
  });
"""
EMPTY_FOLDS = EMPTYING % _EMPTY_FOLDS
EMPTY_OTHER_SCREENS = EMPTYING % "document.querySelectorAll('.slide:not(.current)').forEach(empty);"
# What scrolls at another width becomes a stop of the keyboard in the frame after.
TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
THEME = "document.documentElement.dataset.theme"


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context(locale="es-PE", bypass_csp=True)
    context.add_init_script(Axe().axe_script)
    yield context.new_page()
    context.close()


def faults(page, only=RULES, widths=WIDTHS, without=()):
    """Return what axe finds in the page at each width, and whether it scrolls sideways."""
    found = []
    for width in widths:
        resize(page, width)
        asked = {"only": only, "without": list(without)}
        found += [(width, *fault) for fault in page.evaluate(RUN, asked)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((width, "scrolls sideways", ""))
    return found


def resize(page, width):
    """Give the page a width, unless it has it already: to set the same takes nearly as long."""
    if (page.viewport_size or {}).get("width") != width:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(TWO_FRAMES)


def colours(page, only=COLOUR_RULES):
    """Return the faults of colour with every fold open, and the styles that decide them.

    Of the wide drawing and of the narrow one: the widest page only has more columns.
    """
    until(page, "!document.querySelector('svg.drawing:not([data-answers])')")
    page.evaluate(OPEN_FOLDS)
    found, styles = [], {}
    for width in sorted(WIDE_AND_NARROW, key=lambda one: one != page.viewport_size["width"]):
        resize(page, width)
        page.evaluate(EMPTY_ALIKE)
        found += faults(page, only, [width]) if only else []
        styles[width] = page.evaluate(COLOURS)
        page.evaluate(REFILL)
    return found, styles


def every_fault(page):
    """Return every fault of a page, and the styles that decide its contrast.

    With every fold open at one width, and closed on both sides of it.
    """
    page.evaluate(EMPTY_FOLDS)
    found = faults(page, widths=[1920], without=COLOUR_RULES)
    page.evaluate(REFILL)
    page.evaluate(OPEN_FOLDS)
    found += faults(page, widths=[1366], without=CONTRAST)
    pale, styles = colours(page)
    page.evaluate(EMPTY_FOLDS)
    return found + pale + faults(page, widths=[320], without=COLOUR_RULES), styles


def opened(page, url, ready=""):
    page.goto(url)
    if ready:
        page.wait_for_selector(ready)
    return page


def test_a_part_that_looks_otherwise_is_asked_for_its_contrast(page):
    """What is emptied looks like an earlier part; what is pale for any reason is found."""
    look = """<style>.pale, [data-state=late], li:nth-child(30), [href='/palid'],
      li:has(> .odd) b { color: #ddd }</style>"""
    rows = "".join(f"<li>fila {n}</li>" for n in range(20))
    pale = ['<li class="pale">pálida</li>', '<li data-state="late">tardía</li>',
            "<li>fila 6</li>", '<a href="/palid">enlace</a>', "<b>seria</b>",
            '<p class="pale">y otra</p>']  # fmt: skip
    links = f'<li><a href="/serio">enlace</a></li><li>{pale[3]}</li>'
    odd = f'<li><i>x</i><b>seria</b></li><li><i class="odd">x</i>{pale[4]}</li>'
    parts = f"{rows}{pale[0]}<li data-state=early>temprana</li>{pale[1]}{rows}{links}{odd}"
    folded = f"<details><summary>más</summary><p>una</p><p>otra</p>{pale[5]}</details>"
    said = f"<title>t</title>{look}<main><h1>t</h1><ul>{parts}</ul>{folded}"
    page.goto("about:blank")
    page.set_content(f"<html lang=es>{said}")
    page.evaluate(OPEN_FOLDS)
    whole = page.inner_html("main")
    found, _ = colours(page)
    assert {node for width, _, node in found if width == 1366} == set(pale)
    assert page.inner_html("main") == whole
    page.evaluate(EMPTY_ALIKE)
    assert page.locator("li:not(:empty)").count() == 9
    assert page.locator("p:not(:empty)").count() == 2


def test_a_link_in_a_text_that_only_its_colour_tells_is_found_after_one_alone(page):
    told = '<a href="/b">enlace</a>'
    alone, within = (
        '<p>Ver <a href="/a">un enlace largo</a></p>',
        f"<p>Un texto más largo: {told}</p>",
    )
    style = "<style>body { color: #000 } a { color: #222; text-decoration: none }</style>"
    page.goto("about:blank")
    page.set_content(f"<html lang=es><title>t</title>{style}<main>{alone}{within}")
    found, _ = colours(page)
    assert found == [(width, "link-in-text-block", told) for width, *_ in found]
    assert len(found) == len(WIDE_AND_NARROW)


@pytest.mark.parametrize("path", EVERY)
def test_no_page_has_a_fault(page, address, path):
    opened(page, f"{address}{path}")
    if path in LIVE:
        live_board(page)
    found, _ = every_fault(page)
    assert found == []


@pytest.mark.parametrize("slug", CHARTS)
def test_no_embed_has_a_fault_in_any_theme(page, address, store, slug):
    query = "&".join(filter(None, (View.shown(CHARTS[slug], store).query, "controles=1")))
    opened(page, f"{address}/incrustar/{slug}?{query}")
    assert page.evaluate(THEME) == "light"
    found, light = every_fault(page)
    assert found == []
    # Each at its own address: a light embed carries no rule of high contrast nor of the system.
    for name in (name for name, theme in THEMES.items() if theme != "light"):
        opened(page, f"{address}/incrustar/{slug}?{query}&tema={name}")
        assert page.evaluate(THEME) == THEMES[name]
        # In a light system the theme of the system is the light one: nothing is asked again.
        alike = name == "auto"
        found, styles = colours(page, None if alike else COLOUR_RULES)
        assert found == [], name
        assert (styles == light) == alike, name


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
        page.evaluate(EMPTY_OTHER_SCREENS)
        found[name] = faults(page, widths=[1366] if name in SECOND else WIDTHS)
        page.evaluate(REFILL)
    page.keyboard.press("n")
    page.click(".settings summary")
    found["open"] = faults(page, widths=[1366])
    assert not any(found.values()), found
