"""The keys of the room that choose: its legend, its filters, all its screens, what Back undoes."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.room import MEASURE
from tests.browser.test_session import amount, opened, place

pytestmark = pytest.mark.browser
MIMP = re.compile(r"[?&]sector=mujer(&|$)")


def test_the_legend_opens_and_closes_by_its_key_and_a_key_of_a_remote_goes_on(visit):
    page = opened(visit)
    legend = page.locator("#legend")
    for closing in ("?", "Escape"):
        page.keyboard.press("?")
        expect(legend).to_be_visible()
        page.keyboard.press(closing)
        expect(legend).to_be_hidden()
        assert place(page).startswith("1 /")
    page.click("#help")
    assert Axe().run(page).response["violations"] == []
    assert legend.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    page.keyboard.press("PageDown")
    expect(legend).to_be_hidden()
    assert place(page).startswith("2 /")


def test_initials_and_a_year_are_chosen_in_eleven_keys_and_one_key_clears(visit):
    page = opened(visit)
    total = amount(page)
    for key in ("g", *"mimp", "Shift+Tab", *"2023", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#chosen a")).to_have_count(2)
    expect(page).to_have_url(MIMP)
    assert "anio=2023" in page.url
    assert "MIMP" in page.inner_text("#chosen")
    assert amount(page) < total
    assert page.evaluate(MEASURE) == []
    assert "El filtro deja fuera" in page.inner_text(".slide.current")
    page.keyboard.press("x")
    expect(page.locator("#chosen a")).to_have_count(0)
    assert amount(page) == total
    assert "sector" not in page.url


def test_a_chip_takes_its_filter_away_and_back_undoes_filter_and_jump(visit):
    page = opened(visit, "/presentar?sector=mujer")
    narrow = amount(page)
    page.click("#chosen a")
    expect(page.locator("#chosen a")).to_have_count(0)
    assert amount(page) > narrow
    for key in ("1", "2", "Enter", "ArrowRight"):
        page.keyboard.press(key)
    assert place(page).startswith("13 /")
    page.go_back()
    assert place(page).startswith("1 /")
    page.go_back()
    expect(page.locator("#chosen a")).to_have_count(1)
    assert place(page) == f"1 / {narrow}"
    assert page.input_value("select[name=sector]") == "mujer"
    page.go_forward()
    expect(page.locator("#chosen a")).to_have_count(0)


def test_all_the_screens_at_once_and_one_of_them_chosen(visit):
    page = opened(visit)
    page.keyboard.press("t")
    cells = page.locator("#overview button")
    expect(cells).to_have_count(amount(page))
    assert "1" in page.inner_text("#overview button[aria-current]")
    assert Axe().run(page).response["violations"] == []
    for key in ("ArrowRight", "PageDown", "ArrowDown", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#overview")).to_be_hidden()
    assert place(page).startswith("3 /")
    page.click("#count")
    cells.nth(6).click()
    assert place(page).startswith("7 /")
    page.keyboard.press("t")
    page.keyboard.press("b")
    assert page.evaluate("document.body.classList.contains('black')")
    expect(page.locator("#overview")).to_be_hidden()


def test_without_script_the_legend_stands_in_the_page_and_a_chip_is_a_link(visit):
    page = visit(java_script_enabled=False).open("/presentar?sector=mujer&anio=2023", live=False)
    expect(page.locator("#legend")).to_be_visible()
    expect(page.locator("#overview")).to_be_hidden()
    page.click("#chosen [data-clears=sector]")
    expect(page).to_have_url(re.compile(r"/presentar\?anio=2023$"))
