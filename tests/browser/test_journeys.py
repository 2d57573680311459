"""What people do: open, filter, share the address, use the keyboard, a phone, no JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from components.pages import PAGES as REGISTERED
from tests.browser.waits import still, until

pytestmark = pytest.mark.browser

PAGES = [*(page.example for page in REGISTERED), "/incrustar"]
LIVE = [page.example for page in REGISTERED if page.live]


def heading(page):
    return page.inner_text("h1")


def test_open_filter_share_and_come_back(visit):
    one = visit()
    page = one.open("/")
    assert "70.6" in heading(page)
    page.select_option("select", "2023")
    page.wait_for_url("**/?anio=2023")
    page.wait_for_selector("h1:has-text('2023')")
    assert "69.8" in heading(page)
    assert "calculado" in page.inner_text(".index").lower()
    page.click("#choices-sector summary")
    page.click("text=Salud")
    page.wait_for_url("**/?anio=2023&sector=salud")
    page.wait_for_selector(".selection:has-text('Salud')")
    expect(page.locator("#status")).to_contain_text("2 indicadores")
    other = visit().open(page.url.removeprefix(one.address))
    assert other.inner_text(".selection") == page.inner_text(".selection")
    assert other.input_value("select") == "2023"
    page.click(".clear")
    page.wait_for_selector("h1:has-text('70.6')")
    expect(page).to_have_url(f"{one.address}/")
    expect(page.locator("select").first).to_have_value("2024")


def test_a_state_seen_before_costs_no_request(visit):
    one = visit(apart=True)
    page = one.open("/")
    page.select_option("select", "2023")
    page.wait_for_selector("h1:has-text('2023')")
    page.select_option("select", "2024")
    page.wait_for_selector("h1:has-text('2024')")
    views = [url for url in one.requests if "/vistas/" in url]
    assert len(views) == 1, "the year that the page came with was asked for again"
    expect(page.locator("#elija-su-region")).to_have_count(1)


def test_search_and_sort_stand_in_the_address(visit):
    page = visit().open("/indicadores")
    page.fill("input[type=search]", "niñas")
    page.wait_for_url("**/indicadores?buscar=ni%C3%B1as")
    page.wait_for_selector("h1:has-text('3 indicadores')")
    page.click("thead >> text=Avance")
    page.wait_for_url("**orden=avance")
    page.wait_for_selector("thead >> text=Avance ↑")
    assert page.input_value("input[type=search]") == "niñas"


def test_interactive_version_draws_with_plotly(visit):
    one = visit(apart=True)
    page = one.open("/")
    for slug in ("objetivos", "semaforo"):
        page.click(f"#grafico-{slug} button")
        page.wait_for_selector(f"#grafico-{slug} .main-svg")
        expect(page.locator(f"#grafico-{slug} .still")).to_be_hidden()
    expect(page.locator("#grafico-objetivos .bars .point")).to_have_count(3)
    assert sum("plotly-tablero" in url for url in one.requests) == 1


def test_choosing_a_profile_stands_in_the_address(visit):
    one = visit()
    page = one.open("/perfil")
    assert "597 de 669" in heading(page)
    page.click(".periods >> text=2009-2014")
    page.wait_for_url("**/perfil?periodo=2009-2014")
    page.wait_for_selector("h1:has-text('2009')")
    expect(page.locator(".periods a[aria-current]")).to_have_text(re.compile("^2009-2014"))
    page.click("#otras-sexo summary")
    page.click("#otras-sexo >> text=Ver su gráfico >> nth=0")
    page.wait_for_url("**/perfil**")


def test_a_profile_has_its_interactive_version(visit):
    page = visit().open("/perfil")
    bars = page.locator("#grafico-perfil-victimas svg.wide .mark").count()
    assert bars > 9
    page.click("#grafico-perfil-victimas button")
    page.wait_for_selector("#grafico-perfil-victimas .main-svg")
    expect(page.locator("#grafico-perfil-victimas .bars .point")).to_have_count(bars)


def test_plotly_is_not_loaded_before_it_is_asked_for(visit):
    one = visit(apart=True)
    one.open("/")
    assert not any("plotly" in url for url in one.requests)


def test_keyboard_alone(visit):
    page = visit().open("/")
    page.keyboard.press("Tab")
    assert page.inner_text(":focus") == "Ir al contenido"
    page.focus("#choices-eje summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**/?eje=prevencion")
    page.keyboard.press("Escape")
    expect(page.locator(":focus")).to_contain_text("Eje")
    expect(page.locator("#choices-eje[open]")).to_have_count(0)


@pytest.mark.parametrize("path", PAGES)
def test_help_lines_stand_in_the_same_place(visit, path):
    page = visit().open(path, live=path in LIVE)
    box = page.locator(".help").bounding_box()
    assert (box["x"], box["y"]) == (0, 0)
    expect(page.locator('.help a[href="tel:1818"]')).to_be_visible()
    expect(page.locator('.help a[href="tel:100"]')).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_without_javascript_the_content_is_there(visit, path):
    page = visit(java_script_enabled=False).open(path, live=False)
    expect(page.locator("main h1")).to_be_visible()
    assert page.locator("main").inner_text().count("\n") > 20


def test_without_javascript_the_filters_work(visit):
    one = visit(java_script_enabled=False)
    page = one.open("/", live=False)
    page.select_option("select", "2023")
    with page.expect_navigation():
        page.click("button.apply")
    assert "2023" in heading(page)
    assert page.url == f"{one.address}/?anio=2023"


def test_what_stands_side_by_side_at_home_begins_on_one_line(visit):
    page = visit().open("/", live=False)
    tops = (
        """names => names.map(name => document.querySelector(name).getBoundingClientRect().top)"""
    )
    title, figure, trend, changes = page.evaluate(
        tops, ["h1", ".index", "#grafico-tendencia figcaption", "#cambios h2"]
    )
    assert abs(title - figure) <= 4, "assets/board.css: .hero"
    assert abs(trend - changes) <= 4, "assets/board.css: section.half"


def test_dash_takes_over_without_moving_or_emptying_the_page(visit):
    one = visit(apart=True)
    page = one.page
    page.add_init_script(
        """new MutationObserver(() => {
             const headings = [...document.querySelectorAll('h1')].filter((h) => h.offsetParent);
             window.emptied = window.emptied || (window.filled && headings.length !== 1);
             window.filled = window.filled || headings.length === 1;
           }).observe(document, {childList: true, subtree: true, attributes: true})"""
    )
    first = page.goto(f"{one.address}/").text()
    page.wait_for_selector("body.live-board")
    assert f"<h1>{page.inner_text('#content h1')}</h1>" in first
    assert page.evaluate("window.filled") is True
    assert page.evaluate("window.emptied") is False
    expect(page.locator("#grafico-objetivos svg.drawing:visible")).to_have_count(1)


def test_a_year_without_results_says_so_on_screen(visit):
    page = visit().open("/?anio=2020")
    assert "no da resultados" in page.inner_text(".empty")
    page.click(".empty a[data-query]")
    page.wait_for_selector("h1:has-text('70.6')")


def test_garbage_in_the_address_shows_one_line(visit):
    page = visit().open("/?anio=abc&sector=%00")
    assert "No reconocemos «abc» en «anio»" in page.inner_text(".remark")
    assert "70.6" in heading(page)


@pytest.mark.parametrize(
    "query",
    [
        "anio=2022",
        "sector=mujer~salud",
        "anio=2023&eje=persecucion",
        "anio=2019&sector=interior",
        "sector=reniec&eje=gobernanza",
    ],
)
def test_sampled_combinations_render_clean(visit, query):
    for path in ("/", "/indicadores"):
        page = visit().open(f"{path}?{query}")
        assert page.locator("#content > *").count()


def test_a_change_of_period_redraws_the_map_without_its_geometry(visit):
    one = visit(apart=True)
    page = one.open("/mapa")
    assert "115 de las 1,076" in heading(page)
    shapes = [url for url in one.requests if "/assets/geo/" in url]
    assert len(shapes) == len(set(shapes)) == 3
    page.select_option("select[name], #controls select", "2009-2014")
    page.wait_for_url("**/mapa?periodo=2009-2014")
    page.wait_for_selector("h1:has-text('350 de las 2,241')")
    assert "25 de 32 distritos fiscales" in page.inner_text(".lead")
    expect(page.locator("#grafico-mapa svg.wide use")).to_have_count(40)
    assert [url for url in one.requests if "/assets/geo/" in url] == shapes
    page.select_option("#controls select", "2023")
    page.wait_for_selector("h1:has-text('115 de las 1,076')")
    expect(page).to_have_url(f"{one.address}/mapa")


def test_the_list_reaches_every_district_and_marks_its_shape(visit):
    page = visit().open("/mapa")
    names = page.locator("#grafico-mapa a[data-place]")
    expect(names).to_have_count(34)
    names.first.focus()
    reached = []
    for _ in range(34):
        reached.append(page.evaluate("document.activeElement.dataset.place"))
        marked = page.locator("#grafico-mapa svg.wide use.marked").evaluate_all(
            "all => all.map((one) => one.getAttribute('href').split('#')[1])"
        )
        assert set(marked) == {reached[-1]}
        page.keyboard.press("Tab")
    assert len(set(reached)) == 34


def test_a_shape_marks_its_line_and_answers_where_it_is(visit):
    page = visit().open("/mapa")
    page.hover("#grafico-mapa svg.wide use[href$='#loreto']", force=True)
    expect(page.locator("#grafico-mapa a.marked")).to_have_text("Loreto")
    page.click("#grafico-mapa svg.wide use[href$='#cusco']", force=True)
    expect(page.locator("#grafico-mapa a.marked")).to_have_text("Cusco")
    expect(page.locator(".answer")).to_contain_text("Cusco")


def test_the_interactive_map_draws_every_district(visit):
    page = visit().open("/mapa")
    page.click("#grafico-mapa button")
    page.wait_for_selector("#grafico-mapa .main-svg .choroplethlayer path.choroplethlocation")
    paths = page.locator(
        "#grafico-mapa .geo path.choroplethlocation, #grafico-mapa .geo2 path.choroplethlocation"
    )
    expect(paths).to_have_count(40)


def test_without_javascript_the_map_its_list_and_its_sentence_are_there(visit):
    one = visit(java_script_enabled=False)
    page = one.open("/mapa", live=False)
    box = page.locator("#grafico-mapa svg.wide use[href$='#loreto']").bounding_box()
    assert box["width"] > 100
    assert box["height"] > 100
    expect(page.locator("#grafico-mapa a[data-place]")).to_have_count(34)
    expect(page.locator("#grafico-mapa a[data-place]").first).to_be_visible()
    assert "los 34 distritos fiscales" in page.inner_text("#grafico-mapa .sentence")
    page.select_option("select[name=periodo]", "2025")
    with page.expect_navigation():
        page.click("button.apply")
    assert "En duda" in page.inner_text("#grafico-mapa")


def test_on_a_phone_the_narrow_map_stands_alone(visit):
    page = visit(viewport={"width": 360, "height": 720}).open("/mapa")
    expect(page.locator("#grafico-mapa svg.narrow")).to_be_visible()
    expect(page.locator("#grafico-mapa svg.wide")).to_be_hidden()
    assert (
        page.locator("#grafico-mapa svg.narrow use[href$='#loreto']").bounding_box()["width"] > 90
    )


@pytest.mark.parametrize("script", [True, False])
def test_two_taps_on_a_phone_lead_to_a_region(visit, script):
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    page = visit(java_script_enabled=script, **phone).open("/", live=False)
    page.tap("#elija-su-region summary")
    page.tap("#elija-su-region >> text=Madre de Dios")
    page.wait_for_url("**/territorios/madre-de-dios")
    assert "Madre de Dios: " in heading(page)
    assert page.locator("#grafico-territorio-policia .source").count()


def test_one_entity_of_a_sector_stands_alone_and_keeps_the_year(visit):
    page = visit().open("/sectores/interior")
    expect(page.locator(".entity")).to_have_count(4)
    page.click("text=Ver solo PNP")
    page.wait_for_url("**/sectores/interior?entidad=pnp")
    page.wait_for_selector("#entidad-mininter", state="detached")
    page.select_option("select", "2023")
    page.wait_for_url("**/sectores/interior?anio=2023&entidad=pnp")
    page.wait_for_selector(".lead:has-text('2023')")
    expect(page.locator(".entity")).to_have_count(1)


def test_contradictions_are_filtered_and_turned_without_javascript(visit):
    one = visit(java_script_enabled=False)
    page = one.open("/metodologia", live=False)
    page.select_option("select[name=documento]", "plan-2007-2013")
    with page.expect_navigation():
        page.click("button.apply")
    assert "documento=plan-2007-2013" in page.url
    expect(page.locator("text=Registros 1 a 40 de 107")).to_be_visible()
    with page.expect_navigation():
        page.click("text=Siguientes")
    assert page.url.endswith("/metodologia?documento=plan-2007-2013&pagina=2#discrepancias")
    page.click(".record[id^=m2007] summary >> nth=0")
    with page.expect_navigation():
        page.click(".record[open] a")
    assert re.match(r"(Contradicción|Observación) m2007-", page.inner_text("h1"))


def test_a_line_that_fails_is_said_and_what_was_there_stays(visit):
    one = visit()
    page = one.open("/")
    page.route("**/vistas/**", lambda route: route.abort())
    page.select_option("select", "2023")
    page.wait_for_selector("#status:has-text('No se pudo')")
    assert page.locator("#status").bounding_box()["height"] > 16
    assert "2024" in page.inner_text("h1")
    page.unroute("**/vistas/**")
    page.select_option("select", "2022")
    page.wait_for_selector("h1:has-text('2022')")
    assert page.locator("#status").bounding_box()["height"] <= 1
    assert one.faults
    assert all("ERR_FAILED" in fault for fault in one.faults)
    one.faults.clear()


@pytest.mark.parametrize("width", [360, 1366])
@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/metodologia", "discrepancias"),
        ("/rutas", "pares"),
        ("/planes", "acciones"),
        ("/mapa", "grafico-serie-nacional"),
        ("/perfil", "grafico-perfil-imputados"),
    ],
)
def test_an_address_with_a_place_opens_at_that_place(visit, path, place, width):
    """What is out of sight is laid out late, and must not push away what was asked for."""
    page = visit(viewport={"width": width, "height": 800}).open(
        f"{path}#{place}", live=path in LIVE
    )
    page.wait_for_load_state("networkidle")
    still(page)
    assert -2 <= page.locator(f"#{place}").bounding_box()["y"] <= 120


def test_going_back_returns_to_where_one_was(visit):
    one = visit()
    page = one.open("/rutas")
    page.evaluate("scrollTo(0, 3000)")
    link = page.locator("#content a[href^='/metodologia'], #content a[href^='/perfil']").last
    link.evaluate("node => node.click()")
    page.wait_for_url(lambda url: "/rutas" not in url)
    page.go_back()
    page.wait_for_selector("body.live-board")
    until(page, "Math.abs(scrollY - 3000) < 100")
    still(page)
    assert abs(page.evaluate("scrollY") - 3000) < 100


def test_a_filter_changed_from_below_moves_nothing_in_sight(visit):
    page = visit(viewport={"width": 1366, "height": 600}).open("/mapa")
    page.evaluate("scrollTo(0, 4300)")
    before = page.evaluate("scrollY")
    page.evaluate(
        """() => { const one = document.querySelector("#controls select");
        one.value = "2009-2014"; one.dispatchEvent(new Event("change", {bubbles: true})); }"""
    )
    page.wait_for_selector("h1:has-text('350 de las 2,241')")
    still(page)
    assert page.evaluate("scrollY") == before
    sizes = page.evaluate(
        "[...document.querySelectorAll('#content > *')].map((o) => o.style.length)"
    )
    assert sum(sizes) == 0


def test_a_choice_is_asked_for_in_the_moment_in_which_it_is_made(visit):
    page = visit().open("/")
    asked = page.evaluate(
        """() => {
          const asked = [], fetched = window.fetch;
          window.fetch = (...one) => { asked.push(one[0]); return fetched(...one); };
          const list = document.querySelector("#controls select");
          list.value = "2023";
          list.dispatchEvent(new Event("change", { bubbles: true }));
          return [...asked];
        }"""
    )
    assert asked == ["/vistas/panorama.json?anio=2023"], "waits for Dash before asking"
