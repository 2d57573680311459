"""What people type finds what they mean: the first answers, the words read otherwise, the cost."""

import csv
import time
from pathlib import Path

import pytest

from components.pages import PAGES
from components.pages.search.search_index import index
from data.query.territories import subjects
from data.search.entries import Entry
from data.search.find_entries import Index
from data.search.near_words import distance, sound
from geo import composition

QUERIES = Path(__file__).parent / "queries.csv"
# Measured when the list was last read: what is better is written here, what is worse fails.
FIRST, AMONG_THREE = 190, 193
# A generous multiple of what it takes (4 ms): a time in a test says that something broke.
MOST_MS = 50.0


@pytest.fixture(scope="module")
def made(store):
    return index(store, PAGES)


def questions():
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def name(one):
    return f"{one.entry.kind}:{one.entry.id}"


def test_the_right_answers_exist(made, store):
    known = {f"{one.kind}:{one.id}" for one in made.entries}
    # What a province or a district lies in is made when its name is asked for.
    known |= {f"lugar:{level}-{one.slug}" for level in ("departamento", "distrito_fiscal")
              for one in subjects(store, level)}  # fmt: skip
    # What is right once its page is there.
    known |= {"pagina:/victimas", "pagina:/novedades", "pagina:/territorios"}
    asked = questions()
    assert len(asked) >= 100
    assert {one["quien"] for one in asked} == {"ciudadano", "periodista", "funcionario"}
    missing = [
        (o["consulta"], a) for o in asked for a in o["respuestas"].split("|") if a not in known
    ]
    assert missing == [], "mend the answer in tests/search/queries.csv"


def test_the_first_answers_are_right_and_cost_little(made):
    right = among = 0
    wrong, times = [], []
    for one in questions():
        wanted = set(one["respuestas"].split("|"))
        start = time.process_time()
        found = [name(hit) for hit in made.find(one["consulta"]).found[:3]]
        times.append((time.process_time() - start) * 1000)
        right += bool(found) and found[0] in wanted
        among += not wanted.isdisjoint(found)
        wrong += [] if found and found[0] in wanted else [(one["consulta"], found)]
    assert right >= FIRST, f"these no longer come first: {wrong}"
    assert among >= AMONG_THREE, f"these no longer come among three: {wrong}"
    assert sorted(times)[int(len(times) * 0.95)] < MOST_MS


def test_every_address_is_answered(made, client):
    """One of each kind, and every page and chart."""
    seen = {one.kind: one for one in made.entries}.values()
    whole = [one for one in made.entries if one.kind in ("pagina", "grafico")]
    for one in (*seen, *whole):
        if one.kind != "ayuda":
            assert client.get(one.address.partition("#")[0]).status_code == 200, one.address


def test_every_name_finds_itself(made):
    """Every code, acronym and name of a territory is the first answer to itself."""
    kinds = ("indicador", "servicio", "entidad", "termino", "territorio", "norma", "contradiccion")
    lost = []
    for one in made.entries:
        if one.kind not in kinds or not one.keys:
            continue
        found = made.find(one.keys[0]).found[:2]
        if one.id not in [hit.entry.id for hit in found]:
            lost.append((one.keys[0], [name(hit) for hit in found]))
    assert lost == []


def test_what_is_misspelled_is_read_as_what_is_near():
    index_ = Index([Entry("territorio", "loreto", "Loreto", "/x", ("Loreto",)),
                    Entry("meta", "1", "Viajes en bus", "/y")])  # fmt: skip
    assert index_.find("lorreto").read_as == {"lorreto": "loreto"}
    assert index_.find("viages").found[0].entry.id == "1"
    assert index_.find("xyzzyq").found == []
    assert index_.like("xyzzyq") == []
    assert index_.find("").found == []


@pytest.mark.parametrize(
    ("one", "other", "away"),
    [
        ("loreto", "loreto", 0),
        ("loreto", "lroeto", 1),
        ("loreto", "loret", 1),
        ("loreto", "puno", 3),
    ],
)
def test_the_distance_counts_letters_up_to_its_limit(one, other, away):
    assert distance(one, other, 2) == away


def test_words_sound_alike_as_in_peru():
    assert sound("vacilar") == sound("basilar")
    assert sound("huanuco") == sound("uanuco")


def test_every_province_and_district_leads_to_the_territories_that_it_lies_in(made, store):
    """By its name alone, whatever else is called so; a short name is not read as another."""
    pages = {level: {one.code: one for one in subjects(store, level)}
             for level in ("departamento", "distrito_fiscal")}  # fmt: skip
    asked = composition.named()[::19]
    assert len(asked) > 50
    for ubigeo, place, code in asked:
        found = made.find(place)
        held = {one.entry.address for one in found.found}
        wanted = {f"/territorios/{pages['departamento'][ubigeo[:2]].slug}",
                  f"/distritos-fiscales/{code}"}  # fmt: skip
        assert wanted <= held, place
        assert not found.read_as, place
    assert made.find("chinbote").read_as == {"chinbote": "chimbote"}
    assert made.find("vrae").found == []


def test_words_that_mean_the_same_answer_both_ways():
    found = Index(
        [Entry("servicio", "1", "Centros de acogida", "/x")], [("albergue", "centro de acogida")]
    )
    assert [hit.entry.id for hit in found.find("albergues").found] == ["1"]
    other = Index([Entry("servicio", "1", "Albergue", "/x")], [("albergue", "centro de acogida")])
    assert [hit.entry.id for hit in other.find("centros de acogida").found] == ["1"]
