"""The map: what it covers, what is absent, that parts and total close, and what it weighs."""

import csv
import io
import json
import re
import zlib
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pandas as pd
import pytest

from components import assets, outlines
from components.charts.layouts.map_panes import _STROKES
from components.charts.layouts.surface import NARROW, WIDE
from components.charts.map_classes import ABSENT, groups
from components.charts.map_words import coverage, phrase
from components.charts.registry import CHARTS
from components.charts.views import Views
from components.texts import t
from data.model import Cobertura, Incidencia, Periodo, Poblacion
from data.query import map_periods, map_rows, national_series
from data.query.filters import Filters
from data.query.map_rows import COMPUTED
from data.query.territory_series import department_series, district_series
from data.store import Store
from data.text_normalisation import plain
from geo import places

MAP = CHARTS["mapa"]
YEARS = {"2019", "2020", "2021", "2022", "2023", "2025"}
LAYERS = ("distritos_fiscales", "departamentos", "lima_callao")


def frame_of(store, **filters):
    return MAP.select(store, Filters(**filters))


def counts(frame):
    return frame["estado"].value_counts().to_dict()


def test_it_opens_with_the_last_complete_year_of_the_yearly_series(store):
    frame = frame_of(store)
    assert set(frame["periodo"]) == {"2023"}
    assert counts(frame) == {"dato": 34}
    assert sum(frame["valor"]) == 1076
    found = map_periods.published(store, "distrito_fiscal")
    series = [one for one in found if one.annual]
    assert [one.year for one in series] == [2025, 2023, 2022, 2021, 2020, 2019]
    assert [one.year for one in series if not one.whole_year] == [2025]
    assert list(found[: len(series)]) == series
    order = [one.coverage.completo for one in found[len(series) :]]
    assert order == sorted(order, key=("si", "dudoso", "no").index)
    assert set(CHARTS["mapa-pnp"].select(store, Filters())["periodo"]) == {"2024"}


def without_the_series(store, **changes):
    """Return the store without the yearly files, and the coverage of 2007-2014 changed."""
    kept = tuple(row for row in store.tables["coberturas"] if row.periodo not in YEARS)
    return covered(Store({**store.tables, "coberturas": kept}), **changes)


def test_without_a_complete_year_it_opens_with_the_latest_whole_period_beyond_doubt(store):
    frame = frame_of(without_the_series(store))
    assert set(frame["periodo"]) == {"2007-2014"}
    assert counts(frame) == {"dato": 32, "no-existia": 2}
    assert sum(value for value in frame["valor"] if value is not None) == 1976


def test_the_selector_parts_the_series_from_history_and_offers_no_month(client):
    page = client.get("/mapa").get_data(as_text=True)
    field = re.search(r'<select[^>]*name="periodo">(.*?)</select>', page)[1]
    listed = re.findall(r'<option value="([^"]+)"( selected)?( disabled)?>', field)
    assert [value for value, _, off in listed if off] == ["-series", "-history"]
    values = [value for value, _, _ in listed]
    assert values[1 : values.index("-history")] == ["2025", *sorted(YEARS - {"2025"})[::-1]]
    assert [value for value, on, _ in listed if on] == ["2023"]
    assert len(values) < 30
    assert not [value for value in values if re.fullmatch(r"\d{4}-[a-z]{3}", value)]


def test_what_the_series_leaves_out_is_said_once_beside_it(client):
    for query, times in (("", 1), ("?periodo=2025", 1), ("?periodo=2007-2014", 0)):
        page = client.get(f"/mapa{query}").get_data(as_text=True)
        assert page.count("No consta si incluye los casos de las fiscalías") == times
        assert page.count("de una parte del año: no se compara con las de años enteros") == times
        top = page[page.index("<h1>") :].partition("data-explore")[0]
        top = re.sub(r"<[^>]+>", " ", top)
        assert top.count("PENAL") == times, "the sentence of the map says it"


def test_every_district_stands_with_its_years_side_by_side(store, client):
    page = client.get("/mapa").get_data(as_text=True)
    page = page[page.index('id="anio-por-anio"') :].split("</section>")[0]
    lines = re.findall(r'<tr role="row"><th[^>]*>([^<]+)</th>(<td.*?)</tr>', page)
    assert len(lines) == 35
    names = [name for name, _ in lines[:-1]]
    assert names == sorted(names, key=plain)
    frame = district_series(store)
    assert len(frame) == 34 * 6
    for name, cells in lines[:-1]:
        rows = frame[frame["nombre"] == name].to_dict("records")
        expected = [t("states_short.cero") if r["estado"] == "cero" else f"{r['valor']:,}"
                    for r in rows]  # fmt: skip
        assert re.findall(r"<td[^>]*>([^<]+)</td>", cells) == expected
    for period in YEARS:
        assert f'href="/datos/graficos/mapa.csv?periodo={period}"' in page


def test_the_months_of_the_police_add_up_to_their_year(store):
    frame = department_series(store, "PNP")
    known = frame[frame["valor"].notna()]
    whole = known[known["mes"].isna()].groupby("anio")["valor"].sum()
    months = known[known["mes"].notna()].groupby("anio")["valor"].sum()
    assert whole[2024] == 669
    assert set(whole.index) - set(months.index) == {2023}
    assert all(whole[year] == amount for year, amount in months.items())
    assert len(frame[frame["mes"].isna()]) == 25 * 9
    silent = frame[frame["valor"].isna()]
    assert set(silent["estado"]) == {"no-publicado"}
    assert not len(department_series(store, "Ministerio Público"))


def test_a_rate_is_cases_by_people_and_stays_away_where_no_people_are_known(store, client):
    held = {row.identity: row.poblacion for row in store.rows(Poblacion)}
    splits = 0
    for period in ("2021", "2023"):
        frame = frame_of(store, periodo=period, medida="tasa")
        cases = frame_of(store, periodo=period).set_index("codigo_territorio")["valor"]
        for row in frame.to_dict("records"):
            people = held.get((row["codigo_territorio"], int(period)))
            if people is None:
                splits += 1
                assert (row["estado"], row["tasa"], row["valor"]) == ("no-publicado", None, None)
            else:
                exact = cases[row["codigo_territorio"]] * 100_000 / people
                assert abs(row["tasa"] - exact) <= Decimal("0.05")
                assert row["tasa"].as_tuple().exponent == -1
        tasas = [row for row in frame["tasa"] if row is not None]
        assert tasas == sorted(tasas, reverse=True)
    assert splits == 26
    page = client.get("/mapa?periodo=2021&medida=tasa").get_data(as_text=True)
    assert "por cada 100,000 habitantes (calculado), 2021</h1>" in page
    assert "menos de 5 casos: dice poco" in page
    assert "con tan pocos casos la tasa dice poco" in page
    assert "Sin cifra publicada:" in MAP.sentence(frame_of(store, periodo="2023", medida="tasa"))


def test_a_span_of_years_has_no_rate_and_says_so(store, client):
    frame = frame_of(store, periodo="2007-2014", medida="tasa")
    assert set(frame["medida"]) == {"casos"}
    page = client.get("/mapa?periodo=2007-2014&medida=tasa").get_data(as_text=True)
    assert t("mapa.no_rates") in page


def test_parts_and_remainder_close_the_total_of_2009_2014(store):
    frame = frame_of(store, periodo="2009-2014")
    assert counts(frame) == {"dato": 25, "no-publicado": 7, "no-existia": 2, COMPUTED: 1}
    assert frame[frame["estado"] == COMPUTED]["valor"].tolist() == [197]
    assert sum(value for value in frame["valor"] if value is not None) == 2241
    assert coverage(frame) == (
        "25 de 32 distritos fiscales, 91.2\u202f% de las denuncias (calculado: 2,044 de 2,241)."
    )


def test_every_map_closes_or_says_that_it_cannot(store):
    found = map_periods.published(store, "distrito_fiscal") + map_periods.published(
        store, "departamento"
    )
    assert found
    for one in found:
        frame = map_rows.rows(store, one, "casos")
        known = [value for value in frame["valor"] if value is not None]
        assert one.total is None or sum(known) == one.total, one.period.codigo
        assert frame["codigo_territorio"].nunique() == len(frame)


def test_no_district_without_a_figure_is_painted_or_written_as_zero(store):
    zeros = {
        (row.periodo, row.codigo_territorio, row.fuente)
        for row in store.rows(Incidencia)
        if row.valor == 0
    }
    published = map_periods.published(store, "distrito_fiscal")
    assert published
    for one in published:
        frame = map_rows.rows(store, one, "casos")
        assert len(frame)
        for group in groups(frame):
            for row in group.rows:
                known = (row["periodo"], row["codigo_territorio"], row["fuente"])
                assert (group.key == "cero") == (known in zeros)
                empty = row["valor"] is None and row["porcentaje"] is None
                assert empty == (group.key in ABSENT and group.key != "cero")


def test_2025_is_shown_with_its_doubt(store, client):
    frame = frame_of(store, periodo="2025")
    assert counts(frame) == {"dato": 32, "cero": 2}
    assert "942 denuncias" in MAP.sentence(frame)
    page = client.get("/mapa?periodo=2025").get_data(as_text=True)
    assert re.search(r'<p class="remark">Serie anual del Ministerio Público', page)


def test_four_absences_have_four_patterns_and_four_words(store):
    assert len({t(f"states_short.{state}") for state in ABSENT}) == 4
    assert len(set(map(str, _STROKES.values()))) == 4
    frame = frame_of(store)
    for place, state in zip((1, 2, 3, 4), ABSENT, strict=True):
        frame.at[place, "estado"] = state
        frame.at[place, "valor"] = Decimal() if state == "cero" else None
        frame.at[place, "porcentaje"] = Decimal() if state == "cero" else None
    for drawing in map(str, MAP.drawings(frame).each):
        fills = re.findall(r'<g fill="url\(#([\w-]+)\)"', drawing)
        defined = re.findall(r'<pattern id="([\w-]+)"', drawing)
        assert {fill.split("-w-")[-1].split("-n-")[-1] for fill in fills} >= set(ABSENT)
        assert set(fills) <= set(defined)
        assert len(defined) == len(set(defined))
        for state in ABSENT:
            assert f">{t(f'states_short.{state}')} · " in drawing
    traces = MAP.figure(frame)["data"]
    marks = {t["name"]: t["marker"]["symbol"] for t in traces if t.get("mode") == "markers"}
    assert len(marks) == len(set(marks.values())) == 4


def test_ids_of_the_two_drawings_differ(store):
    found = re.findall(r' id="([\w-]+)"', str(MAP.drawings(frame_of(store, periodo="2009-2014"))))
    assert len(found) == len(set(found)) > 4


def test_the_tooltip_the_list_and_the_file_say_the_same(store, client):
    page = client.get("/mapa?periodo=2009-2014").get_data(as_text=True)
    page = page.split('id="grafico-mapa-pnp"')[0]
    answer = client.get("/graficos/mapa.json?periodo=2009-2014").get_json()
    file = client.get(answer["enlaces"]["csv"]).get_data(as_text=True)
    records = {row["codigo_territorio"]: row for row in csv.DictReader(io.StringIO(file))}
    lines = re.findall(r'<tr role="row"><th[^>]*><a[^>]*data-place="([\w-]+)"[^>]*>([^<]+)</a>'
                       r'.*?</th><td[^>]*>([^<]+)</td>', page)  # fmt: skip
    assert len(lines) == 34 == len(records) - 1
    said = {text for trace in answer["figura"]["data"] for text in trace.get("hovertext", ())}
    for code, name, amount in lines:
        row = records[code]
        assert name == row["nombre"]
        word = t(f"states_short.{row['estado']}") if not row["valor"] else f"{int(row['valor']):,}"
        assert amount == word
        assert any(text.startswith(f"{name}: {word}") for text in said)
        assert any(
            text.startswith(f"{name}: {word}") for text in re.findall(r"<title>(.*?)<", page)
        )


def test_the_shares_of_a_map_are_of_its_total(store):
    frame = frame_of(store, periodo="2009-2014", medida="porcentaje")
    first = frame.iloc[0]
    assert (first["nombre"], first["porcentaje"]) == ("Lima Centro", Decimal("15.6"))
    assert set(frame["medida"]) == {"porcentaje"}
    assert set(frame["porcentaje_es"]) == {COMPUTED}
    only = frame_of(store, periodo="2015", medida="casos")
    assert set(only["medida"]) == {"porcentaje"}
    assert set(only["porcentaje_es"]) == {"publicado"}
    assert coverage(only).startswith("6 de 34 distritos fiscales, 76.1\u202f% de los casos (suma")


def test_a_period_without_a_map_says_so_and_offers_the_way_back(client):
    page = client.get("/mapa?periodo=2014").get_data(as_text=True)
    assert "<h1>No hay mapa por distrito fiscal de 2014</h1>" in page
    assert '<a href="/mapa" data-query="">' in page
    assert client.get("/graficos/mapa.json?periodo=2014").get_json()["figura"] is None


@pytest.mark.parametrize(
    ("period", "others"), [("2017-2023", True), ("2023-ene-mar", True), ("2006-2009", False)]
)
def test_what_no_source_gives_is_said_of_the_unit_and_the_count(client, period, others):
    page = client.get(f"/mapa?periodo={period}").get_data(as_text=True)
    said = "publica casos ni denuncias del Ministerio Público por distrito fiscal de ese periodo."
    assert said in re.sub(r"</?a\b[^>]*>", "", page)
    assert "cifras por territorio de ese periodo." not in page
    assert (f'href="/datos/incidencia.csv?periodo={period}"' in page) == others


def covered(store, **changes):
    """Return the store with the coverage of 2007-2014 changed."""
    rows = tuple(
        row.model_copy(update=changes) if row.periodo == "2007-2014" else row
        for row in store.tables["coberturas"]
    )
    return Store({**store.tables, "coberturas": rows})


def test_a_share_that_is_ours_says_so_and_a_published_one_does_not(client):
    ours = client.get("/mapa?periodo=2008-2018&medida=porcentaje").get_data(as_text=True)
    assert "el 22.2\u202f% de los casos por trata (calculado), 2008-2018</h1>" in ours
    assert "% de casos, calculado ·" in ours
    assert "% del total (calculado)" in ours
    theirs = client.get("/mapa?periodo=2009&medida=porcentaje").get_data(as_text=True)
    assert "el 20.2\u202f% de los casos por trata, 2009</h1>" in theirs
    assert "% de los casos ·" in theirs
    headline = theirs[theirs.index("<h1>") : theirs.index('id="grafico-serie')]
    # The heading of the chart adds some shares up: that sum is ours, and says so.
    shown = re.sub(r"<h2>[^<]*\(calculado\)[^<]*</h2>", "", headline.split("<details")[0])
    assert "(calculado)" not in shown


def test_a_sum_of_ours_is_no_total_of_the_source(store):
    from components.pages.map import map as page
    from components.pages.map import map_lists

    summed = without_the_series(store, total_publicado=None)
    frame = frame_of(summed)
    said = str(map_lists.districts(frame))
    assert "Suma (calculado)" in said
    assert "Total publicado" not in said
    assert coverage(frame) == (
        "32 de 32 distritos fiscales con cifra publicada; la fuente no da el total."
    )
    assert (
        "301 denuncias por trata, enero de 2007"
        in page.see(Views(summed, Filters()), "").announcement
    )
    assert "Total publicado" in str(map_lists.districts(frame_of(store)))
    alone = without_the_series(store)
    assert "301 de las 1,976" in page.see(Views(alone, Filters()), "").announcement


@pytest.mark.parametrize("state", ["no", "dudoso"])
def test_without_a_whole_map_the_page_does_not_claim_one(store, state):
    from components.pages.map import map as page

    whole = "último periodo que cubre todos"
    assert whole in str(page.see(Views(without_the_series(store), Filters()), "").content)
    changed = without_the_series(store, completo=state)
    doubtful = str(page.see(Views(changed, Filters()), "").content)
    assert whole not in doubtful
    assert "ningún periodo cubre todos los distritos fiscales" in doubtful


@pytest.mark.parametrize("measure", ["casos", "porcentaje"])
def test_what_travels_on_a_change_is_small(store, client, measure):
    published = map_periods.published(store, "distrito_fiscal")
    assert published
    for one in published:
        query = f"periodo={one.period.codigo}&medida={measure}"
        answer = client.get(f"/graficos/mapa.json?{query}")
        assert len(answer.data) < 15_000, query
        assert b"coordinates" not in answer.data
        frame = MAP.select(store, Filters(periodo=one.period.codigo, medida=measure))
        # Both drawings have every line of theirs: what repeats weighs nothing on its way.
        assert len(zlib.compress(str(MAP.drawings(frame)).encode())) < 4_000, query


@pytest.mark.parametrize("layer", LAYERS)
def test_shapes_are_served_for_good_under_their_fingerprint(client, layer):
    for kind, mimetype in (("geojson", "application/geo+json"), ("svg", "image/svg+xml")):
        answer = client.get(assets.url(f"geo/{layer}.{kind}"), headers={"Accept-Encoding": "br"})
        assert answer.status_code == 200
        assert answer.mimetype == mimetype
        assert answer.headers["Content-Encoding"] == "br"
        assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("layer", LAYERS)
def test_outer_rings_wind_clockwise_so_that_plotly_fills_them(layer):
    features = json.loads(places.shapes(layer))["features"]
    assert features
    for feature in features:
        shape = feature["geometry"]
        solo = shape["type"] == "Polygon"
        for polygon in [shape["coordinates"]] if solo else shape["coordinates"]:
            ring = polygon[0]
            area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
            assert area < 0, feature["properties"]["code"]


@pytest.mark.parametrize(
    ("slug", "layer", "amount"),
    [("mapa", "distritos_fiscales", 34), ("mapa-pnp", "departamentos", 25)],
)
def test_every_territory_has_a_shape_in_both_drawings_and_in_the_figure(store, slug, layer, amount):
    chart = CHARTS[slug]
    frame = chart.select(store, Filters())
    sheet = assets.by_path()[assets.url(f"geo/{layer}.svg")].body.decode()
    drawn = set(re.findall(r'<path id="([\w-]+)" d="M', sheet))
    assert len(drawn) == amount
    for surface in (WIDE, NARROW):
        used = re.findall(rf"{layer}\.\w+\.svg#([\w-]+)", str(chart.drawing(frame, surface)))
        assert sorted(used) == sorted(drawn)
    traces = [t for t in chart.figure(frame)["data"] if f"/{layer}." in t.get("geojson", "")]
    assert sorted(code for trace in traces for code in trace["locations"]) == sorted(drawn)


def test_a_drawing_that_stands_alone_holds_its_shapes(store):
    drawn = MAP.drawing(frame_of(store), WIDE)
    drawing, alone = str(drawn), str(outlines.inline(drawn))
    assert drawing.count("<use ") == 40 == alone.count("<path ") - drawing.count("<path ")
    assert "<use " not in alone
    assert "/assets/" not in alone
    assert alone.count("<title>") == drawing.count("<title>")


def test_drawn_shapes_keep_their_proportions():
    plane = outlines.frame("distritos_fiscales")
    x, y = plane.place(plane.east, plane.south)
    assert (round(x), round(y)) == (1000, round(plane.height))
    assert plane.height == pytest.approx(1472, abs=1)


def test_police_and_prosecutors_never_share_a_map(store):
    districts, police = frame_of(store), CHARTS["mapa-pnp"].select(store, Filters())
    assert sum(value for value in police["valor"] if value is not None) == 669
    assert set(districts["fuente"]).isdisjoint(police["fuente"])
    for frame, word in ((districts, "Ministerio Público"), (police, "PNP")):
        assert len(frame)
        for code in set(frame["fuente"]):
            assert store.sources[code].institucion.startswith(word)


def test_lines_of_the_national_series_join_only_points_of_one_run(store):
    frame = national_series.national(store)
    assert len(frame)
    known = frame[frame["tramo"].notna()]
    for (name, _), run in known.groupby(["serie", "tramo"], sort=False):
        years = list(run["anio"])
        assert years == list(range(years[0], years[0] + len(years))), name
        assert run["valor"].notna().all(), name
    steps = len(known) - known.groupby(["serie", "tramo"]).ngroups
    plot = CHARTS["serie-nacional"].plot(frame)
    series = [one for panel in plot.panels for one in panel.series]
    assert sum(bool(a and b) for one in series for a, b in pairwise(one.parted)) == steps
    drawing = str(plot.drawing(WIDE))
    assert sum(way.count("L") for way in re.findall(r'<path d="([^"]*)" fill="none"', drawing)) == (
        steps
    )


def test_a_territory_that_came_later_is_not_called_unpublished():
    coverage_row = Cobertura(
        periodo="2010", indicador="casos", desagregacion="distrito_fiscal", unidad="n", con_dato=0,
        unidades="", suma="", total_publicado="", resto="", completo="no", nota="", fuente="x",
    )  # fmt: skip
    period = Periodo(codigo="2010", inicio=date(2010, 1, 1), fin=date(2010, 12, 31),
                     completo="si", nota="")  # fmt: skip
    frame = map_rows.rows(_with_territories(), map_periods.Map(coverage_row, period), "casos")
    assert dict(zip(frame["codigo_territorio"], frame["estado"], strict=True)) == {
        "loreto": "no-publicado",
        "selva-central": "no-existia",
    }


def _with_territories():
    from data.model import Territorio

    rows = tuple(
        Territorio(codigo=code, nombre=code, nivel="distrito_fiscal", otros_nombres="", nota="")
        for code in ("loreto", "selva-central")
    )
    return Store({"territorios": rows})


def test_the_line_of_a_territory_agrees_in_number(store):
    row = next(r for r in frame_of(store, periodo="2025").to_dict("records") if r["valor"] == 1)
    assert phrase(row).startswith(f"{row['nombre']}: 1 denuncia (")


def test_an_empty_map_has_a_sentence_and_a_title():
    empty = pd.DataFrame([], columns=map_rows.COLUMNS, dtype=object)
    assert MAP.sentence(empty)
    assert MAP.title(empty)
