"""A page brings the rules that it uses: all of the sheet changes nothing in it."""

import pytest

from components import assets
from tests.browser.waits import live_board, until

pytestmark = pytest.mark.browser

LOOKS = """() => [...document.querySelectorAll("html, body, body *")].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  const names = ["color", "backgroundColor", "borderTopWidth", "font", "display", "fill", "stroke"];
  const look = getComputedStyle(one);
  const around = ["::before", "::after"].map((side) => getComputedStyle(one, side).content);
  return [one.tagName, one.className.baseVal ?? one.className, x, y, width, height,
    ...names.map((name) => look[name]), ...around].join(" ");
})"""
WHOLE = "(sheet) => { document.getElementById('rules').textContent = sheet; }"


@pytest.mark.parametrize("path", ["/", "/planes", "/territorios/piura", "/datos", "/glosario"])
def test_the_whole_sheet_changes_nothing_in_a_page(visit, path):
    page = visit(java_script_enabled=False).open(path, live=False)
    assert page.evaluate("document.getElementById('rules').textContent.length") < 30_000
    for width in (320, 1366):
        page.set_viewport_size({"width": width, "height": 800})
        page.reload()
        own = page.evaluate(LOOKS)
        page.evaluate(WHOLE, assets.text("board.css"))
        assert page.evaluate(LOOKS) == own


def test_the_whole_sheet_is_there_before_anything_new_is_written(visit):
    here = visit(viewport={"width": 360, "height": 800}).open("/", live=False)
    rules = "document.getElementById('rules').textContent"
    own = here.evaluate(rules)
    until(here, "document.body.matches('.scripted')")
    assert here.evaluate(rules) == own
    here.locator("#filters select").first.select_option("2023", force=True)
    until(here, "document.querySelector('h1').textContent.includes('2023')")
    sheet = here.evaluate("window.boardSheet")
    assert len(own) < 30_000 < len(sheet)
    assert here.evaluate(rules) == sheet


def test_dash_finds_the_whole_sheet(visit):
    here = visit().open("/", live=False)
    live_board(here)
    assert here.evaluate("document.getElementById('rules').textContent === window.boardSheet")
