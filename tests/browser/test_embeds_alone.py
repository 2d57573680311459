"""Embeds by themselves in the browser: their height, their rules, their filters, their silence."""

from collections import Counter

import pytest
from playwright.sync_api import expect

from components.charts.registry import CHARTS
from components.charts.view import View
from components.embeds.heights import WIDTHS, embed_height
from data.model import Explicacion
from data.query.filters import Filters

pytestmark = pytest.mark.browser
# What a tall chart may leave blank under its words, of its height; a low one, some lines.
BLANK = 0.08
# As in a sandbox, where the address stands in words: the height keeps room for it.
SEALED = "document.documentElement.classList.add('sealed'); document.fonts.ready.then(() => 1)"


def view(store, slug):
    return View.shown(CHARTS[slug], store)


def stands_at_its_height(browser, address, seen):
    """Open an embed at the widths of the kit, and at one that a consumer of oEmbed may ask for."""
    page = browser.new_context(viewport={"width": 320, "height": 500}).new_page()
    page.goto(f"{address}/incrustar/{seen.chart.slug}?{seen.query}", wait_until="load")
    page.evaluate(SEALED)
    for width in (*WIDTHS, 480):
        page.set_viewport_size({"width": width, "height": 500})
        needed = page.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
        assert needed <= embed_height(seen, width) <= needed + max(90, needed * BLANK), width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize("slug", CHARTS)
def test_without_script_the_height_is_right(browser, address, store, slug):
    stands_at_its_height(browser, address, view(store, slug))


def test_what_the_sources_say_of_an_indicator_has_its_room(browser, address, store):
    counted = Counter(row.codigo for row in store.rows(Explicacion))
    filters = Filters(codigo=counted.most_common(1)[0][0])
    stands_at_its_height(browser, address, View.of(CHARTS["indicador"], store, filters))


@pytest.mark.parametrize("slug", ["objetivos", "mapa", "rutas", "indicador"])
def test_own_filters_have_their_room(browser, address, store, slug):
    seen = view(store, slug)
    page = browser.new_context(viewport={"width": 320, "height": 500}).new_page()
    page.goto(f"{address}/incrustar/{slug}?{seen.query}&controles=1", wait_until="load")
    page.evaluate(SEALED)
    assert WIDTHS
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 500})
        needed = page.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
        assert needed <= embed_height(seen, width, controls=True) <= needed + 120, width
    page.context.close()


# The selectors of a whole sheet that find something in the document and are not in its own.
MISSED = r"""(css) => {
  const whole = new CSSStyleSheet();
  whole.replaceSync(css);
  const named = (rule) => rule.selectorText.split(/,(?![^(]*\))/).map((one) => one.trim());
  const flat = (rules) => [...rules].flatMap((rule) =>
    rule.selectorText ? named(rule) : rule.cssRules ? flat(rule.cssRules) : []);
  const own = new Set(flat(document.styleSheets[0].cssRules));
  const still = (one) => one.replace(/::[\w-]+|:(hover|focus-visible|focus|target)\b/g, "") || "*";
  return flat(whole.cssRules).filter((one) => !own.has(one) && document.querySelector(still(one)));
}"""


@pytest.mark.parametrize("more", ["", "tema=alto-contraste&controles=1&sobra=1"])
def test_an_embed_carries_every_rule_that_it_uses(browser, address, store, root, more):
    css = (root / "assets" / "board.css").read_text("utf-8")
    page = browser.new_context().new_page()
    assert CHARTS
    for slug in CHARTS:
        query = "&".join(part for part in (view(store, slug).query, more) if part)
        page.goto(f"{address}/incrustar/{slug}?{query}")
        assert page.evaluate(MISSED, css) == [], slug
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 20
    page.context.close()


def test_an_embed_keeps_nothing_and_asks_little(visit):
    one = visit(apart=True)
    page = one.open("/incrustar/objetivos", live=False)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert len(one.requests) <= 4


def test_own_filters_work_without_javascript(visit):
    one = visit(java_script_enabled=False)
    page = one.open("/incrustar/objetivos?controles=1&tema=oscuro", live=False)
    page.select_option("select[name=anio]", "2023")
    with page.expect_navigation():
        page.click("button")
    assert "anio=2023" in page.url
    assert "tema=oscuro" in page.url
    assert "2023" in page.inner_text("figcaption")
    expect(page.locator('html[data-theme="dark"]')).to_have_count(1)
