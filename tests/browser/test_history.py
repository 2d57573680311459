"""A filter is a step of the history, typing is none, and a failed line leaves nothing in doubt."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.waits import still, until

pytestmark = pytest.mark.browser

YEAR = "#controls select"


def agree(page, address, query, year, headline):
    """Wait until address, control, content and title say the same."""
    expect(page).to_have_url(f"{address}/{query}")
    expect(page.locator(YEAR).first).to_have_value(year)
    expect(page.locator("h1")).to_contain_text(headline)
    title = f"Panorama ({year})" if query else "Panorama ·"
    expect(page).to_have_title(re.compile(re.escape(title)))


def test_back_undoes_a_filter_and_forward_does_it_again(visit):
    one = visit()
    page = one.open("/")
    page.select_option(YEAR, "2023")
    agree(page, one.address, "?anio=2023", "2023", "en 2023")
    page.select_option(YEAR, "2022")
    agree(page, one.address, "?anio=2022", "2022", "en 2022")
    page.go_back()
    agree(page, one.address, "?anio=2023", "2023", "en 2023")
    page.go_back()
    agree(page, one.address, "", "2024", "70.6")
    page.go_forward()
    agree(page, one.address, "?anio=2023", "2023", "en 2023")


def test_a_kept_version_is_filtered_in_place_and_left_by_loading_the_page(visit, store):
    """What is written once with a page is of its version, though that be the one of today."""
    kept = f"corte={store.version}"
    one = visit()
    page = one.open(f"/?{kept}")
    page.evaluate("window.stayed = true")
    page.select_option(YEAR, "2023")
    expect(page).to_have_title(re.compile(f"2023, versión {store.version}"))
    assert page.evaluate("window.stayed")
    with page.expect_event("load"):
        page.get_by_role("link", name="Ver las de hoy").click()
    agree(page, one.address, "?anio=2023", "2023", "en 2023")
    assert page.locator(f"#grafico-tendencia a[href*='{kept}']").count() == 0


def test_back_takes_off_one_value_of_several(visit):
    one = visit()
    page = one.open("/indicadores")
    page.click("#choices-sector summary")
    page.click("#controls >> text=Interior")
    expect(page).to_have_url(re.compile("sector=interior$"))
    page.click("#controls >> text=Salud")
    expect(page).to_have_url(re.compile("sector=interior~salud$"))
    page.go_back()
    expect(page).to_have_url(re.compile("sector=interior$"))
    expect(page.locator("#controls input[value=salud]")).not_to_be_checked()
    expect(page.locator("#controls input[value=interior]")).to_be_checked()
    expect(page.locator(".chosen-chips li")).to_have_count(1)


def test_back_does_not_move_the_reader(visit):
    page = visit(viewport={"width": 1366, "height": 600}).open("/")
    page.select_option(YEAR, "2023")
    expect(page.locator("h1")).to_contain_text("en 2023")
    page.evaluate("scrollTo(0, 900)")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("70.6")
    still(page)
    assert page.evaluate("scrollY") == 900


@pytest.mark.parametrize("start", ["", "?anio=2026", "?sector=interior"])
def test_what_heeds_no_filter_stays_where_it_is_read(visit, start):
    """The index over the years: the same element in every view, with what a reader did to it."""
    page = visit().open(f"/{start}")
    trend = page.locator("#grafico-tendencia")
    trend.get_by_role("button", name="Explorar").click()
    expect(trend.locator(".js-plotly-plot")).to_have_count(1)
    trend.locator("summary").first.click()
    page.evaluate("document.getElementById('grafico-tendencia').noted = 'the same'")
    before = "[...document.querySelectorAll('#content > *')].map((one) => one.id || one.tagName)"
    begun, headline = page.evaluate(before), page.inner_text("#content h1")
    for year in ("2022", "2020", "2023"):
        page.select_option(YEAR, year)
        expect(page).to_have_url(re.compile(f"anio={year}"))
        expect(page.locator(".hero")).to_contain_text(year)
        expect(trend).to_have_count(1)
        expect(trend.locator(".js-plotly-plot")).to_have_count(1)
        assert page.evaluate("document.getElementById('grafico-tendencia').noted") == "the same"
        assert page.locator("[data-lasting]").count() == 0
    for _ in range(3):
        page.go_back()
    expect(page.locator("#content h1")).to_have_text(headline)
    assert page.evaluate(before) == begun
    assert page.evaluate("document.getElementById('grafico-tendencia').noted") == "the same"


def test_the_first_view_is_that_of_its_address_whatever_was_explored_in_between(visit):
    page = visit().open("/")
    headline = page.inner_text("#content h1")
    button = page.locator("#grafico-tendencia [data-explore]")
    button.click()
    expect(page.locator("#grafico-tendencia .js-plotly-plot")).to_have_count(1)
    page.select_option(YEAR, "2022")
    expect(page.locator("#content h1")).to_contain_text("2022")
    button.click()
    page.select_option(YEAR, "2020")
    expect(page.locator("#content h1")).to_contain_text("2020")
    page.go_back()
    expect(page.locator("#content h1")).to_contain_text("2022")
    page.go_back()
    expect(page.locator("#content h1")).to_have_text(headline)


def test_the_focus_stays_on_what_is_still_there(visit):
    page = visit().open("/?sector=salud")
    page.select_option(YEAR, "2020")
    expect(page.locator("#content h1")).to_contain_text("2020")
    page.focus("#grafico-tendencia summary")
    page.go_back()
    expect(page.locator("#content h1")).to_contain_text("2024")
    assert page.evaluate("document.activeElement.closest('#grafico-tendencia') !== null")


def test_where_no_year_has_an_index_filters_work_all_the_same(visit):
    """A page without the chart, and a view that would put it somewhere."""
    one = visit()
    page = one.open("/")
    page.evaluate("document.getElementById('grafico-tendencia').remove()")
    page.select_option(YEAR, "2022")
    expect(page.locator("#content h1")).to_contain_text("2022")
    expect(page.locator("[data-lasting]")).to_have_count(0)
    assert one.faults == []


def test_what_is_typed_is_no_step(visit):
    page = visit().open("/indicadores")
    before = page.evaluate("history.length")
    for text in ("ni", "niñas", "niña"):
        page.fill("#controls input[type=search]", text)
        page.wait_for_url(f"**/indicadores?buscar={text.replace('ñ', '%C3%B1')}")
    assert page.evaluate("history.length") == before
    page.select_option(YEAR, "2023")
    page.wait_for_url("**anio=2023**")
    assert page.evaluate("history.length") == before + 1


def test_what_was_typed_before_does_not_take_the_place_of_what_is_typed_now(visit):
    page = visit().open("/indicadores")
    box, held = "#controls input[type=search]", []
    page.route("**/vistas/**buscar=trata", lambda route: held.append(route))
    with page.expect_request("**/vistas/**buscar=trata"):
        page.fill(box, "trata")
    page.fill(box, "casos")
    page.wait_for_url("**/indicadores?buscar=casos")
    # What is out of sight has no text until what is in sight has been painted.
    still(page)
    count = page.inner_text("#content")
    with page.expect_response("**/vistas/**buscar=trata"):
        held[0].continue_()
    still(page)
    assert page.url.endswith("?buscar=casos")
    assert page.inner_text("#content") == count


def test_a_reload_between_two_steps_does_not_lose_them(visit):
    one = visit()
    page = one.open("/")
    page.select_option(YEAR, "2023")
    agree(page, one.address, "?anio=2023", "2023", "en 2023")
    page.reload()
    page.wait_for_selector("body.live-board")
    page.go_back()
    page.wait_for_selector("body.live-board")
    agree(page, one.address, "", "2024", "70.6")


def test_an_answer_that_comes_late_does_not_take_the_place_of_the_last_one(visit):
    one = visit()
    page = one.open("/")
    held = []
    page.route("**/vistas/**anio=2022*", lambda route: held.append(route))
    page.select_option(YEAR, "2022")
    page.select_option(YEAR, "2023")
    agree(page, one.address, "?anio=2023", "2023", "en 2023")
    assert held, "the year before was never asked for"
    with page.expect_response("**/vistas/**anio=2022*"):
        held[0].continue_()
    still(page)
    agree(page, one.address, "?anio=2023", "2023", "en 2023")


@pytest.mark.parametrize("failure", ["abort", "503"])
def test_a_failed_request_leaves_control_and_content_in_agreement(visit, failure):
    one = visit()
    page = one.open("/")
    answer = {"abort": lambda route: route.abort(), "503": lambda route: route.fulfill(status=503)}
    page.route("**/vistas/**", answer[failure])
    page.select_option(YEAR, "2020")
    expect(page.locator("#status")).to_contain_text("No se pudo")
    agree(page, one.address, "", "2024", "70.6")
    page.unroute("**/vistas/**")
    page.select_option(YEAR, "2020")
    agree(page, one.address, "?anio=2020", "2020", "2020")
    expect(page.locator("body.failed")).to_have_count(0)
    assert one.faults, "the failure was never made"
    one.faults.clear()


def test_what_failed_is_asked_for_again_when_the_line_returns(visit):
    one = visit(apart=True)
    page = one.open("/")
    one.context.set_offline(True)
    page.select_option(YEAR, "2020")
    expect(page.locator("#status")).to_contain_text("No se pudo")
    agree(page, one.address, "", "2024", "70.6")
    one.context.set_offline(False)
    agree(page, one.address, "?anio=2020", "2020", "2020")
    expect(page.locator("body.failed")).to_have_count(0)
    expect(page.locator("#status")).not_to_contain_text("No se pudo")
    one.faults.clear()


def test_a_step_back_that_fails_leaves_the_address_as_the_content(visit):
    one = visit()
    page = one.open("/?anio=2022")
    page.click("#controls .clear")
    agree(page, one.address, "", "2024", "70.6")
    page.reload()
    page.wait_for_selector("body.live-board")
    page.route("**/vistas/**", lambda route: route.abort())
    page.go_back()
    expect(page.locator("#status")).to_contain_text("No se pudo")
    agree(page, one.address, "", "2024", "70.6")
    one.faults.clear()


def test_a_figure_that_failed_comes_when_the_line_returns(visit):
    one = visit()
    page = one.open("/")
    page.route("**/graficos/objetivos.json*", lambda route: route.abort())
    page.click("#grafico-objetivos button[data-explore]")
    expect(page.locator("#status")).to_contain_text("No se pudo")
    # Plotly draws empty axes of its own, which take no drawing's place.
    page.wait_for_selector("#grafico-objetivos .main-svg", state="attached")
    expect(page.locator("#grafico-objetivos .still")).to_be_visible()
    page.unroute("**/graficos/objetivos.json*")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#grafico-objetivos .main-svg").first).to_be_visible()
    expect(page.locator("body.failed")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    one.faults.clear()


def test_a_figure_follows_the_filters(visit):
    one = visit(apart=True)
    page = one.open("/")
    page.click("#grafico-objetivos button[data-explore]")
    live = page.locator("#grafico-objetivos .live")
    expect(live).to_contain_text("cerca")
    page.select_option(YEAR, "2022")
    expect(page.locator("h1")).to_contain_text("en 2022")
    expect(live).to_contain_text("82.9 %")
    expect(page.locator("#grafico-objetivos .still")).to_be_hidden()
    until(page, "document.querySelector('#grafico-objetivos .live').ariaLabel.includes('2022')")
    assert not any(url.endswith("_dash-update-component") for url in one.requests)


def test_chips_say_what_is_chosen_and_take_it_away(visit):
    one = visit()
    page = one.open("/indicadores?anio=2023&sector=mujer~salud")
    chips = page.locator("#controls .chosen-chips li")
    expect(chips).to_have_count(3)
    expect(page.locator("#controls .count")).to_have_text(re.compile(r"^\d+ indicadores$"))
    before = page.inner_text("#controls .count")
    page.get_by_role("link", name="Quitar Sector: Salud").click()
    expect(chips).to_have_count(2)
    expect(page).to_have_url(f"{one.address}/indicadores?anio=2023&sector=mujer")
    expect(page.locator("#controls .count")).not_to_have_text(before)
    expect(page.locator("#controls input[value=salud]")).not_to_be_checked()


@pytest.mark.parametrize("width", [360, 768, 1366])
@pytest.mark.parametrize("path", ["/", "/indicadores", "/planes"])
def test_filters_never_push_the_list_under_the_finger(visit, path, width):
    page = visit(viewport={"width": width, "height": 740}).open(path)
    fold = page.locator("#controls .fold summary")
    if fold.is_visible():
        fold.click()
    top = page.locator("#content").bounding_box()["y"]
    page.click("#choices-eje summary")
    page.locator("#controls #choices-eje input").first.check()
    expect(page.locator(".chosen-chips li")).to_have_count(1)
    still(page)
    assert page.locator("#content").bounding_box()["y"] == top
    page.click("#controls .clear")
    expect(page.locator(".chosen-chips li")).to_have_count(0)
    still(page)
    assert page.locator("#content").bounding_box()["y"] == top


def test_without_javascript_a_chip_is_a_link(visit):
    one = visit(java_script_enabled=False)
    page = one.open("/indicadores?sector=mujer~salud", live=False)
    with page.expect_navigation():
        page.get_by_role("link", name="Quitar Sector: Salud").click()
    assert page.url == f"{one.address}/indicadores?sector=mujer"


def test_beside_each_choice_stands_what_it_leaves_and_follows_the_others(visit):
    page = visit().open("/indicadores")
    sector, axis = (page.locator(f"#choices-{name} label") for name in ("sector", "eje"))
    assert "Interior (13)" in sector.all_text_contents()
    alone = axis.all_text_contents()
    page.click("#choices-eje summary")
    page.click("#choices-eje input[value=proteccion]")
    expect(sector.filter(has_text="Interior")).to_have_text("Interior (2)")
    assert axis.all_text_contents() == alone, "a filter does not narrow its own choices"
