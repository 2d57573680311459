"""The sentences of the charts: on their pages, alone, in the JSON and in what is shared."""

from itertools import product
from urllib.parse import unquote

import pytest

from tests.charges.asked import BY_SECTOR, EVERY, MIXED, WHOLE
from tests.charges.expected import LIGHTS
from tests.charges.files import read
from tests.charges.reader import plain
from tests.charges.sentences import SENTENCES, by_sector, indicador

SEEN = [(slug, one) for slug, one in product(SENTENCES, EVERY) if one.rows() and not one.buscar]
SOME = [(slug, one) for slug, one in product(SENTENCES, (*WHOLE, *BY_SECTOR[::5], *MIXED[:7]))]
CODES = [row["codigo"] for row in read("indicadores")]
HOME = {"objetivos": "/", "semaforo": "/", "sector-semaforo": "/sectores"}


def ids(one):
    return f"{one[0]}?{one[1]}"


@pytest.mark.parametrize("seen", SEEN, ids=ids)
def test_the_sentence_of_the_data_says_what_the_files_say(chart, seen):
    slug, asked = seen
    assert plain(chart(slug, asked.query)["frase"]) == SENTENCES[slug](asked)


@pytest.mark.parametrize("code", CODES)
def test_the_sentence_of_an_indicator_says_its_last_year(chart, page, code):
    said = indicador(code)
    assert plain(chart("indicador", f"codigo={code}")["frase"]) == said
    alone = page(f"/incrustar/indicador?codigo={code}")
    assert alone.one("p", "sentence").text == said
    assert alone.one("p", "over").text.startswith(code), f"say that it is of {code}"
    own = page(f"/indicadores/{code}").by_id("grafico-indicador")
    assert own.one("p", "sentence").text == said


@pytest.mark.parametrize("seen", SOME, ids=ids)
def test_a_chart_alone_says_the_same_in_all_its_words(page, seen):
    slug, asked = seen
    alone, said = page(f"/incrustar/{slug}?{asked.query}"), SENTENCES[slug](asked)
    assert alone.one("p", "sentence").text == said
    metas = [node.attrs.get("content", "") for node in alone.all("meta")
             if node.attrs.get("name") == "description"]  # fmt: skip
    assert metas
    assert said in plain(metas[0])
    spoken = alone.one("div", "still").attrs["aria-label"]
    assert plain(spoken).endswith(said)


@pytest.mark.parametrize("seen", [one for one in SOME if one[1].rows()], ids=ids)
def test_what_is_shared_says_the_same(page, seen):
    slug, asked = seen
    shown = page(f"{HOME[slug]}?{asked.query}")
    figure, said = shown.by_id(f"grafico-{slug}"), SENTENCES[slug](asked)
    assert figure.one("p", "sentence").text == said
    told = [node.attrs["data-text"] for node in figure.walk() if "data-text" in node.attrs]
    assert len(told) == 2
    assert all(plain(text).endswith(said) for text in told)
    sent = next(node for node in figure.all("a") if "wa.me" in node.attrs["href"])
    assert said in plain(unquote(sent.attrs["href"]))


@pytest.mark.parametrize(("path", "slug"), [("/", "objetivos"), ("/sectores", "sector-semaforo")])
@pytest.mark.parametrize("asked", [*WHOLE, *BY_SECTOR[::4]], ids=str)
def test_the_picture_of_a_page_is_described_by_the_same(page, path, slug, asked):
    head = page(f"{path}?{asked.query}").all("meta")
    alt = [m.attrs["content"] for m in head if m.attrs.get("property") == "og:image:alt"]
    assert len(alt) == 1
    assert SENTENCES[slug](asked) in plain(alt[0])


@pytest.mark.parametrize("asked", [*WHOLE, *BY_SECTOR, *MIXED[:7]], ids=str)
def test_the_table_of_the_sectors_counts_each_with_its_own(page, asked):
    table = page(f"/sectores?{asked.query}").by_id("grafico-sector-semaforo").one("table")
    found = [[cell.text for cell in row.all()[:1]] + [cell.text for cell in row.all("td")]
             for row in table.one("tbody").all("tr")]  # fmt: skip
    order = ("verde", "ambar", "rojo", "sin-dato")
    assert sorted(order) == sorted(LIGHTS)
    expected = [
        [name, *(str(sum(one.light == n for one in rows)) for n in order), str(len(rows))]
        for name, rows in by_sector(asked)
    ]
    assert found == expected, "count the marks of each sector or entity in their own columns"
