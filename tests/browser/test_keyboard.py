"""Without a pointer: every stop in order, in sight and large enough; no trap; nothing lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.waits import until

pytestmark = pytest.mark.browser

MAIN = ["/", "/indicadores", "/mapa", "/rutas", "/perfil", "/planes?codigo=OI2.2", "/sectores",
        "/indicadores/IOP.02.01"]  # fmt: skip
FIRST = ["Ir al contenido", "Salir rápido", "1818, opción 1", "Línea 100",
         "Tablero contra la Trata"]  # fmt: skip
SIZES = {"desk": (1366, 768), "phone": (360, 640), "400 %": (320, 256)}
# The stop of the keyboard: what it says, whether it can be seen, its outline, its size.
STOP = r"""() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const box = node.getBoundingClientRect();
  /* A mark is where its drawing is; test_marks.py holds that a finger within 24 px means it. */
  const mark = node.closest("svg.drawing");
  const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
  const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
  const seen = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8], [0.1, 0.8], [0.9, 0.2]].some(([a, b]) => {
    const top_ = document.elementFromPoint(left + (right - left) * a, top + (bottom - top) * b);
    return top_ && (mark || node).contains(top_);
  });
  const style = getComputedStyle(node);
  const last = window.stopped;
  window.stopped = node;
  return {
    words: (node.innerText || node.ariaLabel || node.name || "").trim().split("\n")[0],
    seen: seen && right > left && bottom > top,
    outlined: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2,
    small: !mark && Math.min(box.width, box.height) < 24,
    forward: !last || Boolean(last.compareDocumentPosition(node) & 4),
  };
}"""
# Each stop is looked at when the next key goes down; once the page is left no key goes further.
LISTEN = f"""() => {{
  window.stops = [];
  const left = () => stops.length > 1 && stops.at(-1) === null;
  window.listened ??= addEventListener("keydown", (event) => {{
    if (event.key !== "Tab") return;
    if (!left()) stops.push(({STOP})());
    if (left()) event.preventDefault();
  }}, true) || true;
}}"""


def walk(page, *held):
    """Press Tab until the page is left; a page that is not left in 400 stops is a trap."""
    page.evaluate(LISTEN)
    for key in held:
        page.keyboard.down(key)
    for _ in range(20):
        for _ in range(20):
            page.keyboard.press("Tab")
        stops = page.evaluate("stops.slice(1)")
        if None in stops:
            break
    for key in held:
        page.keyboard.up(key)
    assert stops, "no key leads to a stop"
    if stops[-1] is not None:
        pytest.fail(f"a trap after {stops[-1]['words']}")
    return stops[:-1]


def wrong(stops, backwards=False):
    return [
        (stop["words"], name)
        for index, stop in enumerate(stops)
        for name, bad in (
            ("hidden", not stop["seen"]),
            ("no outline", not stop["outlined"]),
            ("under 24 px", stop["small"]),
            ("out of order", bool(index) and stop["forward"] == backwards),
        )
        if bad
    ]


@pytest.mark.parametrize("path", MAIN)
def test_every_stop_is_in_order_in_sight_and_large_enough(visit, path):
    page = visit().open(path)
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        stops = walk(page)
        assert wrong(stops) == [], name
        assert [stop["words"] for stop in stops[:5]] == FIRST
    page.set_viewport_size({"width": 360, "height": 640})
    back = walk(page, "Shift")
    assert wrong(back, backwards=True) == []
    assert [stop["words"] for stop in back[:-6:-1]] == FIRST


def tab_to(page, selector):
    """Press Tab until an element has the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"no Tab leads to {selector}")


def test_filters_by_keyboard_keep_the_focus_and_are_announced(visit):
    page = visit().open("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#principal:focus")).to_have_count(1)
    tab_to(page, "#filters select")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("h1:has-text('2023')")
    expect(page.locator("#filters select:focus")).to_have_value("2023")
    expect(page.locator("#status[role=status]")).to_contain_text("2023")
    tab_to(page, "#choices-sector summary")
    page.keyboard.press("Enter")
    tab_to(page, "#choices-sector input[value=salud]")
    page.keyboard.press("Space")
    page.wait_for_url("**sector=salud**")
    page.wait_for_selector(".selection:has-text('Salud')")
    expect(page.locator("#choices-sector input[value=salud]:focus")).to_have_count(1)
    expect(page.locator("#status")).to_contain_text("2 indicadores")
    tab_to(page, ".clear")
    expect(page.locator("details.choices[open]")).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('70.6')")
    page.wait_for_selector(".clear", state="hidden")
    expect(page.locator("#principal:focus")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator("#filters select:focus")).to_have_count(1)


def test_a_chart_is_explored_and_taken_by_keyboard(visit):
    page = visit().open("/")
    name = page.get_attribute("#grafico-objetivos .still", "aria-label")
    tab_to(page, "#grafico-objetivos [data-explore]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#grafico-objetivos .main-svg")
    expect(page.locator("#grafico-objetivos [data-explore]")).to_be_focused()
    live = page.locator("#grafico-objetivos .live")
    assert (live.get_attribute("role"), live.get_attribute("aria-label")) == ("group", name)
    page.keyboard.press("Tab")
    assert page.get_attribute(":focus", "aria-label") == "Descargar gráfica como PNG"
    tab_to(page, "#grafico-objetivos .links a")
    with page.expect_download() as taken:
        page.keyboard.press("Enter")
    assert taken.value.suggested_filename == "objetivos.csv"


def test_rows_are_ordered_by_keyboard_on_a_desk_and_on_a_phone(visit):
    page = visit().open("/indicadores")
    for width, order in ((1366, "ascending"), (320, "descending")):
        page.set_viewport_size({"width": width, "height": 640})
        tab_to(page, "thead a[title='Ordenar por avance']")
        expect(page.locator("thead a:focus")).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_selector(f"th[aria-sort={order}] a:has-text('Avance')")
        expect(page.locator(":focus")).to_have_text(re.compile("^Avance"))
        page.evaluate("document.activeElement.blur()")


def test_a_list_that_is_left_closes_and_covers_nothing(visit):
    page = visit().open("/indicadores")
    tab_to(page, "#choices-eje summary")
    page.keyboard.press("Enter")
    expect(page.locator("#choices-eje[open]")).to_have_count(1)
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#choices-eje[open]")).to_have_count(0)


def test_what_does_not_scroll_is_no_stop(visit):
    page = visit().open("/indicadores")
    region = page.locator(".scroller").first
    assert region.get_attribute("tabindex") == "-1"
    page.set_viewport_size({"width": 760, "height": 600})
    page.wait_for_selector(".scroller[tabindex='0']")
    assert (region.get_attribute("role"), bool(region.get_attribute("aria-label"))) == (
        "region", True,
    )  # fmt: skip
    region.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.activeElement.scrollLeft > 0")
    assert region.evaluate("node => node.scrollLeft") > 0


@pytest.mark.parametrize("slug", ["mapa", "mapa-pnp"])
def test_the_links_of_a_list_are_passed_with_one_key(visit, slug):
    page = visit().open("/mapa")
    card = page.locator(f"#grafico-{slug}")
    past = card.locator(".skip")
    assert past.bounding_box()["x"] < 0, "out of sight until the keyboard reaches it"
    card.locator("details.beside summary").first.focus()
    page.keyboard.press("Tab")
    expect(past).to_be_focused()
    assert page.evaluate(STOP)["seen"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(card.get_by_text("Descargar CSV")).to_be_focused()
