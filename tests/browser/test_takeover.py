"""What a reader does before Dash takes the page over is kept: choices, text, focus."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


FRAMES = 300


def until_asked(page, routes):
    for _ in range(FRAMES):
        if not routes:
            page.evaluate("new Promise(requestAnimationFrame)")
    assert routes


class Held:
    """A page whose Dash comes only when it is let."""

    def __init__(self, one):
        self.one, self.page = one, one.page
        self.held, self.let_in = [], False
        self.page.route("**/_dash-component-suites/**", self._asked)

    def _asked(self, route):
        if self.let_in:
            route.continue_()
        else:
            self.held.append(route)

    def open(self, path):
        self.page.goto(self.one.address + path, wait_until="commit")
        expect(self.page.locator("#written form")).to_be_visible()
        return self.page

    def let(self):
        # On a phone it is asked for once the script of the page has seen the hand.
        for _ in range(FRAMES):
            if not self.held:
                self.page.evaluate("new Promise(requestAnimationFrame)")
        self.let_in = True
        assert self.held, "Dash came before the reader did anything"
        for route in self.held:
            route.continue_()
        self.page.wait_for_selector("body.live-board")


@pytest.fixture
def held(visit):
    return lambda **options: Held(visit(**options))


def test_a_choice_made_before_dash_is_kept(held):
    one = held(viewport={"width": 360, "height": 740})
    page = one.open("/indicadores")
    page.select_option("#written select[name=anio]", "2022")
    one.let()
    expect(page).to_have_url(f"{one.one.address}/indicadores?anio=2022")
    expect(page.locator("#controls select").first).to_have_value("2022")
    expect(page.locator("#content caption")).to_contain_text("2022")
    page.go_back()
    expect(page.locator("#controls select").first).to_have_value("2024")


def test_a_box_ticked_before_dash_is_kept(held):
    one = held()
    page = one.open("/")
    page.click("#written #choices-sector summary")
    page.check("#written input[value=salud]")
    one.let()
    expect(page).to_have_url(f"{one.one.address}/?sector=salud")
    expect(page.locator("#controls input[value=salud]")).to_be_checked()
    expect(page.locator("#controls #choices-sector")).to_have_attribute("open", "")
    expect(page.locator("#controls input[value=salud]")).to_be_focused()


def test_text_and_focus_stay(held):
    one = held()
    page = one.open("/indicadores")
    page.fill("#written input[name=buscar]", "niñas")
    page.locator("#written input[name=buscar]").press("ArrowLeft")
    one.let()
    search = page.locator("#controls input[type=search]")
    expect(search).to_have_value("niñas")
    expect(search).to_be_focused()
    assert search.evaluate("node => node.selectionStart") == 4
    expect(page).to_have_url(f"{one.one.address}/indicadores?buscar=ni%C3%B1as")
    page.keyboard.type("x")
    expect(search).to_have_value("niñaxs")


PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def of_dash(one):
    return [url for url in one.requests if "/_dash-component-suites/" in url]


def test_a_phone_gets_dash_when_a_finger_goes_for_the_filters(visit):
    one = visit(apart=True, **PHONE)
    page = one.open("/", live=False)
    page.wait_for_load_state("networkidle")
    page.tap("#cambios h2")
    page.evaluate("scrollTo(0, 2000)")
    page.wait_for_load_state("networkidle")
    assert of_dash(one) == []
    page.tap("#fold-filters summary")
    page.wait_for_selector("body.live-board")
    expect(page.locator("#fold-filters")).to_have_attribute("open", "")
    page.select_option("#controls select", "2023")
    page.wait_for_selector("h1:has-text('2023')")
    assert of_dash(one)


def test_a_list_under_the_finger_is_not_taken_away(visit):
    one = visit(apart=True, **PHONE)
    page = one.open("/indicadores", live=False)
    page.dispatch_event("#written select[name=anio]", "pointerdown")
    page.wait_for_selector("#react-entry-point #controls > *", state="attached")
    expect(page.locator("body.live-board")).to_have_count(0)
    page.select_option("#written select[name=anio]", "2022")
    expect(page).to_have_url(f"{one.address}/indicadores?anio=2022")
    expect(page.locator("#controls select").first).to_have_value("2022")


def test_a_phone_explores_a_chart_from_a_page_without_dash(visit):
    page = visit(**PHONE).open("/territorios/piura", live=False)
    page.tap("#grafico-territorio-policia [data-explore]")
    page.wait_for_selector("#grafico-territorio-policia .main-svg")


def test_a_link_shows_its_view_before_dash_is_there_and_dash_agrees(held):
    one = held(**PHONE)
    page = one.page
    page.goto(f"{one.one.address}/indicadores?anio=2022", wait_until="load")
    page.tap("thead a[data-query] >> nth=0")
    page.wait_for_url("**/indicadores?anio=2022&orden=*")
    order = page.url
    expect(page.locator("body.live-board")).to_have_count(0)
    one.let()
    expect(page.locator("#controls select").first).to_have_value("2022")
    assert page.url == order
    page.go_back()
    expect(page).to_have_url(f"{one.one.address}/indicadores?anio=2022")


def test_the_focus_of_a_list_stays(held):
    one = held()
    page = one.open("/indicadores")
    page.focus("#written select[name=anio]")
    one.let()
    expect(page.locator("#controls select").first).to_be_focused()


def test_the_answer_is_asked_for_before_dash_is_there(held):
    one = held(apart=True)
    page = one.open("/indicadores")
    with page.expect_request("**/vistas/indicadores.json?anio=2022"):
        page.select_option("#written select[name=anio]", "2022")
    expect(page.locator("#content caption").first).to_contain_text("2022")
    one.let()
    expect(page).to_have_url(f"{one.one.address}/indicadores?anio=2022")
    assert sum("/vistas/" in url for url in one.one.requests) == 1


def test_a_choice_made_before_any_script_is_shown_once_it_comes(visit):
    one, late = Held(visit()), []
    one.page.route("**/assets/live*", lambda route: late.append(route))
    page = one.open("/indicadores")
    page.select_option("#written select[name=anio]", "2022")
    assert "scripted" not in (page.locator("body").get_attribute("class") or "")
    page.wait_for_selector("footer.bottom", state="attached")
    until_asked(page, late)
    late[0].continue_()
    expect(page.locator("#content caption").first).to_contain_text("2022")
    page.wait_for_url("**/indicadores?anio=2022")


def test_boxes_show_their_view_before_dash_is_there(held):
    one = held(apart=True)
    page = one.open("/")
    page.wait_for_selector("body.scripted")
    page.click("#written #choices-sector summary")
    page.check("#written input[value=salud]")
    page.check("#written input[value=interior]")
    page.wait_for_url("**/?sector=interior~salud")
    expect(page.locator("#content .selection")).to_contain_text("Interior")
    expect(page.locator("#written .count")).to_have_text("15 indicadores")
    expect(page.locator("#written #choices-sector .chosen")).to_have_text("Interior y Salud")
    one.let()
    expect(page.locator("#controls input[value=salud]")).to_be_checked()
    expect(page.locator("#controls .count")).to_have_text("15 indicadores")
    assert sum("/vistas/" in url for url in one.one.requests) == 2


def test_who_chooses_nothing_asks_for_nothing(held):
    one = held(apart=True)
    one.open("/indicadores?anio=2022&sector=mujer")
    one.let()
    expect(one.page.locator("#controls select").first).to_have_value("2022")
    one.page.wait_for_load_state("networkidle")
    assert not [url for url in one.one.requests if "/vistas/" in url]
