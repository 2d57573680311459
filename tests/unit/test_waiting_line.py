"""What nothing can remember waits in a line of its own; what is kept does not."""

import threading
from contextlib import ExitStack

import pytest
from flask import Flask
from werkzeug.exceptions import TooManyRequests

from callbacks.board import create_app
from callbacks.serving import waiting_line
from callbacks.serving.waiting_line import Line

ENDLESS = ["/planes?buscar=albergue", "/indicadores?buscar=a", "/vistas/planes.json?buscar=a",
           "/mapa?periodo=nunca", "/datos/valores.csv?buscar=a", "/incrustar?sector=mujer~salud",
           "/incrustar/semaforo?sector=nadie"]  # fmt: skip
BOUNDED = ["/mapa", "/mapa?periodo=2015", "/", "/datos/valores.csv?sector=mujer", "/salud",
           "/incrustar/mapa", "/mapa?fbclid=x", "/mapa?color=azul"]  # fmt: skip


@pytest.fixture
def full(store, monkeypatch):
    """A client of a board whose line is full."""
    line = Line(places=1)
    monkeypatch.setattr(waiting_line, "ENDLESS", line)
    client = create_app(store).server.test_client()
    with line.turn():
        yield client


@pytest.mark.parametrize("path", ENDLESS)
def test_what_has_no_end_is_sent_away_from_a_full_line(full, path):
    answer = full.get(path, headers={"Accept-Encoding": "br"})
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "3"
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(answer.data) < 1_500, "who is sent away costs nothing"


@pytest.mark.parametrize("path", BOUNDED)
def test_what_is_kept_needs_no_line(full, path):
    assert full.get(path).status_code == 200


@pytest.mark.parametrize("path", ENDLESS)
def test_it_is_answered_when_there_is_room(client, path):
    assert client.get(path).status_code == 200


def test_a_search_is_in_no_memory(store):
    client = create_app(store).server.test_client()
    cache = client.application.wsgi_app.__closure__
    assert cache, "what stands before Flask"
    for path in ENDLESS[:3]:
        client.get(path)
    held = [cell.cell_contents for cell in cache if hasattr(cell.cell_contents, "_answers")]
    assert [key for one in held for key in one._answers if "buscar" in key[-1]] == []
    assert held


def test_nobody_waits_for_ever():
    line, inside, leave = Line(places=3, patience=0.05), threading.Event(), threading.Event()

    def stay():
        with line.turn():
            inside.set()
            leave.wait(10)

    one = threading.Thread(target=stay)
    one.start()
    assert inside.wait(10)
    for _ in range(5):
        with pytest.raises(TooManyRequests), line.turn():
            pass
    leave.set()
    one.join(10)
    with ExitStack() as stack:
        stack.enter_context(line.turn())


def test_a_failure_gives_its_place_back():
    line = Line(places=1)
    with Flask("prueba").app_context():
        for _ in range(3):
            with pytest.raises(ZeroDivisionError), line.turn():
                raise ZeroDivisionError
