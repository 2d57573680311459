"""The addresses of the documents: each year that has rows, drafts, years that have none."""

import re

import pytest

from callbacks.board import create_app
from components.compliance_report.html_writer import addresses
from data.model import Discrepancia, Ejercicio, Retirada
from data.store import Store


def test_every_document_of_every_year_stands_and_is_in_the_map(live_client, live_store):
    found = addresses(live_store)
    assert len(found) == 2 * len(live_store.years) + 1
    places = live_client.get("/sitemap.xml").text
    index = live_client.get("/reportes").text
    for place in found:
        assert live_client.get(place).status_code == 200, place
        assert f"{place}</loc>" in places
        assert f'href="{place}"' in index
    assert 'href="/reportes"' in live_client.get("/").text


@pytest.mark.parametrize(
    ("place", "said"),
    [("/reportes/2028", "no ha empezado"), ("/reportes/2025", "está en curso"),
     ("/reportes/1999", "no es un año de la política"), ("/reportes/nada", "nada"),
     ("/reportes/2022/comparacion", "no se ha leído un reporte publicado")],
)  # fmt: skip
def test_a_year_without_a_document_is_not_found_and_says_why(live_client, place, said):
    answer = live_client.get(place)
    assert answer.status_code == 404
    assert said in answer.text


def test_other_spellings_lead_to_the_address(live_client):
    for place in ("/reportes/2024/", "/Reportes/2024", "/reportes/2024/CONGRESO"):
        answer = live_client.get(place)
        assert answer.status_code == 301
        assert answer.headers["Location"] == place.lower().rstrip("/")


def test_an_unknown_value_is_said_on_a_page_and_refused_for_a_file(live_client):
    assert "1800" in live_client.get("/reportes/2024?anio=1800").text
    assert live_client.get("/reportes/2024.json?anio=1800").status_code == 400
    assert live_client.get("/reportes/2024?corte=000000000000").status_code == 404


def test_a_kept_version_says_so_and_is_not_left(live_client, live_store):
    version = next(iter(live_store.versions))
    text = live_client.get(f"/reportes/2024?corte={version}").text
    article = text.partition("<article")[2].partition("</article>")[0]
    links = [link.partition('"')[0] for link in article.split('href="')[1:]]
    inner = [link for link in links if link.startswith("/")]
    assert len(inner) > 50
    assert all(f"corte={version}" in link for link in inner)
    assert version in text.partition("<article")[0].partition("<main")[2]


def test_the_document_of_an_open_year_is_a_draft(live_store):
    rows = tuple(
        row.model_copy(update={"estado": "abierto"}) if row.anio == 2024 else row
        for row in live_store.rows(Ejercicio)
    )
    client = create_app(Store(live_store.tables | {"ejercicios": rows})).server.test_client()
    text = client.get("/reportes/2024").text
    assert "BORRADOR" in text
    assert "El año 2024 no está cerrado" in text
    assert client.get("/reportes/2024.json").get_json()["anio_abierto"] is True


def test_the_comparison_names_each_contradiction_once(live_client, live_store):
    text = live_client.get("/reportes/2024/comparacion").text
    rows = (*live_store.rows(Discrepancia), *live_store.rows(Retirada))
    names = [row.id for row in rows if row.id.startswith("r2024-")]
    assert len(names) == 93
    for name in names:
        assert text.count(f'id="{name}"') == 1
        assert f'href="/metodologia/discrepancias/{name}"' in text
    for target in re.findall(r'href="#((?:imposible|decidida)[^"]*)"', text):
        assert text.count(f'id="{target}"') == 1
    assert "4 no son los que resultan" in text
    assert text.count(">35<") == 1, "the counter that differs stands once"
