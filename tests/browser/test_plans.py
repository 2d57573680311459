"""The plans in a browser: filter, search, follow a target to its address, with and without JS."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_filters_search_and_address_go_together(visit):
    page = visit().open("/planes")
    page.click("#choices-eje summary")
    page.click("text=Protección >> nth=0")
    page.wait_for_url("**/planes?eje=proteccion")
    page.wait_for_selector("#acciones:has-text('14 acciones, 120 metas')")
    page.select_option("select", "2021")
    page.wait_for_url("**/planes?eje=proteccion&periodo=2021")
    page.wait_for_selector("#acciones:has-text('14 acciones, 40 metas')")
    page.select_option("select", index=1)
    page.wait_for_url("**/planes?eje=proteccion")
    page.fill("input[type=search]", "defensor publico")
    page.wait_for_url("**/planes?eje=proteccion&buscar=defensor%20publico")
    page.wait_for_selector("#resultados:has-text('defensor publico')")
    page.click(".results a >> nth=0")
    page.wait_for_url("**/planes/3.2.3?periodo=2017-2018#m3")
    page.wait_for_selector("body.live-board")
    assert "defensor público asignado" in page.inner_text(".goal:target")
    expect(page.locator(".goal:target")).to_be_visible()


def test_the_search_works_without_javascript(visit):
    one = visit(java_script_enabled=False)
    page = one.open("/planes", live=False)
    page.fill("input[type=search]", "línea 1818")
    with page.expect_navigation():
        page.click("button.apply")
    assert page.url.startswith(f"{one.address}/planes?")
    with page.expect_navigation():
        page.click(".results a >> nth=0")
    expect(page).to_have_url(f"{one.address}/planes/2.3.1?periodo=2017-2018#m1")
    assert "1818" in page.inner_text(".goal:target")


@pytest.mark.parametrize(
    ("path", "slug"),
    [("/planes", "planes-eje"), ("/planes", "planes-linea"), ("/planes/3.2.3", "accion-metas")],
)
def test_each_chart_of_the_plans_draws_with_plotly(visit, path, slug):
    page = visit().open(path)
    page.click(f"#grafico-{slug} button")
    page.wait_for_selector(f"#grafico-{slug} .main-svg")
    expect(page.locator(f"#grafico-{slug} .still")).to_be_hidden()


def test_choosing_an_objective_narrows_the_actions(visit):
    page = visit().open("/planes")
    page.click(".aims >> text=OI2.2")
    page.wait_for_url("**/planes?codigo=OI2.2")
    page.wait_for_selector("#acciones:has-text('4 acciones, 44 metas')")
    expect(page.locator(".aims a[aria-current]")).to_have_text("OI2.2")
