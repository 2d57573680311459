"""The routes as people use them: choose a place on the map or in a table, by hand or keyboard."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHOSEN = "h1:has-text('Madre de Dios')"


def test_choosing_a_place_marks_map_and_table_and_stands_in_the_address(visit):
    one = visit(viewport={"width": 1024, "height": 768})
    page = one.open("/rutas")
    page.select_option("#filters select >> nth=2", "madre-de-dios")
    page.wait_for_selector(CHOSEN)
    expect(page).to_have_url(f"{one.address}/rutas?lugar=madre-de-dios")
    expect(page.locator("#pares .sense").first).to_have_text("llega")
    page.locator("#grafico-rutas svg.drawing:visible a[aria-label=Cusco] text").click()
    page.wait_for_selector("h1:has-text('Cusco')")
    expect(page).to_have_url(f"{one.address}/rutas?lugar=cusco")
    expect(page.locator("#filters select >> nth=2")).to_have_value("cusco")


def test_map_and_table_stand_side_by_side_when_projected(visit):
    page = visit(viewport={"width": 1024, "height": 768}).open("/rutas")
    drawing = page.locator("#grafico-rutas svg.drawing:visible").bounding_box()
    table = page.locator("#pares").bounding_box()
    assert drawing["height"] <= 768
    assert table["x"] >= drawing["x"] + drawing["width"]


def test_a_place_is_chosen_by_keyboard(visit):
    one = visit()
    page = one.open("/rutas")
    page.locator("#pares a", has_text="Puno").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Puno')")
    expect(page).to_have_url(f"{one.address}/rutas?lugar=puno")
    expect(page.locator(":focus")).to_have_text("Puno")


def test_without_javascript_a_place_is_a_plain_link(visit):
    one = visit(java_script_enabled=False)
    page = one.open("/rutas?tipo=interna", live=False)
    page.locator("#pares a", has_text="Puerto Maldonado").first.click()
    expect(page).to_have_url(f"{one.address}/rutas?tipo=interna&lugar=puerto-maldonado")
    expect(page.locator("#grafico-rutas svg.drawing:visible")).to_have_count(1)
    assert page.locator("#pares .quote").count() > 10


def test_the_map_fits_a_phone(visit):
    page = visit(viewport={"width": 360, "height": 740}).open("/rutas?lugar=madre-de-dios")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("#grafico-rutas svg.narrow")).to_be_visible()


@pytest.mark.parametrize("slug", ["rutas", "rutas-matriz", "acuerdos"])
def test_the_interactive_versions_ask_only_us(visit, slug):
    one = visit(apart=True)
    page = one.open("/rutas")
    page.click(f"#grafico-{slug} button")
    page.wait_for_selector(f"#grafico-{slug} .main-svg")
    assert one.requests
    assert all(url.startswith((one.address, "data:", "blob:")) for url in one.requests)
