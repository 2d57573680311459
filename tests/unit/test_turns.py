"""The same answer is written once, however many ask for it at the same time."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from werkzeug.test import create_environ, run_wsgi_app

from callbacks.http.routes import FORM
from callbacks.serving.key_locks import Turns
from callbacks.serving.response_cache import _PLACE, ResponseCache

HEADERS = [("Cache-Control", "public, max-age=60"), ("ETag", '"x"')]


def test_a_crowd_that_asks_for_the_same_is_answered_by_one_writing():
    written = []

    def slow(environ, start):
        written.append(environ["PATH_INFO"])
        time.sleep(0.1)
        environ[_PLACE].query, environ[FORM] = "", "/"
        start("200 OK", HEADERS)
        return [b"page"]

    kept = ResponseCache(slow)

    def ask(path):
        return b"".join(run_wsgi_app(kept, create_environ(path))[0])

    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(ask, ["/a", "/b"] * 10))
    assert answers == [b"page"] * 20
    assert sorted(written) == ["/a", "/b"]


def test_different_things_do_not_wait_for_each_other():
    turns, meet = Turns(), threading.Barrier(2, timeout=10)

    def hold(key):
        with turns.of(key):
            return meet.wait()

    with ThreadPoolExecutor(2) as two:
        assert sorted(two.map(hold, "ab")) == [0, 1]


def test_a_failure_gives_the_turn_to_the_next_and_nothing_stays():
    turns = Turns()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), turns.of("a"):
            raise ZeroDivisionError
    assert turns._waiting == {}
