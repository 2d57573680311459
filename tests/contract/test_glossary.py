"""The glossary explains every acronym of the board, and each first use of a page leads to it."""

import re
from html import unescape

from components.pages import PAGES
from components.terms import Terms
from components.texts import keys, t
from data.model import Accion2017, Fuente, Indicador, Lineamiento, Objetivo, Servicio, Termino
from data.store import Store

_ACRONYM = re.compile(r"(?<![\w«-])[A-ZÑ]{2,}(?![\w-])")
# Names of formats, of protocols and of a unit; words that a source prints in capitals.
_FORMATS = {
    "CSV",
    "JSON",
    "XLSX",
    "ZIP",
    "UTF",
    "CSP",
    "GET",
    "MB",
    "API",
    "HTML",
    "URL",
    "PDF",
    "MIT",
}
_CAPITALS = {"META", "PENAL", "BORRADOR", "ANIO", "ARGS"}
_LINK = re.compile(r'<a class="term" href="/glosario#([a-z0-9-]+)" title="([^"]*)">([^<]+)</a>')


def acronyms(texts):
    return {found for text in texts for found in _ACRONYM.findall(text)}


def explained(store):
    terms = store.rows(Termino)
    parts = {part for row in terms for part in row.termino.replace("-", " ").split()}
    return parts | set(store.entities)


def test_every_acronym_of_the_board_has_its_entry(live_store):
    rows = (*live_store.rows(Indicador), *live_store.rows(Servicio), *live_store.rows(Lineamiento))
    names = [row.nombre for row in rows]
    names += [row.texto for row in (*live_store.rows(Objetivo), *live_store.rows(Accion2017))]
    used = acronyms(map(t, keys())) | acronyms(names)
    assert {"UDAVIT", "NNA", "ND"} <= used
    assert sorted(used - explained(live_store) - _FORMATS - _CAPITALS) == [], (
        "give each a row in data/tables/glosario.csv"
    )


def test_the_terms_that_readers_ask_for_are_there(live_store):
    asked = (
        "IOP", "ISS", "OP", "LN", "IG", "distrito fiscal", "RETA", "UDAVIT", "CEM", "NNA",
        "FISTRAP",
        "CSMC", "IPRESS", "línea base", "logro esperado", "valor obtenido", "avance tipo 1", "PTI",
        "CAR", "UPE", "MIMP", "MININTER",
    )  # fmt: skip
    known = {row.termino for row in live_store.rows(Termino)}
    assert [name for name in asked if name not in known] == []


def test_a_definition_is_one_sentence(live_store):
    rows = live_store.rows(Termino)
    assert rows
    wrong = [
        row.termino for row in rows
        if not row.definicion.endswith(".") or ". " in row.definicion or len(row.definicion) > 180
    ]  # fmt: skip
    assert wrong == []
    assert len({row.anchor for row in rows}) == len(rows)


def test_the_page_has_every_term_with_its_source(client, store):
    page = client.get("/glosario").text
    for row in store.rows(Termino):
        assert f'<dt id="{row.anchor}">' in page
        assert store.sources[row.fuente].localizador in unescape(page)


def test_each_term_is_marked_once_on_a_page(client, store):
    known = {row.anchor: row for row in store.rows(Termino)}
    marked = set()
    for page in PAGES:
        found = _LINK.findall(client.get(page.example).text)
        anchors = [anchor for anchor, _, _ in found]
        assert len(anchors) == len(set(anchors)), page.path
        for anchor, meaning, _ in found:
            assert known[anchor].definicion in unescape(meaning)
        marked |= set(anchors)
    assert {"iop", "iss", "op", "distrito-fiscal"} <= marked


def test_the_first_use_is_marked_and_codes_are_left_alone():
    rows = (
        Termino(termino="ISS", expansion="Indicador de servicio", definicion="Mide.",
                origen="propio", fuente="x"),
        Termino(termino="línea base", expansion="", definicion="De donde parte.", origen="propio",
                fuente="x"),
        Termino(termino="meta", expansion="", definicion="Lo que busca.", origen="propio",
                fuente="x"),
    )  # fmt: skip
    terms = Terms(Store({"glosario": rows, "fuentes": (Fuente.model_construct(codigo="x"),)}))
    said = terms.words("ISS.01.01 y <ISS> & su Línea base; otra ISS y la meta.")
    assert said.count('class="term"') == 2
    assert said.startswith("ISS.01.01 y &lt;<a")
    assert 'title="Indicador de servicio. Mide.">ISS</a>&gt; &amp;' in said
    assert ">Línea base</a>; otra ISS y la meta." in said
    assert terms.words("ISS y líneas base") == "ISS y líneas base"


def test_a_version_without_a_glossary_has_no_links_to_it(client, store):
    version = next(iter(store.versions))
    assert not store.at(version).rows(Termino)
    assert 'class="term"' not in client.get(f"/?corte={version}").text
