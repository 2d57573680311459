"""Every memory of the server has a bound: what was used last stays, the oldest leaves."""

import pytest
from werkzeug.test import create_environ

from app import create_app
from callbacks.http import downloads, embeds, images, pages
from callbacks.serving.response_cache import Kept
from callbacks.serving.responses import Body, Shelf
from callbacks.serving.route_names import template
from components import text_width
from data.publish.versions import Archive
from tests.charges.asked import SECTORS

SHELVES = {
    pages: [f"/sectores/{one}" for one in SECTORS],
    downloads: [f"http://{one}.pe/datos/todo.zip" for one in ("uno", "dos", "tres", "cuatro")],
    embeds: [f"/incrustar/sector-semaforo?sector={one}" for one in SECTORS],
    images: [f"/imagenes/sector-semaforo.svg?sector={one}" for one in SECTORS],
}
BOUNDS = {pages: 90_000, downloads: 400_000, embeds: 90_000, images: 90_000}


def body(size):
    return Body(b"x" * size, "text/plain", "", "tag")


def test_a_shelf_keeps_what_was_used_last_within_its_bound():
    shelf = Shelf(1_000)
    for index in range(10):
        shelf.put((str(index), ""), body(100))
    assert shelf.get(("0", "")), "what fits stays"
    shelf.put(("10", ""), body(100))
    assert shelf.get(("0", "")), "what was just used stays"
    assert shelf.get(("1", "")) is None, "the oldest must leave when the shelf is full"
    held = [index for index in range(11) if shelf.get((str(index), ""))]
    assert len(held) == 10


def test_a_shelf_makes_as_much_room_as_a_large_body_needs():
    shelf = Shelf(1_000)
    for index in range(10):
        shelf.put((str(index), ""), body(100))
    shelf.put(("large", ""), body(950))
    assert [index for index in range(10) if shelf.get((str(index), ""))] == []
    assert shelf.get(("large", ""))


def test_a_body_put_twice_takes_its_room_once():
    shelf = Shelf(250)
    for _ in range(5):
        shelf.put(("same", ""), body(100))
    shelf.put(("other", ""), body(100))
    assert shelf.get(("same", "")), "a body that is there already takes no more room"


class Watched(Shelf):
    """A shelf that tells what it holds."""

    def __init__(self, capacity):
        super().__init__(capacity)
        self.capacity, self.known = capacity, {}

    def put(self, key, body):
        self.known.setdefault(key, body)
        super().put(key, body)

    def held(self):
        return {key: found for key in self.known if (found := self.get(key))}


@pytest.fixture(scope="module")
def served(store):
    """Return a client of a board whose shelves are small, and the shelf of each module."""
    shelves = {}
    with pytest.MonkeyPatch.context() as patch:
        for module in SHELVES:
            patch.setattr(module, "_MEMORY", BOUNDS[module])
            patch.setattr(module, "Shelf", _watching(shelves, module))
        client = create_app(store).server.test_client()
    return client, shelves


def _watching(shelves, module):
    return lambda size: shelves.setdefault(module, Watched(size))


@pytest.mark.parametrize("module", SHELVES, ids=lambda module: module.__name__)
def test_each_kind_of_answer_is_kept_within_its_bound(served, module):
    client, shelves = served
    for path in SHELVES[module]:
        assert client.get(path).status_code == 200
    shelf = shelves[module]
    assert shelf.capacity == BOUNDS[module], "the bound is the one that the module names"
    known, held = list(shelf.known), shelf.held()
    assert len(known) == len(SHELVES[module]), "each answer is put on the shelf once"
    assert sum(len(one.content) for one in held.values()) <= BOUNDS[module]
    assert 0 < len(held) < len(known), "some must have left: fill the shelf beyond its bound"
    assert list(held) == known[-len(held) :], "the oldest leave first"


def test_the_answers_kept_whole_are_bounded_as_served():
    asked = []

    def board(environ, start):
        asked.append(environ["PATH_INFO"])
        start("200 OK", [("Cache-Control", "public"), ("ETag", '"one"')])
        return [b"x" * 400_000]

    kept = Kept(board)
    for index in range(40):
        _ask(kept, f"/{index}")
    _ask(kept, "/39")
    assert len(asked) == 40, "the last answer is kept"
    _ask(kept, "/0")
    assert len(asked) == 41, "16 MB were answered: the first of them must have left"


def _ask(kept, path):
    return b"".join(kept(create_environ(path), lambda *_: None))


def test_the_memories_of_forms_and_of_words_are_bounded():
    for index in range(1_500):
        template(f"/no/{index}")
    assert template.cache_info().currsize <= 1_024
    word = text_width._word
    for index in range(5_000):
        word(f"palabra{index}")
    assert word.cache_info().currsize <= 4_096


def test_few_kept_versions_are_in_memory():
    bound = Archive().read.cache_info().maxsize
    assert bound is not None, "a version is megabytes: keep few of them"
    assert bound <= 3
