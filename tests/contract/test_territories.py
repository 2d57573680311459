"""Territories and victims: every page says what the files say, read anew, and nothing else."""

import csv
import re
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest

from components.charts.registry import CHARTS
from components.markup import render
from components.territory_chooser import territory_chooser
from components.texts import t
from data.query.filters import Filters
from data.text_normalisation import slug

TENTH = Decimal("0.1")
COMPOSITION = Path(__file__).parents[2] / "geo" / "composition.csv"
LEVELS = {"departamento": "/territorios", "distrito_fiscal": "/distritos-fiscales"}
# The sources of the yearly registers by the form of their code.
YEARLY = {
    "departamento": re.compile(r"pnp-base-(\d{4})-departamentos"),
    "distrito_fiscal": re.compile(r"mp-delitos-(\d{4})-distritos"),
}


class Tables(HTMLParser):
    """Every table of a page by its caption: a list of rows, each a list of words."""

    def __init__(self):
        super().__init__()
        self.found, self._row, self._cell, self._caption, self._name = {}, None, None, False, ""

    def handle_starttag(self, tag, attrs):
        if tag == "caption":
            self._caption, self._name = True, ""
        elif tag == "tr":
            self._row = []
        elif tag in ("td", "th"):
            self._cell = ""

    def handle_endtag(self, tag):
        if tag == "caption":
            self._caption = False
            self.found[self._name] = []
        elif tag in ("td", "th"):
            self._row.append(self._cell.strip())
            self._cell = None
        elif tag == "tr":
            self.found[self._name].append(self._row)

    def handle_data(self, data):
        if self._caption:
            self._name += data
        elif self._cell is not None:
            self._cell += data


def tables(text):
    reader = Tables()
    reader.feed(text)
    return reader.found


@pytest.fixture(scope="module")
def places(read):
    """Every territory that has a page: its level, code and name, by the path of its page."""
    found = {}
    for row in read("territorios"):
        if row["nivel"] in LEVELS:
            own = slug(row["nombre"]) if row["nivel"] == "departamento" else row["codigo"]
            found[f"{LEVELS[row['nivel']]}/{own}"] = (row["nivel"], row["codigo"], row["nombre"])
    assert len(found) == 25 + 34
    return found


@pytest.fixture(scope="module")
def series(read):
    """The yearly registers from the file alone: level, code → year → row."""
    found = defaultdict(dict)
    for row in read("incidencia"):
        form = YEARLY.get(row["desagregacion"])
        if form and (hit := form.fullmatch(row["fuente"])):
            found[row["desagregacion"], row["codigo_territorio"]][hit[1]] = row
    assert found
    return found


def written(amount):
    return f"{Decimal(amount):,}"


def rounded(value):
    return str(value.quantize(TENTH, ROUND_HALF_UP))


def test_every_page_says_what_the_files_say(client, read, places, series):
    totals, people = defaultdict(Decimal), {}
    for (level, _), years in series.items():
        for year, row in years.items():
            totals[level, year] += Decimal(row["valor"] or 0)
    for row in read("poblacion"):
        people[row["codigo_territorio"], row["anio"]] = Decimal(row["poblacion"])
    for path, (level, code, name) in places.items():
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = answer.get_data(as_text=True)
        shown = tables(page)[t(f"territorio.table.{level}", name=name)][1:]
        years = series[level, code]
        assert len(shown) == len(years), path
        for cells, (year, row) in zip(shown, sorted(years.items()), strict=True):
            assert year in cells[0], path
            _figures(cells, row, totals[level, year], people.get((code, year)), path)
        if level == "departamento":
            _inside(tables(page), series, places, path)


def _figures(cells, row, total, people, path):
    _, count, share, rate, place, country = cells
    assert country == written(total), path
    if not row["valor"]:
        words = t(f"states_short.{row['estado']}")
        assert (count, place[:1]) == (words, "—"), path
        return
    value = Decimal(row["valor"])
    assert re.match(re.escape(written(value)) + r"(?![\d,])", count), (path, cells)
    assert share.replace("\u202f%", "") == rounded(value / total * 100), (path, cells)
    if people is None:
        assert rate == t("states_short.no-publicado"), (path, cells)
    else:
        warned = t("territorio.few") if value < 5 else ""
        assert rate == rounded(value * 100_000 / people) + warned, (path, cells)


def _inside(found, series, places, path):
    """Hold the table of the distritos fiscales of a departamento to their rows in the file."""
    lines = found[t("territorio.table.inside")][1:-1]
    codes = {name: code for level, code, name in places.values() if level == "distrito_fiscal"}
    assert lines, path
    for name, *cells in lines:
        years = sorted(series["distrito_fiscal", codes[name]].items())
        wanted = [written(row["valor"]) for _, row in years]
        assert cells == wanted, (path, name)


def test_a_place_is_the_one_of_its_figure_and_ties_are_said(client, places, series):
    figures = {code: Decimal(years["2024"]["valor"] or -1)
               for (level, code), years in series.items() if level == "departamento"}  # fmt: skip
    held = list(figures.values())
    path, code = next((p, c) for p, (level, c, _) in places.items() if level == "departamento"
                      and figures[c] > 0 and held.count(figures[c]) > 1)  # fmt: skip
    first = 1 + sum(other > figures[code] for other in held)
    page = client.get(path).get_data(as_text=True)
    assert t("territorio.place", place=first, amount=sum(value >= 0 for value in held)) in page
    assert t("territorio.tied", amount=held.count(figures[code]) - 1) in page
    assert "no cuánta trata hay" in page


def test_every_territory_stands_in_the_sitemap_and_an_unknown_one_leads_to_near_ones(
    client, places
):
    listed = client.get("/sitemap.xml").get_data(as_text=True)
    assert all(f"{path}</loc>" in listed for path in [*places, "/territorios", "/victimas"])
    for wrong, right in (("/territorios/piuraa", "/territorios/piura"),
                         ("/distritos-fiscales/lima-nort", "/distritos-fiscales/lima-norte"),
                         ("/territorios/sullana", "/distritos-fiscales/sullana")):  # fmt: skip
        answer = client.get(wrong)
        assert answer.status_code == 404
        assert f'href="{right}"' in answer.get_data(as_text=True)


def test_the_routes_of_a_territory_are_drawn_and_can_be_embedded(client, read):
    """Where the plan names the place; and nothing is drawn where it names none."""
    regions = {row[side] for row in read("rutas") for side in ("origen_region", "destino_region")}
    assert "Piura" not in regions
    assert 'class="picture"' not in client.get("/territorios/piura").text
    page = client.get("/territorios/cusco").text
    part = page.split('id="rutas"', 1)[1].split("</section>", 1)[0]
    assert '<a class="picture" href="/rutas?lugar=cusco"' in part or (
        'href="/rutas?lugar=cusco" class="picture"' in part
    )
    assert "De Cusco salen" in part
    (way,) = re.findall(r'href="(/incrustar/rutas[^"]+)"', part)
    assert client.get(way).status_code == 200


def test_two_territories_stand_side_by_side(client):
    page = client.get("/territorios/piura?comparar=cusco").get_data(as_text=True)
    for name in ("Piura", "Cusco"):
        assert t("territorio.table.departamento", name=name) in tables(page)
    assert re.search(
        r'<option[^>]*value="cusco"[^>]*selected|<option[^>]*selected[^>]*"cusco"', page
    )
    other = client.get("/territorios/piura?comparar=sullana").get_data(as_text=True)
    assert "«sullana» en «comparar»" in other


@pytest.mark.parametrize("path", ["territorios/piura", "distritos-fiscales/sullana"])
def test_a_page_goes_away_whole(client, series, path):
    rows = list(csv.DictReader(StringIO(client.get(f"/datos/{path}.csv").get_data(as_text=True))))
    level = "departamento" if path.startswith("terr") else "distrito_fiscal"
    code = {"territorios/piura": "20", "distritos-fiscales/sullana": "sullana"}[path]
    yearly = {row["anio"]: row["valor"] for row in rows
              if row["parte"] == "serie" and row["codigo_territorio"] == code}  # fmt: skip
    assert yearly == {year: row["valor"] for year, row in series[level, code].items()}
    assert all(row["fuente"] for row in rows)
    assert len(client.get(f"/datos/{path}.json").get_json()) == len(rows)
    for kind in ("xlsx", "excel.csv"):
        assert client.get(f"/datos/{path}.{kind}").status_code == 200
    page = client.get(f"/{path}").get_data(as_text=True)
    assert f'href="/datos/{path}.xlsx"' in page


def test_a_file_of_nowhere_and_one_beside_nothing_are_refused(client):
    missing = client.get("/datos/territorios/atlantida.csv")
    assert (missing.status_code, missing.is_json) == (404, True)
    assert client.get("/datos/territorios/piura.csv?comparar=sullana").status_code == 400
    assert client.get("/datos/territorios/piura.csv?comparar=cusco").status_code == 200


@pytest.mark.parametrize(("words", "path"), [
    ("piura", "/territorios/piura"), ("JAEN", "/distritos-fiscales/lambayeque"),
    ("madre", "/territorios/madre-de-dios"), ("tarapoto", "/territorios/san-martin"),
    ("pirua", "/territorios/piura"),
])  # fmt: skip
def test_a_search_finds_a_territory_by_any_place_in_it(client, words, path):
    page = client.get(f"/territorios?buscar={words}").get_data(as_text=True)
    found = page.split('id="hallado"', 1)[1].split("</section>", 1)[0]
    assert f'href="{path}"' in found


def test_a_province_is_told_from_a_district_of_its_name(client):
    page = client.get("/territorios?buscar=jaen").get_data(as_text=True)
    assert t("territorios.province", name="Jaén") in page
    assert t("territorios.district", name="Jaén") in page


def test_what_does_not_agree_about_a_territory_is_said_there(client, read):
    """Two editions of the police's base differ in Lima alone: its page must say so."""
    (row,) = [row for row in read("discrepancias") if "Lima 2216" in row["dice_b"]]
    page = client.get("/territorios/lima").get_data(as_text=True)
    assert f'href="/metodologia/discrepancias/{row["id"]}"' in page
    assert row["comentario"] in page
    assert 'id="no-concuerda"' not in client.get("/territorios/tacna").get_data(as_text=True)


@pytest.mark.parametrize("slug_", ["territorio-policia", "territorio-fiscalias", "distrito-fiscal"])
def test_no_line_is_drawn_over_a_gap_or_to_a_part_of_a_year(store, slug_):
    chart = CHARTS[slug_]
    frame = chart.select(store, Filters(lugar="piura"))
    parts = {int(row.anio) for row in frame.itertuples() if row.completo == "no"}
    plot = chart.plot(frame)
    joined = [(int(plot.places[a.place]), int(plot.places[b.place]))
              for panel in plot.panels for one in panel.series
              for a, b in pairwise(one.parted) if a and b]  # fmt: skip
    assert joined
    assert parts
    assert all(after - before == 1 and not {before, after} & parts for before, after in joined)
    own, *_, country = plot.panels
    assert country.top > own.top


def test_a_search_that_finds_nothing_says_so_and_keeps_the_list(client):
    page = client.get("/territorios?buscar=qqqqqq").get_data(as_text=True)
    # A term in it may stand with its explanation: what follows the terms is as it was written.
    assert t("territorios.nothing").rpartition(". ")[2] in page
    assert 'href="/territorios/ucayali"' in page


def test_the_chooser_leads_to_every_departamento(store, client, places):
    folded = render(territory_chooser(store))
    page = client.get("/territorios").get_data(as_text=True)
    for path, (level, _, _) in places.items():
        assert f'href="{path}"' in page
        assert level != "departamento" or f'href="{path}"' in folded


def test_a_kept_version_answers_with_its_own_figures(client, store):
    versions = list(store.versions)
    assert versions
    paths = ("/territorios", "/territorios/piura", "/distritos-fiscales/sullana", "/victimas")
    for version in {versions[0], versions[-1]}:
        for path in paths:
            answer = client.get(f"{path}?corte={version}")
            assert answer.status_code == 200, (path, version)
            assert version in answer.get_data(as_text=True)


def test_a_regional_table_has_its_screens(client):
    page = client.get("/presentar?guion=region&lugar=piura").get_data(as_text=True)
    for anchor in ("policia", "fiscalias", "coordinacion", "vacios"):
        assert f'id="territorio-{anchor}"' in page
    assert re.search(r'<input[^>]*name="lugar"[^>]*value="piura"', page)
    record = client.get("/presentar?guion=region&lugar=piura&vista=acta")
    assert record.status_code == 200
    assert t("acta.tables.territorio-policia") in record.get_data(as_text=True)
    nowhere = client.get("/presentar?guion=region").get_data(as_text=True)
    assert t("sesion.territory_none") in nowhere


def test_the_registers_of_victims_are_those_of_the_file_and_no_sum_of_them(client, read):
    held = {(row["indicador"], row["categoria"], row["periodo"], row["fuente"]): row
            for row in read("incidencia")}  # fmt: skip
    wanted = defaultdict(dict)
    for point in read("series"):
        if point["indicador"] in ("victimas", "victimas_rescatadas"):
            row = held[point["indicador"], point["categoria"], point["periodo"], point["fuente"]]
            name = t("victimas.says", body=point["institucion"], counted=point["que_cuenta"])
            said = written(row["valor"]) if row["valor"] else t(f"states_short.{row['estado']}")
            wanted[name][point["periodo"]] = said
    page = client.get("/victimas").get_data(as_text=True)
    head, *lines = next(rows for name, rows in tables(page).items()
                        if name.startswith("Víctimas de trata"))  # fmt: skip
    assert {name for name, *_ in lines} == set(wanted)
    for name, *cells in lines:
        shown = {year: cell for year, cell in zip(head[1:], cells, strict=True)
                 if not cell.startswith("—")}  # fmt: skip
        assert shown == wanted[name], name


def test_what_overlaps_stands_in_a_table_with_what_it_rests_on(client, places):
    """Every row of the composition is told on the page of its departamento and of its distrito."""
    rows = list(csv.DictReader(StringIO(COMPOSITION.read_text("utf-8-sig"))))
    names = {code: name for level, code, name in places.values() if level == "departamento"}
    for path, (level, code, name) in places.items():
        own = [row for row in rows if code in (row["code"], row["ubigeo"][:2])]
        told = [(row["distrito_fiscal"], names[row["ubigeo"][:2]], row["source"]) for row in own]
        page = client.get(path).get_data(as_text=True)
        found = tables(page)[t(f"territorio.overlap.{level}", name=name)][1:]
        pairs = [(row[0], row[1]) for row in found]
        assert pairs == list(dict.fromkeys(one[:2] for one in told)), path
        for district, department, shared, trust, sources in found:
            assert shared.endswith(".")
            assert trust in ("alta", "media", "baja")
            known = [one[2] for one in told if one[:2] == (district, department)]
            assert sources == "; ".join(dict.fromkeys(known)), path
