"""Sharing in the browser: the sheet, WhatsApp, the clipboard, the files."""

import csv
import html
import io
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SHEET = """navigator.share = (given) => { window.given = given; return Promise.resolve(); };
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-share=whatsapp]")) event.preventDefault();
});"""


def test_share_sheet_and_whatsapp_say_the_sentence_and_the_address(visit):
    one = visit()
    one.page.add_init_script(SHEET)
    page = one.open("/?anio=2023&eje=proteccion")
    page.click("#grafico-objetivos details.share > summary")
    page.click("#grafico-objetivos [data-share=sheet]")
    given = page.evaluate("window.given")
    said = page.inner_text("#grafico-objetivos .sentence")
    assert given["url"] == f"{one.address}/?anio=2023&eje=proteccion#grafico-objetivos"
    assert said in given["text"]
    assert given["title"] == page.inner_text("#grafico-objetivos .over")
    page.click("#grafico-objetivos [data-share=whatsapp]")
    link = page.get_attribute("#grafico-objetivos [data-share=whatsapp]", "href")
    assert link.startswith("https://wa.me/?text=")
    text = unquote(link.partition("text=")[2])
    assert said in text
    assert text.endswith(given["url"])


def test_a_browser_without_a_share_sheet_is_not_offered_one(visit):
    page = visit().open("/")
    page.evaluate("Object.defineProperty(navigator, 'share', {value: undefined})")
    page.click("#grafico-objetivos details.share > summary")
    expect(page.locator("#grafico-objetivos [data-share=copy]")).to_be_visible()
    expect(page.locator("#grafico-objetivos [data-share=sheet]")).to_be_hidden()


def test_what_is_downloaded_after_a_change_of_filter_is_what_is_seen(visit):
    one = visit(accept_downloads=True)
    page = one.open("/")
    page.select_option("select", "2023")
    page.wait_for_selector("#grafico-semaforo[data-chart-query='anio=2023']")
    page.click("#grafico-semaforo details.share > summary")
    taken = {}
    for kind in ("CSV", "XLSX", "PNG", "SVG"):
        with page.expect_download() as waited:
            page.click(f"#grafico-semaforo details.share >> text={kind}")
        assert waited.value.suggested_filename == f"semaforo.{kind.lower()}"
        taken[kind] = Path(waited.value.path()).read_bytes()
    rows = list(csv.DictReader(io.StringIO(taken["CSV"].decode())))
    marks = page.eval_on_selector_all(
        "#grafico-semaforo .wide a", "all => all.map(a => a.getAttribute('href'))"
    )
    assert sorted(marks) == sorted(f"/indicadores/{row['codigo']}" for row in rows)
    assert {row["anio"] for row in rows} == {"2023"}
    assert taken["XLSX"][:2] == b"PK"
    assert taken["PNG"][:4] == b"\x89PNG"
    assert "2023" in "".join(ElementTree.fromstring(taken["SVG"]).itertext())


def test_share_and_kit_copy(visit):
    one = visit(permissions=["clipboard-read", "clipboard-write"])
    page = one.open("/?anio=2023")
    page.click("#grafico-objetivos details.share > summary")
    page.click("#grafico-objetivos [data-share=copy]")
    expect(page.locator("#grafico-objetivos [data-share=copy]")).to_have_text(re.compile("opiad"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{one.address}/?anio=2023#grafico-objetivos"
    kit = one.open("/incrustar?grafico=objetivos", live=False)
    kit.click('button[data-copy="objetivos-frame"]')
    expect(kit.locator('button[data-copy="objetivos-frame"]')).to_have_text(re.compile("opiad"))
    assert kit.evaluate("navigator.clipboard.readText()").startswith("<div style=")
    assert html.unescape(kit.text_content("#csp")).startswith("frame-src http://127.0.0.1")
