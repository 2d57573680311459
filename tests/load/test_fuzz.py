"""A thousand requests that nobody meant well; `make fuzz` sends 100,000."""

import random

import pytest
from flask import Flask, Response, request

from tests.load import fuzz, shapes

NUMBER, SEED, SHAPES = 1_000, 11, 2
GROWTH = 60


def test_garbage_breaks_nothing_and_fills_nothing():
    server, garbage = fuzz.prepared(SEED)
    found = fuzz.run(server, garbage, NUMBER)
    assert found.faults == []
    assert sum(found.statuses.values()) == NUMBER
    assert {200, 400, 404, 405} <= set(found.statuses)
    assert found.memory[-1] - found.memory[len(found.memory) // 2] < GROWTH


def test_every_shape_has_its_right_answer(client, store):
    number = SHAPES * len(shapes.KINDS)
    heard = shapes.ask(client, store, number, SEED)
    assert heard.faults == []
    assert heard.statuses.total() == number


@pytest.mark.parametrize("kind", shapes.KINDS)
def test_a_wrong_answer_to_a_shape_is_seen(store, kind):
    asks = shapes.Shapes(_echo().test_client(), store, random.Random(SEED))
    assert any(shapes.KINDS[kind](asks) for _ in range(SHAPES * 6)), kind


def _echo():
    """Return a server that says back what it was asked, in a coding of its own."""
    server = Flask(__name__)

    @server.errorhandler(404)
    def said(_):
        text = f"{request.path}?{'&'.join(map('='.join, request.args.items()))}"
        return Response(text, headers={"ETag": f'"{hash(text)}"', "Content-Encoding": "br"})

    return server


def test_a_request_can_be_made_again():
    _, garbage = fuzz.prepared(SEED)
    assert [garbage[number] for number in range(50)] == [garbage[number] for number in range(50)]


def test_a_fault_would_be_seen(monkeypatch):
    server, garbage = fuzz.prepared(SEED)
    monkeypatch.setattr("callbacks.http.pages.document", lambda *_: 1 / 0)
    found = fuzz.run(server, garbage, 60)
    assert any("500" in fault for fault in found.faults)
    assert any("ZeroDivisionError" in fault for fault in found.faults)
