"""The search of the plans: the right targets first, whatever accents, plurals and gender."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model import Accion2017, Actividad2007, Indicador, Ivo2017, Meta2007, Meta2017, Servicio
from data.search.spanish_stems import singular, stem, words


def found(store, question):
    return store.search.find(question)


def test_the_line_1818_gives_the_nine_targets_that_name_it(store):
    for question in ("línea 1818", "linea 1818", "LÍNEAS 1818"):
        first = found(store, question)[:9]
        assert {hit.row.identity for hit in first} == {
            row.identity for row in store.rows(Meta2017) if "1818" in row.texto
        }
        assert {hit.row.accion for hit in first} == {"2.3.1"}


def test_public_defenders_give_the_targets_of_their_action(store):
    named = {r.identity for r in store.rows(Meta2017) if "defensor" in r.texto.lower()}
    assert len(named) == 15
    for question in ("defensor publico", "Defensores Públicos", "defensora pública"):
        first = found(store, question)[:16]
        assert {hit.row.identity for hit in first[:10]} <= named
        assert {hit.row.identity for hit in first} == named | {("ISS.03.03.01.01",)}
        assert first[0].text.endswith("un defensor público asignado.")


def test_girls_and_lima_give_the_activities_that_name_both(store):
    """No target of 2017-2021 names either word; those of 2007-2013 do in their activities."""
    assert not any("niñas" in row.texto.lower() for row in store.rows(Meta2017))
    hits = [hit for hit in found(store, "niñas lima") if hit.whole]
    both = [hit for hit in hits if hit.exact]
    assert [hit.row.identity for hit in hits[: len(both)]] == [hit.row.identity for hit in both]
    assert {hit.row.meta for hit in both} == {8, 6}
    assert (hits[0].row.meta, hits[0].row.orden) == (8, 41)
    assert both
    for hit in both:
        said = hit.text.lower()
        assert "lima" in said
        assert "niñas" in said or "nna" in said


@pytest.mark.parametrize(
    "kind", [Accion2017, Actividad2007, Indicador, Ivo2017, Meta2007, Meta2017, Servicio]
)
def test_every_row_is_found_by_its_own_words(store, kind):
    def text(row):
        return getattr(row, "texto", None) or getattr(row, "meta", None) or row.nombre

    some = [row for row in store.rows(kind)[::7] if isinstance(text(row), str) and words(text(row))]
    assert some
    for row in some:
        hits = found(store, text(row))
        assert row in [hit.row for hit in hits if hit.whole], row.identity


def test_rare_words_weigh_more_than_common_ones(store):
    hits = found(store, "trata consulados")
    assert "consulado" in hits[0].text.lower()


def test_a_word_counts_from_its_beginning_and_not_from_its_middle(store):
    assert found(store, "capacita")
    assert not found(store, "pacitados")
    assert not found(store, "81")


def test_the_name_of_an_institution_finds_its_promises(store):
    rows = [hit.row for hit in found(store, "SERFOR") if hit.whole]
    assert {row.responsable for row in rows if isinstance(row, Indicador)} == {"SERFOR"}


@pytest.mark.parametrize("question", ["", "de la", "xyzzy", "%%%", "¿?", "💥"])
def test_nothing_asked_or_nothing_held_gives_nothing(store, question):
    assert found(store, question) == []


@pytest.mark.parametrize(
    ("several", "one"),
    [("lineas", "linea"), ("defensores", "defensor"), ("veces", "vez"), ("planes", "plan"),
     ("1818", "1818"), ("regiones", "region"), ("lima", "lima")],
)  # fmt: skip
def test_plurals_are_forgiven(several, one):
    assert singular(several) == one


def test_gender_is_forgiven_and_short_words_are_left_alone():
    assert stem("publicas") == stem("publico")
    assert stem("ley") == "ley"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_question_is_answered(store, question):
    hits = found(store, question)
    assert all(hit.score > 0 for hit in hits)
