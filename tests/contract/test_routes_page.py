"""What leaves the server about the routes: every pair with its sentence, nothing finer."""

import json
import re
from html import unescape

import pytest

from components.charts.agreements import NONE, by_country
from components.charts.chart import records
from components.charts.layouts.outline import ADDRESS
from components.charts.registry import CHARTS
from components.charts.routes_names import HINTS, OPEN
from data.model import Acuerdo, FraseRuta, Lugar, Ruta
from data.query import route_pairs
from data.query.filters import Filters
from data.store import Store
from data.text_normalisation import slug

STATES = ["", "tipo=interna", "tipo=internacional", "zona=selva-sur", "lugar=madre-de-dios"]


def chosen(store, **filters):
    return records(CHARTS["rutas"].select(store, Filters(**filters)))


def ends(rows):
    return {(row["origen_lugar"], row["destino_lugar"]) for row in rows}


def test_the_map_holds_the_pairs_of_the_sentences_both_ways(store):
    stated = {pair for row in store.rows(FraseRuta) for pair in route_pairs.pairs(row)}
    rows = chosen(store)
    assert ends(rows) == stated
    assert len(rows) == len(stated) == 35
    for slug_ in ("rutas", "rutas-matriz"):
        drawn = str(CHARTS[slug_].drawings(CHARTS[slug_].select(store, Filters())))
        assert drawn.count(" → ") == 2 * 35


def test_every_pair_stands_with_every_sentence_that_states_it(store):
    assert chosen(store)
    for row in chosen(store):
        pair = row["origen_lugar"], row["destino_lugar"]
        said = [s.frase for s in store.rows(FraseRuta) if pair in route_pairs.pairs(s)]
        assert said
        assert row["frases"] == " ".join(said)


@pytest.mark.parametrize("query", STATES)
def test_the_page_prints_each_pair_with_its_sentence(client, store, query):
    page = unescape(client.get(f"/rutas?{query}").get_data(as_text=True))
    filters, remarks = Filters.from_query(query, store.vocabulary)
    assert remarks == []
    beside = page[page.index('id="pares"') : page.index('id="lima"')]
    rows = records(CHARTS["rutas"].select(store, filters))
    assert rows
    for row in rows:
        said = store.stated[row["origen_lugar"], row["destino_lugar"]]
        assert said
        assert all(sentence.frase in beside for sentence in said)


@pytest.mark.parametrize("zone", ["selva-sur", "sierra-sur", "costa-norte", "ruta-norte"])
def test_a_zone_leaves_the_pairs_of_its_sentences_and_no_other(store, client, zone):
    sentences = [s for s in store.rows(FraseRuta) if s.zona and slug(s.zona) == zone]
    stated = {pair for sentence in sentences for pair in route_pairs.pairs(sentence)}
    assert ends(chosen(store, zona=zone)) == stated
    table = client.get(f"/datos/rutas.json?zona={zone}").get_json()
    assert ends(table) == stated


def test_what_arrives_at_madre_de_dios(store, client):
    rows = chosen(store, lugar="madre-de-dios")
    assert len(rows) == 35
    arriving = [row for row in rows if row["sentido"] == "llega"]
    assert {row["destino_lugar"] for row in arriving} == {"Puerto Maldonado", "Madre de Dios"}
    assert all("Madre de Dios" in (row.destino_region or "") for row in store.rows(Ruta)
               if (row.origen_lugar, row.destino_lugar) in ends(arriving))  # fmt: skip
    page = client.get("/rutas?lugar=madre-de-dios").get_data(as_text=True)
    assert "A Madre de Dios llegan víctimas, según el plan, desde Bolivia, Iquitos," in page
    listed = client.get("/datos/rutas.json?lugar=madre-de-dios").get_json()
    assert ends(listed) == ends(arriving)


def test_a_region_within_itself_is_neither_hidden_nor_counted_twice(store):
    senses = {(r["origen_lugar"], r["destino_lugar"]): r["sentido"]
              for r in chosen(store, lugar="puno")}  # fmt: skip
    assert senses["Puno", "Puerto Maldonado"] == "sale"
    assert senses["Bolivia", "Puno"] == "llega"
    assert senses["Cusco", "Juliaca"] == "llega"
    assert senses["Iquitos", "Ucayali"] == ""


def _finer(text):
    return [n for n in re.findall(r"-?\d+\.(\d+)", text) if len(n.rstrip("0")) > 1]


def test_no_coordinate_finer_than_a_tenth_of_a_degree_leaves_the_server(client, store):
    outline = client.get(ADDRESS).get_data(as_text=True)
    assert len(json.loads(outline)["features"]) > 30
    assert _finer(outline) == []
    for query in STATES:
        for name in ("rutas", "acuerdos"):
            answer = client.get(f"/graficos/{name}.json?{query}").get_json()
            for trace in (answer["figura"] or {"data": []})["data"]:
                for axis in ("lon", "lat"):
                    assert _finer(json.dumps(trace.get(axis, []))) == []
        assert _finer(client.get(f"/datos/graficos/rutas.csv?{query}").get_data(as_text=True)) == []


def test_figures_name_our_own_outline_and_no_other_origin(client):
    for name in ("rutas", "acuerdos"):
        traces = client.get(f"/graficos/{name}.json").get_json()["figura"]["data"]
        assert {t["geojson"] for t in traces if t["type"] == "choropleth"} == {ADDRESS}


def test_no_line_is_wider_than_another(store):
    figure = CHARTS["rutas"].figure(CHARTS["rutas"].select(store, Filters()))
    assert len({t["line"]["width"] for t in figure["data"] if "line" in t}) == 1
    chart = CHARTS["rutas"]
    drawing = str(chart.drawings(chart.select(store, Filters(lugar="puno"))))
    curves = re.findall(r'<path d="M[\d -]+Q[^>]*stroke-width="([\d.]+)"', drawing)
    assert len(curves) >= 70
    assert len(set(curves)) == 1


def test_types_differ_without_colour(store):
    figure = CHARTS["rutas"].figure(CHARTS["rutas"].select(store, Filters()))
    dashes = [t["line"]["dash"] for t in figure["data"] if "line" in t]
    heads = [t["marker"]["symbol"] for t in figure["data"] if "angle" in t.get("marker", {})]
    assert len(set(dashes)) == len(set(heads)) == 2


def test_an_open_end_is_drawn_open_and_said(store):
    rows = CHARTS["rutas"].select(store, Filters(zona="ruta-norte"))
    drawing = str(CHARTS["rutas"].drawings(rows))
    assert drawing.count("destino no indicado</text>") == 2
    marks = re.findall(r"<title>destino no indicado: .*?<rect .*?<path ([^>]*)/>", drawing)
    assert len(marks) == 2
    assert all("--paper" in re.search(r'fill="([^"]*)"', mark)[1] for mark in marks)
    (named,) = [
        t for t in CHARTS["rutas"].figure(rows)["data"] if "no indicado" in t.get("name", "")
    ]
    assert named["marker"]["symbol"] == "diamond-open"


def test_a_place_with_a_name_spot_exists(store):
    assert set(HINTS) - {OPEN} <= {row.lugar for row in store.rows(Lugar)}


def test_a_country_of_a_route_without_instrument_says_so(store):
    frame = CHARTS["acuerdos"].select(store, Filters())
    countries = by_country(frame)
    abroad = {"Ecuador", "Colombia", "Bolivia", "Argentina", "Brasil", "Haití",
              "República Dominicana"}  # fmt: skip
    assert {name for name, rows in countries.items() if rows[0]["papel"]} == abroad
    without = {row["pais"] for row in records(frame) if row["estado"] == NONE}
    assert without == {"Haití", "República Dominicana"}
    sentence = CHARTS["acuerdos"].sentence(frame)
    assert "suscrito con Ecuador, Colombia y Bolivia" in sentence
    assert "Sin instrumento suscrito, según los planes: Argentina (en negociación)" in sentence
    assert "no nombran ningún instrumento con República Dominicana y Haití" in sentence


@pytest.mark.parametrize(
    ("state", "word"),
    [("iniciativa", "iniciativa"), ("promocion-de-suscripcion", "suscripción en promoción"),
     ("germinal", "en fase germinal")],
)  # fmt: skip
def test_each_country_without_a_signature_says_its_own_state(store, state, word):
    one = next(row for row in store.rows(Acuerdo) if row.pais == "Brasil")
    rows = (one.model_copy(update={"estado": state}),)
    chart = CHARTS["acuerdos"]
    frame = chart.select(Store({**store.tables, "acuerdos": rows}), Filters())
    assert chart.sentence(frame).startswith(
        f"Sin instrumento suscrito, según los planes: Brasil ({word}). Los planes no nombran"
    )
    assert "Haití: no se menciona</title>" in str(chart.drawings(frame))
    assert "✗" not in str(chart.drawings(frame))


def test_countries_of_no_route_are_said_to_be_in_none(store):
    bare = Store({**store.tables, "rutas": ()})
    chart = CHARTS["acuerdos"]
    assert chart.sentence(chart.select(bare, Filters())) == (
        "Ninguno de los países con instrumento está en una ruta del plan."
    )


def test_the_heading_speaks_of_pairs_and_not_of_victims(client):
    page = client.get("/rutas").get_data(as_text=True)
    assert "<h1>Rutas que menciona el plan, de origen a destino</h1>" in page
    page = client.get("/rutas?lugar=puno").get_data(as_text=True)
    assert "<h1>Puno: rutas que menciona el plan</h1>" in page


def test_every_place_of_the_address_leads_to_a_link(client, store):
    named = route_pairs.places(store.rows(Ruta))
    assert named
    assert set(named) <= store.vocabulary.lugar
    for place in named:
        rows = chosen(store, lugar=place)
        assert any(row["sentido"] for row in rows), place
    page = client.get("/rutas").get_data(as_text=True)
    assert store.rows(Ruta)
    for row in store.rows(Ruta):
        assert f'href="/rutas?lugar={slug(row.origen_lugar)}"' in page


def test_a_link_keeps_the_type_and_the_zone(client):
    page = unescape(client.get("/rutas?tipo=interna&zona=selva-sur").get_data(as_text=True))
    assert page.count('href="/rutas?tipo=interna&zona=selva-sur&lugar=cusco"') >= 3


def test_lima_is_a_list_on_the_page(client):
    page = client.get("/rutas").get_data(as_text=True)
    section = page[page.index('id="lima"') :].split("</ul>")[0]
    assert section.count("<li>") == 11
