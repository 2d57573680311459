"""Three pages of other people, on another origin: plain, strict policy, and a strict editor."""

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from components.charts.registry import CHARTS
from components.charts.view import View
from components.embeds import snippets
from components.embeds.frame_heights import tallest
from components.embeds.heights import WIDTHS
from tests.browser.waits import until
from tests.load.server import SOON

pytestmark = pytest.mark.browser
ALLOWED = {"a": {"href"}, "p": set(), "img": {"src", "alt", "width", "height"},
           "iframe": {"src", "title", "width", "height"}}  # fmt: skip


class Host:
    """A page of somebody else: an origin of its own, a policy of its own."""

    def __init__(self):
        self.body, self.policy = "", ""
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                page = f'<!doctype html><html lang="es"><title>Otra</title><body>{host.body}'
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                if host.policy:
                    self.send_header("Content-Security-Policy", host.policy)
                self.end_headers()
                self.wfile.write(page.encode())

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs=SOON, daemon=True).start()


@pytest.fixture
def host():
    made = Host()
    yield made
    made.server.shutdown()
    made.server.server_close()


def view(store, slug="objetivos"):
    return View.shown(CHARTS[slug], store)


@pytest.fixture
def stranger(contexts, address, host):
    """Open the host's page; it asks for nothing beyond the board, and no cookie may appear."""
    context, asked = contexts.shared(address, {}), []

    def opened(width=900):
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.goto(host.address)
        return page

    yield opened
    # What a letter of the board asks for, it has asked.
    for frame in (frame for page in context.pages for frame in page.frames):
        frame.evaluate("document.fonts.ready.then(() => null)")
    cookies = context.cookies()
    contexts.leave(context)
    assert asked
    assert all(url.startswith((host.address, address, "data:")) for url in asked), asked
    assert cookies == []


def inside(page):
    frame = page.frames[-1]
    frame.wait_for_selector("figure.alone")
    return frame


def _taken(page, child):
    """Wait until a frame has the size that its page now gives it."""
    width, height = page.evaluate(
        "(frame => [frame.clientWidth, frame.clientHeight])(document.querySelector('iframe'))"
    )
    until(child, f"Math.abs(innerWidth - {width}) <= 1 && Math.abs(innerHeight - {height}) <= 1")


def edited(snippet):
    """Take away what a strict editor does: scripts, styles, attributes that it does not know."""
    snippet = re.sub(r"(?s)<script.*?</script>", "", snippet)

    def tag(found):
        close, name, rest = found[1], found[2].lower(), found[3]
        kept = re.findall(r'([\w-]+)="([^"]*)"', rest)
        kept = "".join(f' {n}="{v}"' for n, v in kept if n in ALLOWED.get(name, ()))
        return f"<{close}{name}{kept}>" if name in ALLOWED else ""

    return re.sub(r"<(/?)(\w+)([^>]*)>", tag, snippet)


def kinds(seen, board):
    return {
        "frame": snippets.with_words(seen, board),
        "listening": f"{snippets.with_words(seen, board)}{snippets.listener(board)}",
        "picture": snippets.picture(seen, board),
        "sentence": snippets.sentence(seen, board),
    }


def said(page):
    """Return all that a reader of the host's page can read, frames and alternatives included."""
    texts = [frame.inner_text("body") for frame in page.frames]
    return " ".join([*texts, *page.eval_on_selector_all("img", "all => all.map(i => i.alt)")])


@pytest.mark.parametrize("policy", ["none", "strict", "editor"])
@pytest.mark.parametrize("kind", ["frame", "listening", "picture", "sentence"])
def test_every_snippet_states_figure_date_and_source(stranger, address, host, store, policy, kind):
    seen = view(store)
    text = kinds(seen, address)[kind]
    host.body = edited(text) if policy == "editor" else text
    host.policy = f"default-src 'none'; frame-src {address}" if policy == "strict" else ""
    page = stranger()
    if "<iframe" in text:
        expect(inside(page).locator("svg.wide")).to_be_visible()
    read = said(page)
    for part in ("67.3\u202f%", "2024", "Ministerio del Interior"):
        assert part in read, (policy, kind, part)


def test_the_listener_sets_the_height_across_origins(stranger, address, host, store):
    host.body = kinds(view(store), address)["listening"]
    page = stranger(width=420)
    page.wait_for_selector(f'iframe:not([height="{tallest(view(store))}"])')
    frame = inside(page)
    needed = frame.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    assert int(page.get_attribute("iframe", "height")) == needed
    frame.click("details.beside summary")
    page.wait_for_selector(f'iframe:not([height="{needed}"])')
    assert int(page.get_attribute("iframe", "height")) > needed


@pytest.mark.parametrize("slug", ["objetivos", "mapa", "perfil-victimas"])
def test_one_frame_without_script_shows_whole_at_every_width(stranger, address, host, store, slug):
    host.body = (
        f'<meta name="viewport" content="width=device-width">'
        f"{snippets.frame(view(store, slug), address)}"
    )
    page = stranger(width=WIDTHS[0])
    child = inside(page)
    assert WIDTHS
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        _taken(page, child)
        room, needed = child.evaluate(
            "[innerHeight, Math.ceil(document.body.getBoundingClientRect().height)]"
        )
        assert needed <= room, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_stripped_picture_fits_its_page(stranger, address, host, store, width):
    picture = edited(kinds(view(store), address)["picture"])
    host.body = f'<meta name="viewport" content="width=device-width">{picture}'
    page = stranger(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('img').naturalWidth") == 1200


def test_a_listener_that_comes_late_is_told_too(stranger, address, host, store):
    late = snippets.listener(address).removeprefix("<script>").removesuffix("</script>")
    frame = snippets.frame(view(store), address)
    host.body = (
        f"{frame}<script>addEventListener('load',function(){{setTimeout(function(){{{late}}},300)}})"
        "</script>"
    )
    page = stranger(width=420)
    page.wait_for_selector(f'iframe:not([height="{tallest(view(store))}"])')


def test_the_listener_believes_nobody_else(stranger, address, host, store):
    host.body = kinds(view(store), address)["listening"] + (
        "<script>addEventListener('load',function(){setTimeout(function(){postMessage("
        "{tipo:'tablero-trata',version:1,grafico:'objetivos',alto:4321},'*')},300)});"
        "addEventListener('message',function(e){if(e.data.alto===4321)document.body.className='told'})"
        "</script>"
    )
    page = stranger()
    # Heard here last: the listener has made of it what it will.
    page.wait_for_selector("body.told")
    assert page.get_attribute("iframe", "height") != "4321"


def test_an_embed_works_in_the_sandbox_of_wordpress(stranger, address, host, store):
    frame = snippets.frame(view(store), address)
    host.body = frame.replace("<iframe", '<iframe sandbox="allow-scripts" security="restricted"')
    page = stranger()
    child = inside(page)
    expect(child.locator("svg.wide")).to_be_visible()
    assert child.evaluate("document.fonts.check('16px \"Tablero Sans\"')")


@pytest.mark.parametrize("path", ["/", "/indicadores", "/incrustar", "/incrustar/nada"])
def test_no_other_page_can_be_framed(contexts, address, host, path):
    host.body = f'<iframe src="{address}{path}" width="600" height="400"></iframe>'
    context = contexts.shared(address, {})
    page = context.new_page()
    page.goto(host.address)
    # What the browser puts in the place of a page that refuses to be framed.
    page.frames[-1].wait_for_url("chrome-error://**")
    assert not page.frames[-1].url.startswith(address)
    contexts.leave(context)
