"""Every memory of the server has a bound: what was used last stays, the oldest leaves."""

import pytest

from callbacks.board import create_app
from callbacks.serving.response_cache import ResponseCache
from callbacks.serving.responses import coding
from components import text_width
from data.publish.versions import Archive
from tests.charges.asked import SECTORS
from tests.load import memory
from tests.load.memory import addresses

CAPACITY = 300_000
ANSWERS = {
    "pages": [f"/sectores/{one}" for one in SECTORS],
    "views": [f"/vistas/sectores/{one}.json" for one in SECTORS],
    "tables": [f"/datos/valores.json?sector={one}" for one in SECTORS],
    "embeds": [f"/incrustar/sector-semaforo?sector={one}" for one in SECTORS],
    "images": [f"/imagenes/sector-semaforo.svg?sector={one}" for one in SECTORS],
}
LONG = "a" * 7_900


@pytest.fixture
def served(store, monkeypatch):
    """Return a client of a board with a small cache, and the cache."""
    made = []

    def small(answer):
        made.append(ResponseCache(answer, CAPACITY))
        return made[0]

    monkeypatch.setattr("callbacks.board.ResponseCache", small)
    client = create_app(store).server.test_client()
    return client, made[0]


@pytest.mark.parametrize("kind", ANSWERS)
def test_each_kind_of_answer_is_kept_within_the_bound(served, kind):
    client, cache = served
    for path in ANSWERS[kind]:
        assert client.get(path).status_code == 200
        assert cache.size <= CAPACITY
    assert cache._answers, f"{kind} are kept"
    held = [f"{key[-2]}{'?' if key[-1] else ''}{key[-1]}" for key in cache._answers]
    assert held == ANSWERS[kind][-len(held) :], "the oldest leave first"


@pytest.mark.parametrize(
    "path",
    ["/datos/valores.csv", "/datos/todo.zip", "/graficos/semaforo.json", "/incrustar/semaforo",
     "/imagenes/semaforo.svg", "/indicadores", "/vistas/panorama.json", "/presentar", "/incrustar",
     "/datos/graficos/semaforo.csv", "/datos/datapackage.json"],
)  # fmt: skip
def test_what_an_address_says_for_nothing_is_in_no_key(served, path):
    client, cache = served
    for index in range(3):
        assert client.get(f"{path}?nada={LONG}{index}").status_code == 200
    assert all(LONG not in word for key in cache._answers for word in key)
    assert len(cache._answers) <= 1, "the same answer is held once"


def test_another_order_of_an_address_is_the_same_answer(served):
    client, cache = served
    for query in (
        "anio=2023&sector=mujer",
        "sector=mujer&anio=2023",
        "anio=2023&sector=mujer~mujer",
    ):
        assert client.get(f"/datos/valores.csv?{query}").status_code == 200
    assert [key[-1] for key in cache._answers] == ["anio=2023&sector=mujer"]


def test_addresses_without_end_leave_no_word_in_memory(served, store):
    client, cache = served
    for asked in addresses(store, 160):
        memory.send(client.application, asked)
        assert cache.size <= CAPACITY
    keys = [word for key in cache._answers for word in key]
    assert keys, "what was chosen is kept"
    assert max(map(len, keys)) < 400
    assert not any("fbclid" in word or "buscar" in word or "nada" in word for word in keys)


def test_a_search_holds_no_more_than_its_bound(served):
    client, cache = served
    for index in range(12):
        client.get(f"/datos/indicadores.csv?buscar={index}{LONG}")
        assert cache.size <= CAPACITY
    assert all(len(word) < 200 for key in cache._answers for word in key)


def test_the_memories_of_codings_and_of_words_are_bounded():
    for index in range(100):
        coding(f"gzip;q=0.{index}")
    assert coding.cache_info().currsize <= 64
    word = text_width._word
    for index in range(5_000):
        word(f"palabra{index}")
    assert word.cache_info().currsize <= 4_096


def test_few_kept_versions_are_in_memory():
    bound = Archive().read.cache_info().maxsize
    assert bound is not None, "a version is megabytes: keep few of them"
    assert bound <= 3
