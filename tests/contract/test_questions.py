"""What everybody asks is answered from the home page in one step, and one's region in two taps."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from tests.charges.nodes import tree

RANK = {"rojo": 0, "ambar": 1, "verde": 2}
WHOLE_YEAR = re.compile(r"pnp-base-(\d{4})-departamentos")
VICTIMS = ("victimas", "victimas_rescatadas")


@pytest.fixture(scope="module")
def home(client):
    return tree(client.get("/").text)


def ways(node):
    return [a.attrs.get("href", "").partition("#")[0] for a in node.all("a")]


@pytest.fixture(scope="module")
def latest(read):
    """The last whole year of the police's register in each departamento, from the file alone."""
    documents = {row["codigo"]: row["documento"] for row in read("fuentes")}
    found = {}
    for row in read("incidencia"):
        hit = WHOLE_YEAR.fullmatch(row["fuente"])
        if hit and row["desagregacion"] == "departamento" and row["periodo_fin"].endswith("12-31"):
            before = found.get(row["codigo_territorio"], ("", "", ""))
            told = (hit[1], row["valor"], documents[row["fuente"]])
            found[row["codigo_territorio"]] = max(before, told)
    assert len(found) == 25
    return found


def test_two_taps_lead_from_the_home_page_to_the_latest_figure_of_a_region(
    client, home, read, latest
):
    """The first tap opens the list of names, or goes to it; the second is the name."""
    names = {row["nombre"]: row["codigo"] for row in read("territorios")
             if row["nivel"] == "departamento"}  # fmt: skip
    folded = home.by_id("elija-su-region")
    assert folded.parts[0].tag == "summary"
    assert any("/territorios" in ways(nav) for nav in home.all("nav"))
    listed = tree(client.get("/territorios").text)
    ways_to = {}
    for first in (folded, listed):
        assert names.keys() <= {a.text for a in first.all("a")}, "a tap that does not reach all"
        for a in first.all("a"):
            if a.attrs["href"].startswith("/territorios/"):
                ways_to.setdefault(a.text, []).append(a.attrs["href"])
    for name, code in names.items():
        one, *others = ways_to[name]
        assert set(others) == {one}, name
        page = tree(client.get(one).text)
        year, value, document = latest[code]
        head = page.one("h1").text
        assert name in head, name
        assert year in head, name
        assert not value or re.search(rf"(?<![\d,]){Decimal(value):,}(?![\d,])", head), (name, head)
        drawn = page.by_id("grafico-territorio-policia")
        assert any(document in one.text for one in drawn.all("", "source")), name


def test_a_distrito_fiscal_is_the_first_answer_to_its_name(client, read):
    """One types its name in the box of any page; a province of it is found, too."""
    asked = [row for row in read("territorios") if row["nivel"] == "distrito_fiscal"]
    assert len(asked) == 34
    for row in asked:
        told = client.get("/buscar.json", query_string={"q": f"distrito fiscal {row['nombre']}"})
        first = told.json["resultados"][0]
        assert first["direccion"] == f"/distritos-fiscales/{row['codigo']}", row["nombre"]


def test_how_many_victims_is_answered_on_the_home_page(home, read):
    held = {(row["indicador"], row["categoria"], row["periodo"], row["fuente"]): row["valor"]
            for row in read("incidencia")}  # fmt: skip
    points = [one for one in read("series") if one["indicador"] in VICTIMS]
    by_year = {}
    for one in points:
        key = (one["indicador"], one["categoria"], one["periodo"], one["fuente"])
        if held[key] and one["periodo"].isdigit():
            by_year.setdefault(one["periodo"], []).append(int(held[key]))
    year, figures = max((year, found) for year, found in by_year.items() if len(found) > 1)
    (part,) = [n.parent for n in home.all("h2") if n.text == "¿Cuántas víctimas?"]
    said = f"los {len(figures)} registros con víctimas de {year} van de {min(figures)} a "
    assert f"{said}{max(figures):,}" in part.text
    assert "/victimas" in ways(part)


def test_whether_it_is_getting_better_is_answered_on_the_home_page(home, read):
    index = {row["anio"]: row for row in read("avances") if row["codigo"] == "IG"}
    lights = {(row["codigo"], row["anio"]): row["semaforo"] for row in read("valores")}
    years = sorted({year for (_, year) in lights if any(
        lights[code, y] in RANK for code, y in lights if y == year)})  # fmt: skip
    before, year = years[-2:]
    turned = Counter()
    for (code, when), light in lights.items():
        then = lights.get((code, before))
        if when == year and light in RANK and then in RANK:
            turned[(RANK[light] > RANK[then]) - (RANK[light] < RANK[then])] += 1
    said = f"De {before} a {year}: {turned[1]} mejoraron, {turned[-1]} empeoraron"
    assert any(n.text == said for n in home.all("h2")), said
    drawn = home.by_id("grafico-tendencia")
    for row in index.values():
        value = row["avance_publicado"] or row["avance_calculado"]
        assert not value or value in drawn.text, row["anio"]


def test_what_an_acronym_means_is_one_step_from_where_it_is_read(client, home):
    assert "UDAVIT" in home.text
    found = client.get("/buscar.json?q=UDAVIT").json["resultados"][0]
    assert found["direccion"] == "/glosario#udavit"
    page = tree(client.get("/glosario").text)
    assert "Unidad Distrital de Asistencia a Víctimas y Testigos" in page.text
    sheet = tree(client.get("/indicadores/ISS.03.02.01.01").text)
    (term,) = [a for a in sheet.all("a", "term") if a.text == "UDAVIT"]
    assert term.attrs["href"] == found["direccion"]
    assert "Unidad Distrital" in term.attrs["title"]


def test_what_changed_since_one_last_looked_is_one_step_away(client, home, store):
    assert "/novedades" in ways(home)
    page = tree(client.get("/novedades").text)
    last = max(store.versions.items(), key=lambda one: one[1])[1]
    assert f"{last:%d/%m/%Y}" in page.all("h2")[0].text
