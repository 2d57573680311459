"""The frame in the columns of other people's pages: whole at every width, script or not."""

import json
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from components.charts.registry import CHARTS
from components.charts.view import View
from components.embeds import snippets
from components.embeds.embed_options import Options
from tests.browser.printed import sheets
from tests.browser.test_hosts import Host
from tests.browser.waits import until
from tests.stores import frozen_store

pytestmark = pytest.mark.browser
STORE = frozen_store()
COLUMNS = (280, 300, 320, 359, 360, 420, 447, 449, 500, 598, 600, 640, 700, 720, 768, 959, 960,
           1080, 1200)  # fmt: skip
# Of the height of a frame, what may be left blank under its words.
BLANK = 0.25
# How often a frame is asked whether it has taken its size.
PATIENCE = 2_000
NEEDED = "Math.ceil(document.body.getBoundingClientRect().height)"
WIDTH = '<meta name="viewport" content="width=device-width"><style>body{margin:0}</style>'
# Places where a column is not as wide as the window, by what holds the frame.
PLACES = {
    "sidebar": '<div style="display:flex"><main style="flex:1">x</main>'
    '<aside style="width:359px">{frame}</aside></div>',
    "grid": '<div style="display:grid;grid-template-columns:1fr 2fr;gap:24px">'
    "<div>{frame}</div><div>x</div></div>",
    "flexible": '<div style="display:flex;gap:24px">{frame}'
    '<p style="flex:none;width:30%">x</p></div>',
    "floating": '<div style="float:left;width:40%">{frame}</div>',
    "as wide as what it holds": '<div style="display:inline-block">{frame}</div>',
    "table": '<table style="width:100%"><tr><td style="width:50%">{frame}</td><td>x</td></table>',
    "another container": '<div style="container-type:size;height:90vh;width:440px">{frame}</div>',
}
# The listener of WordPress (wp-embed.js) in short.
WORDPRESS = """<style>iframe{max-width:100%}</style><script>window.told = [];
addEventListener("message", function (event) {
  var said = event.data, frame = document.querySelector("iframe");
  if (!said || said.secret !== "abc123" || event.source !== frame.contentWindow) return;
  window.told.push(said);
  if (said.message === "height") frame.height = Math.min(1000, Math.max(200, said.value));
});</script>"""


@pytest.fixture
def host():
    made = Host()
    yield made
    made.server.shutdown()
    made.server.server_close()


def view(slug):
    return View.shown(CHARTS[slug], STORE)


@pytest.fixture
def shown(contexts, address, host):
    """Open the host's page; its frame is the last."""
    used = []

    def opened(body, width=1366, script=False):
        host.body = WIDTH + body
        used.append(contexts.shared(address, {"java_script_enabled": script}))
        page = used[-1].new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(host.address, wait_until="load")
        page.frames[-1].wait_for_selector("figure.alone", state="attached")
        return page

    yield opened
    for context in used:
        contexts.leave(context)


def pieces(page):
    """Return how high the frame is, how high its words are, and how wide it is."""
    high, wide = page.evaluate(
        "(one => [one.clientHeight, one.clientWidth])(document.querySelector('iframe'))"
    )
    child = page.frames[-1]
    until(child, f"Math.abs(innerWidth - {wide}) <= 1 && Math.abs(innerHeight - {high}) <= 1")
    return high, child.evaluate(NEEDED), wide


def grown(page):
    """Wait until a frame is as high as it needs, which changes when its letter comes."""
    for _ in range(PATIENCE):
        needed = page.frames[-1].evaluate(NEEDED)
        if page.evaluate("document.querySelector('iframe').clientHeight") == needed:
            return
    pytest.fail(f"{page.frames[-1].url} needs {needed} px and never got them")


def shown_together(shown, frames, script=False):
    """Open the host's page with many frames, one under the other, in one column."""
    body = "".join(frames).replace('loading="lazy"', "")
    page = shown(f'<div id="column">{body}</div>', script=script)
    for child in page.frames[1:]:
        child.wait_for_load_state("load")
    return page


def all_pieces(page):
    """Return for each frame how high it is, how high its words are, and how wide it is.

    What is out of sight paints nothing, so that its size is asked for and no frame awaited.
    """
    sizes = page.evaluate(
        "[...document.querySelectorAll('iframe')].map((one) => [one.clientHeight, one.clientWidth])"
    )
    for child, (high, wide) in zip(page.frames[1:], sizes, strict=True):
        for _ in range(PATIENCE):
            inner = child.evaluate(f"[innerHeight, innerWidth, {NEEDED}]")
            if abs(inner[0] - high) <= 1 and abs(inner[1] - wide) <= 1:
                break
        else:
            pytest.fail(f"{child.url} never took its size: {inner}, {high, wide}")
        yield high, inner[2], wide


def fits(high, needed):
    return needed <= high <= needed / (1 - BLANK)


@pytest.mark.parametrize("controls", [False, True])
def test_no_column_cuts_a_chart_nor_leaves_it_blank(shown, address, controls):
    """The window is wide all the time: only the column changes."""
    frames = [snippets.frame(view(slug), address, Options(controles=controls)) for slug in CHARTS]
    page = shown_together(shown, frames)
    faults = []
    for column in COLUMNS:
        page.evaluate(f"document.getElementById('column').style.width = '{column}px'")
        for slug, (high, needed, wide) in zip(CHARTS, all_pieces(page), strict=True):
            assert wide == column
            if not fits(high, needed):
                faults.append((slug, column, needed, high))
    assert faults == []


@pytest.mark.parametrize("window", [390, 640, 1366])
@pytest.mark.parametrize("name", PLACES)
def test_every_place_of_a_page_shows_it_whole(shown, address, name, window):
    frame = snippets.frame(view("perfil-comparado"), address)
    page = shown(PLACES[name].format(frame=frame), window)
    high, needed, wide = pieces(page)
    assert wide > 100
    if wide >= 240:
        assert fits(high, needed), (needed, high, wide)


@pytest.mark.parametrize("script", [False, True])
def test_a_tab_that_opens_later_shows_it_whole(shown, address, script):
    frame = snippets.frame(view("mapa"), address) + snippets.listener(address) * script
    body = f"<details><summary>Más</summary><div style='width:420px'>{frame}</div></details>"
    page = shown(body, script=script)
    page.click("summary")
    if script:
        until(page.frames[-1], "innerWidth === 420")
        grown(page)
    else:
        high, needed, _ = pieces(page)
        assert fits(high, needed)


def test_a_browser_without_containers_cuts_nothing(shown, address):
    frame = snippets.frame(view("perfil-denuncias"), address).replace("cqw", "xyz")
    page = shown(f'<div style="width:420px">{frame}</div>')
    high, needed, _ = pieces(page)
    assert needed <= high


@pytest.mark.parametrize("script", [False, True])
def test_the_paper_of_the_host_shows_the_chart(shown, address, script):
    """Far below, in a column of the screen that is no column of the paper."""
    seen = view("objetivos")
    frame = snippets.frame(seen, address) + snippets.listener(address) * script
    far = f'<div style="height:6000px">arriba</div><div>{frame}</div>'
    page = shown(far, script=script)
    if script:
        grown(page)
    text = " ".join(sheet.text for sheet in sheets(page, format="A4"))
    assert seen.title[:30] in text
    assert "1818, opción 1" in text


def oembed(address, url, wide=640):
    """Return the frame as WordPress writes it: no style, a sandbox."""
    asked = urlencode({"url": address + url, "format": "json", "maxwidth": wide})
    with urlopen(f"{address}/oembed?{asked}") as answer:
        record = json.load(answer)
    source = record["html"].partition('src="')[2].partition('"')[0]
    return (f'<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" '
            f'src="{source}#?secret=abc123" width="{record["width"]}" height="{record["height"]}" '
            f'frameborder="0"></iframe>')  # fmt: skip


@pytest.mark.parametrize("wide", [320, 500, 640, 1200])
def test_wordpress_shows_every_chart_whole_at_the_width_it_asked_for(shown, address, wide):
    asked = [f"/incrustar/{slug}?{view(slug).query}" for slug in CHARTS]
    frames = [oembed(address, one, wide) for one in asked]
    page = shown_together(shown, frames, script=True)
    for child in page.frames[1:]:
        child.wait_for_selector(".where", state="visible")
    found = zip(CHARTS, all_pieces(page), strict=True)
    assert [(slug, *sizes) for slug, sizes in found if not fits(*sizes[:2])] == []


def test_in_the_sandbox_the_address_is_read_and_the_filters_work(shown, address):
    frame = oembed(address, "/incrustar/objetivos?anio=2024&amp;controles=1")
    page = shown(WORDPRESS + frame, script=True)
    child = page.frames[-1]
    child.wait_for_selector(".sealed")
    assert child.inner_text(".where") == f"{address}/?anio=2024#grafico-objetivos"
    child.select_option("select[name=anio]", "2023")
    child.click(".own-filters button")
    until_year = "select[name=anio] option[value='2023'][selected]"
    page.frames[-1].wait_for_selector(until_year, state="attached")
    child = page.frames[-1]
    assert "controles=1" in child.url
    child.wait_for_selector(".sealed")
    child.click(".back a")
    until(page, "told.some((one) => one.message === 'link')")
    link = page.evaluate("told.find((one) => one.message === 'link').value")
    assert link == f"{address}/?anio=2023#grafico-objetivos"


def test_on_a_phone_wordpress_is_told_the_height(shown, address):
    frame = oembed(address, "/incrustar/objetivos")
    page = shown(WORDPRESS + frame, 390, script=True)
    until(page, "told.some((one) => one.message === 'height')")
    until(page.frames[-1], f"innerHeight >= {NEEDED}")


def test_without_a_secret_the_way_back_opens_where_the_sandbox_lets_it(shown, address):
    allowed = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
    frame = snippets.frame(view("objetivos"), address)
    body = frame.replace("<iframe", f'<iframe sandbox="{allowed}"')
    page = shown(body, script=True)
    page.frames[-1].wait_for_selector(".sealed")
    with page.context.expect_page() as opened:
        page.frames[-1].click(".back a")
    opened.value.wait_for_load_state()
    assert opened.value.url.startswith(address)


def test_a_frame_with_an_origin_of_its_own_is_not_sealed(shown, address):
    page = shown(snippets.frame(view("objetivos"), address), script=True)
    assert page.frames[-1].locator(".sealed").count() == 0
    assert not page.frames[-1].is_visible(".where")
