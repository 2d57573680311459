"""Sectors: each entity's page holds exactly what names it, read anew from the files."""

import csv
import html
import re
from collections import defaultdict

import pytest

from components.pages.sectors.sector_cards import PATH
from components.texts import t
from data.text_normalisation import plain, slug
from tests.stores import frozen_store

STORE = frozen_store()
ENTITIES = [(row.sigla, row.sector) for row in STORE.tables["entidades"]]
SECTORS = sorted({sector for _, sector in ENTITIES})


@pytest.fixture(scope="module")
def files(frozen):
    def read(name):
        with (frozen / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read


@pytest.fixture(scope="module")
def page(client):
    def get(path):
        answer = client.get(path)
        assert answer.status_code == 200, path
        # A term leads to the glossary where a page uses it first.
        return re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", answer.get_data(as_text=True))

    return get


def sections(page):
    """Return the part of each entity by its initials."""
    parts = re.split(r'<section id="entidad-([a-z0-9-]+)" class="entity">', page)
    return {name.upper(): part for name, part in zip(parts[1::2], parts[2::2], strict=True)}


def shown(part):
    """Return the codes, actions, targets and metas that one entity's part lists."""
    part = part.split("<h2>Contradicciones", 1)[0].split("<h2>Descargar", 1)[0]
    actions = re.findall(r'data-action="([\d.]+)">(.*?)</details>', part, re.S)
    targets = [
        (code, period, html.unescape(text))
        for code, inside in actions
        for period, items in re.findall(r"<dt>(.*?)</dt><dd><ul>(.*?)</ul>", inside, re.S)
        for text in re.findall(r"<li>(.*?)</li>", items, re.S)
    ]
    return {
        "indicators": re.findall(r'class="code" href="/indicadores/([A-Z0-9.]+)"', part),
        "actions": [code for code, _ in actions],
        "targets": targets,
        "metas": re.findall(r'data-meta="(\d+)"', part),
    }


def named(files, sigla):
    """Return what the files say of an entity, with no help from the code under test."""
    actions = [
        row["codigo"]
        for row in files("acciones_2017_2021")
        if sigla in row["responsables"].split(";")
    ]
    return {
        "indicators": [
            row["codigo"] for row in files("indicadores") if row["responsable"] == sigla
        ],
        "actions": actions,
        "targets": [
            (row["accion"], row["periodo"], row["texto"])
            for row in files("metas_2017_2021")
            if row["accion"] in actions
        ],
        "metas": [
            row["numero"] for row in files("metas_2007_2013") if sigla in row["agentes"].split(";")
        ],
    }


@pytest.mark.parametrize(("sigla", "sector"), ENTITIES)
def test_each_entity_lists_exactly_what_names_it(page, files, sigla, sector):
    alone = sections(page(f"{PATH}/{sector}?entidad={sigla.lower()}"))
    assert list(alone) == [sigla]
    assert shown(alone[sigla]) == named(files, sigla)


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_shows_each_of_its_entities_as_alone(page, files, sector):
    whole = sections(page(f"{PATH}/{sector}"))
    assert list(whole) == [sigla for sigla, its in ENTITIES if its == sector]
    for sigla, part in whole.items():
        assert shown(part) == named(files, sigla)


def test_every_promise_with_a_responsible_is_on_some_page(page, files):
    found = defaultdict(set)
    for sector in SECTORS:
        for part in sections(page(f"{PATH}/{sector}")).values():
            for kind, values in shown(part).items():
                found[kind] |= set(values)
    assert len(found["indicators"]) == 50
    assert len(found["actions"]) == 50
    assert len(found["targets"]) == len(
        {(r["accion"], r["periodo"], r["texto"]) for r in files("metas_2017_2021")}
    )
    assert found["metas"] == {r["numero"] for r in files("metas_2007_2013") if r["agentes"]}


def test_who_did_not_report_is_named_with_the_reason(page, files):
    assert files("sin_reporte")
    for row in files("sin_reporte"):
        sector = dict(ENTITIES)[row["entidad"]]
        part = sections(page(f"{PATH}/{sector}?anio={row['anio']}"))[row["entidad"]]
        assert html.escape(row["motivo"], quote=False) in part
        assert f"({row['codigo']})" in part


def test_silence_belongs_to_its_year(page):
    said = t("ficha.silent", reason="")
    assert said in sections(page(f"{PATH}/mujer?anio=2024"))["MIMP"]
    assert said not in sections(page(f"{PATH}/mujer?anio=2022"))["MIMP"]


@pytest.mark.parametrize("query", ["", "?anio=2023", "?anio=2022"])
def test_cards_stand_in_alphabetical_order_whatever_the_marks(page, query):
    text = page(f"{PATH}{query}")
    titles = re.findall(r'<h3><a href="/sectores/([a-z-]+)">(.*?)</a></h3>', text)
    assert sorted(code for code, _ in titles) == SECTORS
    groups = [
        re.findall(r'<h3><a href="/sectores/[a-z-]+">(.*?)</a></h3>', part)
        for part in text.split('<div class="cards">')[1:]
    ]
    assert len(groups) == 2
    for names in groups:
        assert names == sorted(names, key=plain)


def test_a_card_counts_as_the_files_do(page, files):
    year = {row["codigo"]: row["semaforo"] for row in files("valores") if row["anio"] == "2024"}
    own = [row["codigo"] for row in files("indicadores") if row["sector"] == "interior"]
    card = page(PATH).split('href="/sectores/interior"')[1].split("</article>")[0]
    for light, word in (("verde", "cumplido"), ("ambar", "cerca"), ("rojo", "lejos")):
        amount = sum(year[code] == light for code in own)
        assert re.search(rf"{word}</span><strong> {amount}</strong>", card)


def test_the_chart_of_a_sector_has_a_line_per_entity(client):
    drawn = client.get("/graficos/sector-semaforo.json?sector=interior").get_json()
    assert [line["name"] for line in drawn["figura"]["data"]] == ["MIGRACIONES", "MININTER", "PNP"]
    whole = client.get("/graficos/sector-semaforo.json").get_json()
    assert len(whole["figura"]["data"]) == 14


@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_a_year_without_results_says_so(page, year):
    for path in (PATH, f"{PATH}/interior"):
        assert "no da resultados" in page(f"{path}?anio={year}")


def test_what_changed_is_told_from_the_year_before(page):
    text = page(f"{PATH}/interior?anio=2023")
    assert "Qué cambió de 2022 a 2023" in text
    first = page(f"{PATH}/interior?anio=2022")
    assert "no hay con qué comparar" in first


def test_downloads_hold_what_the_page_shows(client, page, files):
    for query in ("", "?entidad=pnp"):
        text = page(f"{PATH}/interior{query}")
        links = [html.unescape(a) for a in re.findall(r'href="(/datos/[^"]+)"', text)]
        tables = {re.match(r"/datos/(\w+)\.csv", a)[1]: a for a in links if "graficos" not in a}
        parts = [shown(part) for part in sections(text).values()]
        for name, kind, column in (
            ("indicadores", "indicators", "codigo"),
            ("acciones_2017_2021", "actions", "codigo"),
            ("metas_2007_2013", "metas", "numero"),
        ):
            got = csv.DictReader(client.get(tables[name]).get_data(as_text=True).splitlines())
            assert {row[column] for row in got} == {code for p in parts for code in p[kind]}


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("interiores", "interior"),
        ("pnp", "interior"),
        ("MIMP", "mujer"),
        ("transporte", "transportes"),
        ("fiscalia", "ministerio-publico"),
        ("poder judicial", "poder-judicial"),
    ],
)
def test_an_unknown_sector_offers_near_ones(client, asked, offered):
    answer = client.get(f"{PATH}/{asked}")
    text = answer.get_data(as_text=True)
    assert answer.status_code == 404
    assert f'href="/sectores/{offered}"' in text
    assert "¿Buscaba alguno de estos?" in text


def test_a_sector_that_resembles_none_offers_the_list(client):
    answer = client.get(f"{PATH}/%3Cb%3Ezzz")
    assert answer.status_code == 404
    assert 'class="code" href="/sectores"' in answer.get_data(as_text=True)
    assert "<b>zzz" not in answer.get_data(as_text=True)


def test_an_entity_of_another_sector_gives_the_way_back(page):
    text = page(f"{PATH}/salud?entidad=pnp")
    assert "Quitar los filtros y ver todo" in text
    assert sections(text) == {}


@pytest.mark.parametrize("path", ["", "/multisectorial", "/otras-entidades", "/interior"])
def test_a_code_that_only_spells_a_name_is_never_shown(client, files, path):
    codes = [row["sigla"] for row in files("entidades") if row["sigla"] not in row["nombre"]
             and slug(row["nombre"]).upper().startswith(row["sigla"])]  # fmt: skip
    assert len(codes) > 1
    seen = re.sub(r"<[^>]*>", " ", client.get(f"{PATH}{path}").text)
    assert [code for code in codes if code in seen] == []
