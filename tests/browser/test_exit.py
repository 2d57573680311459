"""The quick exit: at once, in the place of the page in the history, telling nobody from where."""

import pytest
from playwright.sync_api import expect

from components.pages import PAGES

pytestmark = pytest.mark.browser
AWAY = "https://www.gob.pe/"
LIGHT = "/metodologia/discrepancias/r2024-001"
EVERYWHERE = [*(page.example for page in PAGES), "/incrustar", "/reportes", "/nada-de-esto"]
# What the page shows once the last key is up, kept in sessionStorage: the other page may come
# before the browser has told anything of this one.
STORE_SHOWN = """addEventListener("keyup", () => sessionStorage.setItem(
  "shown", JSON.stringify([document.body.innerText.trim(), document.title])))"""
READ_SHOWN = 'JSON.parse(sessionStorage.getItem("shown"))'


class Leaving:
    """A visit of which the other page is answered here: no test asks the network for it."""

    def __init__(self, visit, path, **options):
        self.visit, self.asked = visit(apart=True, **options), []
        self.visit.context.route(f"{AWAY}**", self._answer)
        self.page = self.visit.open(path, live=False)
        assert self.asked == []

    def _answer(self, route):
        self.asked.append(route.request.headers)
        route.fulfill(body="<title>Otra</title>", content_type="text/html")

    def link(self):
        return self.page.get_by_role("link", name="Salir rápido")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def said(self):
        return self.page.inner_text(".exit-said")

    def arrived(self):
        """Wait for the other page: asked for once, and not told from where."""
        self.page.wait_for_url(AWAY)
        assert len(self.asked) == 1
        assert "referer" not in self.asked[0]
        assert self.visit.faults.pop() == f"asked another origin: {AWAY}"


@pytest.fixture
def leaving(visit):
    return lambda path, **options: Leaving(visit, path, **options)


def test_every_page_has_the_same_way_out_in_the_same_place(client):
    for path in EVERYWHERE:
        text = client.get(path).get_data(as_text=True)
        start = text.index('<nav class="exit"')
        assert text[:start].endswith("Ir al contenido</a>"), path
        assert (
            f'href="{AWAY}" rel="noreferrer nofollow"' in text[start : text.index("</nav>", start)]
        )
    for path in ("/incrustar/objetivos", "/presentar"):
        assert 'class="exit"' not in client.get(path).get_data(as_text=True), path


def test_the_link_takes_the_place_of_the_page_in_the_history(leaving):
    one = leaving(LIGHT)
    one.page.goto(f"{one.visit.address}/planes/2.2.4")
    before = one.page.evaluate("history.length")
    one.link().click()
    one.arrived()
    assert one.page.evaluate("history.length") == before
    one.page.go_back()
    expect(one.page).to_have_url(f"{one.visit.address}{LIGHT}")


def test_shift_three_times_counts_aloud_and_blanks_the_page_at_once(leaving):
    one = leaving("/mapa")
    one.page.wait_for_selector("body.live-board")
    assert one.page.get_attribute(".exit-said", "role") == "status"
    one.press("Shift")
    assert one.said() == "Mayúsculas dos veces más para salir."
    one.press("Shift")
    assert one.said() == "Mayúsculas una vez más para salir."
    one.page.evaluate(STORE_SHOWN)
    one.press("Shift")
    one.arrived()
    one.page.goto(f"{one.visit.address}{LIGHT}")
    assert one.page.evaluate(READ_SHOWN) == ["Saliendo…", "www.gob.pe"]


def test_it_leaves_from_a_field_too_but_not_for_capital_letters(leaving):
    one = leaving("/indicadores")
    one.page.wait_for_selector("body.live-board")
    one.page.focus("input[type=search]")
    one.press("Shift+M", "Shift+P", "Shift+N", "Shift+P")
    one.page.wait_for_selector("h1:has-text('Ningún')")
    assert one.page.input_value("input[type=search]") == "MPNP"
    assert one.said() == ""
    one.press("Shift", "Shift", "Shift")
    one.arrived()


def test_a_key_between_begins_anew(leaving):
    one = leaving(LIGHT)
    for between in ("Tab", "Control+Shift", "Alt+Shift", "a", "Shift+Tab", "ArrowDown"):
        one.press("Shift", "Shift", between)
        assert one.said() == "", between
        one.press("Shift", "Shift")
        assert one.said().startswith("Mayúsculas una vez"), between
        one.press("Escape")
    assert one.asked == []


def test_time_and_the_pointer_begin_anew(leaving):
    one = leaving(LIGHT)
    one.page.clock.install()
    one.press("Shift", "Shift")
    one.page.clock.fast_forward(2_100)
    assert one.said() == ""
    one.press("Shift", "Shift")
    one.page.keyboard.down("Shift")
    one.page.mouse.click(600, 300)
    one.page.keyboard.up("Shift")
    assert one.said() == ""
    assert one.asked == []


@pytest.mark.parametrize(("width", "height"), [(360, 640), (1366, 768)])
def test_it_stays_in_sight_and_does_not_eat_a_magnified_screen(leaving, width, height):
    one = leaving("/indicadores", viewport={"width": width, "height": height})
    one.page.evaluate("scrollTo(0, 2000)")
    box = one.link().bounding_box()
    assert 0 <= box["y"] < 8
    assert box["width"] * box["height"] < 0.05 * width * height
    one.page.set_viewport_size({"width": 320, "height": 256})
    one.page.evaluate("scrollTo(0, 2000)")
    assert one.link().bounding_box()["y"] < -box["height"]


def test_without_javascript_it_is_a_plain_link(leaving):
    one = leaving("/rutas", java_script_enabled=False)
    one.link().click()
    one.arrived()
