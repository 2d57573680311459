"""What was just written is given again as it was, and nothing that must not be."""

import pytest
from werkzeug.test import create_environ

from callbacks.http.routes import FORM
from callbacks.serving.response_cache import _PLACE, ResponseCache

PUBLIC = [("Cache-Control", "public, max-age=60"), ("ETag", '"one"'), ("Content-Length", "5")]


class Board:
    """Counts how often it is asked."""

    def __init__(self, status="200 OK", headers=PUBLIC, body=b"hello", canonical=None):
        self.asked, self.status, self.headers, self.body = 0, status, headers, body
        self.canonical = canonical or (lambda query: query)

    def __call__(self, environ, start):
        self.asked += 1
        environ[_PLACE].query = self.canonical(environ["QUERY_STRING"])
        environ[FORM] = "/"
        start(self.status, list(self.headers))
        return [self.body]


def ask(kept, path="/", method="GET", **headers):
    said = []
    environ = create_environ(path, method=method, headers=headers)
    body = b"".join(kept(environ, lambda status, named, *_: said.append((status, dict(named)))))
    return said[0][0], said[0][1], body


def test_an_answer_is_given_again_with_its_headers():
    board = Board()
    kept = ResponseCache(board)
    assert ask(kept) == ask(kept) == ("200 OK", dict(PUBLIC), b"hello")
    assert board.asked == 1


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/mapa"},
        {"path": "/?anio=2023"},
        {"Host": "127.0.0.1"},
        {"Accept-Encoding": "br"},
        {"method": "HEAD"},
    ],
)
def test_what_differs_is_asked_for(other):
    board = Board()
    kept = ResponseCache(board)
    ask(kept)
    ask(kept, **other)
    assert board.asked == 2


def test_a_host_that_is_none_of_ours_is_no_second_copy():
    board = Board()
    kept = ResponseCache(board)
    for host in ("localhost", "otro.pe", "LOCALHOST", "localhost:80", "x" * 3_000, "a b", ""):
        ask(kept, Host=host)
    assert board.asked <= 2, "with a port and without"
    assert all("otro" not in word for key in kept._answers for word in key)


@pytest.mark.parametrize(
    "board",
    [
        Board("404 NOT FOUND"),
        Board(headers=[("Cache-Control", "no-store"), ("ETag", '"one"')]),
        Board(headers=[("Cache-Control", "public, max-age=60")]),
        Board(headers=[*PUBLIC, ("Set-Cookie", "a=b")]),
        Board(body=b"x" * 3_000_000),
        Board(canonical=lambda query: None),
    ],
)
def test_what_may_not_be_kept_is_not(board):
    kept = ResponseCache(board)
    assert ask(kept)[2] == ask(kept)[2] == board.body
    assert board.asked == 2


@pytest.mark.parametrize("tag", ['"one"', 'W/"one"', '"zero", "one"', "*"])
def test_who_has_it_already_gets_304_without_a_body(tag):
    kept = ResponseCache(Board())
    ask(kept)
    status, headers, body = ask(kept, **{"If-None-Match": tag})
    assert (status, body) == ("304 NOT MODIFIED", b"")
    assert headers == {"Cache-Control": "public, max-age=60", "ETag": '"one"'}


def test_who_has_another_gets_the_whole():
    kept = ResponseCache(Board())
    ask(kept)
    assert ask(kept, **{"If-None-Match": '"zero"'})[0] == "200 OK"


def test_the_memory_is_bounded_and_the_oldest_leave():
    board = Board(body=b"x" * 10_000)
    kept = ResponseCache(board, capacity=30_000)
    for path in ("/1", "/2", "/1", "/3"):
        ask(kept, path)
    assert board.asked == 3
    ask(kept, "/1")
    assert board.asked == 3
    ask(kept, "/2")
    assert board.asked == 4


def test_keys_and_headers_take_room_too():
    """Tiny bodies under the longest queries, as if a view called them canonical."""
    kept = ResponseCache(Board(), capacity=200_000)
    before = kept.size
    for index in range(100):
        ask(kept, f"/?buscar={index:04}{'a' * 8_000}")
        assert kept.size <= 200_000
    assert before == 0
    held = [sum(map(len, key)) for key in kept._answers]
    assert 0 < len(held) < 25, "8 kB of key each: few fit"
    assert sum(held) <= kept.size
    assert kept.size == sum(weight for _, weight in kept._answers.values())


def test_a_query_that_says_the_same_otherwise_is_no_second_copy():
    board = Board(canonical=lambda query: "anio=2023")
    kept = ResponseCache(board)
    for index in range(50):
        ask(kept, f"/?nada={'a' * 8_000}{index}")
    assert [key[-1] for key in kept._answers] == ["anio=2023"]
    assert kept.size < 8_000, "nothing is held under the long key"
    ask(kept, "/?anio=2023")
    assert board.asked == 50


@pytest.mark.parametrize("path", ["//", "", "/" * 5_000])
def test_a_path_is_one_however_many_slashes_come_first(path):
    kept = ResponseCache(Board())
    ask(kept)
    kept_before = kept.size
    environ = create_environ("/") | {"PATH_INFO": path}
    b"".join(kept(environ, lambda *_: None))
    assert kept.size == kept_before
