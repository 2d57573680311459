"""A page whose tables were replaced while it was read loads again instead of mixing both."""

import json
import shutil
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.load.server import served, until

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def tables(tmp_path_factory, frozen):
    return Path(shutil.copytree(frozen, tmp_path_factory.mktemp("swapped") / "tables"))


@pytest.fixture(scope="module")
def base(tables):
    with served(TABLERO_DATOS=str(tables), TABLERO_REVISAR="0.2", WEB_CONCURRENCY="1",
                TABLERO_ENSAYO="0") as found:  # fmt: skip
        yield found.base


def replace(tables, base, was, new):
    """Change a row of what is published, and wait until the board stands on it."""
    before = version(base)
    file = tables / "avances.csv"
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, new), "utf-8")
    assert until(lambda: version(base) != before), "the board did not take the new tables"


def version(base):
    with urllib.request.urlopen(f"{base}/salud", timeout=30) as answer:
        return json.load(answer)["version_datos"]


@pytest.fixture
def reader(browser):
    """A page that counts how often it is loaded, and accepts no error."""
    context = browser.new_context(viewport={"width": 1366, "height": 800}, locale="es-PE")
    page = context.new_page()
    page.loads, page.faults = [], []
    page.on("load", lambda: page.loads.append(page.url))
    page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    yield page
    assert page.faults == []
    context.close()


def test_a_filter_after_a_swap_loads_the_page_of_the_new_tables_once(tables, base, reader):
    reader.goto(f"{base}/")
    reader.wait_for_selector("body.live-board")
    assert "70.6" in reader.inner_text("h1")
    replace(tables, base, "IG,2024,70.6,", "IG,2024,70.9,")
    reader.select_option("select", "2023")
    reader.wait_for_url("**/?anio=2023")
    reader.wait_for_selector(f".version:has-text('{version(base)}')")
    reader.wait_for_selector("body.live-board")
    assert reader.input_value("select") == "2023"
    assert len(reader.loads) == 2
    reader.select_option("select", "2024")
    reader.wait_for_selector("h1:has-text('70.9')")
    assert len(reader.loads) == 2


def test_an_interactive_chart_after_a_swap_loads_the_page_too(tables, base, reader):
    reader.goto(f"{base}/?sector=mujer")
    reader.wait_for_selector("body.live-board")
    replace(tables, base, "OP.02,2023,82.00,", "OP.02,2023,82.10,")
    reader.locator("[data-explore]").first.click()
    reader.wait_for_selector(f".version:has-text('{version(base)}')")
    expect(reader).to_have_url(f"{base}/?sector=mujer")
    assert len(reader.loads) == 2
