"""The kit: every chart with snippets that say figure, date and source by themselves."""

import html
import re

import pytest

from components.charts.registry import CHARTS
from components.charts.view import View
from components.charts.views import Views
from components.embeds import snippets
from components.embeds.heights import WIDTHS, embed_height
from components.pages.kit.kit_charts import charts
from data.query.filters import Filters

HOST = "http://localhost"


def pasted(page):
    return {
        name: html.unescape(text)
        for name, text in re.findall(r'<pre id="([^"]+)"[^>]*><code>(.*?)</code></pre>', page, re.S)
    }


def views(store):
    return [View.shown(chart, store) for chart in CHARTS.values()]


def test_every_chart_stands_in_the_kit(client, store):
    page = client.get("/incrustar").get_data(as_text=True)
    found = pasted(page)
    assert views(store)
    for view in views(store):
        name = view.name
        assert f'id="{name}"' in page
        for kind in ("frame", "listening", "picture", "sentence", "frozen"):
            text = found[f"{name}-{kind}"]
            said = html.unescape(text)
            assert view.sentence in said, (name, kind)
            assert f"Corte {store.latest}" in said
            assert view.sources in said
        for width in WIDTHS:
            assert f"{embed_height(view, width)} px" in page


def test_a_sector_has_its_charts_and_no_other(client, store):
    page = client.get("/incrustar?sector=mujer").get_data(as_text=True)
    sources = {html.unescape(s) for s in re.findall(r'<iframe src="([^"]+)"', page)}
    own = [code for code, row in store.indicators.items() if row.sector == "mujer"]
    assert own
    for code in own:
        assert f"/incrustar/indicador?codigo={code}" in sources
    others = [code for code in store.indicators if code not in own]
    assert not any(code in source for code in others for source in sources)
    assert "Mujer y Poblaciones Vulnerables" in page


def test_every_snippet_leads_to_something(client):
    page = client.get("/incrustar?sector=salud").get_data(as_text=True)
    found = [
        address
        for text in pasted(page).values()
        for address in re.findall(r'(?:src|href)="([^"]+)"', text)
    ]
    assert found
    for address in found:
        assert address.startswith(HOST)
        assert client.get(html.unescape(address)).status_code == 200


def test_the_listener_is_small_and_checks_origin_and_source():
    script = snippets.listener("https://tablero.example.gob.pe")
    assert len(script) <= 600
    assert "e.origin!=='https://tablero.example.gob.pe'" in script
    assert "f.contentWindow===e.source" in script


def test_the_line_of_the_policy_is_in_the_kit(client):
    found = pasted(client.get("/incrustar").get_data(as_text=True))
    assert found["csp"] == f"frame-src {HOST}; img-src {HOST}"


@pytest.mark.parametrize(
    ("sector", "axis", "lacking"), [("reniec", "gobernanza", True), ("mujer", "proteccion", False)]
)
def test_a_chart_with_nothing_to_show_is_not_offered(store, sector, axis, lacking):
    filters = Filters(sector=(sector,), eje=(axis,))
    heeding = {slug for slug, chart in CHARTS.items() if "sector" in chart.narrows}
    bare = {slug for slug in heeding if not len(View.of(CHARTS[slug], store, filters).frame)}
    assert bool(bare) == lacking
    offered = {view.chart.slug for view in charts(Views(store, filters))}
    assert offered & heeding == heeding - bare


def test_the_chart_cards_of_a_page_share_and_embed(client):
    page = client.get("/?anio=2023").get_data(as_text=True)
    for slug in ("objetivos", "semaforo"):
        assert f'href="/incrustar?anio=2023#{slug}"' in page
        for ending in ("csv", "xlsx"):
            assert f'href="/datos/graficos/{slug}.{ending}?anio=2023"' in page
        assert f'href="/imagenes/{slug}.svg?anio=2023"' in page
        assert 'data-share="copy"' in page
    assert "https://wa.me/?text=Avance%20de%20los%20objetivos" in page
