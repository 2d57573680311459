"""A chart is explored where it stands: it opens and goes back, fits a phone, takes the theme."""

import pytest
from playwright.sync_api import TimeoutError as Late
from playwright.sync_api import expect

from components.charts.registry import CHARTS
from tests.browser.waits import until

pytestmark = pytest.mark.browser
CODED = {"indicador": "/indicadores/IOP.02.02", "accion-metas": "/planes/3.2.3",
         "sector-semaforo": "/sectores/mujer", "distrito-fiscal": "/distritos-fiscales/sullana",
         "territorio-policia": "/territorios/piura",
         "territorio-fiscalias": "/territorios/piura"}  # fmt: skip
PAGES = {slug: CODED.get(slug, chart.page) for slug, chart in CHARTS.items()}
PHONE = {"viewport": {"width": 360, "height": 740}}
# Words that are seen and leave the figure, and what the toolbar covers.
CLIPPED = """(live) => {
  const edge = live.getBoundingClientRect();
  const shown = (one) => one.textContent.trim() && one.getBoundingClientRect().width &&
    getComputedStyle(one).visibility === 'visible' && !one.closest('.rangeslider-container');
  const seen = [...live.querySelectorAll('.main-svg text')].filter(shown);
  if (!seen.length) return ['no words'];
  return seen.filter((one) => {
    const box = one.getBoundingClientRect();
    return box.left < edge.left - 1 || box.right > edge.right + 1 ||
      box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
  }).map((one) => one.textContent);
}"""
COVERED = """(live) => {
  const bar = live.querySelector('.modebar').getBoundingClientRect();
  if (!bar.width) return ['no toolbar'];
  const marks = 'text, .point, .legend, .js-line, .choroplethlocation, .shapelayer path';
  return [...live.querySelectorAll('.main-svg :is(' + marks + ')')].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && box.left < bar.right && bar.left < box.right &&
      box.top < bar.bottom && bar.top < box.bottom;
  }).map((one) => one.textContent || one.getAttribute('class'));
}"""
OVERLAPPING = """(live) => {
  const shown = (one) => one.getBoundingClientRect().width &&
    getComputedStyle(one).visibility === 'visible';
  const all = [...live.querySelectorAll('.scattergeo text')].filter(shown)
    .map((one) => [one.textContent, one.getBoundingClientRect()]);
  if (!all.length) return ['no names'];
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 &&
    a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return all.flatMap(([name, a], i) => all.slice(i + 1)
    .filter(([, b]) => meet(a, b)).map(([other]) => name + ' / ' + other));
}"""
SCALES = """(() => {
  const { _fullLayout } = document.querySelector('#grafico-mapas-anuales .js-plotly-plot');
  const scales = _fullLayout._subplots.geo.map((pane) => _fullLayout[pane].projection.scale);
  return scales.length > 1 && scales.every((scale) => scale %s 1);
})()"""
ZOOMED, WHOLE = SCALES % ">", SCALES % "==="
# Dash lets go of a figure whose shapes are on their way; says whether it waited for them and was
# emptied.
DROPPED = """async () => {
  const graph = document.querySelector('#grafico-mapa .js-plotly-plot');
  const anew = (trace) => ({ ...trace, geojson: trace.geojson && trace.geojson + "?" });
  const drawing = Plotly.react(graph, graph.data.map(anew), { ...graph.layout });
  const waits = graph._promises.length;
  Plotly.purge(graph);
  await drawing;
  for (let turn = 0; graph.data && turn < 1000; turn++) {
    await new Promise((done) => setTimeout(done));
  }
  return graph.data ? "never emptied" : waits > 0;
}"""
INK = """(live) => [...live.querySelectorAll('.main-svg text')]
  .map((one) => getComputedStyle(one).fill.match(/[0-9]+/g).map(Number))
  .filter((fill) => fill.reduce((a, b) => a + b) %s 380)"""


def explored(page, slug):
    """Open the figure of a chart and return its place."""
    page.click(f"#grafico-{slug} [data-explore]")
    live = page.locator(f"#grafico-{slug} .live")
    expect(live.locator(".main-svg").first).to_be_visible()
    expect(page.locator(f"#grafico-{slug} .still")).to_be_hidden()
    return live


def settles(live, script):
    """Wait until a script finds nothing wrong in a figure."""
    handle = live.element_handle()
    live.page.wait_for_function(f"(live) => ({script})(live).length === 0", arg=handle)


def found(live, script):
    """Return what is wrong once it has had time to be right."""
    try:
        settles(live, script)
    except Late:
        return live.evaluate(script)
    return []


def test_small_maps_move_together_in_the_measure_of_the_address(visit):
    page = visit(viewport={"width": 1366, "height": 1300}).open("/mapa?medida=tasa")
    live = explored(page, "mapas-anuales")
    expect(live).to_contain_text("Por 100,000 (calculado)")
    # The key comes before the shapes, and Plotly zooms no map that has none yet.
    expect(live.locator(".choroplethlayer path").last).to_be_visible()
    live.locator("[data-attr='zoom'][data-val='in']").click()
    until(page, ZOOMED)
    live.locator("[data-attr='reset']").click()
    until(page, WHOLE)


def test_a_figure_opens_in_place_and_goes_back(visit):
    one = visit(apart=True, viewport={"width": 1024, "height": 768})
    page = one.open("/mapa")
    button = page.locator("#grafico-mapa [data-explore]")
    button.scroll_into_view_if_needed()
    expect(button).to_have_text("Explorar")
    assert not any("plotly" in url or "explore" in url for url in one.requests)
    top = button.bounding_box()["y"]
    live = explored(page, "mapa")
    expect(button).to_have_text("Volver al dibujo")
    expect(button).to_be_focused()
    assert live.get_attribute("role") == "group"
    page.keyboard.press("Escape")
    expect(live.locator(".main-svg").first).to_be_visible()
    scrolled = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    expect(page.locator("#grafico-mapa .still")).to_be_visible()
    expect(live.locator(".main-svg")).to_have_count(0)
    expect(button).to_have_text("Explorar")
    expect(button).to_be_focused()
    assert page.evaluate("scrollY") == scrolled
    assert abs(button.bounding_box()["y"] - top) < 1
    explored(page, "mapa")
    assert sum("plotly-tablero" in url for url in one.requests) == 1


def test_a_map_that_leaves_while_it_is_drawn_fails_in_nothing(visit):
    page = visit().open("/mapa")
    explored(page, "mapa")
    until(page, "document.querySelector('#grafico-mapa .choroplethlayer path')")
    assert page.evaluate(DROPPED) is True


def test_a_filter_keeps_the_figure_and_the_way_back(visit):
    one = visit(apart=True)
    page = one.open("/")
    explored(page, "semaforo")
    live = explored(page, "objetivos")
    page.click("#grafico-semaforo [data-explore]")
    page.select_option("#controls select", "2022")
    expect(page.locator("h1")).to_contain_text("en 2022")
    expect(live).to_contain_text("82.9 %")
    expect(page.locator("#grafico-semaforo .still")).to_be_visible()
    button = page.locator("#grafico-objetivos [data-explore]")
    expect(button).to_have_text("Volver al dibujo")
    button.click()
    expect(page.locator("#grafico-objetivos .still")).to_be_visible()
    figures = [url for url in one.requests if "/graficos/" in url and "2022" in url]
    assert [url for url in figures if "semaforo" in url] == [], "a figure put away asks for nothing"
    assert len(figures) == 1


@pytest.mark.parametrize("slug", PAGES)
def test_no_figure_is_clipped_nor_covered_on_a_phone(visit, slug):
    page = visit(**PHONE).open(PAGES[slug])
    folded = page.locator(f"details.fold:has(+ .folded #grafico-{slug}) > summary")
    if folded.count():
        folded.click()
    live = explored(page, slug)
    assert found(live, CLIPPED) == []
    assert found(live, COVERED) == []
    assert live.bounding_box()["width"] >= 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    fonts = live.locator(".main-svg text").evaluate_all(
        "(all) => [...new Set(all.map((one) => getComputedStyle(one).fontFamily.split(',')[0]))]"
    )
    assert [font.strip("'\"") for font in fonts] == ["Tablero Sans"]


@pytest.mark.parametrize("slug", ["rutas", "acuerdos", "mapa"])
def test_names_on_a_map_do_not_lie_on_each_other_and_come_with_zoom(visit, slug):
    page = visit(**PHONE).open(PAGES[slug])
    live = explored(page, slug)
    assert found(live, OVERLAPPING) == []
    live.locator("[data-attr='zoom'][data-val='in']").click()
    nearer = "(live) => live.querySelector('.js-plotly-plot').layout.geo.projection.scale > 1"
    page.wait_for_function(nearer, arg=live.element_handle())
    assert found(live, OVERLAPPING) == []


def test_a_series_has_a_range_and_compares(visit):
    page = visit().open("/mapa")
    live = explored(page, "serie-nacional")
    expect(live.locator(".rangeslider-container").first).to_be_visible()
    live.scroll_into_view_if_needed()
    box = live.locator(".nsewdrag").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.62, box["y"] + box["height"] / 2)
    hover = live.locator(".hoverlayer .legend")
    expect(hover).to_be_visible()
    expect(hover.locator(".traces")).not_to_have_count(1)


@pytest.mark.parametrize("slug", ["objetivos", "mapa", "rutas", "serie-nacional"])
def test_a_figure_takes_the_colours_of_the_theme_and_follows_it(visit, slug):
    page = visit(color_scheme="dark").open(PAGES[slug])
    live = explored(page, slug)
    assert found(live, INK % "<") == []
    grounds = live.locator(".main-svg").evaluate_all(
        "(all) => all.map((one) => one.style.background)"
    )
    assert not any("252, 251, 248" in ground for ground in grounds)
    page.emulate_media(color_scheme="light")
    assert found(live, INK % ">") == []
