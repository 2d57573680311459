"""What was just written is given again as it was, and nothing that must not be."""

import pytest
from werkzeug.test import create_environ

from callbacks.serving.response_cache import Kept

PUBLIC = [("Cache-Control", "public, max-age=60"), ("ETag", '"one"'), ("Content-Length", "5")]


class Board:
    """Counts how often it is asked."""

    def __init__(self, status="200 OK", headers=PUBLIC, body=b"hello"):
        self.asked, self.status, self.headers, self.body = 0, status, headers, body

    def __call__(self, environ, start):
        self.asked += 1
        start(self.status, list(self.headers))
        return [self.body]


def ask(kept, path="/", method="GET", **headers):
    said = []
    environ = create_environ(path, method=method, headers=headers)
    body = b"".join(kept(environ, lambda status, named, *_: said.append((status, dict(named)))))
    return said[0][0], said[0][1], body


def test_an_answer_is_given_again_with_its_headers():
    board = Board()
    kept = Kept(board)
    assert ask(kept) == ask(kept) == ("200 OK", dict(PUBLIC), b"hello")
    assert board.asked == 1


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/mapa"},
        {"path": "/?anio=2023"},
        {"Host": "otro.pe"},
        {"Accept-Encoding": "br"},
        {"method": "HEAD"},
    ],
)
def test_what_differs_is_asked_for(other):
    board = Board()
    kept = Kept(board)
    ask(kept)
    ask(kept, **other)
    assert board.asked == 2


@pytest.mark.parametrize(
    "board",
    [
        Board("404 NOT FOUND"),
        Board(headers=[("Cache-Control", "no-store"), ("ETag", '"one"')]),
        Board(headers=[("Cache-Control", "public, max-age=60")]),
        Board(headers=[*PUBLIC, ("Set-Cookie", "a=b")]),
        Board(body=b"x" * 600_000),
    ],
)
def test_what_may_not_be_kept_is_not(board):
    kept = Kept(board)
    assert ask(kept)[2] == ask(kept)[2] == board.body
    assert board.asked == 2


@pytest.mark.parametrize("tag", ['"one"', 'W/"one"', '"zero", "one"', "*"])
def test_who_has_it_already_gets_304_without_a_body(tag):
    kept = Kept(Board())
    ask(kept)
    status, headers, body = ask(kept, **{"If-None-Match": tag})
    assert (status, body) == ("304 NOT MODIFIED", b"")
    assert headers == {"Cache-Control": "public, max-age=60", "ETag": '"one"'}


def test_who_has_another_gets_the_whole():
    kept = Kept(Board())
    ask(kept)
    assert ask(kept, **{"If-None-Match": '"zero"'})[0] == "200 OK"


def test_the_memory_is_bounded_and_the_oldest_leave():
    board = Board()
    kept = Kept(board, capacity=12)
    for path in ("/1", "/2", "/1", "/3"):
        ask(kept, path)
    assert board.asked == 3
    ask(kept, "/1")
    assert board.asked == 3
    ask(kept, "/2")
    assert board.asked == 4
