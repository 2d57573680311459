"""Copying and leaving with every modern method missing, one by one: a word, or the native way."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
AWAY = "https://www.gob.pe/"
SHEET = "/indicadores/IOP.02.01"
# What each browser of the last ten years lacked somewhere, and what a plain http page takes away.
MISSING = {
    "navigator.clipboard": "delete Navigator.prototype.clipboard",
    "navigator.share": "delete Navigator.prototype.share",
    "Element.replaceChildren": "delete Element.prototype.replaceChildren;"
    "delete Document.prototype.replaceChildren;delete DocumentFragment.prototype.replaceChildren",
    "Element.append": "delete Element.prototype.append",
    "Element.insertAdjacentHTML": "delete Element.prototype.insertAdjacentHTML",
    "Element.replaceWith": "delete Element.prototype.replaceWith",
    "Element.checkVisibility": "delete Element.prototype.checkVisibility",
    "ResizeObserver": "delete window.ResizeObserver",
    "IntersectionObserver": "delete window.IntersectionObserver",
    "MutationObserver": "delete window.MutationObserver",
    "structuredClone": "delete window.structuredClone",
    "queueMicrotask": "delete window.queueMicrotask",
    "matchMedia": "delete window.matchMedia",
    "fetch": "delete window.fetch",
    "CSS.escape": "delete CSS.escape",
    "Array.at": "delete Array.prototype.at",
    "Array.flat": "delete Array.prototype.flat",
    "Array.findLast": "delete Array.prototype.findLast",
    "Object.fromEntries": "delete Object.fromEntries",
    "Object.hasOwn": "delete Object.hasOwn",
    "String.replaceAll": "delete String.prototype.replaceAll",
    "Promise.allSettled": "delete Promise.allSettled",
    "AbortSignal.timeout": "delete AbortSignal.timeout",
}
REFUSED = "navigator.clipboard.writeText = () => Promise.reject()"
NO_COMMAND = "document.execCommand = () => false"
# The words that a reader would take with Ctrl+C.
SELECTED = """() => { const one = document.activeElement;
  return one.value ? one.value.slice(one.selectionStart, one.selectionEnd) : String(getSelection());
}"""


@pytest.fixture
def old(contexts, address):
    """Open pages in a browser that lacks something; the board's own faults are not asked of it."""
    opened = []

    def make(path, *lacking, **options):
        context = contexts.shared(address, options)
        opened.append(context)
        page = context.new_page()
        page.route(f"{AWAY}**", lambda route: route.fulfill(body="<title>Otra</title>",
                   content_type="text/html"))  # fmt: skip
        for script in lacking:
            page.add_init_script(script)
        page.goto(address + path, wait_until="load")
        return page

    yield make
    for context in opened:
        contexts.leave(context)


@pytest.mark.parametrize("name", MISSING)
@pytest.mark.parametrize("path", ["/", "/metodologia/discrepancias/r2024-001"])
def test_quick_exit_leaves(old, address, name, path):
    page = old(path, MISSING[name])
    page.get_by_role("link", name="Salir rápido").click()
    page.wait_for_url(AWAY, wait_until="commit")
    page.goto(address + path)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(AWAY, wait_until="commit")


@pytest.mark.parametrize("name", MISSING)
def test_copy_says_a_word(old, name):
    page = old(SHEET, MISSING[name], NO_COMMAND, permissions=["clipboard-write"])
    button = page.locator("[data-copy=citation]")
    button.click()
    expect(button).to_have_text(re.compile("Copiad|seleccionado"))


@pytest.mark.parametrize("lacking", [MISSING["navigator.clipboard"], REFUSED])
def test_what_is_not_copied_is_selected(old, lacking):
    page = old(SHEET, lacking, NO_COMMAND)
    page.click("[data-copy=citation]")
    expect(page.locator("[data-copy=citation]")).to_have_text(re.compile("seleccionado"))
    assert page.evaluate(SELECTED) == page.inner_text("#citation")
    page.click("details.share > summary")
    button = page.locator("[data-share=copy]").first
    place = button.get_attribute("data-path")
    button.click()
    expect(button).to_have_text(re.compile("seleccionado"))
    assert page.evaluate(SELECTED) == page.evaluate("location.origin") + place
    button.click()
    assert page.locator("input.taken").count() == 1


def test_without_a_clipboard_the_old_command_copies(old):
    page = old(SHEET, MISSING["navigator.clipboard"])
    page.click("[data-copy=citation]")
    expect(page.locator("[data-copy=citation]")).to_have_text("Copiada")


def test_a_refusal_of_the_share_sheet_is_no_fault(old):
    page = old("/", "navigator.share = () => Promise.reject(new Error('no'))")
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.click("#grafico-objetivos details.share > summary")
    page.locator("#grafico-objetivos [data-share=sheet]").click()
    page.evaluate("new Promise((done) => setTimeout(done, 50))")
    assert faults == []


@pytest.mark.parametrize("name", ["CSS.escape", "Element.append", "matchMedia"])
def test_a_tap_on_a_mark_answers_or_follows_its_link(old, name):
    phone = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
    page = old("/?anio=2024", MISSING[name], **phone)
    page.locator("#fold-graficos summary").tap()
    before = page.url

    page.locator("#grafico-semaforo svg.narrow a[href]").first.tap()
    page.wait_for_function(
        "(before) => location.href !== before || document.querySelector('.answer:not([hidden])')",
        arg=before,
    )
