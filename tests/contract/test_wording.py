"""Plain words on screen: what readers stumbled over is gone, and has not come back elsewhere."""

import json
import re

import pytest

from components.charts import cutoffs
from components.charts.registry import CHARTS
from components.charts.view import View
from components.remarks import remarks
from components.texts import keys, t
from data.query.accepted_values import Vocabulary
from data.query.filters import Filters
from data.text_normalisation import alphabetical

# What the texts said before, and what they say for it; both as regular expressions.
SAID = {
    r"aún no resultados": "En {year} la política tenía metas, pero no hay resultados publicados",
    r"\bMedia de los\b": "Promedio de los objetivos; lo que pasa de 100 % cuenta como 100 %.",
    r"[Ee]l estado sigue": "El color usa el avance del reporte; si no lo publica, lo calculamos.",
    r"lo que nadie publicó": "si las fuentes leídas no publican una cifra, lo decimos",
    r"pueden significar": "Más casos puede deberse a que se detecta más; menos, a que se denuncia "
    "menos.",
    r"nunca es un cero": "Sin cifra no significa cero.",
    r"\benuncia(n|d[oa]s?)?\b": "El plan menciona {parts}.",
    r"\benlaces? (intern|de \{)": "rutas internacionales",
    r"\b[Pp]ar(es)?\b": "Rutas que menciona el plan, de origen a destino",
    r"ninguno enunciado": "no se menciona",
    r"extremo abierto": "lugar no indicado",
    r"fuera de escala": "no están en su posición real",
    r"por igual": "Quitar la selección",
    r"Lo más registrado": "Lo más frecuente: {parts}.",
    r"Qué no suma el total": "Por qué algunas cifras no suman 100 %",
    r"o calla": "la explicación es la de la fuente, si la da.",
    r"De partida": "Empezamos por el último año completo",
    r"[Rr]ampas?\b": "Avance previsto",
    r"^(Para s|S)eguir$": "Siga leyendo",
    r"\b[Vv]ecin[oa]s\b": "Indicadores relacionados",
    r"^Responden?\b": "Responsable",
    r"\bobtenido \{value\}|^Obtenido$": "Resultado",
    r"^Agentes$": "Participantes",
    r"Sentido esperado": "Debe subir",
    r"^Agregación$": "Cada año se cuenta por separado",
    r"bajo la línea base": "meta menor que el punto de partida",
    r"Se ignoró": "No reconocemos «{value}»; mostramos todo.",
    r"\bMarco\b|\b[Ff]ragmento\b": "Código para pegar",
    r"no señala a nadie": "El reporte no nombra información de {year} que falte",
    r"^Datos al cierre": "Datos de la política al cierre de {year} · versión {version}",
    # One thing, one name: an indicator changes of state, has a result, and who reports is somebody.
    r"(de|cambi\w+) banda\b": "Indicadores que cambiaron de estado",
    r"indicadores? tiene valor de": "Ninguno de estos indicadores tiene resultado de {before}: no "
    "hay con qué comparar.",
    r"total\} report(aron|ó)": "{year}, en curso: {given} de {total} tienen resultado",
    r"\bentes\b": "{amount} responsables",
    r"^Cortes$": "Dónde se corta",
    r"de que trata": "Indicadores de los que habla",
    r"más o más": "Lo que su navegador envía al pedir la página es demasiado largo.",
}  # fmt: skip
# Who reads is spoken to as usted.
FAMILIAR = (
    r"\b([Bb]uscabas|tú|tus?|[Ee]lige|[Mm]ira|[Dd]enuncia la trata|[Vv]uelve a|quieres|puedes)\b"
)


def texts():
    """Return what is shown: not the words by which a search finds a chart."""
    return {key: t(key) for key in keys() if not key.startswith("buscar.chart_words.")}


@pytest.mark.parametrize("old", SAID)
def test_no_text_says_it_as_before(old):
    found = {key: text for key, text in texts().items() if re.search(old, text)}
    assert found == {}, f"write «{SAID[old]}»"
    assert any(SAID[old] in text for text in texts().values()), f"no text says «{SAID[old]}»"


def test_readers_are_spoken_to_as_usted():
    assert {key: text for key, text in texts().items() if re.search(FAMILIAR, text)} == {}


def remark(query):
    vocabulary = Vocabulary(anio=frozenset({"2024"}), sector=frozenset({"mujer"}))
    return remarks(Filters.from_query(query, vocabulary)[1]).children


def test_what_is_shown_instead_of_a_wrong_value_is_what_is_said():
    assert remark("sector=mujr") == "No reconocemos «mujr»; mostramos todo."
    assert remark("sector=mujr~mujer").endswith("en «sector»; lo dejamos de lado.")
    assert remark("anio=abc").endswith("en «anio»; lo dejamos de lado.")


def test_names_stand_as_a_spanish_reader_looks_them_up():
    names = ["Relaciones Exteriores", "RENIEC", "Ñaña", "Nazca", "Ñandú", "Áncash", "Amazonas"]
    assert sorted(names, key=alphabetical) == [
        "Amazonas", "Áncash", "Nazca", "Ñandú", "Ñaña", "Relaciones Exteriores", "RENIEC",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("slug", "filters", "said"),
    [
        ("mapa", {"periodo": "2007-2014"}, "Datos hasta abril de 2014"),
        ("mapa", {"periodo": "2015"}, "Datos hasta 2015"),
        ("mapas-anuales", {}, "Datos hasta noviembre de 2025"),
        ("perfil-victimas", {"periodo": "2018"}, "Datos hasta 2018"),
        ("rutas", {}, "Lo publicado hasta 2017"),
        ("semaforo", {}, "Datos de la política al cierre de 2024"),
    ],
)
def test_the_cut_off_is_that_of_what_is_on_screen(client, store, slug, filters, said):
    view = View.of(CHARTS[slug], store, Filters(**filters))
    line = cutoffs.line(view.chart, store, view.frame)
    assert line.startswith(f"{said} · versión ")
    page = client.get(f"/incrustar/{slug}?{view.query}").text
    assert line in page
    assert page.count("al cierre de") == (slug == "semaforo")


def test_a_page_without_the_policy_names_no_year_of_it(client):
    assert "al cierre de" not in client.get("/mapa").text
    assert "al cierre de" in client.get("/indicadores").text


def test_a_file_that_was_read_is_named_in_the_details_only(client):
    page = client.get("/mapa").text
    for part in ("sha256", "github.com"):
        assert part in page
        assert part not in re.sub(r"<details.*?</details>", "", page, flags=re.S)


@pytest.mark.parametrize(
    "query", ["?buscar=zzzz", "?anio=2020", "?sector=salud&eje=prevencion", ""]
)
def test_no_sentence_of_the_home_ends_twice(client, query):
    page = client.get(f"/{query}").get_data(as_text=True)
    text = re.sub(r"<[^>]+>", "", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL))
    assert re.findall(r".{40}[^.]\.\.(?!\.)", text) == []
    begun = json.loads(re.search(r'id="state">(.*?)</script>', page)[1])
    assert ".." not in begun["anuncio"]
    nothing = t("empty.rows").rstrip(".")
    assert text.count(nothing) == (query in ("?buscar=zzzz", "?sector=salud&eje=prevencion"))
