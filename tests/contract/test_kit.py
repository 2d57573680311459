"""The kit: every chart with snippets that say figure, date and source by themselves."""

import html
import re

import pytest

from components.charts import cutoffs
from components.charts.registry import CHARTS
from components.charts.view import View
from components.charts.views import Views
from components.embeds import own_filters, snippets
from components.embeds.heights import WIDTHS, embed_height
from components.pages.kit.kit_charts import charts
from components.texts import t
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
    listed = chosen(client.get("/incrustar").get_data(as_text=True))
    assert views(store)
    for view in views(store):
        name = view.name
        page = client.get(listed[name]).get_data(as_text=True)
        found = pasted(page)
        for kind in ("picture", "sentence"):
            text = html.unescape(found[f"{name}-{kind}"])
            assert view.sentence in text, (name, kind)
            assert f"Corte {cutoffs.short(view.chart, store, view.frame)}" in text
            assert view.sources in text
        for kind in ("frame", "listening", *["frozen"] * bool(store.reopens)):
            text = html.unescape(found[f"{name}-{kind}"])
            assert view.title in text.partition("<p>")[2], (name, kind)
            # The frame says it already.
            assert view.sentence not in text
            alone = html.unescape(re.search(r'<iframe src="([^"]+)"', text)[1])
            assert view.sentence in html.unescape(client.get(alone).get_data(as_text=True))
        for width in WIDTHS:
            assert f"{embed_height(view, width)} px" in page


def chosen(page):
    """Return the address in the kit of each chart that it lists, by the name of its view."""
    found = re.findall(r'<li id="([^"]+)"><a href="(/incrustar\?[^"]+)"', page)
    assert found
    return {name: html.unescape(address) for name, address in found}


def test_a_sector_has_its_charts_and_no_other(client, store):
    page = client.get("/incrustar?sector=mujer").get_data(as_text=True)
    sources = set()
    for address in chosen(page).values():
        text = client.get(address).get_data(as_text=True)
        sources |= {html.unescape(s) for s in re.findall(r'<iframe src="([^"]+)"', text)}
    own = [code for code, row in store.indicators.items() if row.sector == "mujer"]
    assert own
    for code in own:
        assert f"/incrustar/indicador?codigo={code}" in sources
    others = [code for code in store.indicators if code not in own]
    assert not any(code in source for code in others for source in sources)
    assert "Mujer y Poblaciones Vulnerables" in page


def test_every_snippet_leads_to_something(client):
    listed = chosen(client.get("/incrustar?sector=salud").get_data(as_text=True))
    found = [
        address
        for place in listed.values()
        for text in pasted(client.get(place).get_data(as_text=True)).values()
        for address in re.findall(r'(?:src|href)="([^"]+)"', text)
    ]
    assert found
    for address in found:
        assert address.startswith(HOST)
        assert client.get(html.unescape(address)).status_code == 200


def test_the_listener_is_small_and_checks_origin_and_source():
    script = snippets.listener("https://tablero.example.gob.pe")
    assert len(script) <= 620
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
        assert f'href="/incrustar?grafico={slug}&amp;anio=2023"' in page
        for ending in ("csv", "xlsx"):
            assert f'href="/datos/graficos/{slug}.{ending}?anio=2023"' in page
        assert f'href="/imagenes/{slug}.svg?anio=2023"' in page
        assert 'data-share="copy"' in page
    assert "https://wa.me/?text=Avance%20de%20los%20objetivos" in page


@pytest.mark.parametrize("slug", CHARTS)
def test_the_form_writes_what_is_chosen(client, store, slug):
    """Each list of the form, changed alone, changes the one frame that is shown and the snippet."""
    page = client.get(f"/incrustar?grafico={slug}").get_data(as_text=True)
    form = re.search(r'<form[^>]* action="/incrustar".*?</form>', page, re.S)[0]
    assert 'method="get"' in form
    names = re.findall(r'<select name="([^"]+)"', form)
    offered = [
        name
        for name in CHARTS[slug].narrows
        if len(own_filters.offered(CHARTS[slug], store, name).values) > 1
    ]
    assert names == ["grafico", *offered, "alto", "tema", "controles"]
    assert page.count("<iframe src=") == 1
    for name in names[1:]:
        listed = re.search(rf'<select name="{name}">(.*?)</select>', form, re.S)[1]
        value = re.findall(r'<option value="([^"]+)">', listed)[-1]
        text = client.get(f"/incrustar?grafico={slug}&{name}={value}").get_data(as_text=True)
        seen = html.unescape(re.search(r'<iframe src="([^"]+)"', text)[1])
        assert f"{name}={value}" in seen, name
        held = [one for one in re.findall("<option[^>]*>", text) if " selected" in one]
        assert any(f'value="{value}"' in one for one in held), name
        assert f'src="{HOST}{html.escape(seen)}"' in next(iter(pasted(text).values()))
    assert t(f"buscar.charts.{slug}") in html.unescape(form)


def test_a_chart_that_is_chosen_keeps_nothing_of_another(client):
    """The form still says the filters of the chart before; what the new one does not heed goes."""
    page = client.get(
        "/incrustar?grafico=objetivos&periodo=2015&medida=porcentaje&tema=oscuro"
    ).text
    assert 'src="/incrustar/objetivos?tema=oscuro"' in page
    assert 'class="remark"' not in page


def test_a_wrong_choice_is_said_and_the_first_chart_shown(client):
    page = client.get("/incrustar?grafico=nada&alto=7").text
    assert "No reconocemos «nada» en «grafico»" in page
    assert "No reconocemos «7» en «alto»" in page
    assert f'src="/incrustar/{next(iter(CHARTS))}"' in page


def test_a_height_that_is_chosen_has_no_box(client):
    found = pasted(client.get("/incrustar?grafico=mapa&alto=600").text)["mapa-frame"]
    assert 'height="600"' in found
    assert "cqw" not in found


def test_the_addresses_of_before_find_their_chart_in_the_list(client, store):
    page = client.get("/incrustar?anio=2023").text
    assert {"objetivos", "semaforo"} <= set(chosen(page))
    assert chosen(page)["objetivos"] == "/incrustar?grafico=objetivos&anio=2023"
