"""What the log and the counts say of a request, and what they must never say."""

import io
import json
import logging
import re
from datetime import UTC, datetime, timedelta

import pytest

from callbacks.board import create_app
from callbacks.http.routes import OTHER, form_at, forms
from callbacks.serving import log, metrics
from components.pages import PAGES

SECRETS = {
    "query": "buscar=mi+nombre+es+Rosa&anio=2024",
    "agent": "Firefox de Rosa",
    "address": "203.0.113.77",
}
MILLISECOND = timedelta(milliseconds=1)
LINE = re.compile(r'^(# TYPE \w+ \w+|\w+(\{(\w+="[^"\\\n]*",?)+\})? [0-9.e+]+)$')


@pytest.fixture
def lines(monkeypatch):
    """Return the log as a program reads it: one object per line."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(log.Lines())
    logger = logging.getLogger("tablero")
    monkeypatch.setattr(logger, "handlers", [handler])
    monkeypatch.setattr(logger, "propagate", False)
    logger.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    logger.setLevel(logging.NOTSET)


def visit(client, path):
    return client.get(
        path,
        query_string=SECRETS["query"],
        headers={"User-Agent": SECRETS["agent"], "X-Forwarded-For": SECRETS["address"]},
        environ_base={"REMOTE_ADDR": SECRETS["address"]},
    )


def test_a_line_says_what_was_asked_and_not_by_whom(client, lines):
    visit(client, "/indicadores")
    visit(client, "/indicadores/IOP.02.02")
    visit(client, "/datos/valores.csv")
    visit(client, '/rosa\n{"nivel":"ERROR"}\r\x1b[31m')
    said = lines()
    assert [line["ruta"] for line in said] == ["/indicadores", "/indicadores/<>", "/datos/<>.csv",
                                               OTHER]  # fmt: skip
    for line in said:
        assert set(line) == {"hora", "nivel", "evento", "metodo", "ruta", "estado", "ms"}
    written = json.dumps(said).lower()
    assert not any(word in written for word in ("rosa", "firefox", "203.0.113", "buscar"))


def test_a_line_says_when_to_the_millisecond_and_that_all_is_well(client, lines):
    before = datetime.now(UTC)
    visit(client, "/indicadores")
    (said,) = lines()
    told = datetime.fromisoformat(said["hora"])
    assert before - MILLISECOND < told <= datetime.now(UTC)
    assert said["nivel"] == "INFO"


def test_a_second_that_passes_is_told():
    moments = [0.5, 0.9996, 1.0, 61.25, 0.0]
    record = logging.makeLogRecord({"msg": "peticion", "levelname": "INFO"})
    told = []
    for moment in moments:
        record.created, record.msecs = moment, moment % 1 * 1000
        told.append(json.loads(log.Lines().format(record))["hora"])
    assert told == ["1970-01-01T00:00:00.500Z", "1970-01-01T00:00:00.999Z",
                    "1970-01-01T00:00:01.000Z", "1970-01-01T00:01:01.250Z",
                    "1970-01-01T00:00:00.000Z"]  # fmt: skip


def test_where_nobody_listens_nothing_is_said(client, lines):
    logging.getLogger("tablero").setLevel(logging.ERROR)
    visit(client, "/indicadores")
    log.said("peticion")
    assert lines() == []


def test_a_method_is_one_of_a_few(client, lines):
    client.open("/", method="ROSA")
    assert [line["metodo"] for line in lines()] == ["OTRO"]


def test_a_failure_is_one_line_with_its_place_and_without_its_words(store, lines, monkeypatch):
    client = create_app(store).server.test_client()
    monkeypatch.setattr("callbacks.http.downloads.asked_of_file", lambda store: int("rosa\nrosa"))
    answer = visit(client, "/datos/valores.csv")
    assert answer.status_code == 500
    failure, request = lines()
    assert failure["nivel"] == "ERROR"
    assert failure["fallo"] == "ValueError"
    assert any(place.startswith("callbacks/http/downloads.py:") for place in failure["donde"])
    assert request["estado"] == 500
    assert "rosa" not in json.dumps([failure, request]).lower()
    assert "Traceback" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "told",
    ["Invalid request from ip=203.0.113.77: Invalid HTTP request line: 'GET /?buscar=rosa'",
     "Error handling request GET /?buscar=rosa"],
)  # fmt: skip
def test_what_gunicorn_tells_of_a_visitor_is_left_out(told):
    record = logging.LogRecord("gunicorn.error", logging.WARNING, "", 0, told, (), None)
    line = json.loads(log.Lines().format(record))
    assert line["evento"] in ("Invalid request", "Error handling request")


def test_nothing_is_watched_where_nobody_reads(client):
    assert not log.listening()
    assert not metrics.COUNTS.on


def test_every_route_has_a_form_and_no_visitor_makes_one(client):
    app = client.application
    known = set(forms(app))
    assert {page.path for page in PAGES} <= known
    for path in ("/rosa", "/indicadores/a/b", "/datos/rosa.csv", "/imagenes/rosa.png",
                 "/vistas/rosa.json", "/incrustar/rosa", "/graficos/rosa.json"):  # fmt: skip
        assert form_at(app, path) == OTHER
    for path, said in (
        ("/", "/"), ("/indicadores/X", "/indicadores/<>"), ("/vistas/mapa.json", "/vistas/<>.json"),
        ("/datos/valores.csv", "/datos/<>.csv"), ("/imagenes/semaforo.png", "/imagenes/<>.png"),
        ("/datos/graficos/semaforo.xlsx", "/datos/graficos/<>.xlsx"), ("/salud", "/salud"),
        ("/graficos/contorno.geojson",) * 2, ("/datos/todo.zip",) * 2,
        ("/_dash-layout", "/_dash<>"), ("/assets/x.js", "/assets/<>"),
        ("/incrustar/semaforo", "/incrustar/<>"),
    ):  # fmt: skip
        assert form_at(app, path) == said
        assert said in known
    assert not any("rosa" in said or "<>" in said.replace("<>", "", 1) for said in known)


def test_a_count_has_room_for_every_form(client):
    counts = metrics.Counts()
    counts.name(forms(client.application))
    with pytest.raises(ValueError, match="_ROUTES"):
        counts.name([str(number) for number in range(1_000)])


def test_what_comes_from_memory_is_logged_by_its_form(client, lines):
    for _ in range(2):
        client.get("/indicadores/IOP.02.03")
    client.get("/indicadores/IOP.02.03?color=azul")
    client.open("/indicadores/IOP.02.03", method="POST")
    assert [line["ruta"] for line in lines()] == ["/indicadores/<>"] * 4


def test_counts_of_two_workers_are_added_up():
    one = metrics.Counts()
    two = metrics.Counts()
    for counts in (one, two):
        counts.name(["/", OTHER])
    two._cells = one._cells
    one.about = lambda: {"version": "abc", "corte": "2024"}
    one.claim(0)
    two.claim(1)
    for counts in (one, two):
        counts.request("/", 200, 0.004)
        counts.request("/", 418, 9.0)
    two.reload("aceptada")
    lines = one.text().splitlines()
    assert all(LINE.match(line) for line in lines)
    assert 'tablero_peticiones_total{ruta="/",estado="200"} 2' in lines
    assert 'tablero_peticiones_total{ruta="/",estado="otro"} 2' in lines
    assert 'tablero_segundos_bucket{ruta="/",le="0.005"} 2' in lines
    assert 'tablero_segundos_bucket{ruta="/",le="+Inf"} 4' in lines
    assert 'tablero_segundos_sum{ruta="/"} 18.008000' in lines
    assert 'tablero_recargas_total{resultado="aceptada"} 1' in lines
    assert 'tablero_datos_info{version="abc",corte="2024"} 1' in lines


def test_a_worker_that_takes_a_slot_goes_on_from_there():
    counts = metrics.Counts()
    counts.name(["/", OTHER])
    counts.claim(3)
    counts.request("/", 200, 0.1)
    counts.claim(3)
    counts.request("/", 200, 0.1)
    assert 'tablero_peticiones_total{ruta="/",estado="200"} 2' in counts.text().splitlines()


@pytest.mark.parametrize(
    ("said", "place"),
    [("", None), ("9101", ("127.0.0.1", 9101)), ("0.0.0.0:9101", ("0.0.0.0", 9101))],
)
def test_the_port_of_counts_is_off_unless_asked_for(monkeypatch, said, place):
    monkeypatch.setenv("TABLERO_METRICAS", said)
    assert metrics.wanted() == place
