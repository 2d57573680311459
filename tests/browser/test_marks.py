"""The drawings answer the pointer, the finger and the keyboard, in place and inside the screen."""

import re

import pytest
from playwright.sync_api import expect

from components.charts.credits import credit
from components.charts.registry import CHARTS
from components.charts.view import View
from components.svg_tree import Element
from tests.browser.waits import still
from tests.stores import frozen_store

pytestmark = pytest.mark.browser

READY = 'svg.drawing[data-answers="yes"]'
STOP = f'{READY}:visible [tabindex="0"]:visible'
BOX = ".answer:visible"
# The parts of the box that are out of the screen, of which there must be none.
OUT = """() => {
  const { left, top, right, bottom } = document.querySelector(".answer").getBoundingClientRect();
  return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
}"""
STORE = frozen_store()


def marked(chart):
    """Return whether a drawing of a chart holds marks with their words."""
    frame = View.shown(chart, STORE).frame
    return any(part.tag == "title" for part in chart.drawings(frame).walk())


ANSWERING = [slug for slug, chart in CHARTS.items() if marked(chart)]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def titles(slug, width):
    drawing = View.shown(CHARTS[slug], STORE).drawing.each[width]
    return [
        "".join(child for child in part.children if isinstance(child, str))
        for part in drawing.walk()
        if isinstance(part, Element) and part.tag == "title"
    ]


def test_most_charts_have_marks_that_answer():
    assert len(ANSWERING) >= 10


@pytest.mark.parametrize("slug", ANSWERING)
def test_the_keyboard_reads_every_chart_mark_by_mark(visit, slug):
    """At 400 %: one stop, arrows, first and last, a box inside the screen, Escape."""
    one = visit(viewport={"width": 320, "height": 256})
    view = View.shown(CHARTS[slug], STORE)
    page = one.open(f"/incrustar/{slug}?{view.query}", live=False)
    page.wait_for_selector(f"{READY}:visible")
    assert page.locator(STOP).count() == 1
    page.locator(STOP).evaluate("(mark) => mark.focus()")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    assert page.locator(STOP).count() == 1
    first = page.evaluate("document.activeElement.dataset.mark")
    assert first in titles(slug, 0) + titles(slug, 1)
    said = page.locator(BOX).inner_text()
    assert all(part in said for part in re.split(": |, ", first))
    assert credit(view) in said
    assert not page.evaluate(OUT)
    assert page.locator(f"{READY}:visible title").count() == 0, "the browser says it twice"
    page.keyboard.press("ArrowRight")
    words = page.evaluate("document.activeElement.dataset.mark")
    assert words
    assert page.locator(BOX).count() == 1
    page.keyboard.press("Escape")
    assert page.locator(BOX).count() == 0
    assert page.evaluate("document.activeElement.dataset.mark") == words


def test_a_finger_on_the_map_is_answered_in_place(visit):
    page = visit(**PHONE).open("/mapa")
    page.wait_for_selector(f"#grafico-mapa {READY}.narrow")
    page.locator("#grafico-mapa svg.narrow").evaluate("(o) => o.scrollIntoView({block: 'center'})")
    still(page)
    before = page.evaluate("scrollY")
    place = page.locator("#grafico-mapa svg.narrow").bounding_box()
    x, y = place["x"] + place["width"] * 0.55, place["y"] + place["height"] * 0.4
    page.touchscreen.tap(x, y)
    said = page.locator(BOX).inner_text()
    assert page.evaluate("scrollY") == before
    assert page.locator("#grafico-mapa").get_attribute("data-place")
    assert page.locator("#grafico-mapa tr:has(.marked)").count() == 1
    page.evaluate("scrollBy(0, 60)")
    still(page)
    assert page.locator(BOX).inner_text() == said
    page.touchscreen.tap(x, y - 60)
    expect(page.locator(BOX)).to_have_count(0)


def test_a_finger_beside_a_mark_means_the_nearest(visit):
    page = visit(**PHONE).open("/incrustar/objetivos?anio=2024", live=False)
    page.goto(page.url.replace("objetivos", "semaforo"))
    page.wait_for_selector(f"{READY}.narrow")
    last = page.locator("svg.narrow a").last.bounding_box()
    x, y = last["x"] + last["width"], last["y"] + last["height"] / 2
    page.touchscreen.tap(x + 60, y)
    assert page.locator(BOX).count() == 0
    page.touchscreen.tap(x + 18, y)
    assert page.locator(BOX).inner_text().startswith(titles("semaforo", 1)[-1].split(": ")[0])


def test_a_mark_that_leads_somewhere_first_says_where(visit):
    """A finger is answered and finds the link in the box; Enter and the mouse follow it."""
    page = visit(**PHONE).open("/")
    page.locator("#fold-graficos summary").tap()
    page.wait_for_selector(f"#grafico-semaforo {READY}.narrow")
    mark = page.locator("#grafico-semaforo svg.narrow a").nth(3)
    mark.evaluate("(o) => o.scrollIntoView({block: 'center'})")
    still(page)
    mark.tap()
    assert page.url.endswith("/")
    page.locator(".answer a").tap()
    page.wait_for_url("**/indicadores/*")
    page = visit().open("/")
    page.wait_for_selector(f"#grafico-semaforo {READY}:visible")
    page.locator("#grafico-semaforo svg.drawing:visible a").nth(3).evaluate(
        "(mark) => mark.focus()"
    )
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicadores/*")


def test_a_choice_on_the_map_outlives_a_filter_and_escape_undoes_it(visit):
    page = visit().open("/mapa")
    page.wait_for_selector(f"#grafico-mapa {READY}.wide")
    shape = page.locator('#grafico-mapa svg.wide use[href$="#puno"]')
    shape.scroll_into_view_if_needed()
    shape.click()
    before = page.locator(BOX).inner_text()
    assert before.startswith("Puno")
    page.select_option("select[id*=periodo]", "2009-2014")
    page.wait_for_url("**periodo=*")
    expect(page.locator(BOX)).to_contain_text("Puno")
    expect(page.locator(BOX)).not_to_contain_text(before.splitlines()[1])
    page.mouse.move(5, 5)
    assert page.locator(BOX).count() == 1
    page.keyboard.press("Escape")
    assert page.locator(BOX).count() == 0


def test_the_pointer_can_reach_the_box_and_leave_it(visit):
    page = visit().open("/")
    page.wait_for_selector(f"#grafico-objetivos {READY}:visible")
    gauge = page.locator("#grafico-objetivos svg.drawing:visible [tabindex='0']")
    gauge.scroll_into_view_if_needed()
    gauge.hover(force=True)
    box = page.locator(BOX).bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] - 8)
    page.wait_for_timeout(400)
    assert page.locator(BOX).count() == 1
    page.emulate_media(media="print")
    assert page.locator(BOX).count() == 0
    page.emulate_media(media="screen")
    page.mouse.move(2, 2)
    expect(page.locator(BOX)).to_have_count(0)


def test_in_the_room_a_click_answers_and_the_arrows_still_turn_screens(visit):
    page = visit(viewport={"width": 1024, "height": 768}).open("/presentar", live=False)
    page.wait_for_selector(READY, state="attached")
    shown = ".slide.current"
    for _ in range(40):
        if page.locator(f"{shown} {READY}:visible").count():
            break
        page.keyboard.press("ArrowRight")
    page.locator(f"{shown} {READY}:visible [tabindex='0']").click(force=True)
    assert page.locator(BOX).count() == 1
    here = page.locator(shown).get_attribute("id")
    page.keyboard.press("ArrowRight")
    assert page.locator(shown).get_attribute("id") != here
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    for _ in range(40):
        if page.evaluate("!!document.activeElement.closest('svg.drawing')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.locator(shown).get_attribute("id") == here
    assert page.locator(BOX).count() == 1


def test_without_javascript_the_titles_remain(visit):
    page = visit(java_script_enabled=False).open("/incrustar/mapa", live=False)
    assert page.locator("svg.wide title").count() == len(titles("mapa", 0)) > 20
    assert page.locator(".answer").count() == 0
