"""The record of a session: the same screens, and an annex equal to the files of the board."""

import csv
import io
import re
from html import unescape

import pytest

QUERIES = ["", "sector=mujer", "anio=2022&eje=proteccion"]


def written(client, query):
    answer = client.get(f"/presentar?{query}&vista=acta")
    assert answer.status_code == 200
    return answer.text


def plain(cell):
    """Return what is seen of a cell, without what is only heard."""
    cell = re.sub(r'<span class="unseen">.*?</span>', "", cell)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", cell))).strip()


def table(text, title):
    """Return the rows of a table of the annex, by the names of its columns."""
    annex = text[text.index('class="annex"') :]
    body = annex[annex.index(f"<h3>{title}</h3>") :].split("</table>")[0]
    head = [plain(cell) for cell in re.findall(r"<th [^>]*columnheader[^>]*>(.*?)</th>", body)]
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", body.split("<tbody")[1])
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
    return [dict(zip(head, map(plain, row), strict=True)) for row in cells]


def rows(client, path):
    return list(csv.DictReader(io.StringIO(client.get(path).text)))


def figure(text):
    """Return a printed figure as the CSV writes it: no sign, no thousands, nothing if absent."""
    bare = text.replace("%", "").replace(",", "").strip()
    return "" if bare in ("—", "ND", "no publicado", "no existía") else bare


def same(found, expected):
    """Hold the figures of the annex to those of the file, as numbers where they are."""
    assert [figure(value) for value in found] == list(expected)


@pytest.mark.parametrize("query", QUERIES)
def test_the_record_holds_the_screens_of_the_session_in_order(client, query):
    def headings(text):
        # What opens over the screens is no screen.
        own = re.findall(r"<h[12](?![^>]*-title)[^>]*>(.*?)</h[12]>", text)
        return [plain(found) for found in own]

    session, record = client.get(f"/presentar?{query}").text, written(client, query)
    title, *shown = headings(session)
    first, *sections, last = headings(record)
    assert title == "Sesión de la Comisión Multisectorial"
    assert first == "Acta: Sesión de la Comisión Multisectorial"
    assert sections == shown
    assert last == "Anexo: las cifras mostradas"
    assert record.count("En el tablero: ") == record.count("Pantalla ") == len(sections)


@pytest.mark.parametrize("query", QUERIES)
def test_the_annex_gives_the_indicators_as_the_file_does(client, query):
    found = table(written(client, query), "Indicadores del año mostrado")
    year = "" if "anio" in query else "anio=2024&"
    expected = rows(client, f"/datos/valores.csv?{year}{query}")
    assert [row["Código"] for row in found] == [row["codigo"] for row in expected]
    pairs = (("Meta", "logro_esperado"), ("Resultado", "valor_obtenido"),
             ("Avance publicado", "avance_publicado"), ("Avance calculado", "avance_calculado"),
             ("Año", "anio"), ("Fuente", "fuente"))  # fmt: skip
    for shown, column in pairs:
        same([row[shown] for row in found], [row[column] for row in expected])
    words = {
        "▼lejos": "rojo",
        "◆cerca": "ambar",
        "●cumplido": "verde",
        "○sin dato": "sin-dato",
    }
    assert [words[row["Estado"]] for row in found] == [row["semaforo"] for row in expected]


def test_the_annex_gives_the_map_the_routes_and_the_histories_as_the_files_do(client):
    text = written(client, "")
    found = table(text, "Cifras por distrito fiscal")
    expected = rows(client, "/datos/graficos/mapa.csv")
    same([row["Cifra"] for row in found], [row["valor"] for row in expected])
    assert [row["Código"] for row in found] == [row["codigo_territorio"] for row in expected]
    found = table(text, "Rutas, de origen a destino")
    expected = rows(client, "/datos/graficos/rutas.csv")
    assert [row["Origen"] for row in found] == [row["origen_lugar"] for row in expected]
    same([row["Destino"] for row in found], [row["destino_lugar"] for row in expected])
    found = table(text, "Historia de los indicadores con pantalla propia")
    codes = list(dict.fromkeys(row["Código"] for row in found))
    assert len(codes) == len(re.findall(r'id="rojo-I[^"]*\d"', text))
    for code in codes:
        expected = rows(client, f"/datos/graficos/indicador.csv?codigo={code}")
        own = [row for row in found if row["Código"] == code]
        same([row["Resultado"] for row in own], [row["valor_obtenido"] for row in expected])
        same([row["Meta"] for row in own], [row["logro_esperado"] for row in expected])


def test_every_source_of_the_annex_is_resolved(client, store):
    text = written(client, "")
    named = {row["Código"] for row in table(text, "Fuentes citadas")}
    titles = ("Indicadores del año mostrado", "Rutas, de origen a destino",
              "Cifras por distrito fiscal")  # fmt: skip
    used = {row["Fuente"] for title in titles for row in table(text, title)}
    assert used <= named <= set(store.sources)


def test_the_record_says_what_it_is_of_and_reopens_as_it_was(client, store):
    text = written(client, "sector=mujer")
    cover = plain(text[text.index("<h1>") : text.index("<section")])
    assert "Mujer y Poblaciones Vulnerables" in cover
    assert store.version in cover
    where = f"http://localhost/presentar?sector=mujer&corte={store.version}"
    assert f'href="{where.replace("&", "&amp;")}"' in text
    kept = client.get(where.removeprefix("http://localhost"))
    assert 'class="remark"' not in kept.text
    assert 'href="http://localhost/indicadores/IOP.03.02"' in text
    assert 'href="tel:1818"' in text
    assert "<script" not in text


def test_an_unknown_view_is_said_and_the_session_opens(client):
    text = client.get("/presentar?vista=nada").text
    assert text.count('class="remark"') == 1
    assert 'class="session"' in text
