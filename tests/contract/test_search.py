"""/buscar and /buscar.json: what is asked is answered, and stays with who asked."""

import json
import re

from callbacks.serving import waiting_line
from components.charts.registry import CHARTS
from components.pages import PAGES
from components.texts import known, t

SECRET = "zarzaparrilla"
HOSTILE = (
    "<script>alert(1)</script>", "'; drop table t; --", "%00", "\u202e trata", "a" * 79, "   ",
    "*", "¿?", " ".join(["trata"] * 15), "\U0001f600", "«»", "é" * 40, "../../etc/passwd", "1" * 70,
)  # fmt: skip


def page(client, question):
    return client.get("/buscar", query_string={"q": question})


def test_what_is_asked_is_answered(client):
    found = page(client, "albergue").text
    told = client.get("/buscar.json", query_string={"q": "albergue"}).json
    assert told["resultados"][0]["direccion"].startswith("/indicadores/")
    assert told["total"] > 1
    assert "Centros de Acogida" in told["resultados"][0]["titulo"]
    assert told["resultados"][0]["direccion"] in found


def test_an_empty_answer_offers_others(client):
    told = client.get("/buscar.json", query_string={"q": SECRET}).json
    assert told["resultados"] == []
    assert len(told["parecidos"]) > 3
    assert told["parecidos"][0]["direccion"] in page(client, SECRET).text


def test_the_words_of_a_visitor_are_in_no_head_and_in_no_cache(client):
    answer = page(client, SECRET)
    head, _, body = answer.text.partition("</head>")
    assert SECRET not in head
    assert SECRET in body
    other = client.get("/buscar")
    assert SECRET not in other.text
    assert t("buscar.lead") in other.text


def test_whatever_is_asked_is_a_page(client):
    for question in HOSTILE:
        answer = page(client, question)
        assert answer.status_code == 200, question
        assert "<script>alert" not in answer.text


def test_a_question_that_is_too_long_is_cut_and_said(client):
    answer = page(client, "trata de personas " * 20)
    assert answer.status_code == 200
    assert t("remarks.cut") in answer.text
    assert page(client, "a" * 9_000).status_code == 200


def test_what_asks_nothing_is_told_how(client):
    told = client.get("/buscar.json")
    assert told.status_code == 400
    assert told.json["error"]["mensaje"].endswith(t("buscar.no_question"))


def test_searches_wait_in_line_and_the_empty_page_does_not(client, monkeypatch):
    monkeypatch.setattr(waiting_line, "ENDLESS", waiting_line.Line(places=0))
    assert client.get("/buscar?q=trata").status_code == 429
    assert client.get("/buscar.json?q=trata").status_code == 429
    assert client.get("/buscar").status_code == 200


def test_every_page_has_the_box_and_the_search_one_of_its_own(client):
    box = re.compile(r'<form class="search"[^>]*action="/buscar"[^>]*method="get"')
    for each in PAGES:
        assert len(box.findall(client.get(each.example).text)) == 1, each.path


def test_every_fixed_page_and_chart_has_a_plain_name():
    names = [p.path.strip("/") or "panorama" for p in PAGES if not p.path.endswith("<>")]
    keys = [f"buscar.{part}.{name}" for name in names for part in ("pages", "words")]
    keys += [f"buscar.{part}.{slug}" for slug in CHARTS for part in ("charts", "chart_words")]
    missing = [key for key in keys if not known(key)]
    assert not missing, f"add to components/texts.toml: {missing}"


def test_a_kept_version_is_searched_as_it_was(client, store):
    version = next(iter(store.versions))
    answer = client.get("/buscar", query_string={"q": "piura", "corte": version})
    assert answer.status_code == 200
    assert f'name="corte" value="{version}"' in answer.text
    told = client.get("/buscar.json", query_string={"q": "piura", "corte": version}).json
    assert told["version_datos"] == version
    assert json.dumps(told)
