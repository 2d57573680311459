"""Where the board says that it is, and what a card of one of its addresses says."""

import html
import re

import pytest

from components.charts.registry import CHARTS
from components.pages import PAGES
from components.pages.titles import titled
from data.query.filters import Filters

ASKED = "anio=2023&sector=mujer"
WORDS = "El ministro confirma que las cifras son falsas"
PLACES = [*(page.example for page in PAGES), "/incrustar", *(f"/incrustar/{s}" for s in CHARTS),
          "/presentar", "/reportes", "/reportes/2024"]  # fmt: skip


def head(client, path, **asked):
    return client.get(path, **asked).text.partition("<body")[0]


def card(text):
    found = re.findall(r'<meta property="og:([\w:]+)" content="([^"]*)">', text)
    return {name: html.unescape(words) for name, words in found}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_card_stands_in_the_first_kilobytes_with_whole_addresses(client, page):
    text = head(client, f"{page.example}?{ASKED}")
    told = card(text)
    assert text.encode().find(b"og:image:alt") < 20_000
    assert text.find("og:url") < text.find("<style") or text.find("<style") < 0
    for name in ("url", "image"):
        assert told[name].startswith("http://localhost/")
    assert told["url"] == f"http://localhost{page.example}?{ASKED}"


def test_a_card_says_what_the_page_finds_and_what_was_chosen(client):
    assert card(head(client, "/"))["title"].startswith("Índice de gestión de la política")
    told = card(head(client, f"/?{ASKED}"))
    assert told["title"].startswith("2023, Mujer y Poblaciones Vulnerables: Índice de gestión")
    assert "anio=2023&sector=mujer" in told["image"]


@pytest.mark.parametrize("path", PLACES)
def test_a_visitor_writes_no_head(client, path):
    text = head(client, f"{path}?buscar={WORDS}&anio=2023")
    assert text
    assert "ministro" not in text


def test_a_search_is_in_no_title_but_is_not_the_page_without_it(store):
    searched = titled("Perfil", Filters(buscar=WORDS), store)
    assert WORDS not in searched
    assert searched != titled("Perfil", Filters(), store)


def whole(text):
    """Return the addresses of the text that begin with a scheme and are ours to write."""
    found = re.findall(
        r"(https?://[^/\s\"'<>&]+)/(?:mapa|incrustar|imagenes|indicadores|datos)", text
    )
    return set(found)


@pytest.mark.parametrize(
    "path", ["/mapa", "/indicadores/IOP.02.02", "/incrustar", "/incrustar/mapa"]
)
def test_addresses_are_whole_and_of_a_name_of_ours(client, path, monkeypatch):
    monkeypatch.setenv("TABLERO_HOSTS", "tablero.gob.pe,otro.pe")
    for host, told in (("otro.pe", "otro.pe"), ("evil.example", "tablero.gob.pe"),
                       ("otro.pe.evil.example", "tablero.gob.pe"), ("otro.pe:81", "tablero.gob.pe"),
                       ("OTRO.pe", "otro.pe")):  # fmt: skip
        text = client.get(path, headers={"Host": host}).text
        assert f'href="http://{told}/' in text or f'content="http://{told}/' in text, host
        assert whole(html.unescape(text)) == {f"http://{told}"}, host
    monkeypatch.setenv("TABLERO_URL", "https://trata.gob.pe/")
    text = client.get(path, headers={"Host": "otro.pe"}).text
    assert whole(html.unescape(text)) == {"https://trata.gob.pe"}


def test_the_port_that_is_listened_on_is_ours(client):
    for host, told in (("127.0.0.1:8078", "127.0.0.1:8078"), ("[::1]:8078", "[::1]:8078"),
                       ("localhost:9999", "localhost:8078"), ("x", "localhost:8078")):  # fmt: skip
        text = head(
            client, "/mapa", headers={"Host": host}, environ_overrides={"SERVER_PORT": "8078"}
        )
        assert card(text)["url"] == f"http://{told}/mapa"


def test_no_answer_varies_by_a_host_that_is_none_of_ours(client):
    for path in PLACES:
        one, two = (client.get(path, headers={"Host": host}).data for host in ("a.pe", "b.pe"))
        assert one == two, path


def test_a_citation_and_a_message_end_in_a_whole_address(client):
    text = html.unescape(client.get("/mapa").text)
    cited = re.findall(r'<p class="citation">([^<]*)</p>', text)
    assert cited
    assert all("http://localhost/incrustar/" in words for words in cited)
    assert re.findall(r"wa\.me/\?text=[^\"]*http%3A//localhost/mapa", text)
