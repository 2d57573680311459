"""The room without a network: one file from a USB stick, the same figures, nothing asked."""

import re

import pytest
from playwright.sync_api import expect

from callbacks.commands.export_session import file
from components.session.offline_file import UNSUMMED, summed
from tests.browser.room import MEASURE, SIZES

pytestmark = pytest.mark.browser
SCREENS = """() => [...document.querySelectorAll(".slide")].map((one) =>
  [one.id, one.querySelector("h1, h2").textContent, one.querySelector(".body").textContent])"""


@pytest.fixture(scope="module")
def taken(store, tmp_path_factory):
    path = tmp_path_factory.mktemp("usb") / "sesion.html"
    path.write_text(file(store), "utf-8")
    return path


@pytest.fixture
def room(browser, taken):
    context = browser.new_context(viewport={"width": 1024, "height": 768}, offline=True)
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("requestfailed", lambda request: page.faults.append(request.url))
    page.on("request", lambda r: r.url.startswith(("file:", "data:")) or page.faults.append(r.url))
    page.goto(taken.as_uri())
    page.wait_for_selector("body.room")
    yield page
    assert page.faults == []
    context.close()


@pytest.mark.parametrize("query", ["", "?sector=mujer", "?anio=2022&eje=proteccion"])
def test_every_screen_equals_that_of_the_server(room, taken, visit, query):
    room.goto(taken.as_uri() + query)
    room.wait_for_selector("body.room")
    server = visit().open(f"/presentar{query}", live=False)
    server.wait_for_selector("body.room")
    assert room.evaluate(SCREENS) == server.evaluate(SCREENS)


def test_it_is_driven_filtered_and_reloaded_without_a_network(room):
    assert room.evaluate('document.fonts.check(`24px "Tablero Sans"`)')
    while not room.get_attribute(".slide.current", "id").startswith("silencio"):
        room.keyboard.press("ArrowRight")
    room.click(".settings summary")
    room.select_option("select[name=sector]", "mujer")
    room.click(".settings button")
    assert room.get_attribute(".slide.current", "id").startswith("silencio")
    place = room.inner_text("#count")
    room.reload()
    room.wait_for_selector("body.room")
    assert room.inner_text("#count") == place
    assert room.input_value("select[name=sector]") == "mujer"
    room.click(".settings summary")
    room.select_option("select[name=eje]", "prevencion")
    room.click(".settings button")
    expect(room.locator("#absent")).to_be_visible()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_its_first_screen_still_reads_from_the_last_row(room, size):
    room.set_viewport_size({"width": size[0], "height": size[1]})
    expect(room.locator(".sum")).to_be_visible()
    assert room.evaluate(MEASURE) == []


def test_its_size_checksum_and_version_are_on_screen_and_hold(room, taken, store):
    said = room.inner_text(".sum")
    assert f"{taken.stat().st_size / 1e6:.2f} MB" in said
    (shown,) = re.findall(r"suma ([0-9a-f]{12})", said)
    assert store.version in said
    assert summed(taken.read_text("utf-8").replace(shown, UNSUMMED)) == shown
