"""Embeds: every chart of the registry alone, complete, light, and framed by anybody."""

import gzip
import html
import re

import pandas as pd
import pytest

from components.charts import cutoffs
from components.charts.examples import example
from components.charts.layouts.surface import WIDE
from components.charts.registry import CHARTS
from components.charts.view import View
from components.embeds import corrections, embed_document
from components.embeds.embed_options import THEMES
from components.embeds.heights import WIDTHS, embed_height
from components.embeds.own_filters import amount
from components.embeds.own_filters import offered as offered_values
from data.query.filters import Filters
from tests.stores import frozen_store

STORE = frozen_store()
# Each chart with each filter that it heeds and that has values to offer.
OFFERED = [(slug, name) for slug, chart in CHARTS.items() for name in chart.narrows
           if offered_values(chart, STORE, name).values]  # fmt: skip


def query(slug):
    return View.shown(CHARTS[slug], STORE).query


def shown(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer, html.unescape(answer.get_data(as_text=True))


@pytest.mark.parametrize("slug", CHARTS)
def test_an_embed_carries_all_that_a_quotation_needs(client, store, slug):
    view = View.shown(CHARTS[slug], store)
    _, page = shown(client, f"/incrustar/{slug}?{query(slug)}")
    cutoff = cutoffs.line(view.chart, store, view.frame)
    for part in (view.title, view.sentence, view.chart.caveat(), cutoff, "1818, opción 1"):
        assert part in page
    assert view.footnote in page
    assert f'href="http://localhost{html.escape(view.place)}" target="_top"' in page
    # Where a sandbox shuts the link, its address is to be read.
    assert f'<p class="where">http://localhost{view.place}</p>' in page
    assert page.count('class="drawing ') == 2
    assert "<table" in page


@pytest.mark.parametrize("slug", CHARTS)
def test_an_embed_has_no_dash_no_menu_no_other_origin(client, slug):
    answer, page = shown(client, f"/incrustar/{slug}?{query(slug)}")
    bare = re.sub(r"(?s)<style>.*?</style>", "", page)
    assert not re.search(r"_dash|plotly|react|<nav|localStorage|document\.cookie", bare)
    loaded = re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="([^"]+)"', page)
    loaded = [address for address in loaded if not address.startswith("http://localhost/")]
    assert loaded
    assert all(address.startswith(("/assets/", "data:image/svg+xml")) for address in loaded)
    assert page.count("<script") == 2 + (embed_document.ANSWERS in page)
    assert "Set-Cookie" not in answer.headers


def test_an_embed_may_be_framed_and_nothing_else(client):
    headers = client.get("/incrustar/objetivos").headers
    assert "frame-ancestors *" in headers["Content-Security-Policy"]
    hashes = " ".join(f"'{one}'" for one in embed_document.SCRIPT_HASHES)
    assert f"script-src {hashes};" in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers
    for path in ("/", "/incrustar", "/incrustar/nada", "/incrustar/objetivos/x", "/oembed"):
        headers = client.get(path).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"], path
        assert headers["X-Frame-Options"] == "DENY", path


def test_the_scripts_of_an_embed_are_small():
    assert len(embed_document.SCRIPT) <= 512
    assert len(gzip.compress(embed_document.ANSWERS.encode())) <= 4_096
    assert len(gzip.compress(embed_document.SEALED.encode())) <= 1_024


def test_a_chart_of_one_indicator_offers_an_example(client, store):
    coded = [slug for slug, chart in CHARTS.items() if "codigo" in chart.narrows]
    pages = {slug: shown(client, f"/incrustar/{slug}")[1] for slug in coded}
    empty = {slug: page for slug, page in pages.items() if "<svg" not in page}
    assert "indicador" in empty
    for slug, page in empty.items():
        assert f"/incrustar/{slug}?codigo={example(CHARTS[slug], store)}" in page
        assert "falta decir cuál" in page


@pytest.mark.parametrize(
    ("theme", "token"),
    THEMES.items(),
)
def test_a_theme_is_a_set_of_tokens_of_the_style_sheet(client, root, theme, token):
    _, page = shown(client, f"/incrustar/objetivos?tema={theme}")
    assert f'data-theme="{token}"' in page
    css = (root / "assets" / "board.css").read_text("utf-8")
    assert token == "light" or f'[data-theme="{token}"]' in css


@pytest.mark.parametrize("slug", CHARTS)
def test_own_filters_are_those_of_the_chart(client, store, slug):
    _, page = shown(client, f"/incrustar/{slug}?{query(slug)}&controles=1&tema=oscuro")
    offered = re.findall(r'<select name="([\w-]+)"', page)
    useful = [
        name
        for name in CHARTS[slug].narrows
        if len(offered_values(CHARTS[slug], store, name).values) > 1
    ]
    assert offered == useful
    if not useful:
        assert "<form" not in page
        return
    assert set(offered) <= set(CHARTS[slug].narrows)
    assert f'action="/incrustar/{slug}"' in page
    assert '<input type="hidden" name="controles" value="1">' in page
    assert '<input type="hidden" name="tema" value="oscuro">' in page


@pytest.mark.parametrize(("slug", "name"), OFFERED)
def test_own_filters_offer_what_changes_the_chart(store, slug, name):
    chart = CHARTS[slug]
    offer = offered_values(chart, store, name)
    rows = [View.of(chart, store, only(name, value)).frame for value in offer.values]
    assert rows
    assert all(len(frame) for frame in rows)
    bare = chart.select(store, Filters())
    assert not all(frame.equals(bare) for frame in rows)
    assert not offer.start or rows[offer.values.index(offer.start)].equals(bare)


def only(name, value):
    many = isinstance(getattr(Filters(), name), tuple)
    return Filters().with_(**{name: (value,) if many else int(value) if name == "anio" else value})


def states(slug):
    """Return the default of a chart, one value of each of its filters, and its frozen state."""
    chart, shown = CHARTS[slug], View.shown(CHARTS[slug], STORE).filters
    found = [shown, shown.with_(corte=STORE.version)]
    for name in chart.narrows:
        for value in offered_values(chart, STORE, name).values[-1:]:
            found.append(shown.with_(**{name: getattr(only(name, value), name)}))
    return found


@pytest.mark.parametrize("slug", CHARTS)
def test_the_way_back_leads_to_where_the_chart_stands(client, slug):
    assert states(slug)
    for filters in states(slug):
        view = View.of(CHARTS[slug], STORE, filters)
        path, _, anchor = view.place.partition("#")
        _, page = shown(client, path)
        figure = re.search(rf'<figure[^>]* id="{anchor}"[^>]*>', page)
        assert figure, f"{path} does not hold {slug}"
        held = re.search(r'data-chart-query="([^"]*)"', figure[0])[1]
        assert held == view.query
        assert view.sentence in page


def test_a_height_given_limits_the_drawing(client):
    def limit(alto):
        _, page = shown(client, f"/incrustar/objetivos?alto={alto}")
        return int(re.search(r"--wide-limit:(\d+)px", page)[1])

    assert limit(900) == limit(850) + 50
    shape = View.of(CHARTS["objetivos"], STORE, Filters()).shapes[WIDE.width]
    assert limit(300) == round(shape * WIDE.least), "lower, its letters would fall below 12 px"


@pytest.mark.parametrize("query", ["tema=azul", "alto=1", "alto=²", "alto=" + "9" * 50, "tema=<b>"])
def test_what_is_not_an_option_is_said_in_one_line(client, query):
    answer = client.get(f"/incrustar/objetivos?{query}")
    page = answer.get_data(as_text=True)
    assert page.count('<p class="remark" role="note">') == 1
    assert "<b>" not in page


@pytest.mark.parametrize("slug", CHARTS)
def test_heights_follow_the_drawing(store, slug):
    view = View.shown(CHARTS[slug], store)
    low, middle, wide = (embed_height(view, width) for width in WIDTHS)
    assert all(150 < height < 3_000 for height in (low, middle, wide))
    assert (embed_height(view, 320, controls=True) > low) == bool(amount(view))


def test_a_frozen_embed_says_of_a_row_that_is_gone_and_not_of_one_that_is_new():
    held = pd.DataFrame({"codigo": ["A", "B"], "valor": [1, 2]})
    more = pd.DataFrame({"codigo": ["A", "B", "C"], "valor": [1, 2, 3]})
    assert not corrections._changed(held, more)
    assert corrections._changed(more, held)
    assert corrections._changed(held, held.assign(valor=[1, 9]))
