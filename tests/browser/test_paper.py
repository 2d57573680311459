"""Every page prints well from the browser: nothing cut, no menu, no heading alone."""

import re

import pytest

from components.pages import PAGES
from tests.browser.printed import sheets
from tests.browser.waits import until

pytestmark = pytest.mark.browser

# A4 less its margins, in px of CSS.
WIDE = 703
PATHS = [
    *(page.example for page in PAGES),
    "/presentar",
    "/presentar?vista=acta",
    "/incrustar",
    "/reportes",
    "/reportes/2024",
]
FAULTS = """() => {
  const found = [];
  const shown = (one) => one.checkVisibility() && one.getBoundingClientRect().height > 0;
  if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the paper");
  for (const one of document.querySelectorAll("main .scroller, main table"))
    if (shown(one) && one.getBoundingClientRect().right > innerWidth + 1)
      found.push("cut: " + one.textContent.slice(0, 60));
  for (const one of document.querySelectorAll("nav:not(.way), .filters, button, .skip"))
    if (shown(one)) found.push("not for paper: " + one.outerHTML.slice(0, 60));
  for (const one of document.querySelectorAll("details.beside > :not(summary, nav)"))
    if (!shown(one)) found.push("left folded: " + one.textContent.slice(0, 60));
  for (const one of document.querySelectorAll('.help a[href^="tel:"]'))
    if (!shown(one)) found.push("no help line");
  const ground = getComputedStyle(document.documentElement);
  if (ground.colorScheme.includes("dark")) found.push("dark margins");
  for (const one of document.querySelectorAll("main :is(p, li, pre):not(.unseen, .unseen *)"))
    if (shown(one) && one.scrollWidth > one.clientWidth + 1 && one.clientWidth)
      found.push("text cut: " + one.textContent.slice(0, 60));
  return found;
}"""


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_cut_on_paper_and_no_heading_stands_alone(visit, path):
    page = visit(viewport={"width": WIDE, "height": 1000}).open(path, live=False)
    page.emulate_media(media="print")
    assert page.evaluate(FAULTS) == []
    titles = {tight(text) for text in page.locator("main :is(h1, h2, h3)").all_inner_texts()}
    # The name of a source in a table may be that of a part.
    titles -= {tight(text) for text in page.locator("main td").all_text_contents()}
    written = sheets(page, prefer_css_page_size=True)
    assert written
    for index, sheet in enumerate(written, 1):
        assert round(min(sheet.width, sheet.height)) == 595
        assert f"{index} / {len(written)}" in sheet.text
        body = tight(sheet.text.replace(f"{index} / {len(written)}", ""))
        assert not any(body.endswith(title) for title in titles if title), body[-80:]


def tight(text):
    """Return a text without what a reader of PDF changes: spaces and hyphens."""
    return re.sub(r"[\s\x02\u00ad\ufffe-]", "", text)


FILTERED = {
    "/indicadores?sector=interior~mujer&eje=proteccion&semaforo=rojo": (
        "Sector: Interior", "Mujer y Poblaciones Vulnerables", "Eje: Protección", "Estado:",
    ),
    "/planes?sector=mujer": ("Sector: Mujer",),
    "/indicadores?buscar=ni%C3%B1as": ("Buscar: niñas",),
    "/mapa?periodo=2015": ("Periodo: 2015",),
    "/incrustar?grafico=mapa&periodo=2015": ("Periodo: 2015",),
    "/datos": ("Filtros: ninguno",),
}  # fmt: skip


@pytest.mark.parametrize("java_script", [True, False])
@pytest.mark.parametrize("path", FILTERED)
def test_paper_says_filters_address_and_cut_off(visit, path, java_script):
    one = visit(java_script_enabled=java_script)
    page = one.open(path, live=False)
    assert not page.is_visible(".on-paper")
    text = "".join(sheets(page)[0].text.split())
    for part in FILTERED[path]:
        assert "".join(part.split()) in text, part
    assert f"Dirección:{one.address}{path}" in text
    assert re.search(r"·versión[0-9a-f]{12}", text)
    assert ("consultadoel" in text) == java_script


def test_a_choice_changes_what_paper_says(visit):
    one = visit()
    page = one.open("/indicadores")
    page.select_option("select", "2022")
    page.wait_for_url("**anio=2022**")
    until(page, "document.querySelector('.on-paper').textContent.includes('2022')")
    assert f"{one.address}/indicadores?anio=2022" in page.text_content(".on-paper")
