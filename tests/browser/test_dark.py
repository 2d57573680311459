"""Dark systems, browsers that force dark, the reader's own colours: measured in the pixels."""

import base64
import re
import shutil

import pytest

from tests.browser.chromium import FLAGS
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

READY = 'svg.drawing[data-answers="yes"]:visible'
PLACES = {
    "/mapa": "#grafico-mapa",
    "/": "#grafico-objetivos",
    "/?": "#grafico-semaforo",
    "/incrustar/mapa": ".alone",
    "/incrustar/objetivos": ".alone",
    "/incrustar/semaforo": ".alone",
}
# The words and the marks of the drawing in sight, as boxes of the screen.
BOXES = """(place) => [
  ...document.querySelectorAll(`${place} svg.drawing :is(text, a > :is(path, circle))`)]
  .filter((one) => one.getClientRects().length).map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    const name = one.matches("text") ? one.textContent : one.tagName;
    return [name, x, y, width, height, !!one.closest(".halo")];
  }).filter(([, x, y, w, h]) =>
    x >= 0 && y >= 0 && x + w <= innerWidth && y + h <= innerHeight)"""
# In each box, the contrast of its most frequent colour with the colour farthest from it.
MEASURE = """async ([picture, taken, boxes]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height)
    .getContext("2d", { willReadFrequently: true });
  canvas.drawImage(image, 0, 0);
  const scale = image.width / taken.width;
  const linear = (v) => (v <= 10.3 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return boxes.map(([name, x, y, w, h, halo]) => {
    const box = [x - taken.x - 2, y - taken.y - 2, w + 4, h + 4].map((one) => one * scale);
    const { data } = canvas.getImageData(...box);
    const seen = new Map();
    for (let i = 0; i < data.length; i += 4) {
      const key = data.slice(i, i + 3).join();
      seen.set(key, (seen.get(key) || 0) + 1);
    }
    const [ground] = [...seen].sort((a, b) => b[1] - a[1])[0];
    const under = light(ground.split(","));
    /* What has a halo reads on it, whatever is behind. */
    const all = [...seen.keys()].map((key) => light(key.split(",")));
    const [most, least] = [Math.max(...all) + 0.05, Math.min(...all) + 0.05];
    const best = halo ? most / least : Math.max(most / (under + 0.05), (under + 0.05) / least);
    return [name, best, under];
  });
}"""


def around(boxes, window):
    """Return the part of the window that has all the boxes and what is measured about them."""
    if not boxes:
        return {"x": 0, "y": 0, **window}
    left, top = (max(0, int(min(box[at] for box in boxes)) - 3) for at in (1, 2))
    right, bottom = (
        min(window[side], int(max(box[at] + box[at + 2] for box in boxes)) + 4)
        for at, side in ((1, "width"), (2, "height"))
    )
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def faint(page, place):
    """Return the words and marks of a drawing that are hard to see, and how many were measured."""
    page.locator(f"{place} {READY}").first.evaluate("(o) => o.scrollIntoView({block: 'center'})")
    page.mouse.move(1, 1)
    boxes = page.evaluate(BOXES, place)
    taken = around(boxes, page.viewport_size)
    shot = base64.b64encode(page.screenshot(clip=taken)).decode()
    measured = page.evaluate(MEASURE, [shot, taken, boxes])
    low = [
        (name, round(best, 1))
        for name, best, _ in measured
        if best < (3 if name in ("path", "circle") else 4.5)
    ]
    return (
        len(measured),
        low,
        [ground for name, _, ground in measured if name not in ("path", "circle")],
    )


def opened(one, path, place):
    page = one.open(path, live=False)
    page.wait_for_selector(f"{place} {READY}")
    return page


def ways(one, way):
    if way == "auto":
        wire = one.context.new_cdp_session(one.page)
        wire.send("Emulation.setAutoDarkModeOverride", {"enabled": True})


@pytest.mark.parametrize("way", ["light", "dark", "auto", "colours"])
def test_a_drawing_is_legible(visit, way):
    options = {"color_scheme": "dark" if way == "dark" else "light"}
    if way == "colours":
        options = {"forced_colors": "active", "color_scheme": "dark"}
    one = visit(device_scale_factor=2, **options)
    ways(one, way)
    for path, place in PLACES.items():
        page = opened(one, path, place)
        amount, low, grounds = faint(page, place)
        assert amount >= 4, path
        assert low == [], path
        follows = way in ("auto", "colours") or (way == "dark" and "incrustar" not in path)
        assert (max(grounds, key=grounds.count) < 0.2) == follows, path


def test_a_browser_started_to_force_dark_leaves_it_legible(address, forcing):
    shown = {"viewport": {"width": 1366, "height": 800}, "device_scale_factor": 2}
    one = Visit(forcing.new_page(locale="es-PE", **shown), address, apart=True)
    for path, place in PLACES.items():
        amount, low, _ = faint(opened(one, path, place), place)
        assert amount >= 4, path
        assert low == [], path
    one.context.close()


@pytest.fixture
def forcing(browser):
    flags = [*FLAGS, "--enable-features=WebContentsForceDark"]
    found = shutil.which("chromium")
    opened = browser.browser_type.launch(executable_path=found, args=flags)
    yield opened
    opened.close()


def test_the_marks_keep_their_shapes_and_words_in_the_colours_of_the_reader(visit):
    """One colour for all states: what tells them apart is the shape and the word."""
    page = opened(visit(forced_colors="active"), "/incrustar/semaforo", ".alone")
    marks = page.locator(f"{READY} a")
    kinds = marks.evaluate_all(
        """(all) => Object.fromEntries(all.map((a) => {
          const mark = a.querySelector("path, circle");
          const d = (mark.getAttribute("d") || mark.getAttribute("fill")).replace(/[\\d.]+/g, "");
          return [a.getAttribute("aria-label").split(", ").pop(), mark.tagName + d];
        }))"""
    )
    assert len(kinds) >= 3
    assert len(set(kinds.values())) == len(kinds)
    paint = marks.evaluate_all(
        """(all) => [...new Set(all.map((a) => {
          return getComputedStyle(a.querySelector('path, circle')).fill;
        }))]"""
    )
    assert len(paint) == 1


def test_the_shades_of_the_cases_keep_their_order_in_the_dark(visit):
    page = opened(visit(color_scheme="dark"), "/mapa", "#grafico-mapa")
    fills = (
        page.locator("#grafico-mapa svg.wide .shapes")
        .first.locator("g")
        .evaluate_all(
            """(all) => all.map((g) => getComputedStyle(g).fill)
              .filter((one) => one.startsWith('rgb'))"""
        )
    )
    light = [sum(map(int, re.findall(r"\d+", fill))) for fill in fills]
    assert len(light) >= 4
    assert light == sorted(light), "the more cases, the lighter on a dark ground"


def test_what_is_printed_in_a_dark_system_is_on_white(visit):
    page = visit(color_scheme="dark").open("/", live=False)
    page.emulate_media(media="print", color_scheme="dark")
    ink = "getComputedStyle(document.querySelector('h1')).color"
    assert sum(map(int, re.findall(r"\d+", page.evaluate(ink)))) < 200
