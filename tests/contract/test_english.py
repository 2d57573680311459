"""The page in English: its language, its help lines, and figures that are those of the tables."""

from collections import Counter

from components.format import percent
from data.query.filters import Filters
from tests.charges import reader


def test_the_page_says_its_language_and_keeps_the_help_lines(live_client):
    text = live_client.get("/en").get_data(as_text=True)
    assert text.startswith('<!doctype html><html lang="en"')
    shown = reader.tree(text)
    help_lines = shown.one("aside", "help")
    assert help_lines.parent.attrs["lang"] == "es-PE"
    assert {a.attrs["href"] for a in help_lines.all("a")} == {"tel:1818", "tel:100"}
    for part in (shown.one("header", "top"), shown.one("footer", "bottom")):
        assert part.attrs["lang"] == "es-PE", "what is in Spanish says so"
    assert "lang" not in shown.one("main").attrs


def test_every_other_page_leads_to_it_and_stays_in_spanish(live_client):
    text = live_client.get("/datos").get_data(as_text=True)
    assert text.startswith('<!doctype html><html lang="es-PE"')
    ways = [a for a in reader.tree(text).one("footer", "bottom").all("a")
            if a.attrs["href"] == "/en"]  # fmt: skip
    assert [a.attrs["lang"] for a in ways] == ["en"]


def test_its_figures_are_those_of_the_tables(live_client, live_store):
    said = reader.tree(live_client.get("/en").get_data(as_text=True)).one("main").text
    year = live_store.latest
    advances = [row for (_, of), row in live_store.advances.items() if of == year]
    assert len(advances) == 4
    for row in advances:
        assert reader.plain(percent(row.percent)) in said
    counts = Counter(value.semaforo for _, value in live_store.chosen(Filters()))
    words = {"verde": "met", "ambar": "close", "rojo": "far below", "sin-dato": "without data"}
    for light, amount in counts.items():
        assert f"{amount} {words[light]}" in said
    assert live_store.version in said
