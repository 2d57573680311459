"""How many connections a worker takes: never more than the files that it may open."""

import resource

import pytest

from callbacks.serving import client_limits


@pytest.mark.parametrize(
    ("soft", "hard", "taken", "then"),
    [(1024, 4096, 1000, 1064), (256, 256, 192, 256), (64, 64, 32, 64), (8192, 8192, 1000, 8192)],
)
def test_a_worker_takes_no_more_connections_than_it_may_open(monkeypatch, soft, hard, taken, then):
    limit = [(soft, hard)]
    monkeypatch.setattr(resource, "getrlimit", lambda _: limit[-1])
    monkeypatch.setattr(resource, "setrlimit", lambda _, given: limit.append(given))
    assert client_limits.most_connections() == taken
    assert limit[-1] == (then, hard)
