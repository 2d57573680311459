"""What is taken away is what is seen: the rows, the words and the state of each chart on screen."""

import csv
import html
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from components.charts.registry import CHARTS
from components.charts.view import View
from components.embeds.own_filters import offered
from data.query.filters import Filters
from tests.stores import frozen_store

STORE = frozen_store()
STATES = [
    "/?anio=2023&eje=prevencion&semaforo=rojo~ambar",
    "/mapa?periodo=2023&medida=porcentaje",
    "/rutas?tipo=interna&zona=selva-sur",
    "/perfil?periodo=2014",
    "/planes?eje=proteccion&entidad=mimp&periodo=2021",
    "/planes/2.2.4",
    "/sectores/interior?anio=2023&entidad=pnp",
    "/indicadores/IOP.02.02?anio=2023",
]


def rows(client, path):
    return list(csv.DictReader(io.StringIO(client.get(path).get_data(as_text=True))))


def states(slug):
    """Return a chart as it is known, and under the last value of each of its filters."""
    chart, shown = CHARTS[slug], View.shown(CHARTS[slug], STORE).filters
    yield shown
    for name in chart.narrows:
        many = isinstance(getattr(shown, name), tuple)
        for value in offered(chart, STORE, name).values[-1:]:
            held = (value,) if many else int(value) if name == "anio" else value
            yield shown.with_(**{name: held})


def figures(page):
    found = re.findall(r'(?s)<figure[^>]* data-chart="([\w-]+)"[^>]*>.*?</figure>', page)
    blocks = re.findall(r'(?s)<figure[^>]* data-chart="[\w-]+"[^>]*>.*?</figure>', page)
    return list(zip(found, blocks, strict=True))


@pytest.mark.parametrize("slug", CHARTS)
def test_the_rows_taken_away_are_the_rows_of_the_table_on_screen(client, slug):
    seen = list(states(slug))
    assert seen
    for filters in seen:
        view = View.of(CHARTS[slug], STORE, filters)
        page = client.get(f"/incrustar/{slug}?{view.query}").get_data(as_text=True)
        shown = re.findall(r'<th role="rowheader"[^>]*>(.*?)</th>', page)
        taken = rows(client, f"/datos/graficos/{slug}.csv?{view.query}")
        more = re.search(r"Y (\d+) más, en el CSV", page)
        assert len(shown) + (int(more[1]) if more else 0) == len(taken) > 0, view.query
        first = next(name for name in taken[0] if name != "fuente")
        if first == "codigo":
            held = [html.unescape(re.sub("<.*?>", "", cell)) for cell in shown]
            assert held == [row[first] for row in taken][: len(held)]


@pytest.mark.parametrize("path", STATES)
def test_what_a_card_offers_is_in_the_state_of_the_card(client, path):
    found = figures(client.get(path).get_data(as_text=True))
    assert found
    for slug, block in found:
        query = html.unescape(re.search(r'data-chart-query="([^"]*)"', block)[1])
        said = html.unescape(re.search(r'<p class="sentence">(.*?)</p>', block)[1])
        links = [html.unescape(link) for link in re.findall(r'href="([^"]+)"', block)]
        if "data-share" not in block:
            csv_link = next(link for link in links if link.startswith("/datos/graficos/"))
            assert rows(client, csv_link) == []
            continue
        by_kind = {link.partition("?")[0].rpartition(".")[2]: link for link in links
                   if link.startswith(("/datos/graficos/", "/imagenes/"))}  # fmt: skip
        assert set(by_kind) == {"csv", "xlsx", "png", "svg"}, slug
        for link in by_kind.values():
            assert urlsplit(link).query.removesuffix("forma=lamina&ancho=2400").rstrip("&") == query
        whatsapp = next(link for link in links if link.startswith("https://wa.me/"))
        text = parse_qs(urlsplit(whatsapp).query)["text"][0]
        assert said in text
        place = urlsplit(text.rpartition(" ")[2])
        assert (place.scheme, place.netloc) == ("http", "localhost")
        assert place.fragment == f"grafico-{slug}"
        inside = client.get(f"{place.path}?{place.query}").get_data(as_text=True)
        assert dict(figures(inside))[slug].count(html.escape(said)), "the same figure in its page"


@pytest.mark.parametrize("path", STATES[:1])
def test_each_mark_of_the_drawing_is_a_row_taken_away(client, path):
    page = client.get(path).get_data(as_text=True)
    block = dict(figures(page))["semaforo"]
    wide = block.split('class="drawing narrow"')[0]
    drawn = re.findall(r'<a class="mark" href="/indicadores/([\w.]+)"', wide)
    link = html.unescape(re.search(r'href="(/datos/graficos/semaforo\.csv[^"]*)"', block)[1])
    assert sorted(drawn) == sorted(row["codigo"] for row in rows(client, link))
    assert 0 < len(drawn) < len(STORE.indicators)


def test_a_drawing_taken_away_is_the_drawing_on_screen(client, store):
    query = "anio=2023&eje=prevencion"
    view = View.of(CHARTS["objetivos"], store, Filters(anio=2023, eje=("prevencion",)))
    picture = client.get(f"/imagenes/objetivos.svg?{query}").get_data(as_text=True)
    words = " ".join(re.findall(r"<text[^>]*>(.*?)</text>", picture))
    page = client.get(f"/incrustar/objetivos?{query}").get_data(as_text=True)
    wide = page.split('class="drawing narrow"')[0]
    shown = re.findall(r"<text[^>]*>(.*?)</text>", wide)
    assert shown
    for said in shown:
        assert said in words
    assert "".join(view.title.split()) in "".join(words.split())
    assert "Persecución" not in words
