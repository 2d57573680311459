"""The room: a whole session by keyboard, legible from the last row, at two sizes."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.room import MEASURE, SIZES
from tests.browser.waits import until

pytestmark = pytest.mark.browser
TWO_SECONDS = re.compile("^00:0[2-9]$")


def opened(visit, path="/presentar", size=SIZES[0], **options):
    one = visit(viewport={"width": size[0], "height": size[1]}, **options)
    page = one.open(path, live=False)
    page.wait_for_selector("body.room")
    return page


def place(page):
    return page.inner_text("#count")


def amount(page):
    return page.locator(".slide").count()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    "query", ["", "?anio=2023", "?sector=mujer", "?anio=2021&eje=proteccion", "?anio=2030"]
)
def test_every_screen_reads_from_the_last_row(visit, size, query):
    page = opened(visit, f"/presentar{query}", size)
    faults = {}
    for index in range(amount(page)):
        assert place(page) == f"{index + 1} / {amount(page)}"
        if found := page.evaluate(MEASURE):
            faults[page.get_attribute(".slide.current", "id")] = found
        page.keyboard.press("ArrowRight")
    assert faults == {}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_session_by_keyboard_and_reloaded_in_the_middle(visit, size):
    page = opened(visit, size=size)
    total = amount(page)
    for key in ("ArrowRight", " ", "PageDown"):
        page.keyboard.press(key)
    assert place(page) == f"4 / {total}"
    page.reload()
    page.wait_for_selector("body.room")
    assert place(page) == f"4 / {total}"
    for key, expected in (("PageUp", 3), ("ArrowLeft", 2), ("End", total), ("Home", 1)):
        page.keyboard.press(key)
        assert place(page) == f"{expected} / {total}"
    for key in ("1", "2", "Enter"):
        page.keyboard.press(key)
    assert place(page) == f"12 / {total}"
    expect(page).to_have_url(re.compile(r"\?pantalla=12$"))
    page.keyboard.press("n")
    expect(page.locator(".slide.current .note")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".slide.current .note")).to_be_hidden()


def test_a_filter_changed_in_the_room_keeps_the_place(visit):
    page = opened(visit)
    while not page.get_attribute(".slide.current", "id").startswith("silencio"):
        page.keyboard.press("ArrowRight")
    page.click(".settings summary")
    page.select_option("select[name=sector]", "mujer")
    page.click(".settings button")
    page.wait_for_url("**sector=mujer**")
    page.wait_for_selector("body.room")
    assert page.get_attribute(".slide.current", "id").startswith("silencio")
    assert "anio" not in page.url
    assert "guion" not in page.url


def test_the_room_stays_full_screen_and_the_clock_goes_on_when_filters_change(visit):
    page = opened(visit)
    page.keyboard.press("f")
    page.wait_for_selector(":root:fullscreen", timeout=5000)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#clock")).to_have_text(TWO_SECONDS)
    page.click(".settings summary")
    page.select_option("select[name=eje]", "proteccion")
    page.click(".settings button")
    page.wait_for_url("**eje=proteccion**")
    page.wait_for_selector("#record[href*='eje=proteccion']", state="attached")
    expect(page.locator(":root:fullscreen")).to_have_count(1)
    assert page.get_attribute(".slide.current", "id") == "objetivos-1"
    assert page.inner_text("#clock") >= "00:02"
    assert "vista=acta" in page.get_attribute("#record", "href")
    assert "eje=proteccion" in page.get_attribute("#record", "href")


def test_the_clock_counts_each_point_and_survives_going_on_and_reloading(visit):
    """The time of the page is moved by hand."""
    one = visit(apart=True)
    clock = one.page.clock
    clock.install()
    page = one.open("/presentar", live=False)
    page.wait_for_selector("body.room")
    clock.pause_at(page.evaluate("Date.now()") + 1_000)
    clock.run_for(3_000)
    expect(page.locator("#clock")).to_have_text(TWO_SECONDS)
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#clock") == "00:00"
    page.keyboard.press("ArrowLeft")
    first = page.inner_text("#clock")
    assert first >= "00:02"
    page.reload()
    page.wait_for_selector("body.room")
    assert page.inner_text("#clock") >= first
    # Every five seconds it is kept without a step: a reload takes no more than those away.
    clock.run_for(4_500)
    expect(page.locator("#clock")).to_have_text(re.compile("00:0[6-9]"))
    page.reload()
    page.wait_for_selector("body.room")
    assert page.inner_text("#clock") >= "00:05"


def test_what_the_address_cannot_use_is_said_in_the_room_too(visit):
    page = opened(visit, "/presentar?sector=nada")
    expect(page.locator("#said .remark")).to_be_visible()
    assert page.evaluate(MEASURE) == []
    page.keyboard.press("ArrowRight")
    expect(page.locator("#said .remark")).to_be_hidden()


@pytest.mark.parametrize("path", ["/", "/presentar", "/presentar?vista=acta"])
def test_the_help_lines_stand_first_and_on_top(visit, path):
    page = visit().open(path, live=False)
    help_lines = page.locator("body > .help")
    assert abs(help_lines.bounding_box()["y"]) < 1
    assert page.evaluate("document.querySelector('body > :not(.skip, .exit)').className") == "help"
    for number in ("1818", "100"):
        expect(page.locator(f'.help a[href="tel:{number}"]')).to_be_visible()


# What is cut of a screen, of all of them at once, by more than a mark that stands out of its line;
# whole stands what the next one repeats.
CUT = """() => [...document.querySelectorAll(".slide")].flatMap((one) => {
  const next = document.getElementById(`${one.id}-razon`) ||
    [...document.querySelectorAll("[id$='-razon']")].find((all) =>
      one.nextElementSibling === all);
  return [...one.querySelectorAll("[class^=cut-], .because, .what, td")]
    .filter((part) => part.scrollHeight > part.clientHeight + 8 && part.clientHeight)
    .filter((part) => !next || !next.textContent.includes(part.textContent.slice(-40)))
    .map((part) => [one.id, part.textContent]);
})"""
ALL = ".room .slide:not(.current) { display: flex !important; }"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("query", ["", "?anio=2023", "?sector=energia-minas"])
def test_what_a_screen_cuts_stands_whole_on_the_next(visit, size, query):
    page = opened(visit, f"/presentar{query}", size)
    page.add_style_tag(content=ALL)
    assert page.locator(".slide:visible").count() == amount(page)
    assert page.locator(".because").count()
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}])
def test_the_record_breaks_no_rule_of_axe(visit, options):
    page = visit(**options).open("/presentar?vista=acta&sector=mujer", live=False)
    if not options:
        assert Axe().run(page).response["violations"] == []
    expect(page.locator(".slide:visible")).to_have_count(amount(page))


def test_a_swipe_turns_the_screen(visit):
    page = opened(visit, has_touch=True)
    swipe = """([from, to]) => {
      const target = document.body;
      const at = (x) => [new Touch({ identifier: 1, target, clientX: x, clientY: 300 })];
      const send = (name, x, on) => document.body.dispatchEvent(
        new TouchEvent(name, { bubbles: true, touches: on ? at(x) : [], changedTouches: at(x) }));
      send("touchstart", from, true);
      send("touchend", to, false);
    }"""
    page.evaluate(swipe, [800, 200])
    assert place(page).startswith("2 /")
    page.evaluate(swipe, [200, 800])
    assert place(page).startswith("1 /")


def test_without_script_the_screens_follow_one_another(visit):
    page = visit(java_script_enabled=False).open("/presentar", live=False)
    expect(page.locator(".slide:visible")).to_have_count(amount(page))
    page.click("#estado-1 .way a")
    expect(page).to_have_url(re.compile("#objetivos-1$"))
    expect(page.locator("#clock")).to_be_hidden()
    assert "Datos a 2024" in page.inner_text(".opening")


BLACK = "getComputedStyle(document.body, '::after').backgroundColor"


@pytest.mark.parametrize("key", [".", "b", "B"])
@pytest.mark.parametrize("back", [".", "b", "PageDown", "ArrowRight", "Escape", "Enter", "click"])
def test_the_black_key_of_a_remote_blanks_and_returns_to_the_same_screen(visit, key, back):
    page = opened(visit, "/presentar?pantalla=3")
    before = place(page)
    page.keyboard.press(key)
    assert page.evaluate(BLACK) == "rgb(0, 0, 0)"
    assert page.evaluate("document.elementFromPoint(500, 400) === document.body")
    assert "negro" in page.inner_text("#spoken")
    if back == "click":
        page.mouse.click(500, 400)
    else:
        page.keyboard.press(back)
    assert page.evaluate(BLACK) != "rgb(0, 0, 0)"
    assert place(page) == before
    assert page.inner_text("#spoken") == page.text_content(".slide.current h2")


def test_the_start_and_end_keys_of_a_remote_lose_nothing(visit):
    page = opened(visit, "/presentar?pantalla=3")
    before = place(page)
    page.keyboard.press("f")
    until(page, "document.fullscreenElement")
    page.evaluate("window.same = true")
    page.keyboard.press("F5")
    page.keyboard.press("Escape")
    assert page.evaluate("window.same")
    assert place(page) == before


def test_the_start_key_outside_the_full_screen_comes_back_to_the_same_screen(visit):
    page = opened(visit, "/presentar?pantalla=3")
    before = place(page)
    with page.expect_navigation():
        page.keyboard.press("F5")
    page.wait_for_selector("body.room")
    assert place(page) == before
