"""The home on a phone: short, and nothing that accuses or excuses is out of sight."""

import pytest
from playwright.sync_api import expect

from components.texts import t
from tests.charges.asked import LATEST, Asked
from tests.charges.explained import notes
from tests.charges.nodes import plain

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
# Five screens of a phone less a thumb: what a reader goes through to the end of the home.
HIGHEST = 3_580
# A letter, and what a finger hits; what is unseen or folded has no size.
SMALL = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && !one.closest(".unseen, svg, .skip"))
  .filter((one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 12)
  .map((one) => one.textContent)"""
THIN = """() => [...document.querySelectorAll(
  "summary, button, .charges .what a, .ways a, .bottom a")]
  .filter((one) => one.checkVisibility() && one.getClientRects()[0].height < 24)
  .map((one) => one.textContent)"""
SHOWN = """() => [...document.querySelectorAll(".red .charges > li")].map((one) => {
  const why = one.querySelector("summary");
  return { whole: why.scrollHeight <= why.clientHeight && why.scrollWidth <= why.clientWidth,
           said: why.innerText, mark: !!one.querySelector(".status .mark").offsetHeight };
})"""


@pytest.mark.parametrize("script", [True, False])
def test_the_home_of_a_phone_is_short_and_legible(visit, script):
    page = visit(**PHONE, java_script_enabled=script).open("/", live=script)
    high = round(page.locator("html").bounding_box()["height"])
    assert high <= HIGHEST, f"the home is {high} px high, of {HIGHEST}"
    assert page.evaluate(SMALL) == []
    assert page.evaluate(THIN) == []
    page.set_viewport_size({"width": 320, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_each_charge_of_a_phone_shows_its_mark_and_how_its_reason_begins(visit):
    page = visit(**PHONE, java_script_enabled=False).open("/", live=False)
    rows, found = Asked(LATEST).red(), page.evaluate(SHOWN)
    assert len(found) == len(rows) > 0
    for one, shown in zip(rows, found, strict=True):
        assert shown["whole"], f"{one.code} is cut"
        assert shown["mark"], f"{one.code} has no mark"
        reasons = notes(one.code, one.year)
        begins = clause(reasons[0]) if reasons else plain(t("panorama.more"))
        assert plain(shown["said"]).startswith(begins), f"{one.code}: begin with «{begins}»"


def clause(reason):
    """Return the first clause of a reason: up to the first comma, or what a line more holds."""
    return reason.split(",")[0].split(".")[0][:90].rsplit(" ", 1)[0]


@pytest.mark.parametrize("java_script", [True, False])
def test_an_address_that_names_a_folded_chart_shows_it(visit, java_script):
    """The way back of an embed leads to its chart, which a phone folds otherwise."""
    page = visit(**PHONE, java_script_enabled=java_script).open("/#grafico-objetivos", live=False)
    expect(page.locator("#grafico-objetivos .drawing.narrow")).to_be_in_viewport()
    page = visit(**PHONE).open("/", live=False)
    expect(page.locator("#grafico-objetivos")).to_be_hidden()


def test_a_chart_that_the_address_names_stays_when_a_filter_is_chosen(visit):
    page = visit(**PHONE).open("/#grafico-objetivos")
    page.locator("#fold-filters summary").click()
    page.locator("#filters select").first.select_option("2023")
    page.wait_for_selector("h1:has-text('2023')")
    expect(page.locator("#grafico-objetivos .drawing.narrow")).to_be_visible()
