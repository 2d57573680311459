import re

import pytest

from components.control_fields import field
from components.field_kinds import summaries
from components.filter_words import chosen_word, label, word
from components.institution_names import short_name
from components.pages.titles import titled
from data.model import Entidad
from data.query.filters import Filters


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("sector", "salud", "Salud"),
        ("eje", "prevencion", "Prevención"),
        ("semaforo", "verde", "cumplido"),
        ("documento", "reporte-2024", "Reporte de Cumplimiento 2024"),
        ("entidad", "pnp", "PNP"),
        ("periodo", "2017-2018", "2017-2018"),
        ("nada", "lo-que-sea", "lo-que-sea"),
    ],
)
def test_a_chosen_value_has_one_word(name, value, said):
    assert chosen_word(name, value) == said


def test_a_code_without_a_word_is_spaced_in_lists_only():
    assert word("zona", "sierra-sur") == "sierra sur"
    assert word("sector", "salud") == "Salud"


@pytest.mark.parametrize(
    ("chosen", "said"),
    [((), "Todos"), (("salud",), "Salud"), (("salud", "interior"), "Salud e Interior")],
)
def test_a_closed_list_says_none_one_and_many(store, chosen, said):
    assert summaries(store, Filters(sector=chosen))["sector"] == said


def test_controls_titles_and_embeds_say_the_same(store):
    filters = Filters(sector=("salud",))
    listed = str(field(store, filters, "/", "sector"))
    for said in (summaries(store, filters)["sector"], label(store, "sector", "salud")):
        assert said in listed
        assert said in titled("Panorama", filters, store)


def test_there_is_one_set_of_words(root):
    own = re.compile(r'"sector": "sectors"')
    code = [*(root / "components").rglob("*.py")]
    assert [f.name for f in code if own.search(f.read_text("utf-8"))] == ["filter_words.py"]


def test_an_institution_is_offered_by_its_name_and_never_by_a_code_that_is_no_initials(store):
    filters = Filters(entidad=("accion-por-los-ninos", "pnp"))
    listed = str(field(store, filters, "/planes", "entidad"))
    assert "PNP · Policía Nacional del Perú" in listed
    assert "Acción por los Niños" in listed
    assert summaries(store, filters)["entidad"] == "Acción por los Niños y PNP"
    assert titled("Planes", filters, store) == "Planes (Acción por los Niños y PNP)"
    codes = {row.sigla for row in store.rows(Entidad) if short_name(row) != row.sigla}
    assert codes
    assert [code for code in codes if code in listed] == []
