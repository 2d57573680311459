"""Routes: the pairs equal those of the sentences, both ways; places are coarse."""

from collections import Counter
from itertools import product

import pytest

from data.model import Acuerdo, DestinoLima, FraseRuta, Lugar, Ruta

SENTENCES = {
    "Ruta Norte": (["Ecuador", "Colombia", "República Dominicana", "Haití"], [None]),
    "Ruta Sur": (["Bolivia"], ["Puno", "Madre de Dios"]),
    "Las víctimas nacionales": (["Perú"], ["Ecuador", "Colombia", "Argentina", "Brasil"]),
    "Selva norte": (["Iquitos"], ["Puerto Maldonado", "Ucayali", "Costa norte"]),
    "San Martín y Amazonas": (["San Martín", "Amazonas"], ["Costa norte"]),
    "Sierra sur": (
        ["Cusco", "Apurímac", "Huancavelica", "Ayacucho"],
        ["Arequipa", "Puerto Maldonado", "Juliaca"],
    ),
    "Costa sur": (["Arequipa", "Tacna", "Moquegua"], ["Puerto Maldonado"]),
    "Costa norte": (["Tarapoto", "Rioja", "Bagua"], ["Chiclayo"]),
    "Selva sur": (["Arequipa", "Trujillo", "Cusco", "Puno"], ["Puerto Maldonado"]),
}


def _stated(row):
    pairs = [pair.split(" → ") for pair in (row.pares or "").split("; ") if pair]
    return {(start, None if end == "(sin destino)" else end) for start, end in pairs}


@pytest.mark.parametrize("opening", SENTENCES)
def test_a_sentence_expands_to_its_pairs_and_no_other(live_store, opening):
    row = next(row for row in live_store.rows(FraseRuta) if row.frase.startswith(opening))
    starts, ends = SENTENCES[opening]
    assert _stated(row) == set(product(starts, ends))
    for place in [*starts, *ends]:
        assert place is None or place.lower() in row.frase.lower() or place in ("Perú", "Bolivia")


def test_the_pairs_are_those_of_the_sentences_both_ways(live_store):
    stated = Counter(pair for row in live_store.rows(FraseRuta) for pair in _stated(row))
    pairs = {(row.origen_lugar, row.destino_lugar) for row in live_store.rows(Ruta)}
    assert pairs == set(stated)
    assert len(pairs) == len(live_store.rows(Ruta)) == 35
    assert sum(stated.values()) == 37
    twice = {pair for pair, times in stated.items() if times == 2}
    assert twice == {("Cusco", "Puerto Maldonado"), ("Arequipa", "Puerto Maldonado")}


def test_ten_pairs_are_international_and_25_internal(live_store):
    assert Counter(row.tipo for row in live_store.rows(Ruta)) == {
        "internacional": 10,
        "interna": 25,
    }


def test_a_pair_carries_zone_and_source_of_a_sentence_that_states_it(live_store):
    said = {
        (pair, row.fuente, row.zona) for row in live_store.rows(FraseRuta) for pair in _stated(row)
    }
    assert live_store.rows(Ruta)
    for row in live_store.rows(Ruta):
        assert ((row.origen_lugar, row.destino_lugar), row.fuente, row.zona) in said


def test_every_place_is_known_and_its_region_agrees(live_store):
    places = {row.lugar: row for row in live_store.rows(Lugar)}
    assert live_store.rows(Ruta)
    for row in live_store.rows(Ruta):
        assert places[row.origen_lugar].region == row.origen_region
        assert (places[row.destino_lugar].region if row.destino_lugar else None) == (
            row.destino_region
        )


def test_every_neighbour_with_a_bilateral_agreement_can_be_drawn(live_store):
    places = {row.lugar for row in live_store.rows(Lugar)}
    drawn = {row.pais for row in live_store.rows(Acuerdo)} - places
    assert drawn == {"Estados Unidos", "MERCOSUR"}


def test_no_coordinate_is_finer_than_a_tenth_of_a_degree(live_store):
    assert live_store.rows(Lugar)
    for row in live_store.rows(Lugar):
        for degrees in (row.lon, row.lat):
            assert degrees.as_tuple().exponent >= -1


def test_lima_is_a_list_of_eleven_destinations_and_no_pair(live_store):
    sentence = next(row for row in live_store.rows(FraseRuta) if row.frase.startswith("Lima"))
    districts = [row.lugar for row in live_store.rows(DestinoLima)]
    assert len(districts) == 11
    assert all(name in sentence.frase for name in districts)
    assert sentence.pares is None
    assert "Lima" not in {row.destino_lugar for row in live_store.rows(Ruta)}
