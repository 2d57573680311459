"""oEmbed 1.0 as WordPress and others consume it: discovered, filtered, sized."""

import html
import re
from urllib.parse import quote, urlsplit

import pytest

from components.charts.chart import address
from components.charts.registry import CHARTS
from components.charts.view import View
from components.pages import PAGES
from tests.stores import frozen_store

HOST = "http://localhost"
STORE = frozen_store()
FIRST = 150 * 1024
# What WordPress keeps of the frame of a provider that it does not know (wp_filter_oembed_result).
KEPT = {
    "src",
    "width",
    "height",
    "frameborder",
    "marginwidth",
    "marginheight",
    "scrolling",
    "title",
}


def ask(client, url, more=""):
    return client.get(f"/oembed?url={quote(url, safe='')}&format=json{more}")


def embed(slug):
    return HOST + address(f"/incrustar/{slug}", View.shown(CHARTS[slug], STORE).query)


def discovered(client, path):
    head = client.get(path).get_data()[:FIRST].decode("utf-8", "ignore").split("</head>")[0]
    links = re.findall(
        r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', head
    )
    return [html.unescape(link) for link in links]


@pytest.mark.parametrize("slug", CHARTS)
def test_the_answer_has_what_the_standard_asks(client, slug):
    record = ask(client, embed(slug)).get_json()
    assert record["version"] == "1.0"
    assert record["type"] == "rich"
    assert {"title", "provider_name", "provider_url", "cache_age"} <= set(record)
    source = html.unescape(re.search(r'<iframe src="([^"]+)"', record["html"])[1])
    assert source == embed(slug)
    assert client.get(source).status_code == 200
    thumbnail = client.get(record["thumbnail_url"])
    assert thumbnail.mimetype == "image/png"
    assert record["thumbnail_width"] == int.from_bytes(thumbnail.data[16:20], "big")
    assert record["thumbnail_height"] == int.from_bytes(thumbnail.data[20:24], "big")


@pytest.mark.parametrize(("wide", "high"), [(300, 250), (320, 10_000), (600, 400), (5_000, 5_000)])
def test_the_room_of_the_asker_is_kept(client, wide, high):
    record = ask(client, embed("objetivos"), f"&maxwidth={wide}&maxheight={high}").get_json()
    assert record["width"] <= wide
    assert record["height"] <= high
    assert f'width="{record["width"]}"' in record["html"]
    assert f'height="{record["height"]}"' in record["html"]
    assert record.get("thumbnail_width", 0) <= wide
    assert record.get("thumbnail_height", 0) <= high


@pytest.mark.parametrize("page", [page for page in PAGES if page.charts], ids=lambda p: p.path)
def test_every_page_with_charts_is_discovered_and_survives_wordpress(client, page):
    links = discovered(client, page.example)
    assert links
    for link in links:
        parts = urlsplit(link)
        answer = client.get(f"{parts.path}?{parts.query}&maxwidth=600&maxheight=900&dnt=1")
        kept = wordpress(answer.get_json()["html"])
        assert kept is not None
        assert set(kept) == {"src", "title", "width", "height", "frameborder"}
        assert client.get(kept["src"]).status_code == 200


def wordpress(written):
    """Keep what WordPress keeps: the frame, few attributes, no script; None if no frame is left."""
    frame = re.search(r"<iframe(.*?)></iframe>", re.sub(r"(?s)<script.*?</script>", "", written))
    if frame is None:
        return None
    found = dict(re.findall(r' ([\w-]+)="([^"]*)"', frame[1]))
    return {name: html.unescape(value) for name, value in found.items() if name in KEPT}


@pytest.mark.parametrize("page", [page for page in PAGES if page.charts], ids=lambda p: p.path)
def test_the_address_of_a_page_is_its_first_chart(client, page):
    record = ask(client, f"{HOST}{page.example}?anio=2023").get_json()
    assert f"/incrustar/{page.charts[0]}" in record["html"]
    last = ask(client, f"{HOST}{page.example}#grafico-{page.charts[-1]}").get_json()
    assert f"/incrustar/{page.charts[-1]}" in last["html"]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/incrustar/objetivos",
        "http://localhost.example.org/incrustar/objetivos",
        f"{HOST}/incrustar/nada",
        f"{HOST}/nada",
        f"{HOST}/datos",
        f"{HOST}/indicadores/IOP.99.99",
        "/incrustar/objetivos",
        "javascript:alert(1)",
        "http://[::1",
        "\x00",
    ],
)
def test_a_foreign_or_unknown_address_is_404(client, url):
    answer = ask(client, url)
    assert answer.status_code == 404
    assert set(answer.get_json()["error"]) == {"codigo", "mensaje"}


def test_wrong_requests_say_what_is_missing(client):
    assert client.get("/oembed").status_code == 400
    assert client.get("/oembed?url=").status_code == 400
    url = quote(embed("objetivos"), safe="")
    assert client.get(f"/oembed?url={url}&format=xml").status_code == 501
    for size in ("maxwidth=x", "maxheight=-1", "maxwidth=0", "maxwidth=%C2%B2"):
        assert client.get(f"/oembed?url={url}&{size}").status_code == 400


def test_every_page_has_a_picture_that_exists(client):
    assert PAGES
    for page in PAGES:
        text = client.get(page.example).get_data(as_text=True)
        image = html.unescape(re.search(r'property="og:image" content="([^"]+)"', text)[1])
        assert client.get(image).mimetype == "image/png", page.path
